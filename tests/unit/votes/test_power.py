from fractions import Fraction

import numpy as np
import pytest

from irenic.errors.problem import IrenicError
from irenic.votes import reference
from irenic.votes.game import House, majority_game, quota_game
from irenic.votes.power import power
from tests.unit.votes.examples import one_house, random_houses


def test_power_is_that_of_listing() -> None:
    rng = np.random.default_rng(11)
    compared = 0
    while compared < 25:
        members = int(rng.integers(1, 8))
        houses = random_houses(rng, members)
        try:
            found = power(houses, members)
        except IrenicError:
            continue
        compared += 1
        assert list(found.shapley_shubik) == reference.shapley_shubik(houses, members)
        assert list(found.absolute) == reference.absolute_banzhaf(houses, members)
        assert sum(found.shapley_shubik) == sum(found.banzhaf) == 1
        assert found.winning == sum(
            all(house.carries(favour) for house in houses) for favour in reference.subsets(members)
        )


def test_chambers_share_power() -> None:
    """One member in one chamber, three in the other: two of these and the first are needed."""
    houses = [House((0,), majority_game((1,), 0.5)), House((1, 2, 3), majority_game((1, 1, 1), 0.5))]
    found = power(houses, 4)
    assert found.swings == (4, 2, 2, 2)
    assert found.shapley_shubik[0] == Fraction(1, 2)


def test_where_nobody_decides() -> None:
    with pytest.raises(IrenicError) as raised:
        power(one_house(quota_game((1, 1), 3)), 2)
    assert [problem.code for problem in raised.value.problems] == ["vote.nobody-decides"]
