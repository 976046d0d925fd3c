"""Pareto filter of small sets: drop what another vector dominates, merge what is equal."""

from typing import Final

import numpy as np

from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending

FULL: Final = 4096
"""Sets up to this size are compared in full."""
ELITE: Final = 256
"""In larger sets, vectors are compared with those of largest sum only, and dominated ones may be kept."""
FLAT: Final = 48
"""Larger sets of two parties are swept."""


@kernel
def keep_efficient(vectors: Floats, numbers: Integers, count: Count) -> Count:
    """Move the efficient ones among the first `count` vectors to the front, in place, and return how many there are.

    A vector is dropped where another is at least as large in every component. Of equal vectors the lowest number is
    kept.

    A dominating vector has no smaller sum, so after sorting by sum (largest first) each vector need only be compared
    with those kept before it. Bound by kept × count comparisons, most of which end at the first component; with two
    parties by sorting, with more by ELITE × count from FULL vectors on.

    Args:
        vectors: float64[n, party].
        numbers: int64[n], package numbers (or parts of such).
        count: how many rows count.
    """
    if count < 2:
        return count
    parties = vectors.shape[1]
    if parties == 2 and count > FLAT:
        return _swept(vectors, numbers, count)
    sums = np.zeros(count)
    for i in range(count):
        for p in range(parties):
            sums[i] -= vectors[i, p]
    order = ascending(sums) if count <= FULL else _equal_together(vectors, sums)
    elite = count if count <= FULL else ELITE
    kept = np.empty((count, parties))
    kept_numbers = np.empty(count, np.int64)
    size = np.int64(0)
    for i in order:
        dropped = False
        for k in range(size if size < elite else elite):
            dominated = True
            equal = True
            for p in range(parties):
                if kept[k, p] < vectors[i, p]:
                    dominated = False
                    break
                equal &= kept[k, p] == vectors[i, p]
            if dominated:
                if equal and numbers[i] < kept_numbers[k]:
                    kept_numbers[k] = numbers[i]
                dropped = True
                break
        if not dropped and size > elite:
            equal = True
            for p in range(parties):
                equal &= kept[size - 1, p] == vectors[i, p]
            if equal:
                kept_numbers[size - 1] = min(kept_numbers[size - 1], numbers[i])
                dropped = True
        if not dropped:
            for p in range(parties):
                kept[size, p] = vectors[i, p]
            kept_numbers[size] = numbers[i]
            size += 1
    for k in range(size):
        for p in range(parties):
            vectors[k, p] = kept[k, p]
        numbers[k] = kept_numbers[k]
    return size


@kernel
def _swept(vectors: Floats, numbers: Integers, count: Count) -> Count:
    """`keep_efficient` for two parties: down the first component, each vector kept has more of the second."""
    order = _descending(vectors, count)
    kept = np.empty((count, 2))
    kept_numbers = np.empty(count, np.int64)
    size = np.int64(0)
    for i in order:
        if size > 0 and vectors[i, 0] == kept[size - 1, 0] and vectors[i, 1] == kept[size - 1, 1]:
            kept_numbers[size - 1] = min(kept_numbers[size - 1], numbers[i])
        elif size == 0 or vectors[i, 1] > kept[size - 1, 1]:
            kept[size, 0] = vectors[i, 0]
            kept[size, 1] = vectors[i, 1]
            kept_numbers[size] = numbers[i]
            size += 1
    for k in range(size):
        vectors[k, 0] = kept[k, 0]
        vectors[k, 1] = kept[k, 1]
        numbers[k] = kept_numbers[k]
    return size


@kernel
def _equal_together(vectors: Floats, sums: Floats) -> Integers:
    """The order in which the sums ascend, with equal vectors as neighbours."""
    order = _descending(vectors, sums.size)
    keys = np.empty(sums.size)
    for k in range(sums.size):
        keys[k] = sums[order[k]]
    return _reordered(order, ascending(keys))


@kernel
def _descending(vectors: Floats, count: Count) -> Integers:
    """The order in which the first `count` vectors descend, compared by the first component, then by the next."""
    order = np.arange(count)
    keys = np.empty(count)
    for p in range(vectors.shape[1] - 1, -1, -1):
        for k in range(count):
            keys[k] = -vectors[order[k], p]
        order = _reordered(order, ascending(keys))
    return order


@kernel
def _reordered(order: Integers, places: Integers) -> Integers:
    found = np.empty(places.size, np.int64)
    for k in range(places.size):
        found[k] = order[places[k]]
    return found


@kernel
def is_efficient(vectors: Floats, i: Count) -> bool:
    """Whether no vector of the set is at least as large as the i-th in every component, and larger in one."""
    for k in range(len(vectors)):
        dominates = True
        larger = False
        for p in range(vectors.shape[1]):
            dominates &= vectors[k, p] >= vectors[i, p]
            larger |= vectors[k, p] > vectors[i, p]
        if dominates and larger:
            return False
    return True
