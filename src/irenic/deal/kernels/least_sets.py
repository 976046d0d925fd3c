"""Small sets of constraints that must give way, for a run of draws."""

import numpy as np

from irenic.deal.kernels.breaches import size_of, with_rows
from irenic.deal.kernels.conflicts import fixes_of
from irenic.deal.kernels.types import Floats, Integers, Words
from irenic.fast.compiled import kernel


@kernel
def least_sets_of_draws(
    contributions: Floats,
    breaches: Words,
    in_force: Words,
    starts: Integers,
    floors: Floats,
    most: int,
    deals: Floats,
    deal_bits: Integers,
    deal_starts: Integers,
) -> Words:
    """The minimal sets of violated constraints of all draws, as far as they have at most `most` members.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid; draws without a deal.
        breaches: uint64[combination, word], constraints that a combination violates if they are in force.
        in_force: uint64[draw, word].
        starts: int64[block + 1].
        floors: float64[draw, consenting party], on the grid.
        most: largest size of a set.
        deals: float64[side deal, consenting party], side deals that block what gives every party less.
        deal_bits: int64[side deal], the constraint that a blocked package violates.
        deal_starts: int64[draw + 1], where the side deals of each draw begin.

    Returns:
        uint64[set, word], in draw order; a set as often as there are draws that have it.
    """
    draws, parties, combinations = contributions.shape
    words = breaches.shape[1]
    rows = np.empty((64, words), np.uint64)
    total = np.int64(0)
    for d in range(draws):
        vectors = np.empty((combinations, parties))
        violated = np.empty((combinations, words), np.uint64)
        for c in range(combinations):
            for p in range(parties):
                vectors[c, p] = contributions[d, p, c]
            for w in range(words):
                violated[c, w] = breaches[c, w] & in_force[d, w]
        first, last = deal_starts[d], deal_starts[d + 1]
        found = fixes_of(vectors, violated, starts, floors[d], deals[first:last], deal_bits[first:last])
        for k in range(len(found)):
            if size_of(found[k]) <= most:
                rows = with_rows(rows, total, found[k : k + 1])
                total += 1
    return rows[:total].copy()
