"""A number over the draws in three figures: what results tell of it."""

from typing import Final, TypedDict

import numpy as np

from irenic.numbers.distribution import Floats

LEVELS: Final = (0.05, 0.5, 0.95)
"""The percentiles that are told."""


class Spread(TypedDict):
    """5th, 50th and 95th percentile."""

    low: float
    median: float
    high: float


def spread_of(values: Floats) -> Spread:
    """The spread of a number: float64[draw], at least one draw, no NaN; between two draws on the line between them."""
    low, median, high = (float(x) for x in np.quantile(values, LEVELS))
    return {"low": low, "median": median, "high": high}
