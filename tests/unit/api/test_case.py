"""Irenic from Python."""

from pathlib import Path

import numpy as np
import pytest

from irenic.api import case as face
from irenic.api.case import load
from irenic.errors.problem import IrenicError
from irenic.runs.settings import Asked
from irenic.runs.war import Wished

FEW = Asked(draws=32, threads=1)


def test_an_answer_in_memory() -> None:
    answer = load("tutorial").deal(FEW)
    assert answer.summary["draws"] == 32
    assert answer.array("deal.possible").shape == (32, 2, 2)
    assert answer.brief().startswith("Two valleys and a weir")
    assert answer.brief("zh") != answer.brief("en")


def test_a_run_agrees_with_the_answer(tmp_path: Path) -> None:
    case = load("tutorial")
    results = case.run(tmp_path / "r", FEW)
    answer = case.deal(FEW)
    written = dict(results.summary)
    assert written.pop("mechanism_draws") == 32, "causes are switched only where a folder is written"
    assert written.pop("mechanisms") == []
    assert written == answer.summary
    assert np.array_equal(results.array("deal.nash"), answer.array("deal.nash"))
    assert (tmp_path / "r" / "report.html").is_file()


def test_a_package_is_weighed() -> None:
    found = load("tutorial").package({"water": "lower-decides"}, FEW)
    assert found.draws == 32
    assert found.data["accepted"] == 0
    assert found.data["broken"] == [{"constraint": "positions.highfell.water.red_lines.lower-decides", "share": 1.0}]
    assert "The weir is not handed over" in found.words()
    assert "堰不交出" in found.words("zh")
    with pytest.raises(IrenicError):
        load("tutorial").package({"water": "nobody"}, FEW)


def test_the_war_is_followed() -> None:
    found = load("ukraine-2025-12").war(Wished(runs=32, without=["us-aid"]), Asked(draws=16, threads=1))
    assert (found.data["runs"], found.data["draws"]) == (32, 16)
    assert found.data["scenarios"][-1]["id"] == "asked"
    assert found.no_deal["ukraine"]["used"] == "computed"
    assert "Shown: As asked: American military aid by yearly law" in found.words()
    assert "所示" in found.words("zh")
    with pytest.raises(IrenicError):
        load("tutorial").war()


def test_bodies_vote() -> None:
    case, few = load("ukraine-2025-12"), Asked(draws=16, threads=1)
    found = case.vote("european-council", {"frozen-assets": "collateral"}, few)
    assert [body["id"] for body in found.data["bodies"]] == ["european-council"]
    assert found.data["packages"][0]["chance"]["mean"] == 0
    assert "Belgium and Hungary would have to turn" in " ".join(found.words().split())
    assert "比利時與匈牙利改投" in "".join(found.words("zh").split())
    with pytest.raises(IrenicError):
        case.vote("senate", asked=few)


def test_check_and_trace() -> None:
    case = load("tutorial")
    assert case.check().errors == 0
    assert case.trace("possible").what == "possible"


def test_what_is_not_there() -> None:
    with pytest.raises(IrenicError):
        load("no-such-case")


def test_the_face_stays_small() -> None:
    public = [name for name in vars(face) if not name.startswith("_")]
    own = [name for name in public if getattr(getattr(face, name), "__module__", "") == face.__name__]
    assert set(own) == {"load", "Case", "Answer", "Compared", "Followed", "Voted", "Weighed"}


def test_values_are_set_as_texts_or_as_python_values() -> None:
    case = load(
        "tutorial",
        {
            "parties.highfell.no_deal": "55 to 65",
            "positions.highfell.water.weight": 90,
            "parties.lowmere.consents": True,
            "unknowns": None,
            "positions.highfell.road.values.open": {"value": 40, "assumed": "it trades by night"},
        },
    )
    file = case.dossier.file
    no_deal, weight = file.parties["highfell"].no_deal, file.positions["highfell"].cells["water"].weight
    assert no_deal is not None
    assert weight is not None
    assert (no_deal.value.notation, no_deal.assumed) == ("55 to 65", "--set")
    assert (weight.value.notation, file.unknowns) == ("90", {})
    assert file.positions["highfell"].cells["road"].values["open"].assumed == "it trades by night"
    assert case.dossier.settings[2] == "parties.lowmere.consents=true"


def test_two_cases_are_compared_with_the_same_draws() -> None:
    found = load("tutorial").compare(load("tutorial", {"parties.highfell.no_deal": 60}), FEW)
    assert [d["path"] for d in found.data["differences"]] == ["parties.highfell.no_deal"]
    assert found.data["draws"] == 32
    assert found.words().startswith("A: Two valleys and a weir")
    assert "案卷有何不同" in found.words("zh")
