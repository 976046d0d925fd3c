"""Counting the sets of members that win, exactly."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from irenic.errors.problem import IrenicError, Problem
from irenic.votes.game import NEVER, Game
from irenic.votes.halves import MOST_MEMBERS, winning_by_size

_MOST_CELLS: Final = 2**22
"""Cells of a table of sets by size and weight at most."""
_SMALL_CELLS: Final = 2**15
"""A table up to this size is quicker than passing over halves."""
_INT64_MEMBERS: Final = 62
"""Up to this number of members no count of sets is beyond int64."""


@lru_cache(maxsize=1024)
def winning_sets(game: Game) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """Number of winning sets by size, 0 … n, and for each member of those that hold it.

    Raises:
        IrenicError: `vote.too-large`, where the sets are too many to be counted.
    """
    cells = (game.size + 1) * (sum(game.weights) + 1)
    if cells > _SMALL_CELLS and game.size <= MOST_MEMBERS:
        winning, with_member = winning_by_size(game)
        return tuple(winning.tolist()), tuple(tuple(row) for row in with_member.tolist())
    if cells > _MOST_CELLS:
        raise IrenicError([Problem("vote.too-large", {"members": game.size, "most": MOST_MEMBERS})])
    return by_table(game)


def by_table(game: Game) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """The same from tables of sets by size and weight: all members, then all but one."""
    n, weight = game.size, sum(game.weights)
    need = [min(needed, weight + 1) if needed != NEVER else weight + 1 for needed in game.need]
    every = np.zeros((n + 1, weight + 1), dtype=np.int64 if n <= _INT64_MEMBERS else object)
    every[0, 0] = 1
    for w in game.weights:
        every[1:, w:] += every[:-1, : weight + 1 - w].copy()
    winning = tuple(int(every[s, max(need[s], 0) :].sum()) for s in range(n + 1))
    return winning, tuple(_with(every, w, need) for w in game.weights)


def _with(every: NDArray[Any], weight: int, need: Sequence[int]) -> tuple[int, ...]:
    """Winning sets with a member, by size: sets of the others, which are all sets less those with the member."""
    others = every.copy()
    width = every.shape[1]
    for s in range(1, len(every)):
        others[s, weight:] -= others[s - 1, : width - weight]
    return (0, *(int(others[s, max(need[s + 1] - weight, 0) :].sum()) for s in range(len(every) - 1)))
