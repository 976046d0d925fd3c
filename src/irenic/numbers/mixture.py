"""Mixtures: `{choice: …}`, one of several distributions, each with a weight."""

from dataclasses import dataclass
from itertools import accumulate
from math import fsum
from typing import Final

from typing_extensions import override

from irenic.numbers.distribution import U_LEAST, Distribution, Floats, number_text

_HALVINGS: Final = 2_200


@dataclass(frozen=True, slots=True)
class Branch:
    """One of the alternatives, with its weight (above 0; weights need not sum to 1)."""

    weight: float
    value: Distribution


@dataclass(frozen=True, slots=True)
class Choice(Distribution):
    """A mixture. One uniform picks the branch and, stretched over its share, draws within it.

    The branches stand from low to high (see `choice_of`), so that a high uniform gives a high value and correlations
    mean what they say. Where branches overlap, `quantile` is not monotone; the draws still have the mixture's
    distribution, and the percentiles are the mixture's.
    """

    branches: tuple[Branch, ...]

    @property
    @override
    def notation(self) -> str:
        items = (f"{{weight: {number_text(b.weight)}, value: {b.value.notation}}}" for b in self.branches)
        return f"{{choice: [{', '.join(items)}]}}"

    @property
    def shares(self) -> tuple[float, ...]:
        """Probability of each branch."""
        total = fsum(b.weight for b in self.branches)
        return tuple(b.weight / total for b in self.branches)

    @override
    def quantile(self, u: Floats) -> Floats:
        import numpy as np

        shares = self.shares
        starts = (0.0, *accumulate(shares[:-1]))
        chosen = np.searchsorted(starts, u, side="right") - 1
        x = np.empty(u.shape)
        for k, branch in enumerate(self.branches):
            here = chosen == k
            within = np.clip((u[here] - starts[k]) / shares[k], U_LEAST, 1 - U_LEAST)
            x[here] = branch.value.quantile(within)
        return x

    @override
    def percentile(self, u: float) -> float:
        """Inverts the mixture's distribution function by halving: the percentile lies between those of the branches."""
        ends = [b.value.percentile(u) for b in self.branches]
        low, high = min(ends), max(ends)
        if self.share_up_to(low) >= u:
            return low
        for _ in range(_HALVINGS):
            middle = low + (high - low) / 2
            if not low < middle < high:
                break
            if self.share_up_to(middle) >= u:
                high = middle
            else:
                low = middle
        return high

    @override
    def share_up_to(self, x: float) -> float:
        return fsum(p * b.value.share_up_to(x) for p, b in zip(self.shares, self.branches, strict=True))

    @property
    @override
    def least(self) -> float:
        return min(b.value.least for b in self.branches)

    @property
    @override
    def most(self) -> float:
        return max(b.value.most for b in self.branches)


def choice_of(branches: list[Branch]) -> Distribution:
    """The mixture of branches with a positive weight, from low to high; the branch itself where there is but one."""
    drawn = [b for b in branches if b.weight > 0]
    if len(drawn) == 1:
        return drawn[0].value
    return Choice(tuple(sorted(drawn, key=lambda b: (b.value.median, b.value.notation, b.weight))))
