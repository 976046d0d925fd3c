"""Shares and means of two answers over the same draws."""

from math import fsum

import numpy as np
from numpy.typing import NDArray

from irenic.numbers.scramble import SCRAMBLES
from irenic.numbers.shares import paired_interval, paired_share_interval
from irenic.report.comparison_data import Paired, PairedShare, Spread


def paired_share(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> PairedShare:
    """A property of all draws on both sides: bool[draw] each."""
    draws = len(a)
    differences = np.array([share_of(b[s::SCRAMBLES]) - share_of(a[s::SCRAMBLES]) for s in range(SCRAMBLES)])
    low, high = paired_share_interval(differences, draws)
    return {
        "a": share_of(a),
        "b": share_of(b),
        "difference": (int(np.count_nonzero(b)) - int(np.count_nonzero(a))) / draws,
        "low": low,
        "high": high,
        "only_a": share_of(a & ~b),
        "only_b": share_of(b & ~a),
    }


def paired_mean(a: NDArray[np.float64], b: NDArray[np.float64], draws: NDArray[np.int64]) -> Paired:
    """Means over some draws.

    Args:
        a: float64[draw], one or more.
        b: float64[draw].
        draws: int64[draw], which draws these are.
    """
    scrambles = [(b - a)[draws % SCRAMBLES == s] for s in range(SCRAMBLES)]
    means = np.array([mean_of(scramble) for scramble in scrambles if len(scramble)])
    low, high = paired_interval(means) if len(means) > 1 else (None, None)
    return {"a": mean_of(a), "b": mean_of(b), "difference": mean_of(b - a), "low": low, "high": high}


def spread_of(x: NDArray[np.float64]) -> Spread:
    """Percentiles over the draws with a finite value: float64[draw]."""
    held = x[np.isfinite(x)]
    low, median, high = map(float, np.quantile(held, [0.05, 0.5, 0.95])) if len(held) else (None, None, None)
    return {"low": low, "median": median, "high": high, "none": 1 - len(held) / len(x)}


def share_of(marks: NDArray[np.bool_]) -> float:
    """Share of draws that are marked: bool[draw], one or more."""
    return int(np.count_nonzero(marks)) / len(marks)


def mean_of(x: NDArray[np.float64]) -> float:
    """The mean from an exact sum, the same on every machine."""
    return fsum(x.tolist()) / len(x)
