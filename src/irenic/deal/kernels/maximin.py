"""The largest smallest gain, exactly: s*, a party's best, and the steps of Kalai–Smorodinsky."""

import numpy as np

from irenic.deal.kernels.direction import SLACK, least_ratio, max_min_direction, spans
from irenic.deal.kernels.reaching import reaching_sums
from irenic.deal.kernels.thresholds import FAR, least_value
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel


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
    `reaching_sums`.

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
    direction, bound, attained = max_min_direction(vectors, starts, base, unit, active, floors)
    if attained >= at_least:
        last = np.nextafter(attained, np.inf)
    else:
        last = at_least
    gap = bound - last
    if not gap < np.inf:
        gap = 0.0
        for span in spans(vectors, starts):
            gap += span
    share = 0.125
    while True:
        target = bound - share * gap
        final = not target > last or share > 1.0
        if final:
            target = last
        raised = raised_floors(floors, base, unit, active, target)
        found, _ = reaching_sums(vectors, numbers, starts, raised, direction, need_along(direction, raised))
        if len(found) > 0:
            best = -np.inf
            for k in range(len(found)):
                best = max(best, least_ratio(found[k], base, unit, active))
            return best
        if final:
            return attained if attained >= at_least else -np.inf
        share *= 2.0
