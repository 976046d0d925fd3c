"""Comparisons of quotients turned into comparisons of grid numbers, which sums reach exactly."""

from typing import Final

import numpy as np

from irenic.fast.compiled import kernel
from irenic.fast.grid import REACH, STEP, Floats

FAR: Final = 2.0**20
"""Beyond every utility: `-FAR` is a floor that everything meets."""

TOLERANCE: Final = 1e-9
"""Gains down to minus this share of the scale count as no loss."""


@kernel
def least_value(base: float, unit: float, ratio: float) -> float:
    """The least number v on the grid with (v − base) / unit ≥ ratio, the quotient rounded as float64 rounds it.

    `base` and `unit` lie on the grid, `unit` is positive. Returns FAR where v would lie out of reach, −FAR where
    every number within reach will do. Bound by a handful of divisions.
    """
    if ratio * unit > 2 * REACH:
        return FAR
    if not ratio * unit > -2 * REACH:
        return -FAR
    v: float = base + np.ceil(ratio * unit / STEP) * STEP
    while (v - STEP - base) / unit >= ratio:
        v -= STEP
    while (v - base) / unit < ratio:
        v += STEP
    return v


@kernel
def zone_floors(no_deal: Floats, scale: Floats) -> Floats:
    """The least utilities that count as no loss, (u − no_deal) / scale ≥ −TOLERANCE: float64 of the same two axes."""
    floors = np.empty_like(no_deal)
    for d in range(no_deal.shape[0]):
        for p in range(no_deal.shape[1]):
            floors[d, p] = least_value(no_deal[d, p], scale[d, p], -TOLERANCE)
    return floors
