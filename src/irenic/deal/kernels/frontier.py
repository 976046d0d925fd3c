"""The steps by which the Pareto frontier of a package space is found, exactly, without listing packages."""

import numpy as np

from irenic.deal.kernels.direction import max_min_direction, spans
from irenic.deal.kernels.maximin import need_along
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending


@kernel
def layers_of(vectors: Floats, starts: Integers, floors: Floats) -> tuple[Integers, Floats, Floats, Floats]:
    """In which order blocks are taken, and what sums must have after each to reach the floors with the rest.

    Large blocks come first, so that the last and largest step multiplies by little. What the best of the blocks to come
    cannot lift to the floors is of no use, for every party by itself and along the direction in which the floors are
    hardest to reach together.

    Args:
        vectors: float64[n, party], blocks in a row, none empty.
        starts: int64[block + 1].
        floors: float64[party] on the grid, all of them −FAR where there are none.

    Returns:
        blocks int64[layer]; what the sums of so many layers must have: float64[layer, party], and float64[layer] along
        the direction float64[party].
    """
    parties = vectors.shape[1]
    blocks = starts.size - 1
    sizes = np.empty(blocks)
    for b in range(blocks):
        sizes[b] = starts[b] - starts[b + 1]
    order = ascending(sizes)
    least = np.empty((blocks, parties))
    least_along = np.full(blocks, -np.inf)
    direction = np.zeros(parties)
    bounded = floors[0] > -FAR
    if bounded:
        unit = spans(vectors, starts)
        everyone = np.ones(parties, np.bool_)
        direction, _, _ = max_min_direction(vectors, starts, floors, unit, everyone, np.full(parties, -FAR), 0.0)
        least_along[blocks - 1] = need_along(direction, floors)
    for p in range(parties):
        least[blocks - 1, p] = floors[p]
    for layer in range(blocks - 1, 0, -1):
        first, last = starts[order[layer]], starts[order[layer] + 1]
        for p in range(parties):
            largest = vectors[first, p]
            for k in range(first, last):
                largest = max(largest, vectors[k, p])
            least[layer - 1, p] = least[layer, p] - largest
        farthest = -np.inf
        for k in range(first, last):
            along = 0.0
            for p in range(parties):
                along += direction[p] * vectors[k, p]
            farthest = max(farthest, along)
        least_along[layer - 1] = least_along[layer] - farthest
    return order, least, least_along, direction


@kernel
def extended_sums(
    sums: Floats,
    sum_numbers: Integers,
    count: Count,
    vectors: Floats,
    numbers: Integers,
    first: Count,
    last: Count,
    least: Floats,
    least_along: float,
    direction: Floats,
) -> tuple[Floats, Integers, Count]:
    """The first `count` sums, each with every vector of a block added, as far as they are of use.

    Args:
        sums: float64[n, party].
        sum_numbers: int64[n], parts of the package number.
        count: how many sums there are.
        vectors: float64[m, party], blocks in a row.
        numbers: int64[m], their parts of the package number.
        first: where the block begins; it ends before `last`.
        last: see `first`.
        least: float64[party], what a sum must have.
        least_along: what it must have along the direction, less a little for rounding.
        direction: float64[party].

    Returns:
        sums float64[·, party] and their numbers int64[·], and how many of the rows count.
    """
    parties = sums.shape[1]
    extended = np.empty((count * (last - first), parties))
    extended_numbers = np.empty(len(extended), np.int64)
    found = np.int64(0)
    for s in range(count):
        for k in range(first, last):
            of_use = True
            along = 0.0
            for p in range(parties):
                extended[found, p] = sums[s, p] + vectors[k, p]
                of_use &= extended[found, p] >= least[p]
                along += direction[p] * extended[found, p]
            if of_use and along >= least_along:
                extended_numbers[found] = sum_numbers[s] + numbers[k]
                found += 1
    return extended, extended_numbers, found
