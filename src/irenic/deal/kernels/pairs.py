"""The best pairs of a left and a right sum, by each of the measures that solutions maximise."""

from typing import Final

import numpy as np

from irenic.deal.kernels.efficient import keep_efficient
from irenic.deal.kernels.halves import Halves, window
from irenic.deal.kernels.measures import least_ratio, log_product, shortfall, total
from irenic.deal.kernels.nash_bounds import floors_for_objective
from irenic.deal.kernels.thresholds import least_value
from irenic.deal.kernels.types import Count, Floats, Integers, Truths
from irenic.fast.compiled import kernel

RATIO: Final = np.int64(0)
"""`least_ratio`; of equals just one is found."""
PRODUCT: Final = np.int64(1)
"""`log_product`."""
TOTAL: Final = np.int64(2)
"""`total`; of equals the lowest number is found, since none dominates another."""
SHORTFALL: Final = np.int64(3)
"""`shortfall`, the less the better."""
ANY: Final = np.int64(4)
"""Nothing: the search ends with the first package that meets the floors, which is worth 0."""

ROOM: Final = np.int64(1024)
"""Equally good pairs after which those that others dominate are dropped."""


@kernel
def best_pairs(
    halves: Halves,
    measure: Count,
    base: Floats,
    unit: Floats,
    alpha: Floats,
    counted: Truths,
    floors: Floats,
    direction: Floats,
    most_along: float,
) -> tuple[float, Floats, Integers]:
    """The packages that measure best among those that meet the floors: all efficient ones that tie.

    Every left sum is met with the right sums in its window. The best pair known raises the floors, so that windows
    shrink, to next to nothing between two parties. Bound by the halves then, else by their pairs.

    Args:
        halves: from `halves_of`.
        measure: one of the above.
        base: float64[party], no-deal values; with SHORTFALL what is to be reached.
        unit: float64[party], positive: units with RATIO, least gains with PRODUCT.
        alpha: float64[party], with PRODUCT.
        counted: bool[party], the parties that are measured.
        floors: float64[party], on the grid.
        direction: float64[party], with PRODUCT: positive for the counted.
        most_along: what no package has more of along it.

    Returns:
        the measure (−inf where no package meets the floors; the shortfall is negative), utilities float64[found, party]
        and numbers int64[found].
    """
    parties = floors.size
    left, left_numbers, right, right_numbers, _ = halves
    best = -np.inf
    raised = floors.copy()
    higher = False
    sums = np.empty(parties)
    found = np.empty((ROOM, parties))
    found_numbers = np.empty(ROOM, np.int64)
    count: Count = np.int64(0)
    for s in range(len(left)):
        if higher:
            if measure == RATIO:
                for p in range(parties):
                    if counted[p]:
                        raised[p] = max(floors[p], least_value(base[p], unit[p], np.nextafter(best, np.inf)))
            elif measure == PRODUCT:
                raised = floors_for_objective(best, found[0], direction, most_along, base, unit, alpha, counted, floors)
            elif measure == SHORTFALL:
                for p in range(parties):
                    if counted[p]:
                        raised[p] = max(floors[p], base[p] + best)
            higher = False
        start, end = window(halves, left[s], raised)
        for r in range(start, end):
            reached = True
            for p in range(parties):
                sums[p] = left[s, p] + right[p, r]
                reached &= sums[p] >= raised[p]
            if not reached:
                continue
            if measure == RATIO:
                worth = least_ratio(sums, base, unit, counted)
            elif measure == PRODUCT:
                worth = log_product(sums, base, unit, alpha, counted)
            elif measure == TOTAL:
                worth = total(sums)
            elif measure == SHORTFALL:
                worth = -shortfall(sums, base, counted)
            else:
                return 0.0, sums.reshape(1, parties), np.full(1, left_numbers[s] + right_numbers[r])
            number = left_numbers[s] + right_numbers[r]
            if worth > best:
                best = worth
                higher = True
                count = np.int64(0)
            elif worth < best or measure == RATIO:
                continue
            elif measure == TOTAL:
                if number >= found_numbers[0]:
                    continue
                count = np.int64(0)
            for p in range(parties):
                found[count, p] = sums[p]
            found_numbers[count] = number
            count += 1
            if count == len(found):
                count = keep_efficient(found, found_numbers, count)
                if 2 * count > len(found):
                    found, found_numbers = _doubled(found, found_numbers, count)
    count = keep_efficient(found, found_numbers, count)
    return best, found[:count].copy(), found_numbers[:count].copy()


@kernel
def reaching_pairs(halves: Halves, floors: Floats, most: Count) -> tuple[Floats, Integers, bool]:
    """All pairs that reach the floors, up to dominated ones.

    Args:
        halves: from `halves_of`.
        floors: float64[party], on the grid.
        most: the search is given up where more than this are kept.

    Returns:
        as from `reaching_sums`.
    """
    left, left_numbers, right, right_numbers, _ = halves
    parties = floors.size
    found = np.empty((ROOM, parties))
    found_numbers = np.empty(ROOM, np.int64)
    count: Count = np.int64(0)
    for s in range(len(left)):
        start, end = window(halves, left[s], floors)
        for r in range(start, end):
            reached = True
            for p in range(parties):
                found[count, p] = left[s, p] + right[p, r]
                reached &= found[count, p] >= floors[p]
            if not reached:
                continue
            found_numbers[count] = left_numbers[s] + right_numbers[r]
            count += 1
            if count == len(found):
                count = keep_efficient(found, found_numbers, count)
                if count > most:
                    return found[:0].copy(), found_numbers[:0].copy(), False
                if 2 * count > len(found):
                    found, found_numbers = _doubled(found, found_numbers, count)
    count = keep_efficient(found, found_numbers, count)
    return found[:count].copy(), found_numbers[:count].copy(), bool(count <= most)


@kernel
def _doubled(found: Floats, found_numbers: Integers, count: Count) -> tuple[Floats, Integers]:
    """The first `count` rows, with room for twice as many."""
    wider = np.empty((2 * len(found), found.shape[1]))
    wider_numbers = np.empty(len(wider), np.int64)
    for k in range(count):
        wider_numbers[k] = found_numbers[k]
        for p in range(found.shape[1]):
            wider[k, p] = found[k, p]
    return wider, wider_numbers
