"""Lexicographic max–min of the parties' gains over a finite set: the Kalai–Smorodinsky and the egalitarian package."""

from typing import Final

import numpy as np

from irenic.deal.kernels.direction import max_min_direction
from irenic.deal.kernels.efficient import is_efficient
from irenic.deal.kernels.maximin import maximin, need_along, raised_floors
from irenic.deal.kernels.reached import reached_sums
from irenic.deal.kernels.reaching import NO_LIMIT
from irenic.deal.kernels.types import Count, Floats, Integers, Truths
from irenic.fast.compiled import kernel

FEW: Final = 5_000
"""Partial sums up to which packages are compared one by one rather than by further max–min problems."""


@kernel
def leximin(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    base: Floats,
    unit: Floats,
    counted: Truths,
    floors: Floats,
    few: Count,
) -> tuple[Count, Floats]:
    """The efficient package whose sorted gains (u − base) / unit are lexicographically largest; exact.

    In units of each party's best gain this is the Kalai–Smorodinsky solution, lexicographic after Imai (1983); in
    points the egalitarian one of Kalai (1977), lexicographic after Chun & Peters (1988).

    Let y_1 ≤ y_2 ≤ … be the sorted gains wanted. y_1 is a max–min, and mostly few packages attain it: these are
    compared one by one. Else: given y_1 … y_j, a package that attains them leaves some party at y_1, another at y_2,
    and so on; in each such case (an *orthant*: floors for j parties, the rest active) y_{j+1} is at most the max–min of
    the rest, and the best orthants attain it. They are kept and split by which party stays there, until few packages
    are left or the floors fix all gains.

    Bound by one `maximin` and one search, else by one `maximin` an orthant, of which all but a few are cut off by the
    best found before.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        base: float64[party], no-deal values.
        unit: float64[party], positive, on the grid: what the gains of a counted party are measured in.
        counted: bool[party], parties whose gains count; the others only keep their floors.
        floors: float64[party], on the grid; some package meets them.
        few: partial sums up to which packages are compared one by one; a matter of speed.

    Returns:
        the package's number and its utilities float64[party].
    """
    parties = base.size
    active_parties = np.int64(0)
    for p in range(parties):
        if counted[p]:
            active_parties += 1
    orthants = floors.copy().reshape(1, parties)
    active = counted.copy().reshape(1, parties)
    while True:
        if active_parties > 0:
            orthants, active = _highest(vectors, numbers, starts, base, unit, orthants, active)
        limit = few if active_parties > 1 else NO_LIMIT
        answer, utilities = _best_within(vectors, numbers, starts, base, unit, counted, orthants, active, limit)
        if answer >= 0:
            return answer, utilities
        orthants, active = _split(orthants, active)
        active_parties -= 1


@kernel
def _highest(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    base: Floats,
    unit: Floats,
    orthants: Floats,
    active: Truths,
) -> tuple[Floats, Truths]:
    """The orthants whose active parties can all reach the highest level, with floors at that level."""
    level = -np.inf
    levels = np.empty(len(orthants))
    for k in range(len(orthants)):
        levels[k] = maximin(vectors, numbers, starts, base, unit, active[k], orthants[k], level)
        level = max(level, levels[k])
    kept = np.empty_like(orthants)
    kept_active = np.empty_like(active)
    count = np.int64(0)
    for k in range(len(orthants)):
        if levels[k] == level:
            raised = raised_floors(orthants[k], base, unit, active[k], level)
            for p in range(base.size):
                kept[count, p] = raised[p]
                kept_active[count, p] = active[k, p]
            count += 1
    return kept[:count].copy(), kept_active[:count].copy()


@kernel
def _best_within(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    base: Floats,
    unit: Floats,
    counted: Truths,
    orthants: Floats,
    active: Truths,
    limit: Count,
) -> tuple[Count, Floats]:
    """The solution among the packages that meet the floors of some orthant, or −1 where a search is given up."""
    gains = np.empty(base.size)
    leading = np.full(base.size, -np.inf)
    everyone = np.ones(base.size, np.bool_)
    utilities = np.zeros(base.size)
    answer = np.int64(-1)
    for k in range(len(orthants)):
        chosen = active[k] if active[k].any() else everyone
        direction, _, _ = max_min_direction(vectors, starts, base, unit, chosen, orthants[k], np.nan)
        need = need_along(direction, orthants[k])
        found, found_numbers, whole = reached_sums(vectors, numbers, starts, orthants[k], direction, need, limit)
        if not whole:
            return np.int64(-1), utilities
        for i in range(len(found)):
            sort_gains(found[i], base, unit, counted, gains)
            order = compared_gains(gains, leading)
            tied = order == 0 and answer >= 0
            if order < 0 or (tied and found_numbers[i] >= answer) or not is_efficient(found, i):
                continue
            answer = found_numbers[i]
            for p in range(base.size):
                leading[p] = gains[p]
                utilities[p] = found[i, p]
    return answer, utilities


@kernel
def sort_gains(sums: Floats, base: Floats, unit: Floats, counted: Truths, gains: Floats) -> None:
    """Write the gains of the counted parties in ascending order to `gains`, filled up with infinity."""
    size = 0
    for p in range(sums.size):
        if counted[p]:
            gain = (sums[p] - base[p]) / unit[p]
            k = size
            while k > 0 and gains[k - 1] > gain:
                gains[k] = gains[k - 1]
                k -= 1
            gains[k] = gain
            size += 1
    for k in range(size, sums.size):
        gains[k] = np.inf


@kernel
def compared_gains(one: Floats, other: Floats) -> int:
    """1, 0 or −1 as the first vector is lexicographically larger, equal or smaller."""
    for p in range(one.size):
        if one[p] > other[p]:
            return 1
        if one[p] < other[p]:
            return -1
    return 0


@kernel
def _split(orthants: Floats, active: Truths) -> tuple[Floats, Truths]:
    """Each orthant once for every active party that may be the one to stay at its floor; equal ones once."""
    parties = orthants.shape[1]
    floors = np.empty((len(orthants) * parties, parties))
    rest = np.zeros((len(orthants) * parties, parties), np.bool_)
    count = np.int64(0)
    for k in range(len(orthants)):
        for p in range(parties):
            if active[k, p]:
                for q in range(parties):
                    floors[count, q] = orthants[k, q]
                    rest[count, q] = active[k, q] and q != p
                if _is_new(floors, rest, count):
                    count += 1
    return floors[:count].copy(), rest[:count].copy()


@kernel
def _is_new(floors: Floats, active: Truths, count: Count) -> bool:
    for k in range(count):
        same = True
        for p in range(floors.shape[1]):
            same &= floors[k, p] == floors[count, p] and active[k, p] == active[count, p]
        if same:
            return False
    return True
