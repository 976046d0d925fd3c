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


@kernel
def keep_efficient(vectors: Floats, numbers: Integers, count: Count) -> Count:
    """Move the efficient ones among the first `count` vectors to the front, in place, and return how many there are.

    A vector is dropped where another is at least as large in every component. Of equal vectors the lowest number is
    kept.

    A dominating vector has no smaller sum, so after sorting by sum (largest first) each vector need only be compared
    with those kept before it. Bound by kept × count comparisons, most of which end at the first component.

    Args:
        vectors: float64[n, party].
        numbers: int64[n], package numbers (or parts of such).
        count: how many rows count.
    """
    if count < 2:
        return count
    parties = vectors.shape[1]
    sums = np.zeros(count)
    for i in range(count):
        for p in range(parties):
            sums[i] -= vectors[i, p]
    order = ascending(sums)
    elite = count if count <= FULL else ELITE
    kept = np.empty((count, parties))
    kept_numbers = np.empty(count, np.int64)
    kept_sums = np.empty(count)
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
        tie = size - 1
        while not dropped and tie >= elite and kept_sums[tie] == sums[i]:
            equal = True
            for p in range(parties):
                equal &= kept[tie, p] == vectors[i, p]
            if equal:
                kept_numbers[tie] = min(kept_numbers[tie], numbers[i])
                dropped = True
            tie -= 1
        if not dropped:
            for p in range(parties):
                kept[size, p] = vectors[i, p]
            kept_numbers[size] = numbers[i]
            kept_sums[size] = sums[i]
            size += 1
    for k in range(size):
        for p in range(parties):
            vectors[k, p] = kept[k, p]
        numbers[k] = kept_numbers[k]
    return size


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
