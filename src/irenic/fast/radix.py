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
DIGIT: Final = 11
"""Bits by which one pass sorts: its 2,048 counters stay in the fastest cache."""
SHORT: Final = 4096
"""Up to this many keys two passes, by 22 bits, tell nearly all apart; more take three, by 32 bits."""


@kernel
def ascending_by_digits(keys: Floats) -> Integers:
    """The order in which the keys ascend, equal ones as they stand: int64[key].

    With the sign turned round, a float's bits ascend as unsigned integers do. The leading bits of their distance to the
    least and the key's position are packed into one word, and words are sorted digit by digit, the last digit first.
    Keys that these bits do not tell apart are then sorted by merging. Bound by the memory traffic of the passes.

    Args:
        keys: float64, fewer than 2³², no NaN.
    """
    count = keys.size
    if count <= FEW:
        return ascending(keys)
    leads, told_apart = _leading_bits(keys, np.uint64(22 if count <= SHORT else 32))
    words = np.empty(count, np.uint64)
    for i in range(count):
        words[i] = (leads[i] << HALF) | np.uint64(i)
    words = _sorted_words(words, 2 if count <= SHORT else 3)
    order = np.empty(count, np.int64)
    for i in range(count):
        order[i] = np.int64(words[i] & np.uint64(0xFFFFFFFF))
    if not told_apart:
        _sort_alike(keys, words, order)
    return order


@kernel
def _leading_bits(keys: Floats, width: np.uint64) -> tuple[Words, bool]:
    """The leading `width` bits of the keys' distance to the least, and whether these are all."""
    bits = (keys + 0.0).view(np.uint64)
    sign = np.uint64(1) << np.uint64(63)
    least = ~np.uint64(0)
    most = np.uint64(0)
    for i in range(bits.size):
        bits[i] = ~bits[i] if bits[i] & sign else bits[i] | sign
        least = min(least, bits[i])
        most = max(most, bits[i])
    shift = np.uint64(0)
    while ((most - least) >> shift) >> width:
        shift += np.uint64(1)
    for i in range(bits.size):
        bits[i] = (bits[i] - least) >> shift
    return bits, shift == 0


@kernel
def _sorted_words(words: Words, digits: int) -> Words:
    """The words in the order of so many digits of their upper half, equal ones as they stand."""
    low = np.uint64((1 << DIGIT) - 1)
    tally = np.zeros((3, 1 << DIGIT), np.int64)
    for i in range(words.size):
        for k in range(digits):
            tally[k, (words[i] >> np.uint64(32 + k * DIGIT)) & low] += 1
    other = np.empty(words.size, np.uint64)
    for k in range(digits):
        before = np.int64(0)
        for digit in range(1 << DIGIT):
            own = tally[k, digit]
            tally[k, digit] = before
            before += own
        place = np.uint64(32 + k * DIGIT)
        for i in range(words.size):
            at = (words[i] >> place) & low
            other[tally[k, at]] = words[i]
            tally[k, at] += 1
        words, other = other, words
    return words


@kernel
def _sort_alike(keys: Floats, words: Words, order: Integers) -> None:
    """Sort by their keys, in place, the positions whose words share the leading half."""
    count = order.size
    start = 0
    while start < count:
        lead = words[start] >> HALF
        end = start + 1
        sorted_already = True
        while end < count and words[end] >> HALF == lead:
            sorted_already &= keys[order[end - 1]] <= keys[order[end]]
            end += 1
        if not sorted_already:
            alike = np.empty(end - start)
            places = np.empty(end - start, np.int64)
            for i in range(start, end):
                alike[i - start] = keys[order[i]]
                places[i - start] = order[i]
            within = ascending(alike)
            for i in range(start, end):
                order[i] = places[within[i - start]]
        start = end
