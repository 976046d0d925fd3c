"""What is left of package spaces where coalitions block: the zone is then a union of orthants, each cut at a corner.

Every question about *the packages that reach the floors* is asked orthant by orthant here, and the answers are joined.
Without coalitions there is one orthant, that above the floors.
"""

from collections.abc import Iterator

import numpy as np

from irenic.deal.kernels.corners import signed_orthants
from irenic.deal.kernels.count import count_draws
from irenic.deal.kernels.exists import exists_in_draws
from irenic.deal.kernels.solve import solve_draws
from irenic.deal.kernels.solve_unblocked import solve_unblocked_draws
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.spaces import Spaces


def zone_orthants(spaces: Spaces) -> tuple[Floats, Integers]:
    """The zones as orthants: floors float64[orthant, party], and where those of each space begin, int64[space + 1].

    What reaches the floors of one of its orthants no coalition blocks and nobody loses by, and nothing else. Without
    coalitions a zone has one, above the no-deal values.
    """
    blocking = spaces.blocking
    if not blocking.declared:
        return spaces.floors, np.arange(spaces.count + 1)
    floors = np.repeat(spaces.floors, np.diff(blocking.corner_starts), axis=0)
    return np.maximum(blocking.corners, floors), blocking.corner_starts


def orthants(spaces: Spaces, rows: Integers) -> Iterator[tuple[Integers, Floats]]:
    """The zones of some spaces as orthants, in rounds: in each one of every space that has another.

    Args:
        spaces: the spaces.
        rows: int64[n], which of them.

    Yields:
        positions int64[m] among `rows`, and the floors float64[m, party] of one orthant of each.
    """
    floors, starts = zone_orthants(spaces)
    lengths = starts[rows + 1] - starts[rows]
    for k in range(int(lengths.max(initial=0))):
        at = np.flatnonzero(lengths > k)
        yield at, floors[starts[rows[at]] + k]


def unblocked(spaces: Spaces, row: int, utilities: Floats) -> Truths:
    """Which of some utilities to the consenting parties, float64[n, party], no coalition blocks in a space: bool[n]."""
    blocking = spaces.blocking
    if not blocking.declared:
        return np.ones(len(utilities), dtype=np.bool_)
    reached = np.asarray((utilities[:, np.newaxis] >= blocking.corners_of(row)).all(axis=2))
    return np.asarray(reached.any(axis=1), dtype=np.bool_)


def blocking(spaces: Spaces, utilities: Floats, coalitions: int) -> Truths:
    """Which coalitions block a package of each space, given what it is worth: bool[space, coalition].

    Args:
        spaces: the spaces.
        utilities: float64[space, consenting party].
        coalitions: how many are declared.
    """
    found = np.zeros((spaces.count, coalitions), dtype=np.bool_)
    rows = np.repeat(np.arange(spaces.count), np.diff(spaces.deal_starts))
    if len(rows):
        better = np.asarray((utilities[rows] < spaces.blocking.deals).all(axis=1))
        found[rows[better], spaces.blocking.coalitions[better]] = True
    return found


def exist(spaces: Spaces, allowed: Truths) -> Truths:
    """Whether each space has a deal among its allowed combinations (bool[space, combination]): bool[space]."""
    if not spaces.blocking.declared:
        return exists_in_draws(spaces.contributions, allowed, spaces.numbers, spaces.starts, spaces.floors)
    found = np.zeros(spaces.count, dtype=np.bool_)
    for at, floors in orthants(spaces, np.arange(spaces.count)):
        rest = ~found[at]
        rows = at[rest]
        found[rows] = exists_in_draws(
            spaces.contributions[rows], allowed[rows], spaces.numbers, spaces.starts, floors[rest]
        )
    return found


def solve(spaces: Spaces, allowed: Truths, rows: Integers) -> tuple[Floats, Integers]:
    """s* and the solutions of some spaces, as `solve_draws` returns them.

    Args:
        spaces: the spaces.
        allowed: bool[space, combination].
        rows: int64[n], which of them.
    """
    given = (
        spaces.contributions[rows],
        allowed[rows],
        spaces.numbers,
        spaces.starts,
        spaces.no_deal[rows],
        spaces.scale[rows],
        spaces.floors[rows],
        spaces.alpha[rows],
    )
    if not spaces.blocking.declared:
        return solve_draws(*given)
    starts = spaces.blocking.corner_starts
    return solve_unblocked_draws(*given, spaces.blocking.corners, np.stack([starts[rows], starts[rows + 1]], axis=1))


def count(spaces: Spaces, allowed: Truths, wanted: Truths) -> Integers:
    """How many packages the zone of every space that is wanted has (0 for the others): int64[space]; exact.

    Args:
        spaces: the spaces.
        allowed: bool[space, combination].
        wanted: bool[space].
    """
    if not spaces.blocking.declared:
        return count_draws(spaces.contributions, allowed, spaces.starts, spaces.floors, wanted)
    rows = np.flatnonzero(wanted)
    floors, starts = zone_orthants(spaces)
    sums = [signed_orthants(floors[starts[s] : starts[s + 1]]) for s in rows]
    found = np.zeros(spaces.count, dtype=np.int64)
    for k in range(max((len(signs) for _, signs in sums), default=0)):
        longer = [i for i, (_, signs) in enumerate(sums) if len(signs) > k]
        here = rows[longer]
        corners = np.array([sums[i][0][k] for i in longer])
        everything = np.ones(len(here), dtype=np.bool_)
        packages = count_draws(spaces.contributions[here], allowed[here], spaces.starts, corners, everything)
        found[here] += np.array([sums[i][1][k] for i in longer]) * packages
    return found
