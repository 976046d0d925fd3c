"""L6: forts as a gambler's fortune, π = .55, k = 5 of N = 10, and π = ½ (Smith & Stam 2004; gambler's ruin)."""

import numpy as np
import pytest

from irenic.war.closed_form import expected_months, top_chance
from irenic.war.odds import Beliefs
from irenic.war.value import prospect, values_ahead
from tests.unit.war.theatres import inputs_of, steady, theatre_of

FAR = 4000
"""Battles after which nothing of a war over ten forts is left (less than 1e-15 at even odds)."""


def won_by_induction(chance: float, cost: float = 0.0) -> float:
    """Side 0 attacks in every month and wins a fort with `chance`, else loses one; nothing is discounted."""
    theatre = theatre_of(line=9, horizon=FAR)
    inputs = inputs_of(
        0,
        initiative=[1.0, 1.0],
        forces=100.0,
        replenishment=0.0,
        loss_rate=0.0,
        effectiveness=1.0,
        materiel=1.0,
        money=np.nan,
        standstill=np.nan,
        discount=1.0,
        optimism=0.0,
        points_cost=cost,
    )
    ahead = prospect(theatre, inputs, (0,), steady(FAR))
    # Both sides attack; the line moves if one wins and the other doesn't. With odds ±x of the two the share of moves
    # that are side 0's is Λ(2x), so x is half the log-odds asked for.
    ahead.lean[:] = np.log(chance / (1.0 - chance)) / 2.0
    utility = np.zeros((1, 1, 1, 11))
    utility[..., -1] = 1.0
    even = Beliefs(np.zeros(1), np.zeros(1), np.ones(1))
    return float(values_ahead(theatre, ahead, utility if cost == 0.0 else 0.0 * utility, even).value[0, 0, 0])


def test_chance_to_win_all_forts() -> None:
    assert top_chance(0.55, 0.45, 5, 10) == pytest.approx(0.731717, abs=1e-6)
    assert won_by_induction(0.55) == pytest.approx(0.731717, abs=1e-6)


@pytest.mark.parametrize("k", range(11))
def test_even_odds(k: int) -> None:
    assert top_chance(0.5, 0.5, k, 10) == pytest.approx(k / 10, abs=1e-6)
    assert expected_months(0.5, 0.5, k, 10) == pytest.approx(k * (10 - k), abs=1e-6)


def test_even_odds_by_induction() -> None:
    """Each month costs a point, so the value is the expected time; half of the months move the line here."""
    assert won_by_induction(0.5) == pytest.approx(0.5, abs=1e-6)
    assert won_by_induction(0.5, cost=1.0) == pytest.approx(-2.0 * 25.0, abs=1e-6)


def test_uneven_odds_and_time() -> None:
    """As the equations of one step: E(k) = 1 + π E(k + 1) + (1 − π) E(k − 1)."""
    times = [expected_months(0.55, 0.45, k, 10) for k in range(11)]
    assert times[0] == times[10] == pytest.approx(0.0, abs=1e-9)
    for k in range(1, 10):
        assert times[k] == pytest.approx(1.0 + 0.55 * times[k + 1] + 0.45 * times[k - 1], abs=1e-9)
