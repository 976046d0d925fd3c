"""Raiffa's solutions for a run of draws: points that mixtures of packages attain."""

from typing import Final

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts
from irenic.deal.kernels.raiffa_hull import discrete_hull
from irenic.deal.kernels.raiffa_pair import continuous_pair, discrete_pair, hull_of_pairs
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel

GRAIN: Final = 2.0**-26
"""Points are told on this grid (1.5e-8): they come from exponentials, which are not rounded alike on every machine."""


def raiffa_draws(
    contributions: Floats,
    allowed: Truths,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    attained: Floats,
    wanted: Truths,
) -> tuple[Floats, Floats]:
    """The discrete and the continuous solution of Raiffa (1953) for every draw that is wanted.

    The bargaining set is the concave hull of the allowed packages. The starting point is the no-deal point, or where a
    party gets less than that in a zone package, within the zone's tolerance, what it gets there.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        allowed: bool[draw, combination].
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        no_deal: float64[draw, consenting party], on the grid.
        attained: float64[draw, consenting party], utilities of a package of the zone.
        wanted: bool[draw]; each has a zone.

    Returns:
        discrete and continuous solution float64[draw, consenting party], points; NaN in draws that are not wanted, and
        continuous for more than two parties.
    """
    # Chosen here and not in a kernel, so that only what is needed is compiled.
    solutions = _for_two if no_deal.shape[1] == 2 else _for_others
    return solutions(contributions, allowed, numbers, starts, no_deal, np.ascontiguousarray(attained), wanted)


@kernel
def _for_two(
    contributions: Floats,
    allowed: Truths,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    attained: Floats,
    wanted: Truths,
) -> tuple[Floats, Floats]:
    discrete = np.full(no_deal.shape, np.nan)
    continuous = np.full(no_deal.shape, np.nan)
    for d in range(len(no_deal)):
        if wanted[d]:
            vectors, _, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
            start = np.minimum(no_deal[d], attained[d])
            corners = hull_of_pairs(vectors, kept_starts)
            _tell(discrete_pair(corners, start), discrete[d])
            _tell(continuous_pair(corners, start), continuous[d])
    return discrete, continuous


@kernel
def _for_others(
    contributions: Floats,
    allowed: Truths,
    numbers: Integers,
    starts: Integers,
    no_deal: Floats,
    attained: Floats,
    wanted: Truths,
) -> tuple[Floats, Floats]:
    discrete = np.full(no_deal.shape, np.nan)
    continuous = np.full(no_deal.shape, np.nan)
    for d in range(len(no_deal)):
        if wanted[d]:
            vectors, _, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
            start = np.minimum(no_deal[d], attained[d])
            found = discrete_hull(vectors, kept_starts, start, attained[d])
            _tell(found, discrete[d])
            if no_deal.shape[1] == 1:
                _tell(found, continuous[d])
    return discrete, continuous


@kernel
def _tell(u: Floats, to: Floats) -> None:
    for p in range(u.size):
        to[p] = np.rint(u[p] / GRAIN) * GRAIN
