"""Sorting inside kernels, compiled in a fraction of the time that NumPy's sorts take there."""

import numpy as np

from irenic.fast.compiled import kernel
from irenic.fast.grid import Floats, Integers


@kernel
def ascending(keys: Floats) -> Integers:
    """The order in which the keys ascend, equal ones as they stand: int64[key]. A merge sort from the bottom up."""
    count = keys.size
    order = np.arange(count)
    other = np.empty(count, np.int64)
    width = 1
    while width < count:
        for start in range(0, count, 2 * width):
            middle = min(start + width, count)
            end = min(start + 2 * width, count)
            left = start
            right = middle
            for to in range(start, end):
                if left < middle and (right >= end or keys[order[left]] <= keys[order[right]]):
                    other[to] = order[left]
                    left += 1
                else:
                    other[to] = order[right]
                    right += 1
        order, other = other, order
        width *= 2
    return order


@kernel
def count_below(ascending_keys: Floats, limit: float) -> int:
    """How many of the ascending keys are less than the limit."""
    low = 0
    high = ascending_keys.size
    while low < high:
        middle = (low + high) // 2
        if ascending_keys[middle] < limit:
            low = middle + 1
        else:
            high = middle
    return low
