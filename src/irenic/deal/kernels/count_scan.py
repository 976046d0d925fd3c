"""How many packages reach the floors of three or more parties."""

from typing import Final

import numpy as np

from irenic.deal.kernels.expansion import expanded, outer_blocks
from irenic.deal.kernels.types import Floats, Integers
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending, count_below

INNER: Final = 4096
"""Packages of the inner side: small enough to stay in the second-level cache."""


@kernel
def count_scan(vectors: Floats, multiplicities: Integers, starts: Integers, constant: Floats, floors: Floats) -> int:
    """The number of sums of one vector a block that reach the floors of all parties; exact.

    Every sum of the outer blocks is met with every sum of the inner ones. The inner sums are sorted by the first
    party, so a bisection leaves those that suffice for it; of these, where even the worst suffices for the other
    parties, the count is known at once, and the others are compared in a loop that runs at the speed of the
    processor's vectors. Outer sums that cannot reach the floors are never formed. Bound by outer × inner comparisons.

    Args:
        vectors: float64[n, party], different vectors of the blocks in a row.
        multiplicities: int64[n].
        starts: int64[block + 1].
        constant: float64[party], added to every sum.
        floors: float64[party].
    """
    parties = constant.size
    members = outer_blocks(starts, INNER)
    outer, outer_counts = expanded(vectors, multiplicities, starts, members, constant, floors)
    unsorted, unsorted_counts = expanded(
        vectors, multiplicities, starts, ~members, np.zeros(parties), floors - constant
    )
    order = ascending(unsorted[0])
    size = order.size
    inner = np.empty((parties, size))
    counts = np.empty(size, np.int64)
    counts_from = np.zeros(size + 1, np.int64)
    least = np.zeros(parties)
    for i in range(size - 1, -1, -1):
        counts[i] = unsorted_counts[order[i]]
        counts_from[i] = counts_from[i + 1] + counts[i]
        for p in range(parties):
            inner[p, i] = unsorted[p, order[i]]
            least[p] = inner[p, i] if i == size - 1 else min(least[p], inner[p, i])
    reached = np.empty(size, np.int64)
    total = 0
    for o in range(outer_counts.size):
        start = count_below(inner[0], floors[0] - outer[0, o])
        enough = True
        for p in range(1, parties):
            enough &= outer[p, o] + least[p] >= floors[p]
        if enough:
            total += outer_counts[o] * counts_from[start]
        elif parties == 3:
            needs = (floors[1] - outer[1, o], floors[2] - outer[2, o])
            total += outer_counts[o] * _count_two(inner[1], inner[2], counts, start, needs)
        else:
            for i in range(start, size):
                reached[i] = counts[i]
            for p in range(1, parties):
                _keep_reaching(reached, inner[p], start, floors[p] - outer[p, o])
            found = 0
            for i in range(start, size):
                found += reached[i]
            total += outer_counts[o] * found
    return total


@kernel
def _count_two(first: Floats, second: Floats, counts: Integers, start: int, needs: tuple[float, float]) -> int:
    found = 0
    for i in range(start, counts.size):
        found += counts[i] if (first[i] >= needs[0]) & (second[i] >= needs[1]) else 0
    return found


@kernel
def _keep_reaching(reached: Integers, sums: Floats, start: int, need: float) -> None:
    for i in range(start, sums.size):
        reached[i] = reached[i] if sums[i] >= need else 0
