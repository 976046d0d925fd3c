"""The Pareto filter: which of many points no other point dominates."""

import numpy as np

from irenic.deal.kernels.pareto_divide import efficient_by_division
from irenic.deal.kernels.pareto_order import descending_distinct, efficient_of, ranked
from irenic.deal.kernels.pareto_screen import screened
from irenic.deal.kernels.pareto_sweep import efficient_of_plane, efficient_of_space
from irenic.deal.kernels.types import Count, Floats, Integers


def efficient_rows(points: Floats) -> Integers:
    """The rows that no other row dominates, ascending; of equal rows the first.

    A row dominates another where it is at least as large in every column and larger in one.

    Args:
        points: float64[n, dimension ≥ 1], no NaN; infinities are numbers like others, and −0.0 equals 0.0.
    """
    return _undominated(np.ascontiguousarray(points, np.float64), np.arange(len(points)), len(points))


def keep_undominated(vectors: Floats, numbers: Integers, count: Count) -> int:
    """Move the efficient ones among the first `count` vectors to the front, and return how many there are.

    They stay in their order; of equal vectors the lowest number is kept.

    Args:
        vectors: float64[n, dimension ≥ 1], no NaN.
        numbers: int64[n].
        count: how many rows count.
    """
    rows = _undominated(vectors, numbers, count)
    vectors[: rows.size] = vectors[rows]
    numbers[: rows.size] = numbers[rows]
    return rows.size


def _undominated(vectors: Floats, numbers: Integers, count: Count) -> Integers:
    """The rows among the first `count` that no other dominates, ascending.

    What a few good points dominate is dropped first. The rest is sorted, and swept in up to three dimensions, divided
    and conquered in more. These steps are kernels by themselves, so that only those are compiled that are needed.
    """
    columns, rows, own_numbers = screened(vectors, numbers, count)
    order = descending_distinct(columns, own_numbers)
    match len(columns):
        case 1:
            efficient = np.arange(len(order)) == 0
        case 2:
            efficient = efficient_of_plane(columns[1], order)
        case 3:
            efficient = efficient_of_space(ranked(columns, order))
        case _:
            efficient = efficient_by_division(ranked(columns, order))
    return efficient_of(rows, order, efficient)
