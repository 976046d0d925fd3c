"""`irenic convert`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.interop.examples import GENIUS, NEGOLOG, written


@pytest.fixture
def river(tmp_path: Path) -> str:
    return str(written(tmp_path / "river", GENIUS))


def test_words_say_what_is_equal_and_what_is_lost(irenic: Callable[..., Any], river: str, tmp_path: Path) -> None:
    reading = ("--steps", "3", "--evaluations", "scaled")
    told = irenic("convert", river, str(tmp_path / "out"), "--format", "negolog", *reading)
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[:3] == [
        f"Written: {tmp_path / 'out'}",
        "Every package has the same utilities as before, so all answers are the same.",
        "What is lost or changed:",
    ]
    assert "· Discount factors are left out." in lines
    assert any("real number" in line for line in lines)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["profileA.json", "profileB.json"]
    assert "已寫出" in irenic("convert", river, str(tmp_path / "out.csv"), "--lang", "zh").out


def test_json(irenic: Callable[..., Any], river: str, tmp_path: Path) -> None:
    told = irenic("convert", river, str(tmp_path / "river.xlsx"), "--json").json
    assert (told["from"], told["to"], told["equality"]) == ("genius", "xlsx", "same")
    assert told["files"] == [str(tmp_path / "river.xlsx")]
    assert len(told["lost"]) == 1


def test_a_domain_as_a_dossier_is_answered_as_one(irenic: Callable[..., Any], tmp_path: Path) -> None:
    source = str(written(tmp_path / "river", NEGOLOG))
    told = irenic("convert", source, str(tmp_path / "case"), "--format", "dossier")
    assert told.code == 0
    assert "zone, frontier, Nash and Kalai–Smorodinsky are the same" in told.out
    assert irenic("check", str(tmp_path / "case")).code == 0
    domain = irenic("deal", source, "--json").json
    dossier = irenic("deal", str(tmp_path / "case"), "--json", "--quiet", "--draws", "16").json
    assert dossier["possible"]["share"] == 1
    assert dossier["zone"]["count"] == domain["zone"]["count"]
    for name in ("nash", "kalai_smorodinsky"):
        assert dossier["solutions"][name]["package"] == domain["solutions"][name]["package"]


def test_no_deal_values_of_a_dossier_are_written_when_asked_for(irenic: Callable[..., Any], tmp_path: Path) -> None:
    plain, full = tmp_path / "plain.csv", tmp_path / "full.csv"
    told = irenic("convert", "tutorial", str(plain))
    assert told.code == 0
    assert "No-deal values are left out, since they are confidential" in told.out
    irenic("convert", "tutorial", str(full), "--with-no-deal")
    assert "reservation" not in plain.read_text(encoding="utf-8-sig")
    assert "reservation" in full.read_text(encoding="utf-8-sig")


def test_values_set_by_hand_are_converted(irenic: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    setting = f"parties.{first_party(irenic)}.no_deal=7"
    assert irenic("convert", "tutorial", str(path), "--with-no-deal", "--set", setting).code == 0
    assert "0.07" in path.read_text(encoding="utf-8-sig")


def first_party(irenic: Callable[..., Any]) -> str:
    utilities = irenic("deal", "tutorial", "--draws", "16", "--json", "--quiet").json["solutions"]["nash"]["utilities"]
    return str(sorted(utilities)[0])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("tutorial", "{0}/out"), "interop.format-untold"),
        (("{0}/river", "{0}/river", "--format", "negolog"), "interop.target-exists"),
        (("tutorial", "{0}/out", "--format", "dossier"), "interop.nothing-to-convert"),
        (("{0}/river", "{0}/out.csv", "--set", "a=1"), "interop.option-of-dossiers"),
        (("tutorial", "{0}/out.csv", "--evaluations", "raw"), "interop.option-of-domains"),
        (("nowhere", "{0}/out.csv"), "cli.unknown-case"),
    ],
)
def test_refusals(irenic: Callable[..., Any], river: str, tmp_path: Path, words: tuple[str, ...], code: str) -> None:
    told = irenic("convert", *(word.format(tmp_path) for word in words))
    assert told.code == 1
    assert f"[{code}]" in told.err
    assert [path.name for path in tmp_path.iterdir()] == ["river"]
