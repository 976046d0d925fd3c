"""`irenic deal` on domains of other tools."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from irenic.cli.domain_answer import loss_words
from irenic.interop.losses import Loss
from irenic.report.domain_data import DomainAnswer
from tests.unit.interop.examples import GENIUS, NEGOLOG, TABLE, written
from tests.unit.report.shape import faults


@pytest.fixture
def river(tmp_path: Path) -> str:
    return str(written(tmp_path / "river", GENIUS))


def test_the_contract(irenic: Callable[..., Any], river: str) -> None:
    told = irenic("deal", river, "--json", "--steps", "3", "--evaluations", "scaled")
    assert (told.code, told.err) == (0, "")
    answer = told.json
    assert answer.pop("lost") == [
        "The issue “toll” is a real number; it is settled at 3 points, and nothing between them is looked at."
    ]
    assert all(fix.pop("sentence") for fix in answer["fixes"])
    assert list(faults(answer, DomainAnswer)) == []
    assert {"packages", "frontier", "solutions", "fixes", "logrolls"} <= set(answer)
    assert set(answer["solutions"]) == {"nash", "kalai_smorodinsky", "egalitarian", "utilitarian", "raiffa"}
    assert answer["packages"] == 36
    assert answer["no_deal"] == {"town2": 0.25, "town10": 0}
    assert answer["frontier"]["size"] == len(answer["frontier"]["points"])


@pytest.mark.parametrize("evaluations", ["scaled", "raw", "spread"])
def test_readings(irenic: Callable[..., Any], river: str, evaluations: str) -> None:
    told = irenic("deal", river, "--json", "--evaluations", evaluations)
    assert told.json["evaluations"] == evaluations


def test_words(irenic: Callable[..., Any], tmp_path: Path) -> None:
    told = irenic("deal", str(written(tmp_path / "river", NEGOLOG)))
    assert told.code == 0
    assert told.out.startswith("river (NegoLog): 2 parties, 6 packages\n")
    assert "A deal is possible" in told.out
    told = irenic("deal", str(tmp_path / "river"), "--lang", "zh")
    assert told.out.startswith("river（NegoLog 格式）：2 方，6 個方案\n")


def test_a_domain_without_a_deal(irenic: Callable[..., Any], tmp_path: Path) -> None:
    table = TABLE.replace("0.5,0.3\n", "0.5,0.9\n").replace("shared,0.5,1,", "shared,0.5,1,0.99")
    path = str(written(tmp_path, {"river.csv": table}) / "river.csv")
    told = irenic("deal", path)
    assert "No deal is possible: every package is a loss to somebody." in told.out
    assert "What would open the zone" in told.out
    answer = irenic("deal", path, "--json").json
    assert answer["solutions"]["nash"] is None
    assert "settles for" in answer["fixes"][0]["sentence"]


def test_a_package_is_weighed(irenic: Callable[..., Any], river: str) -> None:
    words = ("deal", river, "--package", "water=theirs", "--package", "boats=5", "--steps", "2")
    told = irenic(*words)
    assert told.code == 0
    assert "The package is a loss to somebody." in told.out or "The package is no loss to anybody." in told.out
    assert "As given: water: theirs; boats: 5." in told.out
    data = irenic(*words, "--json").json
    assert data["package"]["filled"] == ["toll"]


def test_names_with_commas(irenic: Callable[..., Any], tmp_path: Path) -> None:
    files = {name: text.replace("shared", "shared, by turns") for name, text in GENIUS.items()}
    told = irenic("deal", str(written(tmp_path / "river", files)), "--package", "water=shared, by turns", "--json")
    assert told.json["package"]["package"]["water"] == "shared, by turns"


def test_options_of_the_other_kind_are_refused(irenic: Callable[..., Any], river: str) -> None:
    for words, code in (
        ((river, "--set", "a=1"), "interop.option-of-dossiers"),
        ((river, "--draw", "1"), "interop.option-of-dossiers"),
        (("tutorial", "--steps", "5"), "interop.option-of-domains"),
        (("tutorial", "--evaluations", "raw"), "interop.option-of-domains"),
    ):
        told = irenic("deal", *words)
        assert told.code == 1
        assert f"[{code}]" in told.err


def test_what_is_left_out_is_warned_of_on_standard_error(irenic: Callable[..., Any], tmp_path: Path) -> None:
    told = irenic("deal", str(written(tmp_path / "river", {**GENIUS, "notes.xml": "<notes/>"})), "--json")
    assert told.code == 0
    assert told.json["packages"]
    assert told.err.startswith("warning: ")


def test_problems_as_json(irenic: Callable[..., Any], tmp_path: Path) -> None:
    told = irenic("deal", str(written(tmp_path / "river", {**GENIUS, "town2.xml": "<utility_space>"})), "--json")
    assert told.code == 1
    assert [problem["code"] for problem in told.json["problems"]] == ["interop.xml-syntax"]


def test_losses_in_words() -> None:
    losses = (Loss("interop.lost-settled", {"n": 2}),)
    assert loss_words(losses, "en") == ["Issues with a single option are left out: 2."]
    assert loss_words(losses, "zh") == ["只有一個選項的議題略去：2 項。"]
