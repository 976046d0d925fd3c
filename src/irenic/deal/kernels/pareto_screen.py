"""A cheap first pass of the Pareto filter: what a few good points dominate goes at once."""

from typing import Final

import numpy as np

from irenic.deal.kernels.types import Count, Floats, Integers, Marks
from irenic.fast.compiled import kernel

PLANE: Final = 4096
"""Fewer points of two dimensions are not screened: sorting them all takes no longer."""
SPACE: Final = 2048
"""Fewer points of three are not."""
BEYOND: Final = 512
"""Fewer points of more are not."""
CANDIDATES: Final = 256
"""Points at most among which the judges are chosen, and others at most on which they are tried."""
JUDGES: Final = 8
"""Points at most that a round compares all others with."""
FEWEST: Final = 1 / 64
"""A judge dominates more than this share of the points it is tried on."""
STRIP: Final = 512
"""Points that are compared at a time: their marks and one coordinate stay in the fastest cache."""


@kernel
def screened(points: Floats, numbers: Integers, count: Count) -> tuple[Floats, Integers, Integers]:
    """What a few rounds leave of the points.

    In every round a few judges are chosen, and what they dominate is dropped; a round is run where the judges dominate
    as large a share of the points they are tried on as makes it pay: the more dimensions, the dearer a point that is
    left. They are tried on some of the points themselves, so every round drops some. Nothing efficient is dropped, and
    of equal points all stay. Bound by reading the points once for each round;
    of random points the first leaves a tenth or so.

    Args:
        points: float64[n, dimension].
        numbers: int64[n].
        count: how many rows count.

    Returns:
        the columns float64[dimension, left] of the points that are left, their rows int64[left] and their numbers.
    """
    dimensions = points.shape[1]
    columns = np.empty((dimensions, count))
    rows = np.arange(count)
    for i in range(count):
        for k in range(dimensions):
            columns[k, i] = points[i, k]
    share = max(2.0 ** (1 - dimensions), 1 / 8)
    fewest = PLANE if dimensions <= 2 else (SPACE if dimensions == 3 else BEYOND)
    left: Count = np.int64(count)
    while left >= fewest:
        judges = _judges(columns, left, share)
        if len(judges) == 0:
            break
        left = _drop_dominated(columns, rows, left, judges)
    kept = columns
    if left < count:
        kept = np.empty((dimensions, left))
        for k in range(dimensions):
            for i in range(left):
                kept[k, i] = columns[k, i]
    kept_numbers = np.empty(left, np.int64)
    for i in range(left):
        kept_numbers[i] = numbers[rows[i]]
    return kept, rows[:left], kept_numbers


@kernel
def _judges(columns: Floats, count: Count, share: float) -> Floats:
    """Good points to compare all others with: float64[dimension, judge], none where too few are dominated.

    Candidates are tried on an even sample; whoever dominates most of what is left of it is a judge, again and again.
    """
    tried = min(CANDIDATES, int(np.sqrt(count)))
    length = count // tried
    sample = np.empty((columns.shape[0], tried))
    for k in range(columns.shape[0]):
        for s in range(tried):
            sample[k, s] = columns[k, s * length + length // 2]
    candidates = _candidates(columns, length, sample)
    dominated = np.empty((tried, tried), np.uint8)
    less = np.empty(tried, np.uint8)
    for c in range(tried):
        _mark_dominated(sample, np.int64(0), tried, candidates[c], dominated[c], less)
    left = np.ones(tried, np.uint8)
    judges = np.empty((JUDGES, columns.shape[0]))
    found = 0
    gone: Count = np.int64(0)
    while found < JUDGES:
        best = 0
        most: Count = np.int64(0)
        for c in range(tried):
            own = np.int64(0)
            marks = dominated[c]
            for s in range(tried):
                own += marks[s] & left[s]
            if own > most:
                best = c
                most = own
        if most <= FEWEST * tried:
            break
        for s in range(tried):
            left[s] &= 1 - dominated[best, s]
        for k in range(columns.shape[0]):
            judges[found, k] = candidates[best, k]
        found += 1
        gone += most
    return judges[: found if gone >= share * tried else 0]


@kernel
def _candidates(columns: Floats, length: Count, sample: Floats) -> Floats:
    """Of every stretch of so many points the one with the largest sum: float64[candidate, dimension].

    Every dimension weighs by its spread in the sample.
    """
    dimensions = columns.shape[0]
    candidates = np.empty((sample.shape[1], dimensions))
    weights = np.zeros(dimensions)
    for k in range(dimensions):
        least = most = sample[k, 0]
        for s in range(sample.shape[1]):
            least = min(least, sample[k, s])
            most = max(most, sample[k, s])
        if least < most:
            weights[k] = 1.0 / (most - least)
    sums = np.empty(length)
    for c in range(len(candidates)):
        for i in range(length):
            sums[i] = 0.0
        for k in range(dimensions):
            stretch = columns[k, c * length : (c + 1) * length]
            weight = weights[k]
            for i in range(length):
                sums[i] += weight * stretch[i]
        best = 0
        for i in range(length):
            if sums[i] > sums[best]:
                best = i
        for k in range(dimensions):
            candidates[c, k] = columns[k, c * length + best]
    return candidates


@kernel
def _drop_dominated(columns: Floats, rows: Integers, count: Count, judges: Floats) -> Count:
    """Move what no judge dominates to the front, in place and as it stands, and return how many are left."""
    dimensions = columns.shape[0]
    marks = np.empty(STRIP, np.uint8)
    less = np.empty(STRIP, np.uint8)
    dropped = np.empty(STRIP, np.uint8)
    left = np.int64(0)
    for start in range(0, count, STRIP):
        length = min(STRIP, count - start)
        for i in range(length):
            dropped[i] = 0
        for j in range(len(judges)):
            _mark_dominated(columns, start, length, judges[j], marks, less)
            for i in range(length):
                dropped[i] |= marks[i]
        for i in range(length):
            for k in range(dimensions):
                columns[k, left] = columns[k, start + i]
            rows[left] = rows[start + i]
            left += 1 - dropped[i]
    return left


@kernel
def _mark_dominated(columns: Floats, start: Count, count: Count, judge: Floats, marks: Marks, less: Marks) -> None:
    """Mark with 1 which of `count` points from `start` on the judge dominates; `less` is room to work in."""
    for i in range(count):
        marks[i] = 1
        less[i] = 0
    for k in range(columns.shape[0]):
        column = columns[k, start : start + count]
        most = judge[k]
        for i in range(count):
            marks[i] &= column[i] <= most
            less[i] |= column[i] < most
    for i in range(count):
        marks[i] &= less[i]
