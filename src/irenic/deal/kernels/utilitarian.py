"""The utilitarian package: the largest sum of all parties' points, exactly."""

from typing import Final

import numpy as np

from irenic.deal.kernels.by_halves import best_by_halves
from irenic.deal.kernels.direction import SLACK, farthest, max_min_direction
from irenic.deal.kernels.halves import crowded_at
from irenic.deal.kernels.maximin import GROWTH
from irenic.deal.kernels.measures import total
from irenic.deal.kernels.nash import lowest_efficient
from irenic.deal.kernels.nash_bounds import CLOSE
from irenic.deal.kernels.pairs import TOTAL
from irenic.deal.kernels.reaching import NO_LIMIT, reaching_sums
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel

FIRST_SHARE: Final = 1.0 / 64.0
"""The first target lies this share of the gap below the bound."""


@kernel
def _with_totals(vectors: Floats) -> Floats:
    """The vectors with their sum over parties as one party more: float64[n, party + 1]."""
    parties = vectors.shape[1]
    found = np.empty((len(vectors), parties + 1))
    for k in range(len(vectors)):
        for p in range(parties):
            found[k, p] = vectors[k, p]
        found[k, parties] = total(vectors[k])
    return found


@kernel
def utilitarian_direction(vectors: Floats, starts: Integers, floors: Floats) -> tuple[Floats, float, float, float]:
    """Weights on the parties and on their sum under which no package looks much better than the best one is.

    Where the package with the largest sum of all meets the floors, the sum alone will do. Else the sum is taken for a
    further party, the only one whose gain counts, and the weights are those of `max_min_direction`.

    Returns:
        weights on the floors z float64[party] and on the sum y, an upper bound on the sum, and the largest sum met on
        the way that meets the floors (−inf if none did).
    """
    parties = floors.size
    sums = np.empty(parties)
    bound = farthest(vectors, starts, np.ones(parties), sums)
    if (sums >= floors).all():
        return np.zeros(parties), 1.0, bound, total(sums)
    active = np.zeros(parties + 1, np.bool_)
    active[parties] = True
    wanted = np.full(parties + 1, -FAR)
    for p in range(parties):
        wanted[p] = floors[p]
    base = np.zeros(parties + 1)
    unit = np.ones(parties + 1)
    weights, bound, attained = max_min_direction(_with_totals(vectors), starts, base, unit, active, wanted, np.nan)
    return weights[:parties].copy(), weights[parties], bound, attained


@kernel
def utilitarian(vectors: Floats, numbers: Integers, starts: Integers, floors: Floats) -> tuple[Count, Floats]:
    """The package with the largest sum of utilities among those that meet the floors; of equals the lowest number.

    The largest sum of gains is the largest sum of utilities, and nothing dominates it. As in `nash`, a dual bound gives
    a first target, which is lowered until the search finds something.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        floors: float64[party], on the grid; some package meets them.

    Returns:
        the package's number and its utilities float64[party].
    """
    weights, weight, bound, attained = utilitarian_direction(vectors, starts, floors)
    direction = weights + weight
    along_floors = 0.0
    size = 1.0
    for p in range(floors.size):
        along_floors += weights[p] * floors[p]
        size += abs(weights[p] * floors[p])
    last = attained if attained > -np.inf else total(floors)
    share = FIRST_SHARE
    limit = crowded_at(floors.size, starts)
    while True:
        target = bound - share * (bound - last)
        if share > 1.0:
            target = last - CLOSE
        need = along_floors + weight * target
        need -= SLACK * (size + abs(weight * target))
        found, found_numbers, whole = reaching_sums(vectors, numbers, starts, floors, direction, need, limit)
        if not whole:
            everyone = np.ones(floors.size, np.bool_)
            small, _, found, found_numbers = best_by_halves(
                vectors, numbers, starts, TOTAL, floors, floors, floors, everyone, floors, direction
            )
            if small:
                return found_numbers[0], found[0].copy()
            limit = NO_LIMIT
            continue
        best = -np.inf
        totals = np.empty(len(found))
        for k in range(len(found)):
            totals[k] = total(found[k])
            best = max(best, totals[k])
        if best >= target:
            first = lowest_efficient(found, found_numbers, totals == best)
            return found_numbers[first], found[first].copy()
        share *= GROWTH
