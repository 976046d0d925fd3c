"""The law of losses, dM₁ = R₁ − a₁ M₂^p M₁^q (Lanchester 1916 with free exponents), by Runge–Kutta steps."""

from typing import Final

import numpy as np

from irenic.fast.grid import Floats

STEPS: Final = 4
"""Steps in a month."""

PER_THOUSAND: Final = 1e-3
"""Loss rates are stated per thousand of the enemy's men, forces in thousands."""


def after(
    forces: Floats, reinforcement: Floats, rate: Floats, p: Floats, q: Floats, months: float = 1.0, steps: int = STEPS
) -> Floats:
    """Forces after some months, by `steps` steps of the classical Runge–Kutta method of fourth order.

    No force falls below 0. Where a side has no men, those who join are lost at the rate that the law gives.

    Args:
        forces: float64[draw, side], thousands.
        reinforcement: float64[draw, side], thousands a month.
        rate: float64[draw, side], a: a side's loss rate, per thousand of the other side and month.
        p: float64[draw], exponent of the other side's force.
        q: float64[draw], exponent of the own force.
        months: how long.
        steps: into how many steps that is cut.

    Returns:
        float64[draw, side], at least 0.
    """
    from irenic.war.kernels.attrition import fight

    men, added, each = (np.ascontiguousarray(x) for x in (forces, reinforcement, rate * PER_THOUSAND))
    left = np.empty_like(men)
    fight(men, added, each, np.ascontiguousarray(p), np.ascontiguousarray(q), months / steps, steps, left)
    return left
