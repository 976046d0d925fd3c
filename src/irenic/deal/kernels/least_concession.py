"""The least that some parties must concede, in total, so that a package is no loss to the others."""

from typing import Final

import numpy as np

from irenic.deal.kernels.by_halves import best_by_halves
from irenic.deal.kernels.direction import SLACK, farthest, max_min_direction, spans
from irenic.deal.kernels.efficient import keep_efficient
from irenic.deal.kernels.halves import crowded_at
from irenic.deal.kernels.maximin import need_along
from irenic.deal.kernels.measures import shortfall
from irenic.deal.kernels.pairs import SHORTFALL
from irenic.deal.kernels.reached import can_reach
from irenic.deal.kernels.reaching import NO_LIMIT, reaching_sums
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Count, Floats, Integers, Truths
from irenic.fast.compiled import kernel
from irenic.fast.grid import STEP

ROUNDS: Final = 20
"""Rounds for each component in the search for good weights."""
FIRST_SHARE: Final = 1.0 / 32.0
"""The first cap lies this share of the gap above the bound."""
GROWTH: Final = 1.5
"""Each further cap lies so much farther above."""


@kernel
def concession_direction(
    vectors: Floats, starts: Integers, floors: Floats, given: Truths
) -> tuple[Floats, float, float]:
    """Weights that bound the least concession from below, that bound, and the least concession met on the way.

    The dual problem: for weights z ≥ 0, at most 1 on the conceding components, every package with s ≥ floors on the
    others concedes at least z · floors − max z · s. Multiplicative weights, as in `max_min_direction`: each round takes
    the package that is best under the weights and moves weight to the components that it leaves short. What comes out
    affects speed only. Bound by ROUNDS × components passes over all vectors.

    Args:
        vectors: float64[n, component].
        starts: int64[block + 1], no block empty.
        floors: float64[component].
        given: bool[component], those that may be conceded on, at least one.

    Returns:
        the direction float64[component], its largest weight on a conceding component 1; the bound (may be negative,
        which says nothing); the least concession of a package met that reaches the other floors (∞ if none did).
    """
    size = floors.size
    span = spans(vectors, starts)
    usual = 0.0
    count = 0
    for p in range(size):
        if given[p]:
            usual += span[p]
            count += 1
    usual /= count
    weights = np.empty(size)
    for p in range(size):
        weights[p] = 1.0 if given[p] else usual / span[p]
    direction = np.empty(size)
    best_direction = np.zeros(size)
    short = np.empty(size)
    sums = np.empty(size)
    bound = -np.inf
    attained = np.inf
    for turn in range(ROUNDS * size):
        largest = 0.0
        for p in range(size):
            if given[p]:
                largest = max(largest, weights[p])
        along_floors = 0.0
        for p in range(size):
            direction[p] = weights[p] / largest
            along_floors += direction[p] * floors[p]
        here = along_floors - farthest(vectors, starts, direction, sums)
        if here > bound:
            bound = here
            for p in range(size):
                best_direction[p] = direction[p]
        meets = True
        for p in range(size):
            meets &= given[p] or sums[p] >= floors[p]
        if meets:
            attained = min(attained, shortfall(sums, floors, given))
        if bound >= attained:
            break
        furthest = 1e-300
        for p in range(size):
            short[p] = (floors[p] - sums[p]) / span[p]
            furthest = max(furthest, abs(short[p]))
        rate = 2.0 / (np.sqrt(turn + 1.0) * furthest)
        for p in range(size):
            weights[p] = direction[p] * np.exp(rate * short[p])
            most = 1.0 if given[p] else 1e6 * usual / span[p]
            weights[p] = min(most, max(1e-6 * usual / span[p], weights[p]))
    return best_direction, bound, attained


@kernel
def can_be_held(vectors: Floats, numbers: Integers, starts: Integers, floors: Floats, given: Truths) -> bool:
    """Whether some package reaches the floors of the components that concede nothing; exact, as `exists_in_draws`."""
    size = floors.size
    held = ~given
    if not held.any():
        return True
    wanted = np.full(size, -FAR)
    own = vectors.copy()
    for p in range(size):
        if held[p]:
            wanted[p] = floors[p]
        else:
            for k in range(len(own)):
                own[k, p] = 0.0
    no_floors = np.full(size, -FAR)
    direction, bound, attained = max_min_direction(own, starts, floors, spans(own, starts), held, no_floors, 0.0)
    if attained >= 0.0:
        return True
    if bound < -SLACK:
        return False
    need = need_along(direction, wanted)
    return can_reach(own, numbers, starts, wanted, direction, need)


@kernel
def least_concession(
    vectors: Floats, numbers: Integers, starts: Integers, floors: Floats, given: Truths, below: float
) -> tuple[float, Floats, Integers]:
    """The least total concession, and the efficient packages that need no more; exact.

    A package costs Σ max(0, floor − s) over the conceding components and must reach the floors of the others. What
    costs no more than a cap has z · s ≥ z · floors − cap along a direction of the dual problem: all such packages are
    searched for, with a cap close to the dual bound first, then with larger ones, at last that of the best package
    known. The first search that finds a package within its cap has found all of the cheapest. Bound by the last
    search, see `reaching_sums`.

    Args:
        vectors: float64[n, component], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        floors: float64[component], on the grid.
        given: bool[component], those that may be conceded on, at least one.
        below: only concessions less than this are of interest.

    Returns:
        the least concession, ∞ where no package reaches the other floors or it would not be less than `below`; sums
        float64[found, component] and numbers int64[found] of the cheapest packages, efficient ones only.
    """
    nothing = (np.inf, vectors[:0].copy(), numbers[:0].copy())
    size = floors.size
    direction, bound, attained = concession_direction(vectors, starts, floors, given)
    if not bound < below:
        return nothing
    most = min(attained, below)
    if most == np.inf:
        if not can_be_held(vectors, numbers, starts, floors, given):
            return nothing
        most = _most_short(vectors, starts, floors, given)
    along_floors = 0.0
    scale = 1.0
    for p in range(size):
        along_floors += direction[p] * floors[p]
        scale += abs(direction[p] * floors[p])
    least = max(bound, 0.0)
    lowered = floors.copy()
    share = FIRST_SHARE
    limit = crowded_at(size, starts)
    while True:
        final = share >= 1.0
        cap = most if final else least + share * (most - least)
        cap = np.ceil(cap / STEP) * STEP
        for p in range(size):
            if given[p]:
                lowered[p] = floors[p] - cap
        need = along_floors - cap - SLACK * (scale + cap)
        found, found_numbers, whole = reaching_sums(vectors, numbers, starts, lowered, direction, need, limit)
        if not whole:
            held = np.where(given, -FAR, floors)
            small, worth, found, found_numbers = best_by_halves(
                vectors, numbers, starts, SHORTFALL, floors, floors, floors, given, held, direction
            )
            if small:
                return (-worth, found, found_numbers) if -worth < below else nothing
            limit = NO_LIMIT
            continue
        cost = np.inf
        for k in range(len(found)):
            cost = min(cost, shortfall(found[k], floors, given))
        if cost <= cap or final:
            if not cost < below:
                return nothing
            return _cheapest(found, found_numbers, floors, given, cost)
        most = min(most, cost)
        share *= GROWTH


@kernel
def _most_short(vectors: Floats, starts: Integers, floors: Floats, given: Truths) -> float:
    """What no package's concession exceeds."""
    total = 0.0
    for p in range(floors.size):
        if given[p]:
            least = 0.0
            for b in range(starts.size - 1):
                lowest = vectors[starts[b], p]
                for k in range(starts[b], starts[b + 1]):
                    lowest = min(lowest, vectors[k, p])
                least += lowest
            total += max(0.0, floors[p] - least)
    return total


@kernel
def _cheapest(
    found: Floats, found_numbers: Integers, floors: Floats, given: Truths, cost: float
) -> tuple[float, Floats, Integers]:
    """The efficient ones among the sums that cost so much."""
    kept = np.empty_like(found)
    kept_numbers = np.empty_like(found_numbers)
    count: Count = np.int64(0)
    for k in range(len(found)):
        if shortfall(found[k], floors, given) == cost:
            for p in range(floors.size):
                kept[count, p] = found[k, p]
            kept_numbers[count] = found_numbers[k]
            count += 1
    count = keep_efficient(kept, kept_numbers, count)
    return cost, kept[:count].copy(), kept_numbers[:count].copy()
