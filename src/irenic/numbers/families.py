"""Families that are named in the notation: uniform, triangular, pert, beta, normal, lognormal."""

from abc import abstractmethod
from dataclasses import dataclass
from math import exp, inf, log, sqrt
from statistics import NormalDist
from typing import Final

from typing_extensions import override

from irenic.numbers.beta import beta_percentile, beta_share
from irenic.numbers.distribution import U_LEAST, Distribution, Floats, number_text
from irenic.numbers.support import Support

_STANDARD: Final = NormalDist()
_PERT_LAMBDA: Final = 4.0


def _written(family: str, *numbers: float) -> str:
    return f"{{{family}: [{', '.join(number_text(x) for x in numbers)}]}}"


@dataclass(frozen=True, slots=True)
class Uniform(Distribution):
    """Every value from `start` to `end` alike; `word` is the word of likelihood whose band this is, if one is."""

    start: float
    end: float
    word: str = ""

    @property
    @override
    def notation(self) -> str:
        return self.word or _written("uniform", self.start, self.end)

    @override
    def quantile(self, u: Floats) -> Floats:
        return self.start + (self.end - self.start) * u

    @override
    def percentile(self, u: float) -> float:
        return self.start + (self.end - self.start) * u

    @override
    def share_up_to(self, x: float) -> float:
        return min(max((x - self.start) / (self.end - self.start), 0.0), 1.0)

    @property
    @override
    def least(self) -> float:
        return self.start

    @property
    @override
    def most(self) -> float:
        return self.end


@dataclass(frozen=True, slots=True)
class Triangular(Distribution):
    """Density rising from `start` to `mode` and falling to `end`, both in straight lines."""

    start: float
    mode: float
    end: float

    @property
    @override
    def notation(self) -> str:
        return _written("triangular", self.start, self.mode, self.end)

    @property
    def _rise(self) -> float:
        return (self.mode - self.start) / (self.end - self.start)

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np

        width = self.end - self.start
        rising = self.start + width * np.sqrt(self._rise * u)
        falling = self.end - width * np.sqrt((1 - self._rise) * (1 - u))
        x: Floats = np.where(u <= self._rise, rising, falling)
        return x

    @override
    def percentile(self, u: float) -> float:
        width = self.end - self.start
        if u <= self._rise:
            return self.start + width * sqrt(self._rise * u)
        return self.end - width * sqrt((1 - self._rise) * (1 - u))

    @override
    def share_up_to(self, x: float) -> float:
        if x <= self.start:
            return 0.0
        if x >= self.end:
            return 1.0
        width = self.end - self.start
        if x <= self.mode:
            return (x - self.start) ** 2 / (width * (self.mode - self.start))
        return 1 - (self.end - x) ** 2 / (width * (self.end - self.mode))

    @property
    @override
    def least(self) -> float:
        return self.start

    @property
    @override
    def most(self) -> float:
        return self.end


@dataclass(frozen=True, slots=True)
class _Stretched(Distribution):
    """A beta distribution stretched over an interval; subclasses say which."""

    @property
    @abstractmethod
    def _shape(self) -> tuple[float, float]:
        """Both shape parameters."""

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np
        from scipy.special import betaincinv

        a, b = self._shape
        x: Floats = self.least + (self.most - self.least) * betaincinv(a, b, u)
        return np.clip(x, self.least, self.most)

    @override
    def percentile(self, u: float) -> float:
        a, b = self._shape
        return min(max(self.least + (self.most - self.least) * beta_percentile(a, b, u), self.least), self.most)

    @override
    def share_up_to(self, x: float) -> float:
        a, b = self._shape
        return beta_share(a, b, (x - self.least) / (self.most - self.least))


@dataclass(frozen=True, slots=True)
class Pert(_Stretched):
    """Beta-PERT (Malcolm, Roseboom, Clark and Fazar 1959): beta on [start, end] with mean (start + 4 mode + end)/6."""

    start: float
    mode: float
    end: float

    @property
    @override
    def notation(self) -> str:
        return _written("pert", self.start, self.mode, self.end)

    @property
    def _shape(self) -> tuple[float, float]:
        width = self.end - self.start
        return 1 + _PERT_LAMBDA * (self.mode - self.start) / width, 1 + _PERT_LAMBDA * (self.end - self.mode) / width

    @property
    @override
    def least(self) -> float:
        return self.start

    @property
    @override
    def most(self) -> float:
        return self.end


@dataclass(frozen=True, slots=True)
class Beta(_Stretched):
    """Beta with shapes `a` and `b`, stretched over a support with two ends."""

    a: float
    b: float
    support: Support

    @property
    @override
    def notation(self) -> str:
        return _written("beta", self.a, self.b)

    @property
    def _shape(self) -> tuple[float, float]:
        return self.a, self.b

    @property
    @override
    def least(self) -> float:
        return self.support.first

    @property
    @override
    def most(self) -> float:
        return self.support.last


@dataclass(frozen=True, slots=True)
class Normal(Distribution):
    """Normal with `mean` and standard deviation `spread`, cut to the support: what lies beyond it is not drawn."""

    mean: float
    spread: float
    support: Support

    @property
    @override
    def notation(self) -> str:
        return _written("normal", self.mean, self.spread)

    @property
    def _cut(self) -> tuple[float, float]:
        """Share of the uncut normal below the support's lower end and below its upper end."""
        below, upto = 0.0, 1.0
        if self.support.low > -inf:
            below = _STANDARD.cdf((self.support.low - self.mean) / self.spread)
        if self.support.high < inf:
            upto = _STANDARD.cdf((self.support.high - self.mean) / self.spread)
        return below, upto

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np
        from scipy.special import ndtri

        below, upto = self._cut
        p = np.clip(below + (upto - below) * u, U_LEAST, 1 - U_LEAST)
        x: Floats = np.clip(self.mean + self.spread * ndtri(p), self.support.first, self.support.last)
        return x

    @override
    def percentile(self, u: float) -> float:
        below, upto = self._cut
        p = min(max(below + (upto - below) * u, U_LEAST), 1 - U_LEAST)
        return self.support.nearest(self.mean + self.spread * _STANDARD.inv_cdf(p))

    @override
    def share_up_to(self, x: float) -> float:
        below, upto = self._cut
        return min(max((_STANDARD.cdf((x - self.mean) / self.spread) - below) / (upto - below), 0.0), 1.0)

    @property
    @override
    def least(self) -> float:
        return self.support.low

    @property
    @override
    def most(self) -> float:
        return self.support.high


@dataclass(frozen=True, slots=True)
class Lognormal(Distribution):
    """Lognormal by its median (`middle`) and its geometric standard deviation (`factor`, above 1)."""

    middle: float
    factor: float

    @property
    @override
    def notation(self) -> str:
        return _written("lognormal", self.middle, self.factor)

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np
        from scipy.special import ndtri

        x: Floats = self.middle * np.exp(log(self.factor) * ndtri(u))
        return x

    @override
    def percentile(self, u: float) -> float:
        return self.middle * exp(log(self.factor) * _STANDARD.inv_cdf(u))

    @override
    def share_up_to(self, x: float) -> float:
        return _STANDARD.cdf((log(x) - log(self.middle)) / log(self.factor)) if x > 0 else 0.0

    @property
    @override
    def least(self) -> float:
        return 0.0

    @property
    @override
    def most(self) -> float:
        return inf
