"""A package space as pairs of a left and a right sum: what is searched where partial sums are too many.

A search by layers (`reaching_sums`) lives on partial sums that dominate each other or fall behind. Where nothing does,
as between parties that divide a fixed amount, it would list the space. Two halves of the blocks, each multiplied out
and sorted, hold the same packages in the square root of the room.
"""

from typing import Final, NamedTuple

import numpy as np

from irenic.deal.kernels.efficient import keep_efficient
from irenic.deal.kernels.expansion import by_size
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending, count_below

CROWDED: Final = np.int64(4096)
"""Partial sums from which on a space that may be small enough is searched by halves."""
SIDE: Final = np.int64(2**20)
"""Sums that a half may have."""
PAIRS: Final = np.int64(2**25)
"""Pairs that there may be between more than two parties: all of them may have to be looked at."""


class Halves(NamedTuple):
    """The efficient sums of two halves of the blocks: every efficient package is a pair of them.

    Attributes:
        left: float64[l, party].
        left_numbers: int64[l], parts of the package number.
        right: float64[party, r], from the largest of the first party down.
        right_numbers: int64[r].
        most: float64[party, r], the most that each party has up to there on the right.
    """

    left: Floats
    left_numbers: Integers
    right: Floats
    right_numbers: Integers
    most: Floats


@kernel
def crowded_at(parties: Count, starts: Integers) -> Count:
    """With how many partial sums a search by layers is given up for one by halves, which has chances then.

    Depends on the space's size only. Large spaces of many parties pass thousands of partial sums without need.
    """
    pairs = 1.0
    for b in range(starts.size - 1):
        pairs *= starts[b + 1] - starts[b]
    return CROWDED if parties <= 2 or pairs <= PAIRS else 16 * CROWDED


@kernel
def halves_of(vectors: Floats, numbers: Integers, starts: Integers) -> tuple[Halves, bool]:
    """Two halves of the blocks, multiplied out, and whether they are small enough (if not, they are of no use).

    Blocks go to the smaller half, large ones first. Bound by sorting the halves.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
    """
    parties = vectors.shape[1]
    left = np.zeros((1, parties))
    left_numbers = np.zeros(1, np.int64)
    right = np.zeros((1, parties))
    right_numbers = np.zeros(1, np.int64)
    small = True
    order = by_size(starts)
    for k in range(order.size - 1, -1, -1):
        first, last = starts[order[k]], starts[order[k] + 1]
        if len(left) <= len(right):
            left, left_numbers = _multiplied(left, left_numbers, vectors, numbers, first, last)
        else:
            right, right_numbers = _multiplied(right, right_numbers, vectors, numbers, first, last)
        small = bool(max(len(left), len(right)) <= SIDE) and bool(parties <= 2 or len(left) * len(right) <= PAIRS)
        if not small:
            break
    down = ascending(-right[:, 0])
    columns = np.empty((parties, down.size))
    column_numbers = np.empty(down.size, np.int64)
    most = np.empty((parties, down.size))
    for i in range(down.size):
        column_numbers[i] = right_numbers[down[i]]
        for p in range(parties):
            columns[p, i] = right[down[i], p]
            most[p, i] = columns[p, i] if i == 0 else max(most[p, i - 1], columns[p, i])
    return Halves(left, left_numbers, columns, column_numbers, most), small


@kernel
def _multiplied(
    sums: Floats, sum_numbers: Integers, vectors: Floats, numbers: Integers, first: Count, last: Count
) -> tuple[Floats, Integers]:
    """Every sum with every vector of a block added, the efficient ones."""
    parties = sums.shape[1]
    found = np.empty((len(sums) * (last - first), parties))
    found_numbers = np.empty(len(found), np.int64)
    count: Count = np.int64(0)
    for s in range(len(sums)):
        for k in range(first, last):
            for p in range(parties):
                found[count, p] = sums[s, p] + vectors[k, p]
            found_numbers[count] = sum_numbers[s] + numbers[k]
            count += 1
    count = keep_efficient(found, found_numbers, count)
    return found[:count].copy(), found_numbers[:count].copy()


@kernel
def window(halves: Halves, own: Floats, floors: Floats) -> tuple[Count, Count]:
    """Between which right sums those stand that reach the floors together with a left one.

    Between two parties all in between do: of efficient sums those that give more to the one give less to the other.
    """
    need = floors[0] - own[0]
    low = 0
    end = halves.right.shape[1]
    while low < end:
        middle = (low + end) // 2
        if halves.right[0, middle] >= need:
            low = middle + 1
        else:
            end = middle
    start = 0
    for p in range(1, floors.size):
        start = max(start, count_below(halves.most[p], floors[p] - own[p]))
    return start, end
