"""`irenic.votes.kernels` through the functions that call them: counts and chances against listing every set."""

import numpy as np
import pytest

from irenic.votes.game import double_game, number_game, quota_game
from irenic.votes.halves import MOST_MEMBERS, passing_by_halves, winning_by_size
from irenic.votes.reference import passing_chance
from tests.unit.votes.examples import one_house


def test_chances_are_those_of_listing() -> None:
    rng = np.random.default_rng(5)
    for members in (1, 2, 3, 7):
        chances = rng.random((3, members))
        for game in (
            quota_game([int(w) for w in rng.integers(0, 9, members)], 9),
            double_game([int(w) for w in rng.integers(1, 9, members)], 0.55, 0.65, 2),
        ):
            listed = [passing_chance(one_house(game), row.tolist()) for row in chances]
            # Sums of at most 2⁷ products: rounding alone.
            assert passing_by_halves(game, chances) == pytest.approx(listed, abs=1e-12)


def test_nobody_wins_what_is_out_of_reach() -> None:
    winning, with_member = winning_by_size(quota_game((1, 2, 3), 7))
    assert winning.sum() == with_member.sum() == 0


def test_more_members_than_are_listed() -> None:
    with pytest.raises(ValueError, match="more than"):
        winning_by_size(number_game(MOST_MEMBERS + 1, 1))
