"""s* and the solutions where coalitions block: over a union of orthants instead of one."""

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.leximin import compared_gains, sort_gains
from irenic.deal.kernels.maximin import maximin
from irenic.deal.kernels.measures import log_product, total
from irenic.deal.kernels.solve import SOLUTIONS, best_in_zone, gains_within_reach, solve_space
from irenic.deal.kernels.thresholds import TOLERANCE
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel


def solve_unblocked_draws(
    contributions: Floats,
    allowed: Truths,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    scale: Floats,
    floors: Floats,
    alpha: Floats,
    corners: Floats,
    corner_spans: Integers,
) -> tuple[Floats, Integers]:
    """Existence and solutions of every draw, among the packages that reach one of its corners.

    What reaches a corner is an orthant, and so is what a problem of `solve_draws` asks for: each is solved corner by
    corner. A package that reaches a corner is efficient if no allowed package dominates it, since whatever dominates it
    reaches the corner too; so the best of the corners' answers is the answer.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        allowed: bool[draw, combination], feasible and not forbidden.
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        no_deal: float64[draw, consenting party], on the grid.
        scale: float64[draw, consenting party], on the grid, positive.
        floors: float64[draw, consenting party], least utilities that count as no loss.
        alpha: float64[draw, consenting party].
        corners: float64[corner, consenting party].
        corner_spans: int64[draw, 2], the first of the draw's corners and the end.

    Returns:
        s* and package numbers, as from `solve_draws`.
    """
    draws, parties, _ = contributions.shape
    s_star = np.full(draws, -np.inf)
    packages = np.full((draws, len(SOLUTIONS)), -1, np.int64)
    everyone = np.ones(parties, np.bool_)
    for d in range(draws):
        vectors, kept, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
        if has_empty_block(kept_starts):
            continue
        first, last = corner_spans[d].tolist()
        for c in range(first, last):
            gain = maximin(vectors, kept, kept_starts, no_deal[d], scale[d], everyone, corners[c], s_star[d])
            s_star[d] = max(s_star[d], gain)
        if s_star[d] < -TOLERANCE:
            continue
        raised = np.maximum(corners[first:last], floors[d])
        packages[d] = _solve_above(vectors, kept, kept_starts, no_deal[d], scale[d], raised, alpha[d])
    return s_star, packages


def _solve_above(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    scale: Floats,
    corners: Floats,
    alpha: Floats,
) -> Integers:
    """The solutions among the packages that reach one of the corners: int64[solution]; some package reaches one."""
    within = np.array([best_in_zone(vectors, numbers, starts, corner) for corner in corners])
    best = within.max(axis=0)
    packages = np.full(len(SOLUTIONS), -1, np.int64)
    keys = np.empty((len(SOLUTIONS), no_deal.size))
    for c in np.flatnonzero(within[:, 0] > -np.inf).tolist():
        chosen, utilities = solve_space(vectors, numbers, starts, no_deal, scale, best, corners[c], alpha)
        found = _keys(utilities, no_deal, scale, best, alpha)
        for k in range(len(SOLUTIONS)):
            order = 1 if packages[k] < 0 else compared_gains(found[k], keys[k])
            if order > 0 or (order == 0 and chosen[k] < packages[k]):
                packages[k], keys[k] = chosen[k], found[k]
    return packages


@kernel
def _keys(utilities: Floats, no_deal: Floats, scale: Floats, best: Floats, alpha: Floats) -> Floats:
    """What each solution maximises, lexicographically: float64[solution, party], in the order of SOLUTIONS.

    `utilities`, float64[solution, party], are those of the packages chosen; the rest is as for `solve_space`.
    """
    parties = no_deal.size
    gaining, unit = gains_within_reach(no_deal, scale, best)
    keys = np.zeros((len(SOLUTIONS), parties))
    keys[0, 0] = log_product(utilities[0], no_deal, TOLERANCE * scale, alpha, gaining)
    sort_gains(utilities[1], no_deal, unit, gaining, keys[1])
    sort_gains(utilities[2], no_deal, np.ones(parties), np.ones(parties, np.bool_), keys[2])
    keys[3, 0] = total(utilities[3])
    return keys
