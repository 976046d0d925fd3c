"""The Pareto filter: which of many points no other point dominates."""

import numpy as np

from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel


def efficient_rows(points: Floats) -> Integers:
    """The rows that no other row dominates, ascending; of equal rows the first.

    A row dominates another where it is at least as large in every column and larger in one.

    Args:
        points: float64[n, dimension ≥ 1], no NaN; infinities are numbers like others, and −0.0 equals 0.0.
    """
    rows = np.arange(len(points))
    return np.sort(rows[: keep_undominated(np.array(points, np.float64, order="C"), rows, np.int64(len(points)))])


@kernel
def keep_undominated(vectors: Floats, numbers: Integers, count: Count) -> Count:
    """Move the efficient ones among the first `count` vectors to the front, in place, and return how many there are.

    Of equal vectors the lowest number is kept.

    Args:
        vectors: float64[n, dimension].
        numbers: int64[n], all different.
        count: how many rows count.
    """
    kept: Count = np.int64(0)
    for i in range(count):
        dropped = False
        to: Count = np.int64(0)
        for k in range(kept):
            at_least = True
            at_most = True
            for p in range(vectors.shape[1]):
                at_least &= vectors[k, p] >= vectors[i, p]
                at_most &= vectors[k, p] <= vectors[i, p]
            if at_least and (not at_most or numbers[k] < numbers[i]):
                dropped = True
                break
            if not at_most or (at_least and numbers[k] < numbers[i]):
                for p in range(vectors.shape[1]):
                    vectors[to, p] = vectors[k, p]
                numbers[to] = numbers[k]
                to += 1
        if not dropped:
            for p in range(vectors.shape[1]):
                vectors[to, p] = vectors[i, p]
            numbers[to] = numbers[i]
            kept = to + 1
    return kept
