"""What a package is worth, by each of the measures that solutions maximise."""

from math import log
from typing import Final

import numpy as np

from irenic.deal.kernels.types import Floats, Truths
from irenic.fast.compiled import kernel

LOG_STEP: Final = 2.0**-40
"""Nash objectives are compared on this grid: logarithms are not rounded alike on every machine."""


@kernel
def least_ratio(sums: Floats, base: Floats, unit: Floats, active: Truths) -> float:
    """The smallest (s − base) / unit over the active parties."""
    ratio = np.inf
    for p in range(sums.size):
        if active[p]:
            ratio = min(ratio, (sums[p] - base[p]) / unit[p])
    return ratio


@kernel
def log_product(sums: Floats, base: Floats, least_gain: Floats, alpha: Floats, gaining: Truths) -> float:
    """Σ α_p ln max(u_p − base_p, least_gain_p) over the gaining parties, to the nearest multiple of LOG_STEP."""
    worth = 0.0
    for p in range(sums.size):
        if gaining[p]:
            worth += alpha[p] * log(max(sums[p] - base[p], least_gain[p]))
    rounded: float = np.rint(worth / LOG_STEP) * LOG_STEP
    return rounded


@kernel
def total(sums: Floats) -> float:
    """The sum over parties, in their order."""
    found = 0.0
    for p in range(sums.size):
        found += sums[p]
    return found


@kernel
def shortfall(sums: Floats, floors: Floats, given: Truths) -> float:
    """What the conceding components lack of their floors, in total: Σ max(0, floor − s); exact on the grid."""
    lacking = 0.0
    for p in range(floors.size):
        if given[p] and sums[p] < floors[p]:
            lacking += floors[p] - sums[p]
    return lacking
