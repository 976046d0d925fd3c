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
LOWER: Final = np.uint64(0xFFFFFFFF)
"""The bits of its lower half."""
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
    sorted digit by digit, the last digit first. Keys of the same step are then sorted by comparing, and where there are
    many, by even steps of their own range. Bound by the memory traffic of the passes: three, and three more for
    whatever is crowded into a few of 2³² steps.

    Args:
        keys: float64, fewer than 2³², no NaN.
    """
    count = keys.size
    if count <= FEW:
        return ascending(keys)
    order = np.empty(count, np.int64)
    words = _by_steps(keys)
    for i in range(count):
        order[i] = np.int64(words[i] & LOWER)
    stretches = np.empty((count // FEW + 1, 2), np.int64)
    waiting = _sort_alike(keys, words, order, np.int64(0), stretches, np.int64(0))
    while waiting > 0:
        start, end = stretches[waiting - 1]
        own = np.empty(end - start)
        was = np.empty(end - start, np.int64)
        for i in range(end - start):
            was[i] = order[start + i]
            own[i] = keys[was[i]]
        words = _by_steps(own)
        for i in range(end - start):
            order[start + i] = was[np.int64(words[i] & LOWER)]
        waiting = _sort_alike(keys, words, order, start, stretches, waiting - 1)
    return order


@kernel
def _by_steps(keys: Floats) -> Words:
    """Words in the order of the keys' steps: a step in the upper half, the key's position in the lower."""
    digit = 8 if keys.size <= SHORT else 11
    digits = 2 if keys.size <= LONG else 3
    steps = _steps(keys, 2.0 ** min(digits * digit, 32) - 1.0)
    words = np.empty(keys.size, np.uint64)
    for i in range(keys.size):
        words[i] = (np.uint64(steps[i]) << HALF) | np.uint64(i)
    return _sorted_words(words, digits, digit)


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
def _sort_alike(
    keys: Floats, words: Words, order: Integers, start: np.int64, stretches: Integers, waiting: np.int64
) -> np.int64:
    """Sort keys of the same step, in place, where they are few; where they are many, add them to what waits.

    Args:
        keys: float64[key].
        words: uint64[k], steps in their upper halves.
        order: the order, the stretch of the words starting at `start`.
        start: see `order`.
        stretches: int64[place, (start, end)], parts of the order that are to be sorted.
        waiting: how many of these wait.

    Returns:
        how many wait now.
    """
    count = words.size
    first = 0
    while first < count:
        last = first + 1
        while last < count and words[last] >> HALF == words[first] >> HALF:
            last += 1
        size = last - first
        if size > 1:
            own = order[start + first : start + last]
            if size <= INSERTED:
                _insert(keys, own)
            elif size <= FEW or size == count:
                _merge(keys, own)
            elif not _is_sorted(keys, own):
                stretches[waiting, 0] = start + first
                stretches[waiting, 1] = start + last
                waiting += 1
        first = last
    return waiting


@kernel
def _is_sorted(keys: Floats, order: Integers) -> bool:
    ascends = True
    for i in range(1, order.size):
        ascends &= keys[order[i - 1]] <= keys[order[i]]
    return ascends


@kernel
def _insert(keys: Floats, order: Integers) -> None:
    """Sort in place by insertion."""
    for i in range(1, order.size):
        position = order[i]
        to = i
        while to > 0 and keys[order[to - 1]] > keys[position]:
            order[to] = order[to - 1]
            to -= 1
        order[to] = position


@kernel
def _merge(keys: Floats, order: Integers) -> None:
    """Sort in place by merging."""
    if not _is_sorted(keys, order):
        own = np.empty(order.size)
        was = np.empty(order.size, np.int64)
        for i in range(order.size):
            was[i] = order[i]
            own[i] = keys[was[i]]
        within = ascending(own)
        for i in range(order.size):
            order[i] = was[within[i]]
