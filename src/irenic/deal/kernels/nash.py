"""The weighted Nash solution, exactly."""

from math import exp, log
from typing import Final

import numpy as np

from irenic.deal.kernels.by_halves import best_by_halves
from irenic.deal.kernels.direction import farthest, spans
from irenic.deal.kernels.efficient import is_efficient
from irenic.deal.kernels.halves import crowded_at
from irenic.deal.kernels.maximin import GROWTH
from irenic.deal.kernels.measures import log_product
from irenic.deal.kernels.nash_bounds import CLOSE, need_for_objective, objective_bound
from irenic.deal.kernels.pairs import PRODUCT
from irenic.deal.kernels.reached import reached_sums
from irenic.deal.kernels.reaching import NO_LIMIT, reaching_sums
from irenic.deal.kernels.types import Count, Floats, Integers, Truths
from irenic.fast.compiled import kernel

ROUNDS: Final = 30
"""Rounds for each party."""
FIRST_SHARE: Final = 1.0 / 64.0
"""The first target lies this share of the gap below the bound."""


@kernel
def lowest_efficient(vectors: Floats, numbers: Integers, chosen: Truths) -> Count:
    """Which of the chosen vectors that no vector dominates has the lowest number: its position, or −1."""
    lowest = np.int64(-1)
    for i in range(len(vectors)):
        if not chosen[i] or (lowest >= 0 and numbers[i] >= numbers[lowest]):
            continue
        if is_efficient(vectors, i):
            lowest = np.int64(i)
    return lowest


@kernel
def nash_direction(
    vectors: Floats,
    starts: Integers,
    base: Floats,
    least_gain: Floats,
    alpha: Floats,
    gaining: Truths,
    floors: Floats,
) -> tuple[Floats, float, float]:
    """Weights z whose bound on the Nash objective is tight, that bound, and the best objective met on the way.

    At the solution of the relaxed problem z_p = α_p / gain_p. That solution is approached by fictitious play: the
    gains are those of the average of the packages taken so far (Frank & Wolfe 1956). Parties that cannot gain only
    keep their floor and get multiplicative weights. What comes out affects speed only. Bound by ROUNDS × parties
    passes over all vectors.
    """
    parties = vectors.shape[1]
    span = spans(vectors, starts)
    mean = np.empty(parties)
    share = np.ones(parties)
    for p in range(parties):
        mean[p] = max(floors[p], base[p]) + 0.25 * span[p]
    direction = np.zeros(parties)
    best_direction = np.zeros(parties)
    bound = np.inf
    attained = -np.inf
    sums = np.empty(parties)
    for turn in range(ROUNDS * parties):
        for p in range(parties):
            if gaining[p]:
                direction[p] = alpha[p] / max(mean[p] - base[p], 1e-3 * span[p])
            else:
                direction[p] = share[p] / span[p]
        total = farthest(vectors, starts, direction, sums)
        here = objective_bound(direction, total, base, least_gain, alpha, gaining, floors)
        if turn == 0 or here < bound:
            bound = here
            for p in range(parties):
                best_direction[p] = direction[p]
        meets = True
        for p in range(parties):
            meets &= sums[p] >= floors[p]
        if meets:
            attained = max(attained, log_product(sums, base, least_gain, alpha, gaining))
        step = 2.0 / (turn + 3.0)
        for p in range(parties):
            mean[p] += step * (sums[p] - mean[p])
            if not gaining[p]:
                pull = (floors[p] - sums[p]) / span[p] / np.sqrt(turn + 1.0)
                share[p] = min(1e6, max(1e-6, share[p] * exp(2.0 * pull)))
    return best_direction, bound, attained


@kernel
def nash(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    base: Floats,
    least_gain: Floats,
    alpha: Floats,
    gaining: Truths,
    floors: Floats,
) -> tuple[Count, Floats]:
    """The efficient package with the largest Nash objective among those that meet the floors.

    Of equals the lowest number.

    As in `maximin`, a dual bound gives a first target, which is lowered until the search finds something. Gains below
    `least_gain` count as that much, so that a zone whose packages leave some party without gain is ordered by the
    others'.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        base: float64[party], no-deal values.
        least_gain: float64[party], positive; floors are no lower than base − least_gain.
        alpha: float64[party], positive.
        gaining: bool[party], parties that can gain; where none can, the efficient package with the lowest number is
            meant.
        floors: float64[party], on the grid; some package meets them.

    Returns:
        the package's number and its utilities float64[party].
    """
    none_gains = True
    for p in range(base.size):
        none_gains &= not gaining[p]
    if none_gains:
        direction = np.zeros(base.size)
        found, found_numbers, _ = reached_sums(vectors, numbers, starts, floors, direction, -np.inf, NO_LIMIT)
        first = lowest_efficient(found, found_numbers, np.ones(len(found), np.bool_))
        return found_numbers[first], found[first].copy()
    direction, bound, attained = nash_direction(vectors, starts, base, least_gain, alpha, gaining, floors)
    last = attained
    if last == -np.inf:
        last = 0.0
        for p in range(base.size):
            if gaining[p]:
                last += alpha[p] * log(least_gain[p])
    share = FIRST_SHARE
    limit = crowded_at(base.size, starts)
    while True:
        target = bound - share * (bound - last)
        if share > 1.0:
            target = last - CLOSE
        need = need_for_objective(direction, target - CLOSE, base, least_gain, alpha, gaining, floors)
        found, found_numbers, whole = reaching_sums(vectors, numbers, starts, floors, direction, need, limit)
        if not whole:
            small, _, found, found_numbers = best_by_halves(
                vectors, numbers, starts, PRODUCT, base, least_gain, alpha, gaining, floors, direction
            )
            if small:
                first = lowest_efficient(found, found_numbers, np.ones(len(found), np.bool_))
                return found_numbers[first], found[first].copy()
            limit = NO_LIMIT
            continue
        best = -np.inf
        objectives = np.empty(len(found))
        for k in range(len(found)):
            objectives[k] = log_product(found[k], base, least_gain, alpha, gaining)
            best = max(best, objectives[k])
        if best >= target:
            first = lowest_efficient(found, found_numbers, objectives == best)
            return found_numbers[first], found[first].copy()
        share *= GROWTH
