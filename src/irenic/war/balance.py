"""When the balance of attrition breaks: a side collapses, or its relative strength has fallen by a third."""

from typing import Final, TypedDict

import numpy as np

from irenic.model.package_index import Integers
from irenic.war.forecast import Forecast
from irenic.war.kernels.path_rows import FALL
from irenic.war.paths import Counts

LEVELS: Final = (0.05, 0.5, 0.95)


class Breaks(TypedDict):
    """When the balance breaks, as the summary tells it."""

    never: float
    """Share of paths in which it does not within the horizon."""
    by_side: dict[str, float]
    """Side → share of paths in which it is the one that gives way first."""
    low: float | None
    """5th percentile of the month over all paths; None where it lies beyond the horizon."""
    median: float | None
    high: float | None


def breaks(counts: Counts, sides: tuple[str, str]) -> Breaks:
    """The month in which the balance breaks, over all paths.

    It breaks in the first month that begins with a side's strength (φ m M), relative to the other's, a third below what
    it was in month 0, or in whose course a side collapses. If both do in one month, the side that is relatively weaker
    than in month 0 gives way.
    """
    runs = max(counts.runs, 1)
    broken = counts.breaks.sum(axis=0)
    up_to = np.cumsum(counts.breaks.sum(axis=1))
    months = [int(np.searchsorted(up_to, level * runs, side="left")) for level in LEVELS]
    low, median, high = (float(month) if month < len(up_to) else None for month in months)
    return {
        "never": float(1.0 - broken.sum() / runs),
        "by_side": {side: float(broken[k] / runs) for k, side in enumerate(sides)},
        "low": low,
        "median": median,
        "high": high,
    }


def breaking_months(expected: Forecast) -> Integers:
    """The month in which each side gives way along an expected course, whatever the other does: int64[draw, side].

    As for paths: it collapses in the month's course, or the month begins with its relative strength down by a third;
    H + 1 where neither happens.
    """
    change = expected.log_ratio - expected.log_ratio[:, :1]
    weak = np.stack((change < FALL, -change < FALL), axis=1)
    never = expected.forces.shape[2]
    weakened = np.where(weak.any(axis=2), np.argmax(weak, axis=2), never)
    return np.asarray(np.minimum(weakened, expected.collapse), dtype=np.int64)
