import numpy as np
import pytest

from irenic.war.learning import battle_likelihood, learned, reweigh
from irenic.war.odds import Beliefs, win_chances
from irenic.war.value import prospect
from tests.unit.war.theatres import inputs_of, steady, theatre_of

BELIEFS = Beliefs(np.array([-0.5, 0.5]), np.array([0.5, 0.5]), np.array([0.5, 0.5]))
MONTHS = 48


def test_no_battle_says_nothing() -> None:
    likelihood = battle_likelihood(np.array([0.6, 0.4]), np.array([False, False]), np.array([False, False]))
    assert likelihood.tolist() == [1.0, 1.0]
    assert reweigh(np.array([0.3, 0.7]), likelihood).tolist() == [0.3, 0.7]


def test_both_sides_attacks_count() -> None:
    theatre, inputs = theatre_of(), inputs_of(5, optimism=0.0)
    ahead = prospect(theatre, inputs, (0, 3), steady(12))
    weight = np.full((1, 2, 2), 0.5)
    both = np.array([[True, True]])
    found = learned(ahead, BELIEFS, weight, 4, both, np.array([[True, False]]))
    first, second = win_chances(BELIEFS.b0, BELIEFS.b1, ahead.forecast.log_ratio[0, 4])
    seen = first * (1.0 - second)
    assert found[0, 0] == pytest.approx(seen / seen.sum())
    assert np.array_equal(found[0, 0], found[0, 1])
    assert np.array_equal(learned(ahead, BELIEFS, weight, 4, ~both, both), weight)


def test_events_refute_what_a_side_believes_of_itself() -> None:
    """True odds of attacks are low; a side that thinks them high comes round, whatever its optimism."""
    theatre = theatre_of(horizon=MONTHS)
    weight = np.broadcast_to([0.05, 0.95], (400, 2, 2))
    inputs = inputs_of(5, 400, optimism=0.2, forces=100.0, loss_rate=0.0, replenishment=0.0)
    ahead = prospect(theatre, inputs, (0, 1), steady(MONTHS))
    chance = np.random.default_rng(1)
    for month in range(MONTHS):
        true = win_chances(BELIEFS.b0[0], BELIEFS.b1[0], ahead.forecast.log_ratio[:, month])
        attacked = np.ones((400, 2), dtype=np.bool_)
        won = np.stack([chance.random(400) < true[0], chance.random(400) < true[1]], axis=1)
        weight = learned(ahead, BELIEFS, weight, month, attacked, won)
    assert (weight[:, :, 1].mean(axis=0) < 0.1).all()
