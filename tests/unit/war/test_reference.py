"""The measure of the kernels, itself checked by hand."""

import numpy as np
import pytest

from irenic.war.reference import Course, Outlook, reference_forecast, reference_value
from tests.unit.war.theatres import inputs_of, steady, theatre_of


def course_of(months: int, collapse: tuple[int, int] | None = None, initiative: float = 1.0) -> Course:
    """Two equal sides; side 0 attacks with a chance, side 1 never."""
    level = [1.0] * (months + 1)
    return Course(
        forces=(level, level),
        money=(level, level),
        casualties=([0.0] * months, [0.0] * months),
        supply=([1.0] * months, [1.0] * months),
        log_ratio=[0.0] * months,
        initiative=([initiative] * months, [0.0] * months),
        collapse=list(collapse or (months + 1, months + 1)),
    )


def outlook_of(
    months: int, utility: list[float], discount: float = 0.5, cost: float = 1.0, gate: float = 1.0
) -> Outlook:
    return Outlook([0.0] * months, [0.0] * months, gate, [0.0] * months, [discount] * months, [cost] * months, utility)


def test_one_month_of_an_even_chance() -> None:
    """Half of the attacks are won: half of 50, less a cost of 1, and half of what comes on average."""
    theatre = theatre_of(line=1, horizon=1)
    assert reference_value(theatre, course_of(1), outlook_of(1, [0.0, 50.0, 90.0])) == pytest.approx(
        0.5 * 50 - 1 + 0.5 * (0.5 * 90 + 0.5 * 50)
    )


def test_two_months() -> None:
    theatre = theatre_of(line=1, horizon=2)
    last = 0.5 * 50 - 1 + 0.5 * (0.5 * 90 + 0.5 * 50)
    found = reference_value(theatre, course_of(2), outlook_of(2, [0.0, 50.0, 90.0]))
    assert found == pytest.approx(0.5 * 50 - 1 + 0.5 * (0.5 * 90 + 0.5 * last))


def test_a_gate_that_lets_nothing_through_leaves_the_line() -> None:
    theatre = theatre_of(line=1, horizon=2)
    found = reference_value(theatre, course_of(2), outlook_of(2, [0.0, 50.0, 90.0], cost=0.0, gate=0.0))
    assert found == pytest.approx(50.0)


@pytest.mark.parametrize(("collapse", "brought"), [((0, 9), 0.0), ((9, 0), 90.0), ((0, 0), 50.0)])
def test_collapse_in_the_first_month(collapse: tuple[int, int], brought: float) -> None:
    theatre = theatre_of(line=1, horizon=3)
    course = course_of(3, collapse, initiative=0.0)
    found = reference_value(theatre, course, outlook_of(3, [0.0, 50.0, 90.0]))
    assert found == pytest.approx(0.5 * 50 - 1 + 0.5 * brought)


def test_a_forecast_by_hand() -> None:
    """Aid of 2 beside a cost of 6; side 1 alone loses: 2 a month for every hundred thousand of side 0."""
    inputs = inputs_of(
        1,
        forces=[100.0, 50.0],
        replenishment=[0.0, 1.0],
        loss_rate=[0.0, 20.0],
        materiel=[1.0, 2.0],
        effectiveness=[1.0, 0.5],
        initiative=[0.3, 0.4],
        aid=2.0,
        aid_lag=0.0,
        cost=6.0,
        revenue=1.0,
        grants=2.0,
        money=[7.0, np.nan],
        p=1.0,
        q=0.0,
    )
    found = reference_forecast(theatre_of(horizon=3), inputs, steady(3))
    assert found.forces[1] == pytest.approx([50, 49, 48, 47])
    assert found.casualties[1] == pytest.approx([2, 2, 2])
    assert found.supply == ([1.0] * 3, [1.0] * 3)
    assert found.money[0] == pytest.approx([7, 4, 1, -2])
    assert found.log_ratio == pytest.approx(np.log([100 / 50, 100 / 49, 100 / 48]))
    assert found.initiative == ([0.3] * 3, [0.4] * 3)
    assert found.collapse == [2, 4]
