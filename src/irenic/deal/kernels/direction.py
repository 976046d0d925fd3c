"""Weights on parties along which the best package is bounded: the dual side of a max–min problem."""

from typing import Final

import numpy as np

from irenic.deal.kernels.measures import least_ratio
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel

ROUNDS: Final = 30
"""Rounds for each party."""
SLACK: Final = 1e-9
"""Room for rounding in what is summed along a direction."""
LEAST_SHARE: Final = 1e-9
"""No party's weight falls below this, so that it can come back."""


@kernel
def farthest(vectors: Floats, starts: Integers, direction: Floats, sums: Floats) -> float:
    """The largest direction · s over sums s of one vector per block; one with it is written to `sums`."""
    parties = vectors.shape[1]
    total = 0.0
    for p in range(parties):
        sums[p] = 0.0
    for b in range(starts.size - 1):
        best = -np.inf
        chosen = starts[b]
        for k in range(starts[b], starts[b + 1]):
            along = 0.0
            for p in range(parties):
                along += direction[p] * vectors[k, p]
            if along > best:
                best = along
                chosen = k
        total += best
        for p in range(parties):
            sums[p] += vectors[chosen, p]
    return total


@kernel
def spans(vectors: Floats, starts: Integers) -> Floats:
    """Largest less smallest sum of every party over all packages, 1 where that is 0: float64[party]."""
    parties = vectors.shape[1]
    span = np.zeros(parties)
    for p in range(parties):
        for b in range(starts.size - 1):
            least = vectors[starts[b], p]
            most = least
            for k in range(starts[b], starts[b + 1]):
                least = min(least, vectors[k, p])
                most = max(most, vectors[k, p])
            span[p] += most - least
        if span[p] == 0.0:
            span[p] = 1.0
    return span


@kernel
def bound_along(direction: Floats, total: float, base: Floats, unit: Floats, active: Truths, floors: Floats) -> float:
    """The largest ratio τ that a sum with direction · s ≤ total may have, if it also meets the floors.

    Solves Σ z_p max(floor_p, base_p + τ unit_p) = total (a party that is not active counts with its floor only) by
    Newton's method from above: the left side is convex and increasing in τ, so every step is a bound.
    """
    bound = np.inf
    for _ in range(5):
        level = total
        slope = 0.0
        for p in range(direction.size):
            rises = active[p] and (bound == np.inf or base[p] + bound * unit[p] >= floors[p])
            if rises:
                level -= direction[p] * base[p]
                slope += direction[p] * unit[p]
            elif floors[p] > -FAR:
                level -= direction[p] * floors[p]
        if slope <= 0.0 or level / slope >= bound:
            break
        bound = level / slope
    return bound


@kernel
def max_min_direction(
    vectors: Floats,
    starts: Integers,
    base: Floats,
    unit: Floats,
    active: Truths,
    floors: Floats,
    mark: float,
) -> tuple[Floats, float, float]:
    """Weights under which no package can look much better than the best one is.

    Asked for is the package with the largest min over active parties of (u − base) / unit among those that meet the
    floors. Multiplicative weights (Freund & Schapire 1999; Arora, Hazan & Kale 2012, algorithm 2.1): each round takes
    the package that is best under the weights, then moves weight to the parties that it leaves short. For any weights
    z ≥ 0 the largest z · u bounds the answer, and finding it is a matter of one pass over the blocks. What comes out
    affects speed only.

    Rounds end as soon as it is known on which side of `mark` (NaN for none) the answer lies. Bound by ROUNDS × parties
    passes over all vectors.

    Returns:
        the best direction z float64[party], the upper bound it gives, and the best ratio of a package met on the way
        that meets the floors (−inf if none did).
    """
    parties = vectors.shape[1]
    span = spans(vectors, starts)
    share = np.zeros(parties)
    involved = 0
    for p in range(parties):
        if active[p] or floors[p] > -FAR:
            share[p] = 1.0
            involved += 1
    for p in range(parties):
        share[p] /= involved
    direction = np.zeros(parties)
    best_direction = np.zeros(parties)
    bound = np.inf
    attained = -np.inf
    sums = np.empty(parties)
    short = np.zeros(parties)
    for turn in range(ROUNDS * parties):
        for p in range(parties):
            direction[p] = share[p] / span[p]
        total = farthest(vectors, starts, direction, sums)
        here = bound_along(direction, total, base, unit, active, floors)
        if turn == 0 or here < bound:
            bound = here
            for p in range(parties):
                best_direction[p] = direction[p]
        meets = True
        for p in range(parties):
            meets &= sums[p] >= floors[p]
        if meets:
            attained = max(attained, least_ratio(sums, base, unit, active))
        if bound <= attained or bound < mark - SLACK or attained >= mark:
            break
        largest = 1e-300
        for p in range(parties):
            if share[p] > 0.0:
                goal = floors[p]
                if active[p]:
                    goal = max(goal, base[p] + bound * unit[p])
                short[p] = (goal - sums[p]) / span[p]
                largest = max(largest, abs(short[p]))
        rate = 2.0 / (np.sqrt(turn + 1.0) * largest)
        total_share = 0.0
        for p in range(parties):
            if share[p] > 0.0:
                share[p] = max(LEAST_SHARE, share[p] * np.exp(rate * short[p]))
                total_share += share[p]
        for p in range(parties):
            share[p] /= total_share
    return best_direction, bound, attained
