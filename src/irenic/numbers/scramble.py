"""One-dimensional low-discrepancy points, each stream with its own shuffle and its own scramble.

A stream is the first Sobol dimension (the van der Corput sequence in base 2) after Burley (2020, "Practical hash-based
Owen scrambling"): the order of its points is shuffled by a nested uniform permutation of the index, and the digits are
scrambled by nested uniform scrambling (Owen 1995). Both are triangular bit functions in the manner of Laine and Karras
(2011), here on 64 bits with five words of key each. Why, and what was measured: decision 3, "Draws keyed by path".
"""

from functools import lru_cache
from hashlib import blake2b
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from irenic.numbers.distribution import Floats

Words: TypeAlias = NDArray[np.uint64]
"""64-bit words, any shape."""

SCRAMBLES: Final = 16
"""Independent scrambles of every stream: draw d is point d // 16 of scramble d mod 16."""

_ROUND: Final = 5
"""Words of key that one triangular function takes."""
_WORD: Final = 2**64
_GOLDEN: Final = 0x9E3779B97F4A7C15
_SWAPS: Final = tuple(
    (np.uint64(shift), np.uint64(mask))
    for shift, mask in ((4, 0x0F0F0F0F0F0F0F0F), (2, 0x3333333333333333), (1, 0x5555555555555555))
)
_ONE: Final = np.uint64(1)
_MANTISSA: Final = np.uint64(12)


def stream_key(seed: int, replicate: int, scramble: int, path: str) -> int:
    """The 64-bit key of one scramble of one stream: BLAKE2b, the same on every machine."""
    return int.from_bytes(blake2b(f"{seed}/{replicate}/{scramble}/{path}".encode(), digest_size=8).digest(), "little")


def key_words(keys: list[int]) -> Words:
    """The key schedule: uint64[2 · 5, scramble, 1], by SplitMix64 (Steele, Lea and Flood 2014) from each key."""
    words = [[_mixed((key + _GOLDEN * (j + 1)) % _WORD) for key in keys] for j in range(2 * _ROUND)]
    return np.array(words, dtype=np.uint64)[:, :, np.newaxis]


def uniforms(words: Words, start: int, stop: int) -> Floats:
    """Draws start … stop − 1 of a stream with that key schedule.

    Returns:
        float64[stop − start] strictly between 0 and 1: odd multiples of 2⁻⁵³.
    """
    first = start // SCRAMBLES
    shuffled = _triangular(_mirrored_index(first, -(-stop // SCRAMBLES)), words[:_ROUND])
    scrambled = _mirrored(_triangular(_mirrored(shuffled), words[_ROUND:]))
    by_draw = scrambled.T.reshape(-1)[start - first * SCRAMBLES : stop - first * SCRAMBLES]
    u: Floats = ((by_draw >> _MANTISSA).astype(np.float64) + 0.5) * 2.0**-52
    return u


def _mixed(z: int) -> int:
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % _WORD
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB % _WORD
    return z ^ (z >> 31)


def _triangular(x: Words, key: Words) -> Words:
    """A keyed permutation of 64-bit words in which a bit depends on itself and on lower bits only.

    Seen from the lowest bit up, it flips each bit by a hash of the bits below it: on mirrored digits this is nested
    uniform scrambling. Any two points get independent digits below their first difference.
    """
    x = (x + key[0]) * (key[1] | _ONE)
    x = x ^ (x * (key[2] << _ONE))
    y: Words = (x + key[3]) * (key[4] | _ONE)
    return y


def _mirrored(x: Words) -> Words:
    """The 64 bits in reverse order."""
    x = x.byteswap()
    for shift, mask in _SWAPS:
        x = ((x >> shift) & mask) | ((x & mask) << shift)
    return x


@lru_cache(maxsize=8)
def _mirrored_index(start: int, stop: int) -> Words:
    """Points start … stop − 1 of the van der Corput sequence, as mirrored indices uint64[1, point]."""
    mirrored = _mirrored(np.arange(start, stop, dtype=np.uint64)[np.newaxis, :])
    mirrored.flags.writeable = False
    return mirrored
