"""All sums of one vector per block that reach given floors: the search on which every solution rests."""

from typing import Final

import numpy as np

from irenic.deal.kernels.efficient import keep_efficient
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending

NO_LIMIT: Final = np.int64(2**62)
"""For searches that nothing else can take over."""
MOST: Final = np.int64(2**20)
"""Partial sums that a search may have."""


class CrowdedSpace(Exception):
    """Too many packages are as good as each other for an exact search."""


@kernel
def reaching_sums(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    floors: Floats,
    direction: Floats,
    need: float,
    limit: Count,
) -> tuple[Floats, Integers, bool]:
    """Sums s of one vector of every block with s ≥ floors and direction · s ≥ need, up to dominated ones.

    Block by block, partial sums are extended by every vector of the next block. A partial sum is dropped where even
    the best of the blocks to come cannot lift it to the floors or along the direction, and where another partial sum
    dominates it. Wrongly chosen directions cost time, never an answer, as long as `need` is no more than every wanted
    sum has.

    Blocks whose vectors differ most along the direction come first. Bound by the number of partial sums that survive:
    with a good direction and a tight `need` a few dozen to a few thousand, of any number of packages.

    Args:
        vectors: float64[n, party], blocks in a row, none empty.
        numbers: int64[n], parts of the package number.
        starts: int64[block + 1].
        floors: float64[party], compared exactly.
        direction: float64[party], not negative.
        need: what a sum must have along the direction; give it slack for rounding.
        limit: the search is given up where more partial sums than this survive; NO_LIMIT for never.

    Raises:
        CrowdedSpace: more partial sums than MOST survive, and `limit` is larger.

    Returns:
        sums float64[found, party], their package numbers int64[found], of equal sums the lowest number, and whether
        the search was carried through. If it was, every sum that meets floors and need is found or dominated by one
        found; some found may be dominated.
    """
    parties = vectors.shape[1]
    blocks = starts.size - 1
    along = np.zeros(len(vectors))
    for k in range(len(vectors)):
        for p in range(parties):
            along[k] += direction[p] * vectors[k, p]
    ranked = np.empty(len(vectors), np.int64)
    spread = np.empty(blocks)
    for b in range(blocks):
        first, last = starts[b], starts[b + 1]
        down = ascending(-along[first:last])
        mean = 0.0
        for k in range(first, last):
            ranked[k] = first + down[k - first]
            mean += along[k] / (last - first)
        spread[b] = mean - along[ranked[first]]
    order = ascending(spread)

    most_to_come = np.zeros((blocks + 1, parties))
    along_to_come = np.zeros(blocks + 1)
    for layer in range(blocks - 1, -1, -1):
        b = order[layer]
        along_to_come[layer] = along_to_come[layer + 1] + along[ranked[starts[b]]]
        for p in range(parties):
            largest = vectors[starts[b], p]
            for k in range(starts[b], starts[b + 1]):
                largest = max(largest, vectors[k, p])
            most_to_come[layer, p] = most_to_come[layer + 1, p] + largest

    sums = np.zeros((1, parties))
    sum_numbers = np.zeros(1, np.int64)
    sums_along = np.zeros(1)
    count: Count = np.int64(1)
    for layer in range(blocks):
        b = order[layer]
        size = starts[b + 1] - starts[b]
        extended = np.empty((count * size, parties))
        extended_numbers = np.empty(count * size, np.int64)
        found = np.int64(0)
        for s in range(count):
            for r in range(starts[b], starts[b + 1]):
                k = ranked[r]
                if sums_along[s] + along[k] + along_to_come[layer + 1] < need:
                    break
                reached = True
                for p in range(parties):
                    extended[found, p] = sums[s, p] + vectors[k, p]
                    reached &= extended[found, p] + most_to_come[layer + 1, p] >= floors[p]
                if reached:
                    extended_numbers[found] = sum_numbers[s] + numbers[k]
                    found += 1
        count = keep_efficient(extended, extended_numbers, found)
        sums = extended
        sum_numbers = extended_numbers
        sums_along = np.zeros(count)
        for s in range(count):
            for p in range(parties):
                sums_along[s] += direction[p] * sums[s, p]
        if count > limit:
            return sums[:0].copy(), sum_numbers[:0].copy(), False
        if count > MOST:
            raise CrowdedSpace
        if count == 0:
            break
    return sums[:count].copy(), sum_numbers[:count].copy(), True
