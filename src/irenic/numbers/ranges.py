"""Ranges, `40 to 80`: a 5th and a 95th percentile, with the family that suits the support."""

from dataclasses import dataclass
from math import exp, inf, isfinite, log
from statistics import NormalDist
from typing import Final

from typing_extensions import override

from irenic.numbers.distribution import Distribution, Floats, number_text
from irenic.numbers.support import Support

_STANDARD: Final = NormalDist()
_Z95: Final = _STANDARD.inv_cdf(0.95)


@dataclass(frozen=True, slots=True)
class _Range(Distribution):
    """What all ranges share. `lower` and `upper` are the 5th and the 95th percentile as written."""

    lower: float
    upper: float
    support: Support

    @property
    @override
    def notation(self) -> str:
        return f"{number_text(self.lower)} to {number_text(self.upper)}"

    @property
    @override
    def least(self) -> float:
        return self.support.low

    @property
    @override
    def most(self) -> float:
        return self.support.high

    @property
    @override
    def low(self) -> float:
        return self.lower

    @property
    @override
    def high(self) -> float:
        return self.upper


@dataclass(frozen=True, slots=True)
class NormalRange(_Range):
    """Normal with these percentiles; on a support with an end, what falls beyond it is put on it (censored)."""

    @property
    def mean(self) -> float:
        """Mean before censoring."""
        return (self.lower + self.upper) / 2

    @property
    def spread(self) -> float:
        """Standard deviation before censoring."""
        return (self.upper - self.lower) / (2 * _Z95)

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np
        from scipy.special import ndtri

        x: Floats = np.clip(self.mean + self.spread * ndtri(u), self.support.low, self.support.high)
        return x

    @override
    def percentile(self, u: float) -> float:
        return self.support.nearest(self.mean + self.spread * _STANDARD.inv_cdf(u))

    @override
    def share_up_to(self, x: float) -> float:
        if x < self.support.low:
            return 0.0
        if x >= self.support.high:
            return 1.0
        return _STANDARD.cdf((x - self.mean) / self.spread)


@dataclass(frozen=True, slots=True)
class LognormalRange(_Range):
    """Lognormal with these percentiles, both above 0."""

    @property
    def log_mean(self) -> float:
        """Mean of the logarithm."""
        return (log(self.lower) + log(self.upper)) / 2

    @property
    def log_spread(self) -> float:
        """Standard deviation of the logarithm."""
        return (log(self.upper) - log(self.lower)) / (2 * _Z95)

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np
        from scipy.special import ndtri

        x: Floats = np.exp(self.log_mean + self.log_spread * ndtri(u))
        return x

    @override
    def percentile(self, u: float) -> float:
        return exp(self.log_mean + self.log_spread * _STANDARD.inv_cdf(u))

    @override
    def share_up_to(self, x: float) -> float:
        return _STANDARD.cdf((log(x) - self.log_mean) / self.log_spread) if x > 0 else 0.0


@dataclass(frozen=True, slots=True)
class LogitNormalRange(_Range):
    """Logit-normal on a support with two ends: the logit of the position between the ends is normal."""

    @property
    def logit_mean(self) -> float:
        """Mean of the logit."""
        return (self._logit(self.lower) + self._logit(self.upper)) / 2

    @property
    def logit_spread(self) -> float:
        """Standard deviation of the logit."""
        return (self._logit(self.upper) - self._logit(self.lower)) / (2 * _Z95)

    def _logit(self, x: float) -> float:
        return log((x - self.support.low) / (self.support.high - x))

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np
        from scipy.special import expit, ndtri

        width = self.support.high - self.support.low
        x: Floats = self.support.low + width * expit(self.logit_mean + self.logit_spread * ndtri(u))
        return np.clip(x, self.support.first, self.support.last)

    @override
    def percentile(self, u: float) -> float:
        odds = exp(-(self.logit_mean + self.logit_spread * _STANDARD.inv_cdf(u)))
        return self.support.nearest(self.support.low + (self.support.high - self.support.low) / (1 + odds))

    @override
    def share_up_to(self, x: float) -> float:
        if x <= self.support.low:
            return 0.0
        if x >= self.support.high:
            return 1.0
        return _STANDARD.cdf((self._logit(x) - self.logit_mean) / self.logit_spread)


def range_on(support: Support, lower: float, upper: float) -> Distribution:
    """The range from `lower` to `upper`, both inside the support and in order.

    An end that lies on an end of the support leaves no room for a logit or a logarithm: the range is then a censored
    normal, and the share beyond (5 %) sits on the end.
    """
    if lower == support.low or upper == support.high or not isfinite(support.low):
        return NormalRange(lower, upper, support)
    if support.high == inf:
        return LognormalRange(lower, upper, support)
    return LogitNormalRange(lower, upper, support)
