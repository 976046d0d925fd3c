"""Which packages of which draws the zone's size is counted over."""

from dataclasses import dataclass
from math import prod
from typing import Final, Literal, TypeAlias

import numpy as np

from irenic.model.structure import READINGS, Model

Method: TypeAlias = Literal["every_package", "first_draws", "sampled_packages"]

BUDGET: Final = 5_000_000_000
"""Packages that a run looks at, or work worth as much."""

SAMPLE: Final = 16_384
"""Packages sampled in a draw."""

_SORTING: Final = 32
"""What sorting one sum costs, in packages looked at."""


_PARTS: Final = 16
"""Parts in which a zone is counted where coalitions block, for each coalition; roughly."""


@dataclass(frozen=True, slots=True)
class CountPlan:
    """How the zone is counted.

    Attributes:
        method: every package of every draw, every package of the first draws, or sampled packages of every draw.
        draws: draws that are counted, from the first.
        packages: packages sampled in each draw and reading, or None where all are counted.
    """

    method: Method
    draws: int
    packages: int | None = None


def count_plan(model: Model, draws: int) -> CountPlan:
    """The plan for a run of `draws` draws.

    Every package of every draw is counted while that is work for no more than `BUDGET` packages: draws × readings ×
    packages that break no rule; with one or two consenting parties, for whom meeting in the middle counts without
    looking at each package, draws × readings × the sums that are sorted. Where coalitions block, a zone is counted in
    several parts, which is taken for so many times the work. Beyond that, either the first draws are
    counted in full or packages are sampled in every draw, whichever gives the narrower interval for the mean share.
    With s² the variance of the share between draws, k of D draws in full give s²/k, samples of n give at most s²/D +
    1/(4 n D): narrower unless s² is below about 1/(4 n (D/k − 1)), which is the case where nothing is uncertain and
    all draws are alike.
    """
    work = _work(model)
    if draws * len(READINGS) * work <= BUDGET:
        return CountPlan("every_package", draws)
    if model.sure:
        return CountPlan("first_draws", min(draws, max(1, BUDGET // (len(READINGS) * work))))
    return CountPlan("sampled_packages", draws, SAMPLE)


def _work(model: Model) -> int:
    """What counting one draw in one reading costs, in packages looked at."""
    kept = model.rules_kept
    parts = max(1, _PARTS * len(model.coalitions))
    sizes = [int(np.count_nonzero(kept[block.span])) for block in model.blocks]
    if len(model.consenting) > 2:
        return parts * prod(sizes)
    sides = [1, 1]
    for size in sorted(sizes, reverse=True):
        sides[sides[0] > sides[1]] *= max(size, 1)
    return parts * _SORTING * sum(sides)
