from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from irenic.acts.course import no_deal_course
from irenic.acts.drawn import draw_acts
from irenic.acts.rules import compile_acts
from irenic.acts.stretches import stretches
from irenic.model.compilation import compile_model
from irenic.numbers.draws import Sampler
from irenic.war.forecast import Monthly, arrivals, collapse_months, course, first_collapse, forecast
from irenic.war.inputs import draw_theatre
from irenic.war.theatre import compile_theatre
from tests.unit.war.theatres import inputs_of, steady, theatre_of, warring, with_levers

Floats = NDArray[np.float64]

QUIET: dict[str, Any] = {
    "forces": [100.0, 200.0],
    "replenishment": 0.0,
    "loss_rate": 0.0,
    "materiel": 1.0,
    "effectiveness": 1.0,
    "p": 1.0,
    "q": 0.0,
}


def more_of(path: str, by_month: Floats, horizon: int) -> Monthly:
    """Nothing changes but one number, to which something is added in each month."""
    told = steady(horizon)
    return lambda name, base: told(name, base) + (by_month if name == path else 0.0)


@pytest.mark.parametrize(
    ("lag", "expected"),
    [(0.0, [5, 6, 7, 8]), (1.0, [2, 5, 6, 7]), (2.0, [2, 2, 5, 6]), (1.5, [2, 3.5, 5.5, 6.5]), (9.0, [2, 2, 2, 2])],
)
def test_aid_arrives_after_its_lag(lag: float, expected: list[float]) -> None:
    promised = np.broadcast_to([5.0, 6.0, 7.0, 8.0], (1, 2, 4))
    found = arrivals(promised, np.full((1, 2), 2.0), np.full((1, 2, 4), lag))
    assert found[0, 1] == pytest.approx(expected)


def test_supply_is_the_cost_that_is_met() -> None:
    inputs = inputs_of(1, cost=[6.0, 0.0], aid=[2.0, 0.0], aid_lag=1.0, **QUIET)
    told = more_of("theatre.sides.avia.aid", np.array([4.0, 4.0, -2.0, -2.0]), 4)
    found = course(theatre_of(horizon=4), inputs, told).supply[0]
    assert found[0] == pytest.approx([1.0, 12 / 8, 12 / 8, 6 / 8])
    assert found[1].tolist() == [1.0] * 4


def test_replenishment_follows_supply() -> None:
    inputs = inputs_of(1, cost=6.0, aid=2.0, aid_lag=0.0, **{**QUIET, "replenishment": 8.0})
    told = more_of("theatre.sides.avia.aid", np.array([0.0, 4.0, -2.0]), 3)
    found = course(theatre_of(horizon=3), inputs, told).forces[0]
    assert found[0] == pytest.approx([100, 108, 120, 126])
    assert found[1] == pytest.approx([200, 208, 216, 224])


def test_a_stated_need_makes_aid_count_from_the_start() -> None:
    inputs = inputs_of(1, cost=6.0, aid=[2.0, 4.0], need=10.0, aid_lag=0.0, **{**QUIET, "replenishment": 10.0})
    found = course(theatre_of(horizon=2), inputs, steady(2))
    assert found.supply[0] == pytest.approx(np.array([[0.8, 0.8], [1.0, 1.0]]))
    assert found.forces[0, :, 2] == pytest.approx([116, 220])


def test_money_is_added_up_and_runs_out() -> None:
    inputs = inputs_of(1, money=[5.0, np.nan], revenue=2.0, grants=1.0, cost=[5.0, 50.0], **QUIET)
    found = course(theatre_of(horizon=4), inputs, steady(4))
    assert found.money[0, 0] == pytest.approx([5, 3, 1, -1, -3])
    assert found.collapse[0].tolist() == [2, 5]
    paid = course(theatre_of(horizon=4), inputs, more_of("theatre.sides.avia.money", np.array([0.0, 0.0, 9.0, 0.0]), 4))
    assert paid.collapse[0].tolist() == [5, 5]


def test_men_who_come_at_once_fight_in_that_month() -> None:
    inputs = inputs_of(1, **QUIET)
    found = course(theatre_of(horizon=3), inputs, more_of("theatre.sides.avia.forces", np.array([0.0, 100.0, 0.0]), 3))
    assert found.forces[0, 0] == pytest.approx([100, 100, 200, 200])
    assert found.log_ratio[0] == pytest.approx([np.log(0.5), 0.0, 0.0])


def test_casualties_are_what_is_lost() -> None:
    inputs = inputs_of(1, **{**QUIET, "loss_rate": [10.0, 0.0], "replenishment": [1.0, 0.0], "cost": 0.0, "aid": 0.0})
    found = course(theatre_of(horizon=2), inputs, steady(2))
    assert found.casualties[0, 0] == pytest.approx([2.0, 2.0])
    assert found.forces[0, 0] == pytest.approx([100, 99, 98])
    assert found.casualties[0, 1] == pytest.approx([0.0, 0.0])


def test_the_month_of_a_collapse() -> None:
    forces = np.array([[[5.0, 1.0, 0.0, 0.0], [5.0, 5.0, 5.0, 5.0]]])
    money = np.array([[[np.nan] * 4, [1.0, 0.0, 0.0, -0.1]]])
    assert collapse_months(forces, money).tolist() == [[1, 2]]
    assert collapse_months(forces[:, ::-1], np.full((1, 2, 4), np.nan)).tolist() == [[4, 1]]


def test_where_a_collapse_leads() -> None:
    theatre = theatre_of(line=3, first_gains_upward=True)
    month, place = first_collapse(theatre, np.array([[3, 13], [13, 2], [4, 4], [13, 13]]))
    assert month.tolist() == [3, 2, 4, 13]
    assert place.tolist() == [0, 4, -1, -1]


def test_levers_of_a_dossier_work_by_their_chance() -> None:
    lever = {
        "holder": "corla",
        "path": "theatre.sides.avia.revenue",
        "op": "add",
        "size": "2",
        "trigger": "talks-fail",
        "credibility": "0.5",
        "lag": "1",
    }
    dossier = with_levers(warring(), credit=lever)
    theatre = compile_theatre(dossier, compile_model(dossier))
    assert theatre is not None
    acts, sampler = compile_acts(dossier), Sampler(1)
    inputs, drawn = draw_theatre(theatre, sampler, 0, 16), draw_acts(acts, sampler, 0, 16)
    at_work = stretches(acts, drawn, no_deal_course(), {})
    expected = forecast(theatre, inputs, acts, drawn, at_work)
    assert np.diff(expected.money[:, 0, :4], axis=1) == pytest.approx(np.tile([-1.0, 0.0, 0.0], (16, 1)))
    used = forecast(theatre, inputs, acts, drawn, at_work, np.arange(16)[:, np.newaxis] % 2 == 0)
    assert np.diff(used.money[:2, 0, :4], axis=1) == pytest.approx(np.array([[-1.0, 1.0, 1.0], [-1.0, -1.0, -1.0]]))
