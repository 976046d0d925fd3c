"""What a bound along a direction says of the Nash objective, and what an objective asks along it."""

from math import exp, log
from typing import Final

import numpy as np

from irenic.deal.kernels.direction import SLACK
from irenic.deal.kernels.types import Floats, Truths
from irenic.fast.compiled import kernel
from irenic.fast.grid import STEP

CLOSE: Final = 1e-9
"""Targets are lowered by this much, so that everything that could tie with the best is found."""
HALVINGS: Final = 50
"""Steps of a bisection between a floor and a utility."""


@kernel
def objective_bound(
    direction: Floats,
    total: float,
    base: Floats,
    least_gain: Floats,
    alpha: Floats,
    gaining: Truths,
    floors: Floats,
) -> float:
    """The largest Nash objective that a sum with direction · s ≤ total may have, if it meets the floors.

    By the inequality of weighted means Σ α ln(z g / α) ≤ A ln(Σ z g / A), with A = Σ α.
    """
    weight = 0.0
    entropy = 0.0
    rest = total
    for p in range(direction.size):
        if gaining[p]:
            weight += alpha[p]
            entropy += alpha[p] * log(direction[p] / alpha[p])
            rest -= direction[p] * (base[p] - 2.0 * least_gain[p])
        else:
            rest -= direction[p] * floors[p]
    if rest <= 0.0:
        return -np.inf
    return weight * log(rest / weight) - entropy


@kernel
def need_for_objective(
    direction: Floats,
    target: float,
    base: Floats,
    least_gain: Floats,
    alpha: Floats,
    gaining: Truths,
    floors: Floats,
) -> float:
    """What a sum that meets the floors and has the target objective has along the direction at least, less a little."""
    weight = 0.0
    entropy = 0.0
    need = 0.0
    size = 1.0
    for p in range(direction.size):
        if gaining[p]:
            weight += alpha[p]
            entropy += alpha[p] * log(direction[p] / alpha[p])
            part = direction[p] * (base[p] - 2.0 * least_gain[p])
        else:
            part = direction[p] * floors[p]
        need += part
        size += abs(part)
    gain = weight * exp((target + entropy) / weight)
    return need + gain - SLACK * (size + gain)


@kernel
def floors_for_objective(
    objective: float,
    attained: Floats,
    direction: Floats,
    most_along: float,
    base: Floats,
    least_gain: Floats,
    alpha: Floats,
    gaining: Truths,
    floors: Floats,
) -> Floats:
    """Floors that every package with that Nash objective reaches, if it meets those given: float64[party].

    What a party has is missing from what the bound along the direction leaves to the others. The best objective with a
    party at utility t is concave in t, and no less than `objective` at what the party has in a package that attains it:
    a bisection below that.

    Args:
        objective: as from `log_product`.
        attained: float64[party], utilities of a package that has it.
        direction: float64[party], positive for those that gain.
        most_along: what no package has more of along the direction.
        base: float64[party], no-deal values.
        least_gain: float64[party].
        alpha: float64[party].
        gaining: bool[party].
        floors: float64[party], on the grid.
    """
    parties = floors.size
    raised = floors.copy()
    others = gaining.copy()
    along_others = direction.copy()
    for p in range(parties):
        if not gaining[p]:
            continue
        others[p] = False
        along_others[p] = 0.0
        low, high = floors[p], attained[p]
        for _ in range(HALVINGS):
            middle = 0.5 * (low + high)
            left = most_along + SLACK * (1.0 + abs(most_along)) - direction[p] * middle
            bound = alpha[p] * log(max(middle - base[p], least_gain[p]))
            if others.any():
                bound += objective_bound(along_others, left, base, least_gain, alpha, others, floors)
            if bound < objective - CLOSE:
                low = middle
            else:
                high = middle
        if low > base[p] + 4.0 * least_gain[p]:
            raised[p] = max(floors[p], np.floor(low / STEP) * STEP)
        others[p] = True
        along_others[p] = direction[p]
    return raised
