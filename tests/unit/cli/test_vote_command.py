"""`irenic vote`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from irenic.report.vote_data import Votes, WeightedRule
from tests.unit.dossier.river import copy_of_base
from tests.unit.report.shape import faults

SECURITY_COUNCIL = "39:7,7,7,7,7,1,1,1,1,1,1,1,1,1,1"
FEW = ("--draws", "64")
CABINET = "cabinet: {rule: leader, person: minister, decides: {party: aldova, packages: {dam: shared}}}"
SENATE = """cabinet: {rule: leader, person: minister, decides: {party: aldova, packages: {dam: shared}}}
  senate:
    rule: consensus
    label: {en: The senate, zh: 參議院}
    decides: {levers: credit}
    members: {north: {label: North, position: "no"}, south: {label: South, position: "yes"}, east: {label: East}}"""


@pytest.fixture
def river(tmp_path: Path) -> str:
    return str(copy_of_base(tmp_path, (CABINET, SENATE)))


def test_weights_as_exact_fractions(irenic: Callable[..., Any]) -> None:
    told = irenic("vote", "--weights", SECURITY_COUNCIL, "--json")
    assert told.code == 0
    assert list(faults(told.json, WeightedRule)) == []
    assert told.json["shapley_shubik"] == ["421/2145"] * 5 + ["4/2145"] * 10
    assert told.json["banzhaf"] == ["106/635"] * 5 + ["21/1270"] * 10
    assert told.json["swings"] == [848] * 5 + [84] * 10
    assert told.json["swings_in_all"] == 5080


def test_weights_in_words(irenic: Callable[..., Any]) -> None:
    told = irenic("vote", "--weights", SECURITY_COUNCIL)
    assert told.out.splitlines()[0] == "15 votes; 39 of 45 are needed"
    assert [part.strip() for part in told.out.splitlines()[4].split("  ") if part] == [
        "5 ×",
        "7",
        "421/2145",
        "106/635",
        "848",
    ]
    assert "夏普利" in irenic("vote", "--weights", SECURITY_COUNCIL, "--lang", "zh").out


@pytest.mark.parametrize(("text", "code"), [("39", "vote.weights-malformed"), ("9:1,1", "vote.quota-beyond")])
def test_weights_that_are_none(irenic: Callable[..., Any], text: str, code: str) -> None:
    told = irenic("vote", "--weights", text, "--json")
    assert told.code == 1
    assert [problem["code"] for problem in told.json["problems"]] == [code]


@pytest.mark.parametrize("more", [("ukraine-2025-12",), ("--package", "dam=shared"), ("--set", "run.seed=1")])
def test_weights_stand_alone(irenic: Callable[..., Any], more: tuple[str, ...]) -> None:
    told = irenic("vote", "--weights", "2:1,1,1", *more, "--json")
    assert told.code == 1
    assert [problem["code"] for problem in told.json["problems"]] == ["vote.weights-alone"]


def test_every_body_of_a_dossier(irenic: Callable[..., Any], river: str) -> None:
    told = irenic("vote", river, *FEW, "--json")
    assert told.code == 0
    assert list(faults(told.json, Votes)) == []
    bodies = {body["id"]: body for body in told.json["bodies"]}
    assert list(bodies) == ["assembly", "cabinet", "senate"]
    (vote,) = bodies["senate"]["votes"]
    assert (vote["settled"], vote["chance"]["mean"]) == ("fails", 0)
    assert vote["changes"][0]["sets"] == [{"members": ["north"], "chance": 0.5}]


def test_one_body_in_words(irenic: Callable[..., Any], river: str) -> None:
    told = irenic("vote", river, "senate", *FEW)
    assert told.code == 0
    assert "North would have to turn (a yes is then had with 50\u00a0%" in " ".join(told.out.split()).replace(
        " %", "\u00a0%"
    )
    assert "Referendum" not in told.out
    assert "East" in told.out


def test_a_package_is_put_to_those_who_decide_it(irenic: Callable[..., Any], river: str) -> None:
    told = irenic("vote", river, *FEW, "--package", "dam=shared", "--json")
    (ratified,) = told.json["packages"]
    assert ratified["package"] == {"dam": "shared"}
    assert list(ratified["leaders"]) == ["cabinet"]
    assert list(ratified["bodies"]) == ["assembly"]


def test_a_body_that_is_not_there(irenic: Callable[..., Any], river: str) -> None:
    told = irenic("vote", river, "senat", "--json")
    assert told.code == 1
    assert [(p["code"], p["fix"]) for p in told.json["problems"]] == [
        ("vote.body-unknown", "Write “senate”, or leave it out to see all bodies.")
    ]


def test_a_dossier_without_bodies(irenic: Callable[..., Any]) -> None:
    told = irenic("vote", "tutorial", "--json")
    assert [problem["code"] for problem in told.json["problems"]] == ["vote.no-bodies"]
