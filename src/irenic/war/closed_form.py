"""War values in closed form, for odds that never change and no collapse: a check of backward induction.

The line is a gambler's fortune between two ends (Smith & Stam 2004 count forts instead of places).
"""

from math import sqrt

import numpy as np

from irenic.fast.grid import Floats


def top_chance(up: float, down: float, k: int, n: int) -> float:
    """Chance to reach n before 0 from k, a step up or down with these chances each time (gambler's ruin)."""
    if up == down:
        return k / n
    ratio = down / up
    return float((1.0 - ratio**k) / (1.0 - ratio**n))


def expected_months(up: float, down: float, k: int, n: int) -> float:
    """Expected time until 0 or n is reached from k."""
    if up == down:
        return k * (n - k) / (up + down)
    return (k - n * top_chance(up, down, k, n)) / (down - up)


def war_value(up: float, down: float, discount: float, cost: float, utility: Floats, start: int) -> float:
    """The war value with constant chances and no horizon.

    With δ the discount factor and λ₁ > λ₂ the roots of δ u λ² − (1 − δ (1 − u − d)) λ + δ d = 0, the expected discount
    factor at which the line comes from k to a place y before one end at distance n is (λ₁ᵏ − λ₂ᵏ) / (λ₁ⁿ − λ₂ⁿ) and its
    like; from these follow the expected discounted visits to every place.

    Args:
        up: chance of a step up in a month, above 0.
        down: chance of a step down, above 0.
        discount: a month's discount factor, below 1.
        cost: points a month.
        utility: float64[place], points; the first and the last place are ends.
        start: position of the place where the line stands.
    """
    top = len(utility) - 1
    if start in (0, top):
        return float(utility[start])
    middle = 1.0 - discount * (1.0 - up - down)
    root = sqrt(middle**2 - 4.0 * discount**2 * up * down)
    more, less = (middle + root) / (2.0 * discount * up), (middle - root) / (2.0 * discount * up)

    def from_below(k: int, n: int) -> float:
        """Expected discount factor on reaching n before 0, from k."""
        return float((more**k - less**k) / (more**n - less**n))

    def from_above(k: int, n: int) -> float:
        """The same on reaching 0 before n."""
        return float((more**n * less**k - less**n * more**k) / (more**n - less**n))

    found = utility[top] * from_below(start, top) + utility[0] * from_above(start, top)
    for y in range(1, top):
        back = discount * ((1.0 - up - down) + up * from_above(1, top - y) + down * from_below(y - 1, y))
        reached = from_below(start, y) if start <= y else from_above(start - y, top - y)
        found += reached / (1.0 - back) * ((1.0 - discount) * utility[y] - cost)
    return float(np.float64(found))
