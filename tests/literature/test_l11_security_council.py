"""L11: power in the United Nations Security Council since 1965, after Shapley and Shubik (1954).

Nine of fifteen votes with all five permanent members carry. That is the weighted rule [39; 7 five times, 1 ten times].
"""

from fractions import Fraction

import numpy as np
import pytest

from irenic.votes.chances import passing
from irenic.votes.game import House, quota_game
from irenic.votes.power import Power, power
from irenic.votes.weights import read_weights, weights_power

HOUSES = [House(tuple(range(15)), quota_game((7,) * 5 + (1,) * 10, 39))]


@pytest.fixture(scope="module")
def found() -> Power:
    return power(HOUSES, 15)


def test_the_rule_is_that_of_the_charter() -> None:
    game = HOUSES[0].game
    assert game.carries({0, 1, 2, 3, 4, 5, 6, 7, 8})
    assert not game.carries({0, 1, 2, 3, 4, 5, 6, 7})
    assert not game.carries({0, 1, 2, 3, *range(5, 15)})


def test_shapley_shubik(found: Power) -> None:
    assert found.shapley_shubik == (Fraction(421, 2145),) * 5 + (Fraction(4, 2145),) * 10


def test_banzhaf_swings(found: Power) -> None:
    assert found.swings == (848,) * 5 + (84,) * 10
    assert sum(found.swings) == 5_080


def test_independent_even_votes_are_decided_with_the_absolute_banzhaf_index(found: Power) -> None:
    """Pr(yes | i for) − Pr(yes | i against) at ½ each is the absolute index: .051758 and .005127."""
    for member, printed in ((0, 0.051758), (14, 0.005127)):
        chances = np.full((2, 15), 0.5)
        chances[0, member], chances[1, member] = 1.0, 0.0
        with_it, without_it = passing(HOUSES, chances)
        # Counts over 2¹⁴ are exact in floats.
        assert with_it - without_it == float(found.absolute[member])
        assert with_it - without_it == pytest.approx(printed, abs=5e-7)


def test_as_it_is_typed() -> None:
    typed = weights_power(*read_weights("39:7,7,7,7,7,1,1,1,1,1,1,1,1,1,1"))
    assert typed["shapley_shubik"] == ["421/2145"] * 5 + ["4/2145"] * 10
    assert typed["banzhaf"] == ["106/635"] * 5 + ["21/1270"] * 10
