"""Power in a body: Shapley–Shubik and Banzhaf indices as exact fractions."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from irenic.errors.problem import IrenicError, Problem
from irenic.votes.game import NEVER, Game, House
from irenic.votes.halves import MOST_MEMBERS, winning_by_size

_MOST_CELLS: Final = 2**22
"""Cells of a table of sets by size and weight at most."""
_SMALL_CELLS: Final = 2**15
"""A table up to this size is quicker than passing over halves."""
_INT64_MEMBERS: Final = 62
"""Up to this number of members no count of sets is beyond int64."""


@dataclass(frozen=True, slots=True)
class Power:
    """Power of each member.

    Attributes:
        shapley_shubik: share of the orders of joining in which the member makes the set win; they sum to 1.
        swings: number of sets without the member that lose and win with it.
        members: number of members.
    """

    shapley_shubik: tuple[Fraction, ...]
    swings: tuple[int, ...]
    members: int

    @property
    def banzhaf(self) -> tuple[Fraction, ...]:
        """Normalised Banzhaf index: a member's share of all swings."""
        total = sum(self.swings)
        return tuple(Fraction(swings, total) for swings in self.swings)

    @property
    def absolute(self) -> tuple[Fraction, ...]:
        """Absolute Banzhaf index: chance that a vote decides when all others are even and independent."""
        return tuple(Fraction(swings, 2 ** (self.members - 1)) for swings in self.swings)


def power(houses: Sequence[House], members: int) -> Power:
    """Power of every member of a body whose houses must all carry (Shapley & Shubik 1954; Penrose 1946; Banzhaf 1965).

    Args:
        houses: games among the members; every member sits in one of them, or has no vote.
        members: number of the body's members.

    Raises:
        IrenicError: `vote.too-large`, where the sets are too many to be counted; `vote.nobody-decides`, where no set
        wins,
            or all do.
    """
    counted = [_counts(house.game.reduced) for house in houses]
    voting = sum(house.game.size for house in houses)
    swings: list[list[int]] = [[0] * voting for _ in range(members)]
    for h, house in enumerate(houses):
        others = _together([winning for k, (winning, _) in enumerate(counted) if k != h])
        winning, with_member = counted[h]
        for k, member in enumerate(house.members):
            own = [with_member[k][s + 1] - (winning[s] - with_member[k][s]) for s in range(house.game.size)]
            swings[member] = _together([own, others])[:voting]
    if not any(any(row) for row in swings):
        raise IrenicError([Problem("vote.nobody-decides")])
    orders = [factorial(s) * factorial(voting - s - 1) for s in range(voting)]
    shapley = (Fraction(sum(a * b for a, b in zip(row, orders, strict=True)), factorial(voting)) for row in swings)
    return Power(tuple(shapley), tuple(sum(row) for row in swings), voting)


def _together(counts: Sequence[Sequence[int]]) -> list[int]:
    """How many sets of each size there are, if one is taken from each list."""
    found = [1]
    for more in counts:
        joined = [0] * (len(found) + len(more) - 1)
        for a, x in enumerate(found):
            for b, y in enumerate(more):
                joined[a + b] += x * y
        found = joined
    return found


def _counts(game: Game) -> tuple[list[int], list[list[int]]]:
    """Winning sets by size, and those that hold each member by size."""
    cells = (game.size + 1) * (sum(game.weights) + 1)
    if cells > _SMALL_CELLS and game.size <= MOST_MEMBERS:
        winning, with_member = winning_by_size(game)
        return [int(x) for x in winning], [[int(x) for x in row] for row in with_member]
    if cells > _MOST_CELLS:
        raise IrenicError([Problem("vote.too-large", {"members": game.size, "most": MOST_MEMBERS})])
    return _counts_by_table(game)


def _counts_by_table(game: Game) -> tuple[list[int], list[list[int]]]:
    """The same from tables of sets by size and weight: all members, then all but one."""
    n, weight = game.size, sum(game.weights)
    need = [min(needed, weight + 1) if needed != NEVER else weight + 1 for needed in game.need]
    every = np.zeros((n + 1, weight + 1), dtype=np.int64 if n <= _INT64_MEMBERS else object)
    every[0, 0] = 1
    for w in game.weights:
        every[1:, w:] += every[:-1, : weight + 1 - w].copy()
    winning = [int(every[s, max(need[s], 0) :].sum()) for s in range(n + 1)]
    return winning, [_with(every, w, need) for w in game.weights]


def _with(every: NDArray[Any], weight: int, need: Sequence[int]) -> list[int]:
    """Winning sets with a member, by size: sets of the others, which are all sets less those with the member."""
    others = every.copy()
    width = every.shape[1]
    for s in range(1, len(every)):
        others[s, weight:] -= others[s - 1, : width - weight]
    return [0, *(int(others[s, max(need[s + 1] - weight, 0) :].sum()) for s in range(len(every) - 1))]
