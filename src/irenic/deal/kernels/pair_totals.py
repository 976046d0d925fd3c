"""The largest sum of two parties' points by halves, where nearly all packages may have it."""

import numpy as np

from irenic.deal.kernels.halves import Halves, window
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel


@kernel
def best_total_pair(halves: Halves, floors: Floats) -> tuple[Count, Floats]:
    """The package of two parties with the largest total among those that meet the floors; of equals the lowest number.

    All right sums in the window of a left one meet the floors; which of them is best, a tree of the best of ever larger
    ranges tells. Bound by left × log right.

    Args:
        halves: from `halves_of`; some pair meets the floors.
        floors: float64[2], on the grid.
    """
    left, left_numbers, right, right_numbers, _ = halves
    size = right_numbers.size
    totals = np.empty(size)
    tree = np.empty(2 * size, np.int64)
    for r in range(size):
        totals[r] = right[0, r] + right[1, r]
        tree[size + r] = r
    for k in range(size - 1, 0, -1):
        tree[k] = _better(totals, right_numbers, tree[2 * k], tree[2 * k + 1])
    largest = -np.inf
    number = np.int64(-1)
    utilities = np.empty(2)
    for s in range(len(left)):
        start, end = window(halves, left[s], floors)
        if start >= end:
            continue
        best: Count = np.int64(start)
        low = start + size
        high = end + size
        while low < high:
            if low & 1:
                best = _better(totals, right_numbers, best, tree[low])
                low += 1
            if high & 1:
                high -= 1
                best = _better(totals, right_numbers, best, tree[high])
            low >>= 1
            high >>= 1
        here = left[s, 0] + left[s, 1] + totals[best]
        own = left_numbers[s] + right_numbers[best]
        if here > largest or (here == largest and own < number):
            largest = here
            number = own
            for p in range(2):
                utilities[p] = left[s, p] + right[p, best]
    return number, utilities


@kernel
def _better(totals: Floats, numbers: Integers, one: Count, other: Count) -> Count:
    """The one with the larger total; of equals the one with the lower number."""
    if totals[one] > totals[other] or (totals[one] == totals[other] and numbers[one] <= numbers[other]):
        return one
    return other
