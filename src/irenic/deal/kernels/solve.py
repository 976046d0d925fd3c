"""s* and the packages that the solutions choose, for a run of draws."""

from typing import Final

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.leximin import FEW, leximin
from irenic.deal.kernels.maximin import maximin
from irenic.deal.kernels.nash import nash
from irenic.deal.kernels.thresholds import FAR, TOLERANCE
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.kernels.utilitarian import utilitarian
from irenic.fast.compiled import kernel

SOLUTIONS: Final = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
"""The solutions that are packages, in the order in which the kernels return them."""


def best_in_zone(vectors: Floats, numbers: Integers, starts: Integers, floors: Floats) -> Floats:
    """The largest utility of every party over packages that meet the floors: float64[party], −inf where none does.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        floors: float64[party], on the grid.
    """
    zeros, ones = np.zeros(floors.size), np.ones(floors.size)
    alones = np.eye(floors.size, dtype=np.bool_)
    return np.array([maximin(vectors, numbers, starts, zeros, ones, alone, floors, -np.inf) for alone in alones])


@kernel
def gains_within_reach(no_deal: Floats, scale: Floats, best: Floats) -> tuple[Truths, Floats]:
    """Which parties can gain, bool[party], and how much each can at most, float64[party] (1 for the others)."""
    parties = no_deal.size
    gaining = np.zeros(parties, np.bool_)
    unit = np.ones(parties)
    for p in range(parties):
        gaining[p] = best[p] - no_deal[p] > TOLERANCE * scale[p]
        if gaining[p]:
            unit[p] = best[p] - no_deal[p]
    return gaining, unit


def solve_space(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    scale: Floats,
    best: Floats,
    floors: Floats,
    alpha: Floats,
) -> tuple[Integers, Floats]:
    """The solutions among the efficient packages that meet the floors of one space.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        no_deal: float64[party], on the grid.
        scale: float64[party], on the grid, positive.
        best: float64[party], the largest utilities that count as within reach, on the grid.
        floors: float64[party], on the grid, no lower than those of the zone; some package meets them.
        alpha: float64[party].

    Returns:
        package numbers int64[solution] and utilities float64[solution, party], in the order of SOLUTIONS.
    """
    space = (vectors, numbers, starts)
    gaining, unit = gains_within_reach(no_deal, scale, best)
    ones, everyone = np.ones(no_deal.size), np.ones(no_deal.size, np.bool_)
    found = (
        nash(*space, no_deal, TOLERANCE * scale, alpha, gaining, floors),
        leximin(*space, no_deal, unit, gaining, floors, FEW),
        leximin(*space, no_deal, ones, everyone, floors, FEW),
        utilitarian(*space, floors),
    )
    return np.array([number for number, _ in found], np.int64), np.array([utilities for _, utilities in found])


def solve_draws(
    contributions: Floats,
    allowed: Truths,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    scale: Floats,
    floors: Floats,
    alpha: Floats,
) -> tuple[Floats, Integers]:
    """Existence and solutions of every draw.

    The loop over draws is plain Python: a kernel around these kernels would compile them all once more. It costs some
    thirty microseconds a draw. Bound by the searches.

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
        s* float64[draw] (−inf where nothing is allowed), and package numbers int64[draw, solution] in the order of
        SOLUTIONS, −1 where the zone is empty.
    """
    draws, parties, _ = contributions.shape
    s_star = np.full(draws, -np.inf)
    packages = np.full((draws, len(SOLUTIONS)), -1, np.int64)
    no_floors = np.full(parties, -FAR)
    everyone = np.ones(parties, np.bool_)
    for d in range(draws):
        vectors, kept, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
        if has_empty_block(kept_starts):
            continue
        s_star[d] = maximin(vectors, kept, kept_starts, no_deal[d], scale[d], everyone, no_floors, -np.inf)
        if s_star[d] < -TOLERANCE:
            continue
        best = best_in_zone(vectors, kept, kept_starts, floors[d])
        packages[d], _ = solve_space(vectors, kept, kept_starts, no_deal[d], scale[d], best, floors[d], alpha[d])
    return s_star, packages
