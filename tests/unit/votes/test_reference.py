from fractions import Fraction

import pytest

from irenic.votes.game import majority_game, number_game, quota_game
from irenic.votes.reference import (
    absolute_banzhaf,
    passing_chance,
    shapley_shubik,
    smallest_changes,
    subsets,
    swings_by_size,
)
from tests.unit.votes.examples import one_house


def test_every_set_once() -> None:
    assert len(set(subsets(4))) == 16


def test_a_dictator_has_all_power() -> None:
    houses = one_house(quota_game((3, 1, 1), 3))
    assert shapley_shubik(houses, 3) == [1, 0, 0]
    assert absolute_banzhaf(houses, 3) == [1, 0, 0]


def test_a_veto_shared_with_one_of_two() -> None:
    """[3; 2, 1, 1]: the first is pivotal in four of six orders."""
    houses = one_house(quota_game((2, 1, 1), 3))
    assert shapley_shubik(houses, 3) == [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]
    assert swings_by_size(houses, 3) == [[0, 2, 1], [0, 1, 0], [0, 1, 0]]


def test_chance_of_a_majority_of_three() -> None:
    assert passing_chance(one_house(majority_game((1, 1, 1), 0.5)), [0.5, 0.5, 0.5]) == pytest.approx(0.5)
    assert passing_chance(one_house(number_game(2, 2)), [0.3, 0.4]) == pytest.approx(0.12)


def test_smallest_changes() -> None:
    houses = one_house(number_game(3, 3))
    assert smallest_changes(houses, {0}, range(3)) == (2, [(1, 2)])
    assert smallest_changes(houses, {0, 1, 2}, range(3)) == (1, [(0,), (1,), (2,)])
    assert smallest_changes(houses, {0}, [1]) is None
