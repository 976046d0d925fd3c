import numpy as np
import pytest

from irenic.war.odds import Beliefs
from irenic.war.rollout import rollout
from irenic.war.value import prospect, values_ahead
from tests.unit.war.theatres import inputs_of, steady, theatre_of

BELIEFS = Beliefs(np.array([0.1, 0.9]), np.array([0.4, 0.6]), np.array([0.5, 0.5]))


def test_the_interval_shrinks_as_courses_grow() -> None:
    theatre = theatre_of()
    ahead, utility = prospect(theatre, inputs_of(3), (0,), steady(12)), np.arange(5.0)
    few, many = (rollout(theatre, ahead, utility, BELIEFS, (0, 0), runs, 1) for runs in (10_000, 40_000))
    assert (many.high - many.low) * 2 == pytest.approx(few.high - few.low, rel=0.1)
    assert few.runs == 10_000
    value = values_ahead(theatre, ahead, utility.reshape(1, 1, 1, 5), BELIEFS).value[0, 0, 0]
    assert many.low <= value <= many.high


def test_equal_seeds_give_equal_courses() -> None:
    theatre = theatre_of()
    ahead = prospect(theatre, inputs_of(3), (0,), steady(12))
    first, again, other = (rollout(theatre, ahead, np.arange(5.0), BELIEFS, (0, 0), 100, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other
