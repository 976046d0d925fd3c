"""The two ranges beside a share of draws: simulation error, and what the assumed numbers make of it.

Derivation, limits and checks: decision 4, "Two ranges beside a share".
"""

from math import fsum, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from irenic.numbers.distribution import Floats

_LOW: Final = 0.05
_HIGH: Final = 0.95


def simulation_interval(by_scramble: Floats, draws: int, level: float = 0.95) -> tuple[float, float]:
    """Interval for the share that infinitely many draws would give.

    A t-interval over the scrambles, which are independent replicates of the same estimate, cut to [0, 1]. Where no draw
    of any scramble has the property (or every draw has it), the replicates show no spread: the end that is not met is
    then the exact one-sided binomial bound (Clopper and Pearson 1934), about 3/draws.

    Args:
        by_scramble: float64[scramble], the share in each scramble; two or more.
        draws: number of draws in all scrambles together.
        level: coverage.
    """
    from scipy.special import stdtrit

    count = by_scramble.size
    if count < 2:
        raise ValueError(f"an interval over {count} scrambles")
    if not by_scramble.any():
        return 0.0, 1 - (1 - level) ** (1 / draws)
    if (by_scramble == 1).all():
        return (1 - level) ** (1 / draws), 1.0
    mean = fsum(by_scramble) / count
    error = sqrt(_variance(by_scramble) / count)
    half = float(stdtrit(count - 1, (1 + level) / 2)) * error
    return max(mean - half, 0.0), min(mean + half, 1.0)


def paired_interval(differences: Floats, level: float = 0.95) -> tuple[float, float]:
    """Interval for the mean difference of two answers to the same draws (common random numbers).

    A t-interval over the scrambles, which are independent replicates: the simulation error that both answers share
    falls out of each difference.

    Args:
        differences: float64[scramble], the mean difference in each scramble; two or more.
        level: coverage.
    """
    from scipy.special import stdtrit

    count = differences.size
    if count < 2:
        raise ValueError(f"an interval over {count} scrambles")
    half = float(stdtrit(count - 1, (1 + level) / 2)) * sqrt(_variance(differences) / count)
    mean = fsum(differences) / count
    return mean - half, mean + half


def paired_share_interval(differences: Floats, draws: int, level: float = 0.95) -> tuple[float, float]:
    """The same for two shares of draws, within [-1, 1].

    Where no draw tells the answers apart (or every draw does, the same way), the replicates show no spread: the end
    that is not met is then the exact one-sided binomial bound, as for a single share.

    Args:
        differences: float64[scramble], second share minus first in each scramble; two or more.
        draws: number of draws in all scrambles together.
        level: coverage.
    """
    bound = 1 - (1 - level) ** (1 / draws)
    if not differences.any():
        return -bound, bound
    if (abs(differences) == 1).all() and (differences == differences[0]).all():
        return (1 - bound, 1.0) if differences[0] > 0 else (-1.0, bound - 1)
    low, high = paired_interval(differences, level)
    return max(low, -1.0), min(high, 1.0)


def assumption_range(successes: NDArray[np.integer], replicates: int) -> tuple[float, float]:
    """5–95 % range of the share given the assumed numbers, E[share | assumed numbers].

    Point i fixes the assumed numbers; `replicates` independent draws of everything else give `successes[i]` cases. The
    spread of the observed shares is the spread looked for plus binomial noise; the noise is estimated without bias and
    taken off, and a beta distribution with the mean and the variance that remain gives the range.

    Args:
        successes: int[point], each from 0 to `replicates`; two points or more.
        replicates: draws at each point, two or more.
    """
    if successes.size < 2 or replicates < 2:
        raise ValueError(f"{successes.size} points of {replicates} replicates")
    shares = successes / replicates
    noise = fsum(shares * (1 - shares)) / shares.size / (replicates - 1)
    return _beta_range(fsum(shares) / shares.size, max(_variance(shares) - noise, 0.0))


def _variance(x: Floats) -> float:
    """The sample variance; exact sums, so that it is the same on every machine."""
    return fsum((x - fsum(x) / x.size) ** 2) / (x.size - 1)


def _beta_range(mean: float, variance: float) -> tuple[float, float]:
    """5th and 95th percentile of the beta distribution with that mean and variance.

    Its ends: no variance is a point; the largest variance that a mean allows puts everything on 0 and 1.
    """
    from scipy.special import betaincinv

    most = mean * (1 - mean)
    if variance <= 0 or most <= 0:
        return mean, mean
    concentration = most / variance - 1
    if concentration <= 0:
        return (0.0 if 1 - mean >= _LOW else 1.0), (0.0 if 1 - mean >= _HIGH else 1.0)
    a, b = mean * concentration, (1 - mean) * concentration
    return float(betaincinv(a, b, _LOW)), float(betaincinv(a, b, _HIGH))
