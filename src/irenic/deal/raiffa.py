"""Raiffa's two solutions: step by step, each party gets a part of what it could still gain with the others kept.

With b_p(u) the best that party p can have while the others keep u, and n parties:

- discrete: u(t + 1) = u(t) + (b(u(t)) − u(t)) / n, from the no-deal point on;
- continuous: du/dt = b(u) − u.

Both end on the frontier. Raiffa, H. (1953), Arbitration schemes for generalized two-person games; n parties after
Diskin, Koppel & Samet (2011), Generalized Raiffa solutions.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np

from irenic.deal.kernels.raiffa import raiffa_draws
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.spaces import Spaces

MANY: Final = 3
"""Consenting parties up to which the solution is looked for in every draw."""
DRAWS_OF_MANY: Final = 64
"""Draws in which it is looked for where there are more, four of each scramble."""

Bests: TypeAlias = Callable[[Floats], Floats]
"""b(u): the best of each party while the others keep u, float64[party] for float64[party]."""

_LONGEST: Final = 4096.0
"""Time at which a path that still gains is given up."""


def raiffa_steps(bests: Bests, no_deal: Floats, left: float = 1e-12) -> Floats:
    """The discrete solution of a bargaining set that is given by its bests: float64[party].

    Bound by some thirty steps a party, since each leaves at most 1 − 1/n of what is to be gained.

    Args:
        bests: the set.
        no_deal: float64[party], a point of the set.
        left: what may be left to gain at the end, as a share of what there was.
    """
    u = no_deal.astype(np.float64)
    first = bests(u) - u
    gains = first
    while (gains > left * first.max()).any():
        u = u + gains / len(u)
        gains = bests(u) - u
    return u


def raiffa_path(bests: Bests, no_deal: Floats) -> Floats:
    """The continuous solution of a bargaining set that is given by its bests: float64[party].

    The path is followed by a Runge–Kutta method of order 8 (Hairer, Nørsett & Wanner 1993, DOP853) with a relative
    error of 1e-10 a step, until next to nothing is left to gain.

    Raises:
        ValueError: something is left to gain after any time that is of interest.
    """
    from scipy.integrate import solve_ivp

    u = no_deal.astype(np.float64)
    first = float((bests(u) - u).max())
    time = 0.0
    while (bests(u) - u > 1e-9 * first).any():
        if time >= _LONGEST:
            raise ValueError("the path does not end")
        ahead = max(8.0, time)
        found = solve_ivp(
            lambda _, x: bests(x) - x, (0.0, ahead), u, method="DOP853", rtol=1e-10, atol=1e-12 * max(first, 1e-300)
        )
        u = found.y[:, -1]
        time += ahead
    return np.asarray(u)


def raiffa_points(
    spaces: Spaces, allowed: Truths, attained: Floats, rows: Integers, wanted: Truths
) -> tuple[Floats, Floats]:
    """The discrete and the continuous solution on the concave hull of the allowed packages, coalitions aside.

    What coalitions leave of a hull is not convex. A solution that one of them would better is no outcome and is not
    told.

    Args:
        spaces: the package spaces.
        allowed: bool[space, combination].
        attained: float64[row, consenting party], utilities of a package of the zone.
        rows: int64[row], which spaces.
        wanted: bool[row], which of them, each with a zone.

    Returns:
        float64[row, consenting party] each, points; NaN where not wanted or where a coalition would better the point,
        and continuous for more than two parties.
    """
    found = raiffa_draws(
        spaces.contributions[rows],
        allowed[rows],
        spaces.numbers,
        spaces.starts,
        spaces.no_deal[rows],
        attained,
        wanted,
    )
    if spaces.blocking.declared:
        for points in found:
            for k, row in enumerate(rows.tolist()):
                if (points[k] < spaces.blocking.deals_of(row)).all(axis=1).any():
                    points[k] = np.nan
    return found
