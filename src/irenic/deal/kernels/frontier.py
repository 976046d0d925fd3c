"""The Pareto frontier of a package space: all efficient points, exactly, without listing packages."""

from typing import Final

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.direction import max_min_direction, spans
from irenic.deal.kernels.efficient import FULL, is_efficient, keep_efficient
from irenic.deal.kernels.maximin import need_along
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Count, Floats, Integers, Truths
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending

GIVEN_UP: Final = np.int64(-1)
"""Size of a frontier that has more points than are looked for."""


@kernel
def frontier(
    vectors: Floats, numbers: Integers, starts: Integers, floors: Floats, limit: Count
) -> tuple[Floats, Integers, bool]:
    """The sums of one vector of every block that reach the floors and that no other such sum dominates.

    Block by block, the efficient partial sums are extended by every vector of the next block. What the best of the
    blocks to come cannot lift to the floors is dropped, of every party by itself and along the direction in which the
    floors are hardest to reach together; so is what another partial sum dominates, for whatever completes the one
    completes the other. Large blocks come first, so that the last and largest step multiplies by little. Bound by the
    filter's work on frontier × block vectors in the last step.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row, none empty.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1].
        floors: float64[party], −FAR where there is none.
        limit: the search is given up where more partial sums than this are efficient.

    Returns:
        the points float64[found, party], no two the same, their package numbers int64[found], of equal sums the
        lowest, and whether the search was carried through.
    """
    parties = vectors.shape[1]
    blocks = starts.size - 1
    direction = np.zeros(parties)
    need = -np.inf
    if floors.max() > -FAR:
        everyone = floors > -FAR
        no_floors = np.full(parties, -FAR)
        direction, _, _ = max_min_direction(
            vectors, starts, floors, spans(vectors, starts), everyone, no_floors, np.nan
        )
        need = need_along(direction, floors)
    sizes = np.empty(blocks)
    for b in range(blocks):
        sizes[b] = starts[b] - starts[b + 1]
    order = ascending(sizes)
    along = np.zeros(len(vectors))
    for k in range(len(vectors)):
        for p in range(parties):
            along[k] += direction[p] * vectors[k, p]
    most_to_come = np.zeros((blocks + 1, parties))
    along_to_come = np.zeros(blocks + 1)
    for layer in range(blocks - 1, -1, -1):
        b = order[layer]
        farthest = along[starts[b]]
        for k in range(starts[b], starts[b + 1]):
            farthest = max(farthest, along[k])
        along_to_come[layer] = along_to_come[layer + 1] + farthest
        for p in range(parties):
            largest = vectors[starts[b], p]
            for k in range(starts[b], starts[b + 1]):
                largest = max(largest, vectors[k, p])
            most_to_come[layer, p] = most_to_come[layer + 1, p] + largest
    sums = np.zeros((1, parties))
    sum_numbers = np.zeros(1, np.int64)
    count: Count = np.int64(1)
    for layer in range(blocks):
        b = order[layer]
        extended = np.empty((count * (starts[b + 1] - starts[b]), parties))
        extended_numbers = np.empty(len(extended), np.int64)
        found = np.int64(0)
        for s in range(count):
            so_far = 0.0
            for p in range(parties):
                so_far += direction[p] * sums[s, p]
            for k in range(starts[b], starts[b + 1]):
                reached = so_far + along[k] + along_to_come[layer + 1] >= need
                for p in range(parties):
                    extended[found, p] = sums[s, p] + vectors[k, p]
                    reached &= extended[found, p] + most_to_come[layer + 1, p] >= floors[p]
                if reached:
                    extended_numbers[found] = sum_numbers[s] + numbers[k]
                    found += 1
        count = keep_efficient(extended, extended_numbers, found)
        if found > FULL:
            count = _keep_undominated(extended, extended_numbers, count)
        sums = extended
        sum_numbers = extended_numbers
        if count > limit:
            return sums[:0].copy(), sum_numbers[:0].copy(), False
    return sums[:count].copy(), sum_numbers[:count].copy(), True


@kernel
def _keep_undominated(sums: Floats, numbers: Integers, count: Count) -> Count:
    efficient = np.empty(count, np.bool_)
    for i in range(count):
        efficient[i] = is_efficient(sums[:count], i)
    kept = np.int64(0)
    for i in range(count):
        if efficient[i]:
            for p in range(sums.shape[1]):
                sums[kept, p] = sums[i, p]
            numbers[kept] = numbers[i]
            kept += 1
    return kept


@kernel
def frontier_sizes_of_draws(
    contributions: Floats, allowed: Truths, numbers: Integers, starts: Integers, floors: Floats, limit: Count
) -> Integers:
    """How many points the frontier of every draw has: int64[draw], GIVEN_UP where the search was.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        allowed: bool[draw, combination].
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        floors: float64[draw, consenting party] on the grid, −FAR where there is none.
        limit: partial sums up to which a frontier is looked for.
    """
    sizes = np.zeros(len(floors), np.int64)
    for d in range(len(floors)):
        vectors, kept, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
        if has_empty_block(kept_starts):
            continue
        points, _, whole = frontier(vectors, kept, kept_starts, floors[d], limit)
        sizes[d] = len(points) if whole else GIVEN_UP
    return sizes
