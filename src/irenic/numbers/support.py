"""Where a number may lie: the support that a field of the dossier declares."""

from dataclasses import dataclass
from math import inf, nextafter
from typing import Final


@dataclass(frozen=True, slots=True)
class Support:
    """An interval; `open_ends` says that the finite ends themselves are excluded.

    Attributes:
        name: the id of the support, used in messages and in the schema.
        low: lower end, or -inf.
        high: upper end, or inf.
        open_ends: whether finite ends are excluded.
    """

    name: str
    low: float
    high: float
    open_ends: bool = False

    def holds(self, x: float) -> bool:
        """Whether `x` lies in the support."""
        if self.open_ends:
            return self.low < x < self.high
        return self.low <= x <= self.high

    @property
    def first(self) -> float:
        """The smallest float that the support holds, or -inf."""
        return nextafter(self.low, inf) if self.open_ends and self.low > -inf else self.low

    @property
    def last(self) -> float:
        """The largest float that the support holds, or inf."""
        return nextafter(self.high, -inf) if self.open_ends and self.high < inf else self.high

    def nearest(self, x: float) -> float:
        """`x`, or the end of the support beyond which it lies."""
        return min(max(x, self.first), self.last)


POINTS: Final = Support("points", 0.0, 100.0)
"""Utility points, weights, values."""
PROBABILITY: Final = Support("probability", 0.0, 1.0)
"""A probability or share; words of likelihood are understood."""
FRACTION: Final = Support("fraction", 0.0, 1.0, open_ends=True)
"""Strictly between 0 and 1, as a discount factor."""
POSITIVE: Final = Support("positive", 0.0, inf, open_ends=True)
"""Above 0: durations, factors, influence."""
AMOUNT: Final = Support("amount", 0.0, inf)
"""0 or more: men, money, counts."""
ANY: Final = Support("any", -inf, inf)
"""Any number."""
CORRELATION: Final = Support("correlation", -1.0, 1.0)
"""A coefficient of correlation."""

SUPPORTS: Final = (POINTS, PROBABILITY, FRACTION, POSITIVE, AMOUNT, ANY, CORRELATION)
