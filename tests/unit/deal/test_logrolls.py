"""Trades of two issues, worked by hand."""

from typing import Any

import pytest

from irenic.deal.conditions import strict_spaces
from irenic.deal.logrolls import MOST, find_logrolls, points_as_written
from irenic.deal.spaces import in_every_reading
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from irenic.report.opening_data import Logroll
from tests.unit.model.examples import cell, dossier_of, issue, party
from tests.unit.report.shape import faults


def sections() -> dict[str, Any]:
    """Avia cares for the port three times as much as for the toll, Bruma the other way round; Chor watches.

    Weights 75 and 25 in points. Each wants x on the port and z on the toll, or the reverse.
    """
    return {
        "parties": {"avia": party(), "bruma": party(), "chor": party()},
        "issues": {"port": issue("x", "y", "z"), "toll": issue("x", "z")},
        "positions": {
            "avia": {"port": cell("75", x="100", y="40", z="0"), "toll": cell("25", x="100", z="0")},
            "bruma": {"port": cell("25", x="0", y="40", z="100"), "toll": cell("75", x="0", z="100")},
            "chor": {"port": cell("40", x="100", y="0", z="0"), "toll": cell("10", x="0", z="100")},
        },
    }


def found(written: dict[str, Any], norms: Any = None, draws: int = 1) -> list[dict[str, Any]]:
    model = compile_model(dossier_of(**written))
    inputs = draw_inputs(model, Sampler(0), 0, draws)
    points, scale = points_as_written(model, inputs)
    return find_logrolls(model, strict_spaces(model, inputs, in_every_reading(inputs.no_deal)), points, scale, norms)


def sides(logroll: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(trade["party"], trade["issue"], trade["option"]) for trade in logroll["trades"]]


def test_each_has_its_way_where_it_matters_more() -> None:
    first = found(sections())[0]
    assert sides(first) == [("avia", "port", "x"), ("bruma", "toll", "z")]
    # 75 points on the port less 25 on the toll, half of it; Chor has its way on both: (80 + 20) / 2.
    assert [trade["points"] for trade in first["trades"]] == [{"low": 25.0, "median": 25.0, "high": 25.0}] * 2
    assert first["others"] == {"chor": 50.0}
    assert (first["share"], first["worth"], first["rank"], first["norms"]) == (1.0, 0.25, 1, [])
    assert list(faults(found(sections()), list[Logroll])) == []


def test_parties_that_agree_or_weigh_alike_have_nothing_to_trade() -> None:
    alike = sections()
    alike["positions"]["bruma"] = {"port": cell("75", x="0", y="40", z="100"), "toll": cell("25", x="0", z="100")}
    alike["positions"]["chor"] = dict(alike["positions"]["avia"])
    assert found(alike) == []


def test_nothing_rests_on_silence() -> None:
    written = sections()
    del written["positions"]["chor"]["toll"]
    assert found(written) == []
    written["parties"]["chor"]["consents"] = "false"
    assert [sides(logroll) for logroll in found(written)] == [[("avia", "port", "x"), ("bruma", "toll", "z")]]
    assert found(written)[0]["others"] == {}


def test_what_no_package_has_is_not_traded() -> None:
    written = sections()
    written["positions"]["bruma"]["port"]["red_lines"] = {"x": {"binding": "1", "cost": "0"}}
    assert sides(found(written)[0]) == [("avia", "port", "y"), ("bruma", "toll", "z")]
    # Between y and z there are 30 points for Avia and 15 for Bruma.
    assert [trade["points"]["median"] for trade in found(written)[0]["trades"]] == [2.5, 30.0]
    written["rules"] = {"either": {"forbid": {"port": "y", "toll": "z"}}}
    assert [sides(logroll) for logroll in found(written) if logroll["trades"][0]["party"] == "avia"] == []


def test_the_indifferent_give_nothing_that_could_be_traded() -> None:
    """Avia likes x and y alike, so it agrees with Bruma on y: nothing is given up on the toll."""
    written = sections()
    del written["positions"]["chor"], written["parties"]["chor"]
    written["issues"]["toll"] = issue("x", "y", "z")
    written["positions"]["avia"]["toll"] = cell("25", x="100", y="100", z="0")
    written["positions"]["bruma"]["toll"] = cell("75", x="0", y="100", z="50")
    assert found(written) == []


def test_a_trade_against_a_norm_is_shown_without_a_rank() -> None:
    norms = {"held": {"port": ["x", "z"]}}
    written = sections()
    written["issues"]["port"]["status_quo"] = "z"
    clean, *flagged = found(written, norms)
    assert (sides(clean), clean["rank"], clean["norms"]) == ([("avia", "port", "y"), ("bruma", "toll", "z")], 1, [])
    assert [(logroll["rank"], logroll["norms"]) for logroll in flagged] == [(None, ["held"])] * len(flagged)
    assert sides(flagged[0]) == [("avia", "port", "x"), ("bruma", "toll", "z")]


def test_the_most_frequent_options_are_told_and_shares_count_draws() -> None:
    written = sections()
    written["positions"]["bruma"]["port"]["red_lines"] = {"x": {"binding": "0.25", "cost": "0"}}
    logroll = next(one for one in found(written, draws=256) if sides(one)[0][0] == "avia")
    assert sides(logroll) == [("avia", "port", "x"), ("bruma", "toll", "z")]
    assert logroll["share"] == 1.0
    assert [trade["points"]["low"] for trade in logroll["trades"]] == [2.5, 25.0]
    binding = (0.25 - logroll["worth"]) / (0.25 - 0.025)
    assert binding == pytest.approx(0.25, abs=0.01)  # a stratified share over 256 draws


def test_only_those_worth_most_are_kept() -> None:
    names = [f"issue-{k:02}" for k in range(10)]
    written: dict[str, Any] = {
        "parties": {"avia": party(), "bruma": party()},
        "issues": {name: issue("x", "z") for name in names},
        "positions": {
            "avia": {name: cell(str(100 - 10 * k), x="100", z="0") for k, name in enumerate(names)},
            "bruma": {name: cell(str(10 + 10 * k), x="0", z="100") for k, name in enumerate(names)},
        },
    }
    logrolls = found(written)
    assert len(logrolls) == MOST
    assert sides(logrolls[0]) == [("avia", "issue-00", "x"), ("bruma", "issue-09", "z")]
