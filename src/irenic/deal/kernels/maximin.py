"""The largest smallest gain, exactly: s*, a party's best, and the steps of Kalai–Smorodinsky."""

from typing import Final

import numpy as np

from irenic.deal.kernels.by_halves import best_by_halves
from irenic.deal.kernels.direction import SLACK, max_min_direction
from irenic.deal.kernels.halves import crowded_at
from irenic.deal.kernels.measures import least_ratio
from irenic.deal.kernels.pairs import RATIO
from irenic.deal.kernels.reaching import NO_LIMIT, reaching_sums
from irenic.deal.kernels.thresholds import FAR, least_value
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel

FIRST_SHARE: Final = 1.0 / 32.0
"""The first target lies this share of the gap below the bound."""
GROWTH: Final = 1.5
"""Each further target lies so much farther below: what is found grows fast with the distance."""


@kernel
def raised_floors(floors: Floats, base: Floats, unit: Floats, active: Truths, ratio: float) -> Floats:
    """The floors, raised for the active parties to the least utility with (u − base) / unit ≥ ratio."""
    raised = floors.copy()
    for p in range(floors.size):
        if active[p]:
            raised[p] = max(floors[p], least_value(base[p], unit[p], ratio))
    return raised


@kernel
def need_along(direction: Floats, floors: Floats) -> float:
    """What any sum that meets the floors has along the direction, less a little for rounding."""
    need = 0.0
    size = 1.0
    for p in range(floors.size):
        if floors[p] > -FAR:
            need += direction[p] * floors[p]
            size += abs(direction[p] * floors[p])
        elif direction[p] > 0.0:
            return -np.inf
    return need - SLACK * size


@kernel
def lowest_ratio(vectors: Floats, starts: Integers, base: Floats, unit: Floats, active: Truths) -> float:
    """What the smallest (u − base) / unit over the active parties is at least, whatever the package."""
    lowest = np.inf
    for p in range(base.size):
        if active[p]:
            least = 0.0
            for b in range(starts.size - 1):
                lowest_here = vectors[starts[b], p]
                for k in range(starts[b], starts[b + 1]):
                    lowest_here = min(lowest_here, vectors[k, p])
                least += lowest_here
            lowest = min(lowest, (least - base[p]) / unit[p])
    return lowest


@kernel
def maximin(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    base: Floats,
    unit: Floats,
    active: Truths,
    floors: Floats,
    at_least: float,
) -> float:
    """The largest min over active parties of (u − base) / unit among packages that meet the floors; exact.

    A dual bound says how good the answer can be at most. All packages that reach a target close below it are searched
    for; where there is none the target is lowered, at last to just above the best package known. The first search
    that finds something has found all that reach the target, hence the best. Bound by the last search, see
    `reaching_sums`; where it meets too many partial sums, `best_pairs` takes over.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        base: float64[party], on the grid.
        unit: float64[party], positive, on the grid.
        active: bool[party], at least one true.
        floors: float64[party] on the grid, −FAR where there is none.
        at_least: answers below this are of no interest.

    Returns:
        the answer, or −inf where no package meets the floors or the answer is below `at_least`.
    """
    direction, bound, attained = max_min_direction(vectors, starts, base, unit, active, floors, np.nan)
    last = np.nextafter(attained, np.inf) if attained >= at_least else at_least
    lowest = lowest_ratio(vectors, starts, base, unit, active)
    gap = bound - max(last, lowest)
    share = FIRST_SHARE
    limit = crowded_at(base.size, starts)
    while True:
        target = bound - share * gap
        final = not target > last or share > 1.0
        if final:
            target = last
        raised = raised_floors(floors, base, unit, active, target)
        need = need_along(direction, raised)
        found, _, whole = reaching_sums(vectors, numbers, starts, raised, direction, need, limit)
        if not whole:
            small, gain, _, _ = best_by_halves(
                vectors, numbers, starts, RATIO, base, unit, unit, active, floors, direction
            )
            if small:
                return gain if gain >= at_least else -np.inf
            limit = NO_LIMIT
            continue
        if len(found) > 0:
            best = -np.inf
            for k in range(len(found)):
                best = max(best, least_ratio(found[k], base, unit, active))
            return best
        if final:
            return attained if attained >= at_least else -np.inf
        share *= GROWTH
