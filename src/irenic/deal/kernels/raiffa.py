"""Raiffa's solutions for a run of draws: points that mixtures of packages attain."""

from typing import Final

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts
from irenic.deal.kernels.raiffa_hull import discrete_hull
from irenic.deal.kernels.raiffa_pair import continuous_pair, discrete_pair, hull_of_pairs
from irenic.deal.kernels.types import Floats, Integers, Truths

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
    # Plain Python: a kernel around these kernels would compile them once more, and some are never needed.
    discrete, continuous = np.full(no_deal.shape, np.nan), np.full(no_deal.shape, np.nan)
    attained = np.ascontiguousarray(attained)
    for d in np.flatnonzero(wanted).tolist():
        vectors, _, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
        start = np.minimum(no_deal[d], attained[d])
        if no_deal.shape[1] == 2:
            corners = hull_of_pairs(vectors, kept_starts)
            discrete[d], continuous[d] = discrete_pair(corners, start), continuous_pair(corners, start)
        else:
            discrete[d] = discrete_hull(vectors, kept_starts, start, attained[d])
            if no_deal.shape[1] == 1:
                continuous[d] = discrete[d]
    return np.rint(discrete / GRAIN) * GRAIN, np.rint(continuous / GRAIN) * GRAIN
