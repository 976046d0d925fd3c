"""Sorting many numbers inside kernels in time proportional to their count."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from irenic.fast.compiled import kernel
from irenic.fast.grid import Floats, Integers
from irenic.fast.sorting import ascending

Words: TypeAlias = NDArray[np.uint64]

HALF: Final = np.uint64(32)
"""Bits of half a word."""
FEW: Final = 64
"""Up to this many keys are sorted by merging."""
INSERTED: Final = 16
"""Up to this many keys of the same step are sorted where they are."""
SHORT: Final = 1024
"""Up to this many keys, steps have two digits of 8 bits, which tell most apart."""
LONG: Final = 4096
"""Up to this many keys, they have two of 11 bits, beyond it three. 2,048 counters stay in the fastest cache."""


@kernel
def ascending_by_digits(keys: Floats) -> Integers:
    """The order in which the keys ascend, equal ones as they stand: int64[key].

    The range of the keys is cut into even steps. A key's step and its position are packed into one word, and words are
    sorted digit by digit, the last digit first. Keys of the same step are then sorted by comparing. Bound by the memory
    traffic of the passes; by comparisons, as a merge sort is, where the keys are spread so unevenly that few steps hold
    most.

    Args:
        keys: float64, fewer than 2³², no NaN.
    """
    count = keys.size
    if count <= FEW:
        return ascending(keys)
    digit = 8 if count <= SHORT else 11
    digits = 2 if count <= LONG else 3
    steps = _steps(keys, 2.0 ** min(digits * digit, 32) - 1.0)
    words = np.empty(count, np.uint64)
    for i in range(count):
        words[i] = (np.uint64(steps[i]) << HALF) | np.uint64(i)
    words = _sorted_words(words, digits, digit)
    order = np.empty(count, np.int64)
    for i in range(count):
        order[i] = np.int64(words[i] & np.uint64(0xFFFFFFFF))
    _sort_alike(keys, words, order)
    return order


@kernel
def _steps(keys: Floats, most: float) -> Floats:
    """How far the keys are from the least to the largest finite one, in steps from 0 to `most`: whole numbers.

    Rounding keeps the order: a larger key has no smaller step.
    """
    lowest = np.inf
    highest = -np.inf
    for key in keys:
        if np.isfinite(key):
            lowest = min(lowest, key)
            highest = max(highest, key)
    scale = most / (highest - lowest) if lowest < highest else 0.0
    steps = np.empty(keys.size)
    for i in range(keys.size):
        step = (keys[i] - lowest) * scale
        steps[i] = np.floor(min(step, most)) if step > 0.0 else 0.0
    return steps


@kernel
def _sorted_words(words: Words, digits: int, digit: int) -> Words:
    """The words in the order of the last digits of their upper half, equal ones as they stand."""
    low = np.uint64((1 << digit) - 1)
    tally = np.zeros((digits, 1 << digit), np.int64)
    for i in range(words.size):
        for k in range(digits):
            tally[k, (words[i] >> np.uint64(32 + k * digit)) & low] += 1
    other = np.empty(words.size, np.uint64)
    for k in range(digits):
        before = np.int64(0)
        for place in range(1 << digit):
            own = tally[k, place]
            tally[k, place] = before
            before += own
        shift = np.uint64(32 + k * digit)
        for i in range(words.size):
            at = (words[i] >> shift) & low
            other[tally[k, at]] = words[i]
            tally[k, at] += 1
        words, other = other, words
    return words


@kernel
def _sort_alike(keys: Floats, words: Words, order: Integers) -> None:
    """Sort by their keys, in place, the positions whose words share the upper half."""
    count = order.size
    start = 0
    while start < count:
        lead = words[start] >> HALF
        end = start + 1
        sorted_already = True
        while end < count and words[end] >> HALF == lead:
            sorted_already &= keys[order[end - 1]] <= keys[order[end]]
            end += 1
        if not sorted_already and end - start <= INSERTED:
            for i in range(start + 1, end):
                position = order[i]
                to = i
                while to > start and keys[order[to - 1]] > keys[position]:
                    order[to] = order[to - 1]
                    to -= 1
                order[to] = position
        elif not sorted_already:
            alike = np.empty(end - start)
            places = np.empty(end - start, np.int64)
            for i in range(start, end):
                alike[i - start] = keys[order[i]]
                places[i - start] = order[i]
            within = ascending(alike)
            for i in range(start, end):
                order[i] = places[within[i - start]]
        start = end
