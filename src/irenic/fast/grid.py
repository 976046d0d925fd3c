"""Numbers on a grid of 2⁻⁴⁰, whose sums float64 holds exactly."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]

STEP: Final = 2.0**-40
"""Distance of two neighbours on the grid."""

REACH: Final = 2.0**12
"""Sums of numbers on the grid are exact while they stay within ±REACH, and so are differences of two such sums."""


def to_grid(x: Floats) -> Floats:
    """The nearest numbers on the grid (halves to even)."""
    return np.rint(x * (1.0 / STEP)) * STEP
