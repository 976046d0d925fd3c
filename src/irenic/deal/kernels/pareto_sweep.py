"""The Pareto filter in two and three dimensions: one sweep over sorted points."""

import numpy as np

from irenic.deal.kernels.types import Floats, Integers, Ranks, Truths
from irenic.fast.compiled import kernel


@kernel
def efficient_of_plane(second: Floats, order: Integers) -> Truths:
    """Which points of two dimensions none before them dominates: those higher in the second than all before.

    Args:
        second: float64[n], their second coordinates.
        order: int64[point], distinct points, lexicographically descending.
    """
    efficient = np.ones(order.size, np.bool_)
    highest = -np.inf
    for i in range(order.size):
        value = second[order[i]]
        efficient[i] = i == 0 or value > highest
        highest = max(highest, value)
    return efficient


@kernel
def efficient_of_space(ranks: Ranks) -> Truths:
    """Which points of three dimensions none before them dominates.

    A tree of maxima (Fenwick 1994, turned round) holds, by rank in the second coordinate, how high the third of the
    points before gets at that rank or above. Asking and adding go up the tree, and end early where the answer is known
    or everything above is as high. Sweeping so is O(n log n) (Kung, Luccio & Preparata 1975, section 3); bound by the
    tree's cache misses.

    Args:
        ranks: int32[2, point], second and third coordinates of distinct points, lexicographically descending.
    """
    count = ranks.shape[1]
    efficient = np.ones(count, np.bool_)
    top = np.int64(0)
    for i in range(count):
        top = max(top, np.int64(ranks[0, i]))
    highest = np.full(top + 2, -1, np.int32)
    for i in range(count):
        own = ranks[1, i]
        from_top = top + 1 - ranks[0, i]
        place = from_top
        while place > 0 and highest[place] < own:
            place -= place & -place
        if place > 0:
            efficient[i] = False
            continue
        place = from_top
        while place <= top + 1 and highest[place] < own:
            highest[place] = own
            place += place & -place
    return efficient
