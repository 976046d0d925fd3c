"""What side deals there are, from a dossier, and what they block."""

from typing import Any

import numpy as np
import pytest

from irenic.deal.chunk import deal_chunk
from irenic.deal.conditions import strict_spaces
from irenic.deal.constraints import members_of
from irenic.deal.existence import possible_draws
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.plan import CountPlan
from irenic.deal.spaces import Spaces, in_every_reading, spaces_of
from irenic.deal.unblocked import exist, unblocked
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, issue, party

ONE = CountPlan("every_package", 1)


def sections(**more: Any) -> dict[str, Any]:
    """North and south could open the road between them, worth 60 points to each; west wants the port that they keep."""
    road = {"weight": "60", "values": {"closed": "0", "open": "100"}}
    port = {"weight": "40", "values": {"theirs": "100", "shared": "50", "west": "0"}}
    return {
        "parties": {name: party(no_deal="10") for name in ("north", "south", "west")},
        "issues": {"road": issue("closed", "open"), "port": issue("theirs", "shared", "west")},
        "positions": {
            "north": {"road": road, "port": port},
            "south": {"road": road, "port": port},
            "west": {"port": {"weight": "100", "values": {"theirs": "0", "shared": "50", "west": "100"}}},
        },
        "coalitions": {"road": {"members": ["north", "south"], "controls": {"road": ["open"]}}},
        **more,
    }


def compiled(written: dict[str, Any]) -> tuple[Model, Spaces]:
    model = compile_model(dossier_of(**written))
    inputs = draw_inputs(model, Sampler(0), 0, 1)
    return model, spaces_of(model, inputs, inputs.no_deal[:, np.newaxis], [block_tables(model, inputs, "silent_zero")])


def answers(written: dict[str, Any]) -> tuple[Model, dict[str, Any]]:
    model = compile_model(dossier_of(**written))
    inputs = draw_inputs(model, Sampler(0), 0, 1)
    return model, deal_chunk(model, inputs, in_every_reading(inputs.no_deal), ONE)


def offers(spaces: Spaces) -> list[list[float]]:
    """What side deals offer, to the nearest millionth."""
    return [[round(float(x), 6) if x < FAR else np.inf for x in row] for row in spaces.blocking.deals]


def test_a_side_deal_is_worth_no_deal_and_what_it_adds_to_the_status_quo() -> None:
    _, spaces = compiled(sections())
    assert offers(spaces) == [[70.0, 70.0, np.inf]]
    assert np.round(spaces.blocking.corners, 6).tolist() == [[70.0, -FAR, -FAR], [-FAR, 70.0, -FAR]]


def test_a_package_is_blocked_where_every_member_would_rather_make_the_side_deal() -> None:
    _, spaces = compiled(sections())
    utilities = np.array([[69.9, 69.9, 100.0], [70.0, 0.0, 0.0], [0.0, 80.0, 0.0]])
    assert unblocked(spaces, 0, utilities).tolist() == [False, True, True]


def test_the_coalition_keeps_the_west_from_the_whole_port() -> None:
    """Sharing the port leaves north and south 80, more than a side deal; giving it up would leave them 60."""
    _, found = answers(sections())
    assert found["deal.zone_count"][0, 0].tolist() == [1, 1]
    parties = {name: party(no_deal="10") for name in ("north", "south")} | {"west": party(no_deal="60")}
    model, found = answers(sections(parties=parties))
    assert not found["deal.possible"].any()
    assert {members_of(model, row) for row in found["deal.conflicts.members"]} == {
        ("parties.west.no_deal", "coalitions.road")
    }


def test_without_the_coalition_there_would_be_a_deal() -> None:
    parties = {name: party(no_deal="10") for name in ("north", "south")} | {"west": party(no_deal="60")}
    model, found = answers(sections(parties=parties, coalitions={}))
    assert found["deal.zone_count"][0, 0].tolist() == [1, 1]
    assert not any(constraint.kind == "coalition" for constraint in model.constraints)


@pytest.mark.parametrize(
    "objection",
    [
        {"rules": {"shut": {"forbid": {"road": "open"}, "when": {"port": "theirs"}}}},
        {"issues": {"road": {**issue("closed", "open"), "options": {"closed": {}, "open": {"infeasible": "1"}}}}},
    ],
    ids=["rule", "infeasible"],
)
def test_a_side_deal_breaks_no_rule_and_uses_nothing_infeasible(objection: dict[str, Any]) -> None:
    written = sections()
    written["issues"] |= objection.get("issues", {})
    written["rules"] = objection.get("rules", {})
    assert offers(compiled(written)[1]) == []


@pytest.mark.parametrize(("holder", "left"), [("north", 0), ("west", 1)])
def test_binding_lines_of_members_count_and_those_of_others_do_not(holder: str, left: int) -> None:
    written = sections()
    line = {"open": {"binding": "1", "cost": "0"}}
    written["positions"][holder] = dict(written["positions"][holder])
    cell = written["positions"][holder].get("road", {})
    written["positions"][holder]["road"] = {**cell, "red_lines": line}
    assert len(offers(compiled(written)[1])) == left


def test_what_the_status_quo_breaks_is_no_objection() -> None:
    written = sections(rules={"peace": {"require": {"port": ["shared", "west"]}}})
    assert len(offers(compiled(written)[1])) == 1
    written["positions"]["north"]["red_lines"] = {
        "all": {"refuses": {"port": "theirs", "road": ["closed", "open"]}, "binding": "1", "cost": "5"}
    }
    assert offers(compiled(written)[1]) == [[70.0, 70.0, np.inf]]


def test_side_deals_that_leave_a_member_without_gain_block_nothing() -> None:
    written = sections()
    written["positions"]["south"] = {
        **written["positions"]["south"],
        "road": {"weight": "60", "values": {"closed": "100", "open": "0"}},
    }
    _, spaces = compiled(written)
    assert spaces.blocking.declared
    assert offers(spaces) == []
    assert spaces.blocking.corners.tolist() == [[-FAR] * 3]


def test_of_two_coalitions_each_must_be_content() -> None:
    written = sections()
    written["positions"]["west"] = {
        "road": {"weight": "50", "values": {"closed": "0", "open": "100"}},
        **written["positions"]["west"],
    }
    written["coalitions"]["other"] = {"members": ["south", "west"], "controls": {"road": ["open"]}}
    _, spaces = compiled(written)
    assert len(spaces.blocking.corners) == 2
    assert spaces.blocking.coalitions.tolist() == [0, 1]
    south_has_enough = np.array([[0.0, 70.0, 0.0]])
    assert unblocked(spaces, 0, south_has_enough).all()


def test_the_strict_basis_keeps_what_blocks() -> None:
    parties = {name: party(no_deal="10") for name in ("north", "south")} | {"west": party(no_deal="60")}
    model = compile_model(dossier_of(**sections(parties=parties)))
    inputs = draw_inputs(model, Sampler(0), 0, 1)
    strict = strict_spaces(model, inputs, in_every_reading(inputs.no_deal))
    assert offers(strict) == [[70.0, 70.0, np.inf]]
    assert not exist(strict, strict.hard_allowed).any()
    assert not possible_draws(model, inputs, in_every_reading(inputs.no_deal), "silent_zero", "hard").any()


def test_without_coalitions_nothing_is_computed() -> None:
    _, spaces = compiled(sections(coalitions={}))
    assert not spaces.blocking.declared
    assert spaces.deal_starts.tolist() == [0, 0]
