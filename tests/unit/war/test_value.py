from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from irenic.acts.drawn import DrawnActs, draw_acts
from irenic.acts.rules import Acts, compile_acts
from irenic.dossier.schema.root import Dossier
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.named import named_utilities
from irenic.numbers.draws import Sampler
from irenic.war.inputs import WarInputs, draw_theatre
from irenic.war.odds import Beliefs
from irenic.war.theatre import Theatre, compile_theatre
from irenic.war.value import party_courses, prospect, prospect_of, values_ahead, war_values
from tests.unit.war.theatres import inputs_of, steady, theatre_of, warring, with_levers

DRAWS = 64

CERTAIN = Beliefs(np.zeros(1), np.zeros(1), np.ones(1))
"""Every attack is won in half of the cases."""


def drawn_war(dossier: Dossier) -> tuple[Theatre, WarInputs, Acts, DrawnActs, NDArray[np.float64]]:
    model, sampler = compile_model(dossier), Sampler(4)
    theatre, acts = compile_theatre(dossier, model), compile_acts(dossier)
    assert theatre is not None
    utilities = named_utilities(model, draw_inputs(model, sampler, 0, DRAWS), theatre.packages)
    inputs, drawn = draw_theatre(theatre, sampler, 0, DRAWS), draw_acts(acts, sampler, 0, DRAWS)
    return theatre, inputs, acts, drawn, utilities


def lever(**more: Any) -> dict[str, Any]:
    return {"holder": "corla", "path": "theatre.sides.avia.revenue", "op": "add", "size": "2", **more}


def quiet(theatre: Theatre, **given: Any) -> WarInputs:
    """Nobody attacks and nobody loses; what is given replaces numbers."""
    numbers = {"initiative": 0.0, "loss_rate": 0.0, "replenishment": 0.0, "money": np.nan, "points_cost": 0.0, **given}
    return inputs_of(1, **numbers)


def test_a_war_that_stands_still_is_worth_its_line_less_the_cost() -> None:
    theatre = theatre_of(horizon=24)
    ahead = prospect(theatre, quiet(theatre, discount=0.9, points_cost=[0.5, 0.0]), (0, 1, 2), steady(24))
    utility = np.full((1, 1, 3, 5), 99.0)
    utility[..., theatre.start] = [[[40.0, 60.0, 10.0]]]
    found = values_ahead(theatre, ahead, utility, CERTAIN)
    delta = 0.9 ** (1 / 12)
    assert found.value[0, 0] == pytest.approx([40 - 0.5 * (1 - delta**24) / (1 - delta), 60, 10])
    assert found.tail[0] == pytest.approx([0.81] * 3)


def test_a_collapse_brings_its_end_after_the_month() -> None:
    """Money lasts for two months and runs out in the third: three months of line and cost, then the end."""
    theatre = theatre_of(horizon=24)
    inputs = quiet(theatre, money=[5.0, np.nan], revenue=0.0, grants=0.0, cost=2.0, discount=0.9, points_cost=0.5)
    ahead = prospect(theatre, inputs, (0,), steady(24))
    assert ahead.collapse.tolist() == [2]
    assert ahead.collapse_to.tolist() == [0]
    utility = np.array([20.0, 0.0, 50.0, 0.0, 90.0]).reshape(1, 1, 1, 5)
    delta = 0.9 ** (1 / 12)
    months = sum(delta**t * ((1 - delta) * 50 - 0.5) for t in range(3))
    found = values_ahead(theatre, ahead, utility, CERTAIN)
    assert found.value[0, 0, 0] == pytest.approx(months + delta**3 * 20)
    assert found.tail[0, 0] == 0.0


def test_an_end_that_the_line_reaches_comes_before_a_collapse_in_the_same_month() -> None:
    theatre = theatre_of(line=1, horizon=6)
    inputs = quiet(
        theatre,
        money=[1.0, np.nan],
        revenue=0.0,
        grants=0.0,
        cost=2.0,
        initiative=[1.0, 0.0],
        discount=0.9,
        standstill=np.nan,
        optimism=0.0,
    )
    ahead = prospect(theatre, inputs, (0,), steady(6))
    utility = np.array([20.0, 50.0, 90.0]).reshape(1, 1, 1, 3)
    delta = 0.9 ** (1 / 12)
    found = values_ahead(theatre, ahead, utility, CERTAIN).value[0, 0, 0]
    assert found == pytest.approx((1 - delta) * 50 + delta * (0.5 * 90 + 0.5 * 20))


def test_both_at_the_end_of_their_means_leave_the_line_where_it_is() -> None:
    theatre = theatre_of(horizon=6)
    inputs = quiet(theatre, money=1.0, revenue=0.0, grants=0.0, cost=2.0, discount=0.9)
    ahead = prospect(theatre, inputs, (0,), steady(6))
    utility = np.arange(5.0).reshape(1, 1, 1, 5)
    found = values_ahead(theatre, ahead, utility, CERTAIN)
    assert found.value[0, 0, 0] == pytest.approx(theatre.start)
    assert found.tail[0, 0] == 0.0


def test_optimism_is_that_of_the_own_side() -> None:
    theatre = theatre_of(horizon=8)
    inputs = inputs_of(1, optimism=0.7)
    lean = prospect(theatre, inputs, (0, 1, 2, 3), steady(8)).lean[0, :, 0]
    assert lean.tolist() == [0.7, -0.7, -0.7, 0.0]


def test_only_belligerents_bear_a_cost() -> None:
    cost = prospect(theatre_of(), inputs_of(1, points_cost=[0.3, 0.4]), (0, 1, 2, 3), steady(12)).cost[0, :, 0]
    assert cost.tolist() == [0.3, 0.4, 0.0, 0.0]


def test_parties_whose_refusal_sets_off_the_same_share_a_course() -> None:
    credit, threat = lever(trigger="talks-fail"), lever(trigger={"on": "offer-refused", "by": "avia"})
    theatre, _, acts, drawn, _ = drawn_war(with_levers(warring(), credit=credit, threat=threat))
    found = party_courses(theatre, acts, drawn, {})
    assert [course.parties for course in found] == [(0,), (1, 2)]
    assert [course.parties for course in party_courses(theatre, acts, drawn, {}, without=["levers.threat"])] == [
        (0, 1, 2)
    ]


def test_values_of_a_dossier() -> None:
    theatre, inputs, acts, drawn, utilities = drawn_war(warring())
    found = war_values(theatre, inputs, acts, drawn, utilities, party_courses(theatre, acts, drawn, {}))
    assert found.value.shape == (DRAWS, 2, 3)
    assert np.isfinite(found.value[:, :, :2]).all()
    assert np.isnan(found.value[:, :, 2]).all()  # neither positions nor discount
    assert np.isnan(found.tail[:, 2]).all()
    assert np.array_equal(found.value[:, 0], found.value[:, 1], equal_nan=True)  # nobody is silent on anything


def test_each_party_reckons_with_what_its_own_refusal_sets_off() -> None:
    """A threat that falls on Avia if it refuses lowers its value, and nobody else's."""
    threat = lever(
        path="theatre.sides.avia.replenishment", op="set", size="0", trigger={"on": "offer-refused", "by": "avia"}
    )
    theatre, inputs, acts, drawn, utilities = drawn_war(with_levers(warring(), threat=threat))
    values = [
        war_values(
            theatre, inputs, acts, drawn, utilities, party_courses(theatre, acts, drawn, {}, without=without)
        ).value
        for without in ((), ("levers.threat",))
    ]
    assert (values[0][:, 0, 0] < values[1][:, 0, 0]).all()
    assert np.array_equal(values[0][:, 0, 1], values[1][:, 0, 1])


def test_levers_may_change_patience() -> None:
    hurry = lever(path="parties.avia.discount", op="multiply", size="0.5", trigger="talks-fail")
    theatre, inputs, acts, drawn, _ = drawn_war(with_levers(warring(), hurry=hurry))
    ahead = prospect_of(theatre, inputs, acts, drawn, party_courses(theatre, acts, drawn, {})[0])
    assert ahead.discount[:, 0] == pytest.approx(np.full((DRAWS, theatre.horizon), 0.45 ** (1 / 12)))


def test_values_of_a_draw_depend_on_no_other() -> None:
    theatre, inputs, acts, drawn, utilities = drawn_war(warring())
    ahead = prospect_of(theatre, inputs, acts, drawn, party_courses(theatre, acts, drawn, {})[0])
    whole = values_ahead(theatre, ahead, utilities, CERTAIN).value
    one = replace(
        ahead,
        **{name: getattr(ahead, name)[7:8] for name in ("lean", "discount", "cost", "gate", "collapse", "collapse_to")},
        forecast=replace(
            ahead.forecast,
            **{
                name: getattr(ahead.forecast, name)[7:8] for name in ("log_ratio", "shift", "slope_shift", "initiative")
            },
        ),
    )
    assert np.array_equal(values_ahead(theatre, one, utilities[7:8], CERTAIN).value, whole[7:8], equal_nan=True)


def test_values_are_the_same_bytes_however_draws_are_cut() -> None:
    """Powers, logarithms and exponentials included: exponents of the law of losses are drawn here."""
    credit = lever(trigger="talks-fail", lag="0.5 to 3")
    dossier = with_levers(warring(attrition={"p": "0.8 to 1.2", "q": "0.05 to 0.3"}), credit=credit)
    model, sampler, acts = compile_model(dossier), Sampler(4), compile_acts(dossier)
    theatre = compile_theatre(dossier, model)
    assert theatre is not None

    def values(start: int, stop: int) -> NDArray[np.float64]:
        utilities = named_utilities(model, draw_inputs(model, sampler, start, stop), theatre.packages)
        inputs, drawn = draw_theatre(theatre, sampler, start, stop), draw_acts(acts, sampler, start, stop)
        return war_values(theatre, inputs, acts, drawn, utilities, party_courses(theatre, acts, drawn, {})).value

    parts = [values(start, stop) for start, stop in ((0, 7), (7, 8), (8, 41), (41, DRAWS))]
    assert np.concatenate(parts).tobytes() == values(0, DRAWS).tobytes()
