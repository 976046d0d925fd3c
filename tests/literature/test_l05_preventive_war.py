"""L5: the shift of power beyond which the declining side fights, δ = .9, p = .6, c = .1 (Fearon 1995, Powell 2006).

Each threshold is also found by comparing fighting now with waiting, as present values.
"""

from collections.abc import Callable

import pytest

from irenic.war.shift import beyond_whole_surplus, with_lasting_cost, with_single_cost

DISCOUNT, P, COST = 0.9, 0.6, 0.1
EVER = 1.0 / (1.0 - DISCOUNT)


def fights(war_now: float, later: float) -> bool:
    """Fighting now against all of this period's stake and what is left later."""
    return war_now > 1.0 + DISCOUNT * later


def least_shift(war_now: float, later: Callable[[float], float]) -> float:
    """The threshold by bisection."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2.0
        low, high = (low, middle) if fights(war_now, later(middle)) else (middle, high)
    return high


def test_cost_in_every_period_and_a_rising_side_that_later_takes_all() -> None:
    assert with_lasting_cost(DISCOUNT, P, COST) == pytest.approx(0.05556, abs=1e-5)
    compared = least_shift((P - COST) * EVER, lambda shift: (P - shift - COST) * EVER)
    assert with_lasting_cost(DISCOUNT, P, COST) == pytest.approx(compared, abs=1e-12)


def test_cost_paid_once() -> None:
    assert with_single_cost(DISCOUNT, P, COST) == pytest.approx(0.04556, abs=1e-5)
    compared = least_shift(P * EVER - COST, lambda shift: (P - shift) * EVER - COST)
    assert with_single_cost(DISCOUNT, P, COST) == pytest.approx(compared, abs=1e-12)


def test_shift_beyond_the_whole_surplus() -> None:
    assert beyond_whole_surplus(DISCOUNT, P, COST) == pytest.approx(0.25556, abs=1e-5)
    compared = least_shift((P - COST) * EVER, lambda shift: (P - shift + COST) * EVER)
    assert beyond_whole_surplus(DISCOUNT, P, COST) == pytest.approx(compared, abs=1e-12)
