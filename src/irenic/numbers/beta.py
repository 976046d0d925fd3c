"""The beta distribution in scalars, so that percentiles of a single number need neither NumPy nor SciPy."""

from math import exp, lgamma, log, log1p
from typing import Final

_TINY: Final = 1e-300
_ROUNDS: Final = 10_000
_HALVINGS: Final = 1_100


def beta_share(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b): the share of a Beta(a, b) up to `x`.

    The continued fraction of Abramowitz and Stegun (1964), eq. 26.5.8, is evaluated by Lentz's (1976) recurrence on the
    side of the mean where it converges fast.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction 1/(1 + d1/(1 + d2/(1 + …)))."""
    numerator, denominator = 1.0, 1 - (a + b) * x / (a + 1)
    denominator = 1 / (denominator or _TINY)
    value = denominator
    for m in range(1, _ROUNDS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            denominator = 1 / ((1 + term * denominator) or _TINY)
            numerator = (1 + term / numerator) or _TINY
            step = numerator * denominator
            value *= step
        if abs(step - 1) < 1e-15:
            return value
    raise ArithmeticError(f"the fraction of I_{x}({a}, {b}) does not settle")


def beta_percentile(a: float, b: float, u: float) -> float:
    """The x with I_x(a, b) = u, by halving to the last bit."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = low + (high - low) / 2
        if not low < middle < high:
            break
        if beta_share(a, b, middle) < u:
            low = middle
        else:
            high = middle
    return high
