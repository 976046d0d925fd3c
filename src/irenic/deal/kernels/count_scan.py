"""How many packages reach the floors of three or more parties."""

from typing import Final

import numpy as np

from irenic.deal.kernels.expansion import expanded, first_half
from irenic.deal.kernels.types import Floats, Integers
from irenic.fast.compiled import kernel

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
    members = first_half(starts, INNER)
    outer, outer_counts = expanded(vectors, multiplicities, starts, members, constant, floors)
    unsorted, unsorted_counts = expanded(
        vectors, multiplicities, starts, ~members, np.zeros(parties), floors - constant
    )
    order = np.argsort(-unsorted[0])
    inner = np.empty((parties, order.size))
    for p in range(parties):
        inner[p] = unsorted[p][order]
    counts = unsorted_counts[order]
    first_negated = -inner[0]
    counts_up_to = np.zeros(order.size + 1, np.int64)
    counts_up_to[1:] = np.cumsum(counts)
    least = np.empty(parties)
    for p in range(parties):
        least[p] = inner[p].min() if order.size else 0.0
    reached = np.empty(order.size, np.int64)
    total = 0
    for o in range(outer_counts.size):
        end = np.searchsorted(first_negated, outer[0, o] - floors[0], side="right")
        enough = True
        for p in range(1, parties):
            enough &= outer[p, o] + least[p] >= floors[p]
        if enough:
            total += outer_counts[o] * counts_up_to[end]
        elif parties == 3:
            total += outer_counts[o] * _count_two(
                inner[1], inner[2], counts, end, floors[1] - outer[1, o], floors[2] - outer[2, o]
            )
        else:
            reached[:end] = counts[:end]
            for p in range(1, parties):
                _keep_reaching(reached, inner[p], end, floors[p] - outer[p, o])
            found = 0
            for i in range(end):
                found += reached[i]
            total += outer_counts[o] * found
    return total


@kernel
def _count_two(first: Floats, second: Floats, counts: Integers, end: int, need_first: float, need_second: float) -> int:
    found = 0
    for i in range(end):
        found += counts[i] if (first[i] >= need_first) & (second[i] >= need_second) else 0
    return found


@kernel
def _keep_reaching(reached: Integers, sums: Floats, end: int, need: float) -> None:
    for i in range(end):
        reached[i] = reached[i] if sums[i] >= need else 0
