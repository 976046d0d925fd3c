"""Orders in which the Pareto filter goes through points."""

import numpy as np

from irenic.deal.kernels.types import Count, Floats, Integers, Ranks, Truths
from irenic.fast.compiled import kernel
from irenic.fast.radix import ascending_by_digits


@kernel
def descending_distinct(columns: Floats, numbers: Integers) -> Integers:
    """Positions of the distinct points, lexicographically descending; of equal points that of the lowest number.

    What dominates a point comes before it, and none is equal to another: so a point is dominated where one before it is
    at least as large in all columns but the first.

    Sorted by the first column, then every stretch of equals by the next. Bound by one sort where the values of the
    first column differ.

    Args:
        columns: float64[dimension, n].
        numbers: int64[n].
    """
    count = columns.shape[1]
    order = ascending_by_digits(-columns[0])
    alike = np.ones(count, np.bool_)
    ties = _mark_ties(columns[0], order, alike)
    for k in range(1, columns.shape[0]):
        if ties > 0:
            _sort_stretches(columns[k], order, alike)
            ties = _mark_ties(columns[k], order, alike)
    distinct = np.empty(count - ties, np.int64)
    found = -1
    for i in range(count):
        if not alike[i]:
            found += 1
            distinct[found] = order[i]
        elif numbers[order[i]] < numbers[distinct[found]]:
            distinct[found] = order[i]
    return distinct


@kernel
def _mark_ties(column: Floats, order: Integers, alike: Truths) -> Count:
    """Unmark who differs from the one before in this column too; how many are still like the one before."""
    ties = np.int64(0)
    for i in range(order.size):
        alike[i] = alike[i] and i > 0 and column[order[i]] == column[order[i - 1]]
        ties += alike[i]
    return ties


@kernel
def _sort_stretches(column: Floats, order: Integers, alike: Truths) -> None:
    """Sort every stretch of points that are alike so far by this column, the largest first."""
    count = order.size
    start = 0
    while start < count:
        end = start + 1
        while end < count and alike[end]:
            end += 1
        if end - start > 1:
            keys = np.empty(end - start)
            places = np.empty(end - start, np.int64)
            for i in range(start, end):
                keys[i - start] = -column[order[i]]
                places[i - start] = order[i]
            within = ascending_by_digits(keys)
            for i in range(start, end):
                order[i] = places[within[i - start]]
        start = end


@kernel
def ranked(columns: Floats, order: Integers) -> Ranks:
    """The places of the points' values, without the first column: int32[dimension − 1, point], points in the order.

    Equal values share a place, and larger values have larger ones, from 0. Ranks compare as the values do, and twice as
    many of them fit into a vector of the processor. Bound by a sort a column.
    """
    ranks = np.empty((columns.shape[0] - 1, order.size), np.int32)
    values = np.empty(order.size)
    for k in range(1, columns.shape[0]):
        for i in range(order.size):
            values[i] = columns[k, order[i]]
        ascending_order = ascending_by_digits(values)
        place = np.int32(0)
        for i in range(order.size):
            if i > 0 and values[ascending_order[i]] != values[ascending_order[i - 1]]:
                place += np.int32(1)
            ranks[k - 1, ascending_order[i]] = place
    return ranks


@kernel
def efficient_of(rows: Integers, order: Integers, efficient: Truths) -> Integers:
    """The rows of the efficient points, in the order of the rows.

    Args:
        rows: int64[n].
        order: int64[point], positions among the rows.
        efficient: bool[point], points in the order.
    """
    found = np.zeros(rows.size, np.bool_)
    count = 0
    for i in range(order.size):
        found[order[i]] = efficient[i]
        count += efficient[i]
    kept = np.empty(count, np.int64)
    to = 0
    for i in range(rows.size):
        if found[i]:
            kept[to] = rows[i]
            to += 1
    return kept
