"""All pairs of two small sets compared, for the Pareto filter."""

import numpy as np

from irenic.deal.kernels.types import Count, Integers, Ranks
from irenic.fast.compiled import kernel


@kernel
def drop_dominated(
    columns: Ranks,
    compared: Integers,
    rows: Ranks,
    upper: Count,
    upper_end: Count,
    lower: Count,
    lower_end: Count,
    room: Ranks,
) -> None:
    """Strike out (row → ~row) of the lower set whatever a point of the upper set is at least as large as.

    One function for each number of coordinates, so that its inner loop is a few comparisons of vectors of ranks and
    holds no branch: bound by those, upper × lower × coordinates / 16 of them.

    Args:
        columns: int32[coordinate, place], ranks.
        compared: the coordinates that count.
        rows: int32[place]; negative where struck out.
        upper: where the upper set starts; it ends before `upper_end`. The lower set likewise.
        upper_end: see `upper`.
        lower: see `upper`.
        lower_end: see `upper`.
        room: int32, as long as the upper set, to work in.
    """
    size = compared.size
    if size == 0:
        for i in range(lower, lower_end):
            rows[i] = min(rows[i], ~rows[i])
    elif size == 1:
        _by_one(columns[compared[0]], rows, upper, upper_end, lower, lower_end)
    elif size == 2:
        _by_two(columns[compared[0]], columns[compared[1]], rows, upper, upper_end, lower, lower_end)
    elif size == 3:
        a, b, c = columns[compared[0]], columns[compared[1]], columns[compared[2]]
        _by_three(a, b, c, rows, upper, upper_end, lower, lower_end)
    elif size == 4:
        a, b, c = columns[compared[0]], columns[compared[1]], columns[compared[2]]
        _by_four(a, b, c, columns[compared[3]], rows, upper, upper_end, lower, lower_end)
    else:
        _by_many(columns, compared, rows, upper, upper_end, lower, lower_end, room)


@kernel
def _by_one(a: Ranks, rows: Ranks, upper: Count, upper_end: Count, lower: Count, lower_end: Count) -> None:
    highest = a[upper]
    for j in range(upper, upper_end):
        highest = max(highest, a[j])
    for i in range(lower, lower_end):
        if a[i] <= highest:
            rows[i] = min(rows[i], ~rows[i])


@kernel
def _by_two(a: Ranks, b: Ranks, rows: Ranks, upper: Count, upper_end: Count, lower: Count, lower_end: Count) -> None:
    upper_a, upper_b = a[upper:upper_end], b[upper:upper_end]
    for i in range(lower, lower_end):
        if rows[i] >= 0:
            own_a, own_b = a[i], b[i]
            dominated = np.int32(0)
            for j in range(upper_a.size):
                dominated |= np.int32((upper_a[j] >= own_a) & (upper_b[j] >= own_b))
            if dominated:
                rows[i] = ~rows[i]


@kernel
def _by_three(
    a: Ranks, b: Ranks, c: Ranks, rows: Ranks, upper: Count, upper_end: Count, lower: Count, lower_end: Count
) -> None:
    upper_a, upper_b, upper_c = a[upper:upper_end], b[upper:upper_end], c[upper:upper_end]
    for i in range(lower, lower_end):
        if rows[i] >= 0:
            own_a, own_b, own_c = a[i], b[i], c[i]
            dominated = np.int32(0)
            for j in range(upper_a.size):
                dominated |= np.int32((upper_a[j] >= own_a) & (upper_b[j] >= own_b) & (upper_c[j] >= own_c))
            if dominated:
                rows[i] = ~rows[i]


@kernel
def _by_four(
    a: Ranks, b: Ranks, c: Ranks, d: Ranks, rows: Ranks, upper: Count, upper_end: Count, lower: Count, lower_end: Count
) -> None:
    upper_a, upper_b = a[upper:upper_end], b[upper:upper_end]
    upper_c, upper_d = c[upper:upper_end], d[upper:upper_end]
    for i in range(lower, lower_end):
        if rows[i] >= 0:
            own_a, own_b, own_c, own_d = a[i], b[i], c[i], d[i]
            dominated = np.int32(0)
            for j in range(upper_a.size):
                by_two = (upper_a[j] >= own_a) & (upper_b[j] >= own_b)
                dominated |= np.int32(by_two & (upper_c[j] >= own_c) & (upper_d[j] >= own_d))
            if dominated:
                rows[i] = ~rows[i]


@kernel
def _by_many(
    columns: Ranks,
    compared: Integers,
    rows: Ranks,
    upper: Count,
    upper_end: Count,
    lower: Count,
    lower_end: Count,
    room: Ranks,
) -> None:
    at_least = room[: upper_end - upper]
    for i in range(lower, lower_end):
        if rows[i] >= 0:
            for j in range(at_least.size):
                at_least[j] = 1
            for k in compared:
                column = columns[k, upper:upper_end]
                own = columns[k, i]
                for j in range(at_least.size):
                    at_least[j] &= np.int32(column[j] >= own)
            dominated = np.int32(0)
            for j in range(at_least.size):
                dominated |= at_least[j]
            if dominated:
                rows[i] = ~rows[i]
