"""A game cut into two halves of its members, for the compiled passes over both."""

from typing import Final, TypeAlias

import numpy as np

from irenic.fast.grid import Floats
from irenic.model.package_index import Integers
from irenic.votes.game import Game

MOST_MEMBERS: Final = 32
"""Members whose sets are listed by halves at most: 2¹⁶ sets each."""

Half: TypeAlias = tuple[Integers, Integers, Integers]
"""Weight of each set, sets by size and weight, where each size begins."""


def winning_by_size(game: Game) -> tuple[Integers, Integers]:
    """Number of winning sets by size, int64[n + 1], and of those that hold each member, int64[n, n + 1]."""
    from irenic.votes.kernels.halves import count_pairs

    weights, need, first, second = _cut(game)
    winning = np.zeros(game.size + 1, dtype=np.int64)
    with_member = np.zeros((game.size, game.size + 1), dtype=np.int64)
    count_pairs(weights, need, first, second, winning, with_member)
    return winning, with_member


def passing_by_halves(game: Game, chances: Floats) -> Floats:
    """Chance that independent votes carry: float64[row] for chances of a yes, float64[row, member]."""
    from irenic.votes.kernels.halves import pass_pairs

    weights, need, first, second = _cut(game)
    passing = np.empty(len(chances))
    pass_pairs(weights, need, first, second, np.ascontiguousarray(chances), passing)
    return passing


def _cut(game: Game) -> tuple[Integers, Integers, Half, Half]:
    if game.size > MOST_MEMBERS:
        raise ValueError(f"{game.size} members are more than are listed by halves")
    weights = np.array(game.weights, dtype=np.int64)
    middle = game.size // 2
    halves = _half(weights, 0, middle), _half(weights, middle, game.size - middle)
    return weights, np.array(game.need, dtype=np.int64), *halves


def _half(weights: Integers, first: int, count: int) -> Half:
    from irenic.votes.kernels.halves import half

    weight, size = np.zeros(1 << count, dtype=np.int64), np.zeros(1 << count, dtype=np.int64)
    half(weights, first, count, weight, size)
    sets = np.lexsort((weight, size)).astype(np.int64)
    starts = np.concatenate(([0], np.cumsum(np.bincount(size, minlength=count + 1)))).astype(np.int64)
    return weight, sets, starts
