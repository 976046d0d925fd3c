import numpy as np
import pytest

from irenic.errors.problem import IrenicError
from irenic.votes.counting import by_table, winning_sets
from irenic.votes.game import double_game, quota_game
from irenic.votes.halves import winning_by_size
from irenic.votes.reference import subsets


def test_both_ways_count_what_listing_finds() -> None:
    rng = np.random.default_rng(3)
    for members in (1, 2, 5, 8):
        weights = [int(w) for w in rng.integers(0, 9, members)]
        for game in (quota_game(weights, int(rng.integers(1, 12))), double_game([w + 1 for w in weights], 0.5, 0.6, 2)):
            listed = [sum(game.carries(s) for s in subsets(members) if len(s) == k) for k in range(members + 1)]
            with_first = [
                sum(game.carries(s) for s in subsets(members) if len(s) == k and 0 in s) for k in range(members + 1)
            ]
            winning, with_member = winning_by_size(game)
            assert winning.tolist() == listed
            assert with_member[0].tolist() == with_first
            assert by_table(game) == (tuple(listed), tuple(tuple(row) for row in with_member.tolist()))


def test_more_sets_than_int64_holds() -> None:
    winning, with_member = winning_sets(quota_game((1,) * 80, 40))
    assert sum(winning) > 2**63
    assert 2 * sum(with_member[0]) - sum(winning) > 0


def test_too_many_different_weights_are_refused() -> None:
    with pytest.raises(IrenicError) as raised:
        winning_sets(quota_game(tuple(10**6 + k**3 for k in range(40)), 2 * 10**7))
    assert [problem.code for problem in raised.value.problems] == ["vote.too-large"]
