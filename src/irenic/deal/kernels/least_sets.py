"""Small sets of constraints that must give way, for a run of draws."""

import numpy as np

from irenic.deal.kernels.conflicts import fixes_of
from irenic.deal.kernels.types import Floats, Integers, Words


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
    # Plain Python: a kernel around these kernels would compile them all once more.
    rows = [np.empty((0, breaches.shape[1]), np.uint64)]
    for d in range(len(contributions)):
        own = slice(deal_starts[d], deal_starts[d + 1])
        vectors = np.ascontiguousarray(contributions[d].T)
        found = fixes_of(vectors, breaches & in_force[d], starts, floors[d], deals[own], deal_bits[own])
        rows.append(found[np.bitwise_count(found).sum(axis=1) <= most])
    return np.concatenate(rows)
