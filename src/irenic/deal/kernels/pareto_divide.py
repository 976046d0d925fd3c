"""The Pareto filter in four dimensions and more: divide and conquer over ranks."""

from typing import Final

import numpy as np

from irenic.deal.kernels.pareto_compare import drop_dominated
from irenic.deal.kernels.types import Count, Integers, Ranks, Truths
from irenic.fast.compiled import kernel

BLOCK: Final = 64
"""So many points are filtered by comparing all pairs."""
PAIRS: Final = 1 << 16
"""Up to so many pairs of two sets are compared; larger sets are split."""


@kernel
def efficient_by_division(ranks: Ranks) -> Truths:
    """Which points no point before them dominates.

    Of two halves the upper is filtered first, what survives strikes out of the lower what it dominates, and then the
    lower is filtered (Kung, Luccio & Preparata 1975, section 4; Bentley 1980, section 4). This goes bottom up, block by
    block: after block b, where 2^k is the largest power of two that divides b, the last 2^k blocks are an upper half
    and the next 2^k blocks its lower.

    Bound by comparing and splitting ranks, some n log² n of them where most points are efficient.

    Args:
        ranks: int32[dimension − 1, point] of distinct points, lexicographically descending: all coordinates but the
            first, in which a point is as large as all that follow.
    """
    dimensions, count = ranks.shape
    efficient = np.ones(count, np.bool_)
    columns = np.empty((dimensions, count + 1), np.int32)
    rows = np.empty(count + 1, np.int32)
    room = np.empty((3, count), np.int32)
    tasks = np.empty((64 * dimensions + 3, 5), np.int64)
    everything = np.arange(dimensions)
    zero = np.int64(0)
    for start in range(0, count, BLOCK):
        end = min(count, start + BLOCK)
        size = _gather(ranks, efficient, start, end, columns, rows, zero)
        for i in range(zero, size):
            drop_dominated(columns, everything, rows, zero, i, i, i + 1, room[0])
        _strike_out(rows, zero, size, efficient)
        blocks = end // BLOCK
        span = (blocks & -blocks) * BLOCK
        if end < count:
            upper_end = _gather(ranks, efficient, end - span, end, columns, rows, zero)
            lower_end = _gather(ranks, efficient, end, min(count, end + span), columns, rows, upper_end)
            _drop_between(columns, rows, upper_end, lower_end, tasks, room)
            _strike_out(rows, upper_end, lower_end, efficient)
    return efficient


@kernel
def _gather(
    ranks: Ranks, efficient: Truths, start: Count, end: Count, columns: Ranks, rows: Ranks, to: Count
) -> np.int64:
    """Copy the points that are still efficient to the columns, and return where they end there."""
    for i in range(start, end):
        for k in range(ranks.shape[0]):
            columns[k, to] = ranks[k, i]
        rows[to] = np.int32(i)
        to += np.int64(efficient[i])
    return np.int64(to)


@kernel
def _strike_out(rows: Ranks, start: Count, end: Count, efficient: Truths) -> None:
    """Note who was struck out."""
    for i in range(start, end):
        if rows[i] < 0:
            efficient[~rows[i]] = False


@kernel
def _drop_between(
    columns: Ranks, rows: Ranks, upper_end: Count, lower_end: Count, tasks: Integers, room: Ranks
) -> None:
    """Strike out of the lower set (places from `upper_end` to `lower_end`) what a point of the upper set dominates.

    A task is two sets and the dimensions that are open: in which the upper set is not yet known to be as large. To
    split it, both sets are cut at a value of an open dimension. The parts above it are a task, the parts below it are
    one, what is above in the upper set and below in the lower is one with a dimension less, and the remaining pair
    holds nothing. Points are rearranged in place. The stack of tasks is an own one, since a kernel that calls itself
    cannot be loaded again from Numba's cache.
    """
    bounds = np.empty((2, columns.shape[0]), np.int32)
    still_open = np.empty(columns.shape[0], np.int64)
    zero = np.int64(0)
    waiting = _add(tasks, zero, zero, upper_end, upper_end, lower_end, (1 << columns.shape[0]) - 1)
    while waiting > 0:
        waiting -= 1
        upper, upper_end, lower, lower_end = tasks[waiting, 0], tasks[waiting, 1], tasks[waiting, 2], tasks[waiting, 3]
        size, cut, value = _look(columns, tasks[waiting], bounds, still_open)
        compared = still_open[:size]
        if size <= 1 or (upper_end - upper) * (lower_end - lower) <= PAIRS:
            if size >= 0:
                drop_dominated(columns, compared, rows, upper, upper_end, lower, lower_end, room[0])
            continue
        upper_cut, upper_end = _split(columns, rows, upper, upper_end, compared, bounds, cut, value, room)
        lower_cut, lower_end = _split(columns, rows, lower, lower_end, compared, bounds, cut, value, room)
        mask = zero
        for k in compared:
            mask |= 1 << k
        waiting = _add(tasks, waiting, upper_cut, upper_end, lower_cut, lower_end, mask)
        waiting = _add(tasks, waiting, upper, upper_cut, lower, lower_cut, mask)
        waiting = _add(tasks, waiting, upper, upper_cut, lower_cut, lower_end, mask & ~(1 << cut))


@kernel
def _add(
    tasks: Integers,
    waiting: Count,
    upper: Count,
    upper_end: Count,
    lower: Count,
    lower_end: Count,
    mask: Count,
) -> np.int64:
    """Put a task on the stack, unless one of its sets is empty, and return how many wait."""
    if upper < upper_end and lower < lower_end:
        tasks[waiting, 0] = upper
        tasks[waiting, 1] = upper_end
        tasks[waiting, 2] = lower
        tasks[waiting, 3] = lower_end
        tasks[waiting, 4] = mask
        return np.int64(waiting + 1)
    return np.int64(waiting)


@kernel
def _look(columns: Ranks, task: Integers, bounds: Ranks, still_open: Integers) -> tuple[np.int64, np.int64, np.int32]:
    """Which dimensions are still open (how many: −1 where nothing can be dominated), and where to cut.

    Notes the open dimensions, and in `bounds` the least value of the lower and the largest of the upper set in each:
    points of the upper set below the one and points of the lower set above the other need no comparing. The cut is half
    way between the two, which halves the range, and in the dimension in which the lower set lies highest above the
    upper, where most pairs hold nothing.
    """
    size = np.int64(0)
    cut = np.int64(0)
    value = np.int32(0)
    highest = -np.inf
    for k in range(columns.shape[0]):
        if not task[4] >> k & 1:
            continue
        upper = columns[k, task[0] : task[1]]
        lower = columns[k, task[2] : task[3]]
        upper_least = upper_most = upper[0]
        lower_least = lower_most = lower[0]
        for i in range(upper.size):
            upper_least = min(upper_least, upper[i])
            upper_most = max(upper_most, upper[i])
        for i in range(lower.size):
            lower_least = min(lower_least, lower[i])
            lower_most = max(lower_most, lower[i])
        if upper_most < lower_least:
            return np.int64(-1), cut, value
        if upper_least >= lower_most:
            continue
        still_open[size] = k
        size += 1
        bounds[0, k] = lower_least
        bounds[1, k] = upper_most
        spread = max(upper_most, lower_most) - min(upper_least, lower_least)
        above = (lower_least + lower_most - upper_least - upper_most) / spread
        if above > highest:
            highest = above
            cut = np.int64(k)
            value = min(upper_most, np.int32((lower_least + upper_most) // 2 + 1))
    return size, cut, value


@kernel
def _split(
    columns: Ranks,
    rows: Ranks,
    start: Count,
    end: Count,
    compared: Integers,
    bounds: Ranks,
    cut: Count,
    value: np.int32,
    room: Ranks,
) -> tuple[np.int64, np.int64]:
    """Rearrange a set: what reaches the value, then what does not; last, what needs no comparing. Where these start.

    Places are found first, then every coordinate moves by itself, so that no step waits for the outcome of a
    comparison.
    """
    count = end - start
    part = room[0, :count]
    own_rows = rows[start:end]
    for i in range(count):
        part[i] = np.int32(own_rows[i] >= 0)
    for k in compared:
        own = columns[k, start:end]
        least = bounds[0, k]
        most = bounds[1, k]
        for i in range(count):
            part[i] &= np.int32((own[i] >= least) & (own[i] <= most))
    own = columns[cut, start:end]
    reaching = np.int32(0)
    kept = np.int32(0)
    for i in range(count):
        kept += part[i]
        reaching += part[i] & np.int32(own[i] >= value)
        part[i] += part[i] & np.int32(own[i] >= value)
    place = room[1, :count]
    first = np.int32(0)
    second = reaching
    third = kept
    for i in range(count):
        place[i] = first if part[i] == 2 else (second if part[i] == 1 else third)
        first += np.int32(part[i] == 2)
        second += np.int32(part[i] == 1)
        third += np.int32(part[i] == 0)
    moved = room[2, :count]
    for k in range(columns.shape[0]):
        own = columns[k, start:end]
        for i in range(count):
            moved[place[i]] = own[i]
        for i in range(count):
            own[i] = moved[i]
    for i in range(count):
        moved[place[i]] = own_rows[i]
    for i in range(count):
        own_rows[i] = moved[i]
    return np.int64(start + reaching), np.int64(start + kept)
