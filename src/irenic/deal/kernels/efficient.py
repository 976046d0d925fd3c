"""Pareto filter of small sets: drop what another vector dominates, merge what is equal."""

from typing import Final

import numpy as np

from irenic.deal.kernels.types import Integers
from irenic.fast.compiled import kernel
from irenic.fast.grid import Floats

FULL: Final = 4096
"""Sets up to this size are compared in full."""
ELITE: Final = 256
"""In larger sets, vectors are compared with those of largest sum only, and dominated ones may be kept."""


@kernel
def keep_efficient(vectors: Floats, numbers: Integers, count: int) -> int:
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
    order = np.argsort(sums)
    elite = count if count <= FULL else ELITE
    kept = np.empty((count, parties))
    kept_numbers = np.empty(count, np.int64)
    kept_sums = np.empty(count)
    size = 0
    for i in order:
        dropped = False
        for k in range(min(size, elite)):
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
        k = size - 1
        while not dropped and k >= elite and kept_sums[k] == sums[i]:
            equal = True
            for p in range(parties):
                equal &= kept[k, p] == vectors[i, p]
            if equal:
                kept_numbers[k] = min(kept_numbers[k], numbers[i])
                dropped = True
            k -= 1
        if not dropped:
            for p in range(parties):
                kept[size, p] = vectors[i, p]
            kept_numbers[size] = numbers[i]
            kept_sums[size] = sums[i]
            size += 1
    vectors[:size] = kept[:size]
    numbers[:size] = kept_numbers[:size]
    return size
