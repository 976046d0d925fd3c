"""Random numbers by counter: every number is a function of its key, so nothing depends on the order of work."""

import numpy as np

from irenic.fast.compiled import kernel


@kernel
def mixed(word: np.uint64) -> np.uint64:
    """A well-mixed 64-bit word: the finaliser of SplitMix64 (Steele, Lea & Flood 2014, figure 16)."""
    z = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


@kernel
def word_at(key: np.uint64, index: int) -> np.uint64:
    """Word `index` (from 0) of the sequence that belongs to `key`."""
    return mixed(key + np.uint64(index + 1) * np.uint64(0x9E3779B97F4A7C15))


@kernel
def below(word: np.uint64, count: int) -> np.int64:
    """An integer from 0 to `count` − 1 from the word's upper half; uneven by less than `count` · 2⁻³²."""
    return np.int64(((word >> np.uint64(32)) * np.uint64(count)) >> np.uint64(32))
