"""All packages of a space in one array: the definitions again, for spaces of some ten thousand packages."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from irenic.deal.kernels.measures import LOG_STEP
from irenic.deal.kernels.thresholds import TOLERANCE
from irenic.deal.kernels.types import Floats, Integers, Truths


@dataclass(frozen=True, eq=False)
class Packages:
    """Every package: utilities float64[package, party], numbers int64[package]."""

    utilities: Floats
    numbers: Integers

    def solved(self, no_deal: Floats, alpha: Floats) -> tuple[float, int, list[int]]:
        """s*, zone count, and the package numbers of SOLUTIONS, all packages being allowed."""
        scale = self.utilities.max(axis=0) - self.utilities.min(axis=0)
        scale[scale == 0] = 1
        ratios = ((self.utilities - no_deal) / scale).min(axis=1)
        zone = ratios >= -TOLERANCE
        if not zone.any():
            return float(ratios.max()), 0, [-1] * 4
        inside, numbers = self.utilities[zone], self.numbers[zone]
        best = inside.max(axis=0)
        gaining = best - no_deal > TOLERANCE * scale
        gains = np.maximum(inside - no_deal, TOLERANCE * scale)[:, gaining]
        objective = np.rint((np.log(gains) * alpha[gaining]).sum(axis=1) / LOG_STEP)
        shares = np.sort(((inside - no_deal) / np.where(gaining, best - no_deal, 1))[:, gaining], axis=1)
        points = np.sort(inside - no_deal, axis=1)
        total = inside.sum(axis=1)
        chosen = (objective == objective.max(), _largest(shares), _largest(points), total == total.max())
        return float(ratios.max()), int(zone.sum()), [_lowest_efficient(inside, numbers, tied) for tied in chosen]


def packages_of_space(contributions: Floats, numbers: Integers, starts: Integers) -> Packages:
    """All packages of float64[party, combination]."""
    utilities = np.zeros((1, len(contributions)))
    sums = np.zeros(1, dtype=np.int64)
    for first, last in pairwise(starts):
        utilities = (utilities[:, np.newaxis] + contributions[:, first:last].T).reshape(-1, len(contributions))
        sums = (sums[:, np.newaxis] + numbers[first:last]).reshape(-1)
    return Packages(utilities, sums)


def _largest(rows: Floats) -> Truths:
    """Which rows are lexicographically largest."""
    most = rows[np.lexsort(rows.T[::-1])[-1]] if rows.shape[1] else rows[0]
    return np.asarray((rows == most).all(axis=1))


def _lowest_efficient(utilities: Floats, numbers: Integers, tied: Truths) -> int:
    for i in sorted(np.flatnonzero(tied), key=lambda i: numbers[i]):
        dominates = (utilities >= utilities[i]).all(axis=1) & (utilities > utilities[i]).any(axis=1)
        if not dominates.any():
            return int(numbers[i])
    raise AssertionError("a finite set has an efficient element among its best")
