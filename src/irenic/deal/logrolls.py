"""Logrolls: two parties trade two issues, each having its way on the one that matters more to it.

Party p has its way on issue i and party q on issue j. Against splitting both issues down the middle p gains
(S_pi − S_pj)/2 and q gains (S_qj − S_qi)/2, where S_pi are p's points between its own best option of issue i and q's:
both gain where each cares more for the issue on which it has its way (Raiffa 1982, The Art and Science of Negotiation:
joint gains come from differences of priorities). Nothing here rests on a silent cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice, permutations
from math import fsum
from typing import Any, Final

import numpy as np

from irenic.deal.conditions import as_written
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.norms import Norms, combinations_against, norms_against
from irenic.deal.spaces import Spaces, scale_of
from irenic.model.inputs import Inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables, option_contributions
from irenic.numbers.spread import spread_of

MOST: Final = 40
"""Logrolls that are kept: those worth most."""

LEAST_SHARE: Final = 0.01
"""A logroll that occurs in a smaller share of draws is not told."""


def points_as_written(model: Model, inputs: Inputs) -> tuple[Floats, Floats]:
    """What options are worth by themselves as written, silent cells weighing nothing, and the scale of every party.

    Returns:
        points float64[draw, party, flat option] on the grid, and scale float64[draw, party].
    """
    given = as_written(inputs)
    tables = block_tables(model, given, "silent_zero")
    scale = scale_of(tables.contributions, tables.feasible, model.block_starts)
    return option_contributions(model, given, "silent_zero"), scale


def find_logrolls(
    model: Model, spaces: Spaces, points: Floats, scale: Floats, norms: Norms | None = None
) -> list[dict[str, Any]]:
    """The logrolls that are worth most, in the shape of `Logroll` in docs/report-data.md.

    Issues on which a consenting party is silent, or one of the two traders, are left out, and so are options that no
    allowed package has. Ranked are the logrolls among options that respect all norms; what options against a norm
    would add stands behind them without a rank.

    Args:
        model: the model.
        spaces: one space a draw, on the strict basis.
        points: float64[draw, party, flat option], on the grid.
        scale: float64[draw, party].
        norms: options that are flagged.
    """
    flags = norms or {}
    within = _completed(model, spaces.hard_allowed & ~combinations_against(model, flags))
    best = islice(_all(_Trading(model, points, scale, within), flags), MOST)
    found = [{**logroll, "rank": rank} for rank, logroll in enumerate(best, 1)]
    if flags:
        every = _all(_Trading(model, points, scale, _completed(model, spaces.hard_allowed)), flags)
        found += islice((logroll for logroll in every if logroll["norms"]), MOST)
    kept = sorted(found, key=lambda logroll: -logroll["worth"])[:MOST]
    return [logroll for logroll in found if logroll in kept]


def _completed(model: Model, allowed: Truths) -> Truths:
    """The combinations that stand in some allowed package: none where a block has none."""
    some = np.asarray(np.logical_or.reduceat(allowed, model.block_starts[:-1], axis=1).all(axis=1))
    return np.asarray(allowed & some[:, np.newaxis], dtype=np.bool_)


def _all(trading: "_Trading", norms: Norms) -> Iterator[dict[str, Any]]:
    """Logrolls in order of their worth, not ranked."""
    found = [logroll for pair in _pairs(trading.model) for logroll in _between(trading, pair)]
    found.sort(key=lambda logroll: -logroll.worth)
    return (_told(trading, logroll, norms) for logroll in found)


@dataclass(frozen=True, eq=False)
class _Trading:
    """What is traded.

    Attributes:
        model: the model.
        points: float64[draw, party, flat option].
        scale: float64[draw, party].
        allowed: bool[draw, combination], those of allowed packages.
    """

    model: Model
    points: Floats
    scale: Floats
    allowed: Truths

    @cached_property
    def usable(self) -> Truths:
        """Options that some allowed package has: bool[draw, flat option]."""
        starts, sizes = self.model.option_starts, self.model.index.sizes
        found = np.zeros((len(self.allowed), int(starts[-1])), dtype=np.bool_)
        for block in self.model.blocks:
            allowed = self.allowed[:, block.span]
            for column, issue in enumerate(block.issues):
                for k in range(sizes[issue]):
                    found[:, starts[issue] + k] = allowed[:, block.positions[:, column] == k].any(axis=1)
        return found

    def options(self, issue: int) -> slice:
        """Where the issue's options stand among the flat ones."""
        return slice(int(self.model.option_starts[issue]), int(self.model.option_starts[issue + 1]))

    def best(self, party: int, other: int, issue: int) -> Integers:
        """The party's best usable option of an issue; of equals the other party's best, then the first: int64[draw].

        Without the second rule a party that is indifferent would seem to stand in the way.
        """
        here = self.options(issue)
        usable = self.usable[:, here]
        own = np.where(usable, self.points[:, party, here], -np.inf)
        equal = usable & (own == own.max(axis=1, keepdims=True))
        worth = np.where(equal, self.points[:, other, here], -np.inf)
        return np.asarray(np.argmax(worth, axis=1), dtype=np.int64)

    def worth(self, party: int, issue: int, option: Integers) -> Floats:
        """What an option of an issue is worth to a party: float64[draw]."""
        return np.asarray(self.points[np.arange(len(option)), party, self.model.option_starts[issue] + option])

    def together(self, first: int, second: int, options: tuple[Integers, Integers]) -> Truths:
        """Whether options of two issues stand together in an allowed package: bool[draw]."""
        found = np.ones(len(self.points), dtype=np.bool_)
        for issue, option in zip((first, second), options, strict=True):
            found &= self.usable[np.arange(len(option)), self.model.option_starts[issue] + option]
        block = next(block for block in self.model.blocks if first in block.issues)
        if second in block.issues:
            places = block.positions[:, [block.issues.index(first), block.issues.index(second)]]
            size = self.model.index.sizes[second]
            joined = places[:, 0] * size + places[:, 1]
            wanted = options[0] * size + options[1]
            for pair in np.unique(wanted):
                here = wanted == pair
                found[here] &= self.allowed[here, block.span][:, joined == pair].any(axis=1)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One issue of a pair of parties: their best options int64[draw], and what lies between float64[draw]."""

    first: Integers
    second: Integers
    first_points: Floats
    second_points: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Logroll:
    """p has its way on issue i, q on issue j; draws in which both gain, and what each gains in them."""

    parties: tuple[int, int]
    issues: tuple[int, int]
    options: tuple[Integers, Integers]
    others: tuple[Integers, Integers]
    gains: tuple[Floats, Floats]
    draws: Truths
    worth: float


def _pairs(model: Model) -> Iterator[tuple[int, int]]:
    """Parties that may trade: any two that state something."""
    return combinations(np.flatnonzero(model.stating).tolist(), 2)


def _between(trading: _Trading, parties: tuple[int, int]) -> Iterator[_Logroll]:
    """The logrolls of two parties that occur in enough draws."""
    model, scale = trading.model, trading.scale
    p, q = parties
    heard = ~model.silent[[*model.consenting, p, q]].any(axis=0)
    sides = {int(i): _side(trading, parties, int(i)) for i in np.flatnonzero(heard)}
    for i, j in permutations(sides, 2):
        gain_p = (sides[i].first_points - sides[j].first_points) / 2
        gain_q = (sides[j].second_points - sides[i].second_points) / 2
        options = (sides[i].first, sides[j].second)
        draws = (gain_p > 0) & (gain_q > 0)
        if not draws.any():
            continue
        draws &= trading.together(i, j, options)
        if np.count_nonzero(draws) >= max(1.0, LEAST_SHARE * len(draws)):
            smaller = np.minimum(gain_p / scale[:, p], gain_q / scale[:, q])[draws]
            worth = fsum(smaller.tolist()) / len(draws)
            others = (sides[i].second, sides[j].first)
            yield _Logroll(parties, (i, j), options, others, (gain_p, gain_q), draws, worth)


def _side(trading: _Trading, parties: tuple[int, int], issue: int) -> _Side:
    p, q = parties
    first, second = trading.best(p, q, issue), trading.best(q, p, issue)
    return _Side(
        first,
        second,
        trading.worth(p, issue, first) - trading.worth(p, issue, second),
        trading.worth(q, issue, second) - trading.worth(q, issue, first),
    )


def _told(trading: _Trading, logroll: _Logroll, norms: Norms) -> dict[str, Any]:
    model, draws = trading.model, logroll.draws
    chosen = np.stack([options[draws] for options in logroll.options], axis=1)
    pairs, counts = np.unique(chosen, axis=0, return_counts=True)
    option = pairs[np.argmax(counts)].tolist()
    flat = [int(model.option_starts[i]) + k for i, k in zip(logroll.issues, option, strict=True)]
    trades = [
        {
            "party": model.parties[party],
            "issue": model.index.issues[issue],
            "option": model.index.options[issue][k],
            "points": spread_of(gain[draws]),
        }
        for party, issue, k, gain in zip(logroll.parties, logroll.issues, option, logroll.gains, strict=True)
    ]
    others = [party for party in model.consenting if party not in logroll.parties]
    return {
        "trades": trades,
        "share": int(np.count_nonzero(draws)) / len(draws),
        "worth": logroll.worth,
        "others": {model.parties[party]: _gain_of_other(trading, logroll, party) for party in others},
        "norms": norms_against(model, norms, flat),
        "rank": None,
    }


def _gain_of_other(trading: _Trading, logroll: _Logroll, party: int) -> float:
    """What a third party gains over splitting both issues down the middle, on average over the logroll's draws."""
    gain = np.zeros(len(logroll.draws))
    for issue, taken, other in zip(logroll.issues, logroll.options, logroll.others, strict=True):
        gain += (trading.worth(party, issue, taken) - trading.worth(party, issue, other)) / 2
    return fsum(gain[logroll.draws].tolist()) / int(np.count_nonzero(logroll.draws))
