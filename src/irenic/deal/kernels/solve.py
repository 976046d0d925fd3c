"""s*, Nash and Kalai–Smorodinsky for a run of draws."""

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.kalai_smorodinsky import FEW, kalai_smorodinsky
from irenic.deal.kernels.maximin import maximin
from irenic.deal.kernels.nash import nash
from irenic.deal.kernels.thresholds import FAR, TOLERANCE
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel


@kernel
def solve_draws(
    contributions: Floats,
    allowed: Truths,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    scale: Floats,
    floors: Floats,
    alpha: Floats,
) -> tuple[Floats, Integers, Integers]:
    """Existence and solutions of every draw.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        allowed: bool[draw, combination], feasible and not forbidden.
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        no_deal: float64[draw, consenting party], on the grid.
        scale: float64[draw, consenting party], on the grid, positive.
        floors: float64[draw, consenting party], least utilities that count as no loss.
        alpha: float64[draw, consenting party].

    Returns:
        s* float64[draw] (−inf where nothing is allowed); package numbers int64[draw] of the Nash and of the
        Kalai–Smorodinsky solution, −1 where the zone is empty.
    """
    draws, parties, _ = contributions.shape
    s_star = np.full(draws, -np.inf)
    nash_package = np.full(draws, -1, np.int64)
    ks_package = np.full(draws, -1, np.int64)
    no_floors = np.full(parties, -FAR)
    everyone = np.ones(parties, np.bool_)
    zeros = np.zeros(parties)
    ones = np.ones(parties)
    for d in range(draws):
        vectors, kept, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
        if has_empty_block(kept_starts):
            continue
        s_star[d] = maximin(vectors, kept, kept_starts, no_deal[d], scale[d], everyone, no_floors, -np.inf)
        if s_star[d] < -TOLERANCE:
            continue
        best = np.empty(parties)
        gaining = np.zeros(parties, np.bool_)
        for p in range(parties):
            alone = np.zeros(parties, np.bool_)
            alone[p] = True
            best[p] = maximin(vectors, kept, kept_starts, zeros, ones, alone, floors[d], -np.inf)
            gaining[p] = best[p] - no_deal[d, p] > TOLERANCE * scale[d, p]
        least_gain = TOLERANCE * scale[d]
        nash_package[d] = nash(vectors, kept, kept_starts, no_deal[d], least_gain, alpha[d], gaining, floors[d])
        ks_package[d] = kalai_smorodinsky(vectors, kept, kept_starts, no_deal[d], best, gaining, floors[d], FEW)
    return s_star, nash_package, ks_package
