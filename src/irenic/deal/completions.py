"""Packages that agree with a given part of one: which of them comes closest to acceptance."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import prod
from typing import Final

import numpy as np

from irenic.deal.kernels.closest import closest_packages
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.kernels.weigh import weigh_packages
from irenic.deal.norms import Norms, combinations_against
from irenic.deal.spaces import Spaces
from irenic.model.structure import Model

BUDGET: Final = 500_000_000
"""Packages times draws that are looked at one by one."""

MOST: Final = 200_000
"""Packages that are looked at one by one, whatever the number of draws."""

START: Final = 256
"""Draws whose closest packages a search starts from; the first ones, which are balanced over the scrambles."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """Spaces turned round, so that packages are weighed over all draws at once.

    Attributes:
        model: the model.
        contributions: float64[combination, consenting party, draw].
        allowed: bool[combination, draw].
        no_deal: float64[consenting party, draw].
        scale: float64[consenting party, draw].
        floors: float64[consenting party, draw].
        deals: float64[side deal, consenting party], draw by draw: what gives every party less is blocked.
        deal_starts: int64[draw + 1].
    """

    model: Model
    contributions: Floats
    allowed: Truths
    no_deal: Floats
    scale: Floats
    floors: Floats
    deals: Floats
    deal_starts: Integers

    @classmethod
    def of(cls, model: Model, spaces: Spaces) -> "Weighing":
        """From one space a draw, red lines being hard."""
        return cls(
            model,
            np.ascontiguousarray(spaces.contributions.transpose(2, 1, 0)),
            np.ascontiguousarray(spaces.hard_allowed.T),
            np.ascontiguousarray(spaces.no_deal.T),
            np.ascontiguousarray(spaces.scale.T),
            np.ascontiguousarray(spaces.floors.T),
            spaces.blocking.deals,
            spaces.deal_starts,
        )

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.allowed[0])

    def weigh(self, packages: Integers) -> tuple[Integers, Floats]:
        """Draws in which each package is accepted, and its mean smallest gain as a share of the scale.

        Args:
            packages: int64[package], package numbers; ascending ones cost least.
        """
        chosen = self.model.combinations_of(packages)
        given = (self.contributions, self.allowed, chosen, self.no_deal, self.scale, self.floors)
        return weigh_packages(*given, self.deals, self.deal_starts)


def agreeing(model: Model, given: Mapping[str, str], norms: Norms) -> Truths:
    """The combinations that a package with these options is filled with: bool[combination].

    They have the options given and keep the rules. Issues that are not given stay at the status quo where a consenting
    party is silent, and take no option that runs against a norm. Where this leaves a block of tied issues nothing,
    norms, then silence are let go in that block; where what is given breaks the rules by itself, rules are.
    """
    fits = _having(model, given)
    free = [i for i, issue in enumerate(model.index.issues) if issue not in given]
    still = ~_moving(model, free)
    careful = still & ~combinations_against(model, _without(norms, given))
    kept = model.rules_kept
    found = np.zeros(model.combinations, dtype=np.bool_)
    for block in model.blocks:
        for marks in (careful & kept, still & kept, kept, careful):
            if (fits & marks)[block.span].any():
                found[block.span] = (fits & marks)[block.span]
                break
    return found


def closest_completion(weighing: Weighing, spaces: Spaces, within: Truths) -> int:
    """The package that is accepted in most draws; of equals the one with the largest mean smallest gain; the first.

    Every package within is weighed if these are few enough. Else the search starts from the best of those that come
    closest in one of the first draws, and goes on to the best package that differs in one or two blocks as long as that
    is better.

    Args:
        weighing: the spaces turned round.
        spaces: one space a draw.
        within: bool[combination], combinations that the package may consist of, some in every block.
    """
    model = weighing.model
    few = min(MOST, BUDGET // weighing.draws)
    parts = [model.numbers[first:last][within[first:last]] for first, last in pairwise(model.block_starts.tolist())]
    if prod(map(len, parts)) <= few:
        return _best(weighing, _sums(parts))[-1]
    start = min(START, weighing.draws)
    closest = closest_packages(
        spaces.contributions[:start],
        spaces.hard_allowed[:start] & within,
        spaces.numbers,
        spaces.starts,
        spaces.no_deal[:start],
        spaces.scale[:start],
    )
    found = np.unique(closest[closest >= 0])
    best = _best(weighing, found if len(found) else _sums([part[:1] for part in parts]))
    while True:
        after = _best(weighing, _near(model, parts, best[-1], few))
        if after[:2] <= best[:2]:
            return best[-1]
        best = after


def _best(weighing: Weighing, packages: Integers) -> tuple[int, float, int]:
    """Draws in which the best of these packages (ascending) is accepted, its mean smallest gain, its number."""
    accepted, closeness = weighing.weigh(packages)
    k = np.lexsort((-closeness, -accepted))[0]
    return int(accepted[k]), float(closeness[k]), int(packages[k])


def _near(model: Model, parts: list[Integers], package: int, few: int) -> Integers:
    """The package, and those that differ from it in one block, or in two where they are few enough; ascending."""
    taken = model.numbers[model.combinations_of(np.array(package, dtype=np.int64))]
    steps = [part - own for part, own in zip(parts, taken.tolist(), strict=True)]
    found = [np.array([package], dtype=np.int64)]
    for changed in (1, 2):
        several = list(combinations(steps, changed))
        if sum(prod(map(len, chosen)) for chosen in several) > few:
            break
        found += [package + _sums(list(chosen)) for chosen in several]
    return np.unique(np.concatenate(found))


def _sums(parts: list[Integers]) -> Integers:
    """Sums of one number of each part, ascending."""
    numbers = np.zeros(1, dtype=np.int64)
    for part in parts:
        numbers = (numbers[:, np.newaxis] + part).reshape(-1)
    return np.sort(numbers)


def _having(model: Model, given: Mapping[str, str]) -> Truths:
    """Combinations that have the options given."""
    found = np.ones(model.combinations, dtype=np.bool_)
    for block in model.blocks:
        for column, i in enumerate(block.issues):
            issue = model.index.issues[i]
            if issue in given:
                k = model.index.options[i].index(given[issue])
                found[block.span] &= block.positions[:, column] == k
    return found


def silent_to_consenting(model: Model) -> Truths:
    """bool[issue], issues on which a consenting party is silent."""
    return np.asarray(model.silent[list(model.consenting)].any(axis=0))


def _moving(model: Model, free: list[int]) -> Truths:
    """Combinations that leave the status quo on one of these issues although a consenting party is silent there."""
    silent = silent_to_consenting(model)
    found = np.zeros(model.combinations, dtype=np.bool_)
    for block in model.blocks:
        for column, i in enumerate(block.issues):
            if silent[i] and i in free:
                found[block.span] |= block.positions[:, column] != model.status_quo[i]
    return found


def _without(norms: Norms, given: Mapping[str, str]) -> Norms:
    """The norms as far as they are about issues that are not given."""
    return {name: {i: options for i, options in norm.items() if i not in given} for name, norm in norms.items()}
