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

    A side that has no men left loses none; it may be reinforced.

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
    length = months / steps
    of_enemy, of_own = p[:, np.newaxis], q[:, np.newaxis]
    a = rate * PER_THOUSAND

    def change(at: Floats) -> Floats:
        men = np.maximum(at, 0.0)
        return reinforcement - a * _power(men[:, ::-1], of_enemy) * _power(men, of_own)

    men = forces
    for _ in range(steps):
        first = change(men)
        second = change(men + 0.5 * length * first)
        third = change(men + 0.5 * length * second)
        fourth = change(men + length * third)
        men = np.maximum(men + length / 6.0 * (first + 2.0 * second + 2.0 * third + fourth), 0.0)
    return men


def _power(x: Floats, exponent: Floats) -> Floats:
    """The power, without the work where it is the number itself or one."""
    if (exponent == 1.0).all():
        return x
    if (exponent == 0.0).all():
        return np.ones_like(x)
    return np.asarray(x**exponent, dtype=np.float64)
