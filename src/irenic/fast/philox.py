"""Philox4x32-10: random numbers by counter, for paths (Salmon, Moraes, Dror & Shaw 2011, section 4.3).

Four words of 32 bits are a function of a counter of four such words and a key of two. A path's numbers are keyed by
(seed; run, period, stream), so they depend neither on the order in which paths are followed nor on how they are cut.
All words are held in uint64, which is what lanes multiply in.
"""

from typing import Final

import numpy as np

from irenic.fast.lanes import lane

ROUNDS: Final = 10
MULTIPLIERS: Final = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
KEY_STEPS: Final = (np.uint64(0x9E3779B9), np.uint64(0xBB67AE85))
"""What the words of the key grow by in each round: the golden ratio and √3 − 1."""
HALF: Final = np.uint64(32)
LOWER: Final = np.uint64(0xFFFFFFFF)


@lane
def philox(
    c0: np.uint64, c1: np.uint64, c2: np.uint64, c3: np.uint64, k0: np.uint64, k1: np.uint64
) -> tuple[np.uint64, np.uint64, np.uint64, np.uint64]:
    """Four random words, each below 2³²."""
    for _ in range(ROUNDS):
        left = MULTIPLIERS[0] * c0
        right = MULTIPLIERS[1] * c2
        c0, c1, c2, c3 = (right >> HALF) ^ c1 ^ k0, right & LOWER, (left >> HALF) ^ c3 ^ k1, left & LOWER
        k0 = (k0 + KEY_STEPS[0]) & LOWER
        k1 = (k1 + KEY_STEPS[1]) & LOWER
    return c0, c1, c2, c3


@lane
def draws_of(
    seed: np.uint64, run: np.uint64, period: np.uint64, stream: np.uint64
) -> tuple[np.uint64, np.uint64, np.uint64, np.uint64]:
    """The four words of a run's period and stream: counter (run, its upper half, period, stream), key the seed."""
    return philox(run & LOWER, run >> HALF, period, stream, seed & LOWER, seed >> HALF)


@lane
def unit(word: np.uint64) -> float:
    """The middle of the word's own of 2³² equal parts of the way from 0 to 1: never 0, never 1."""
    return (np.float64(np.int64(word)) + 0.5) * 2.0**-32
