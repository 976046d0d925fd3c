"""From what fixes do in every draw to a list that is read: which are told, in which order, with which figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

import numpy as np

from irenic.deal.fix_openings import Opening
from irenic.deal.fix_steps import PRICED, STEP_KINDS, Fix, Step
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.model.structure import Model
from irenic.numbers.scramble import SCRAMBLES
from irenic.numbers.shares import simulation_interval
from irenic.numbers.spread import spread_of

LEAST_SHARE: Final = 0.01
"""A fix that is needed as a whole in less than this share of the draws without a deal is not told."""
COST_DIGITS: Final = 2
"""Costs are compared in hundredths of a point: less says nothing of which fix is cheaper."""
MOST_GIVES: Final = 3
"""Issues that are named for each bearer."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a fix does in all draws without a deal.

    Attributes:
        fix: the fix.
        opening: what it does.
        given_up: float64[party, flat option], mean points by which an option is worth less to a party than its best of
            the issue, over the draws that need the fix as a whole.
        norms: norms that the packages run against.
    """

    fix: Fix
    opening: Opening
    given_up: Floats
    norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """How shares are counted.

    Attributes:
        possible: bool[draw], draws with a deal.
        closed: int64[closed draw], positions of the others.
    """

    possible: Truths
    closed: Integers

    @property
    def least(self) -> int:
        """In how many draws without a deal a fix must be needed to be told."""
        return max(1, ceil(LEAST_SHARE * len(self.closed)))


def worth_telling(found: Sequence[Found], shares: Shares) -> list[Found]:
    """The fixes that are needed as a whole in enough draws.

    Giving up a line for nothing is left out where there is an option of another issue that the line's party can have
    in return in every draw at the same cost: that asks less of it.
    """
    told = [one for one in found if np.count_nonzero(one.opening.needed) >= shares.least]
    costs = {one.fix: one.opening.cost for one in told}
    return [
        one
        for one in told
        if not any(np.array_equal(cost, one.opening.cost) for fix, cost in costs.items() if _asks_less(fix, one.fix))
    ]


def in_order(found: Sequence[Found], model: Model) -> list[Found]:
    """Fewest steps first, then the cheapest, then those that open most, then by kinds of steps and ids.

    Costs are compared by their median over the draws that need the whole fix; fixes that ask nobody for points come
    last among those with as many steps.
    """

    def key(one: Found) -> tuple[int, float, int, list[int], list[tuple[str, ...]]]:
        return (
            len(one.fix.steps),
            round(float(np.quantile(one.opening.cost[one.opening.needed], 0.5)), COST_DIGITS)
            if one.fix.priced
            else np.inf,
            -int(np.count_nonzero(one.opening.opens)),
            [STEP_KINDS.index(step.kind) for step in one.fix.steps],
            [_ids(model, step) for step in one.fix.steps],
        )

    return sorted(found, key=key)


def _asks_less(fix: Fix, other: Fix) -> bool:
    """Whether `fix` is `other` with a line given up for something that `other` gives up for nothing."""
    more = [step for step in other.steps if step not in fix.steps]
    less = [step for step in fix.steps if step not in other.steps]
    return (
        [step.kind for step in more] == ["red_line"]
        and [step.kind for step in less] == ["linkage"]
        and more[0].constraint == less[0].constraint
    )


def _ids(model: Model, step: Step) -> tuple[str, ...]:
    told = step_ids(model, step)
    return tuple(told[key] or "" for key in ("constraint", "party", "to", "issue", "option"))


def step_ids(model: Model, step: Step) -> dict[str, str | None]:
    """What a step is about, by id."""
    issue, option = step.given or (None, None)
    return {
        "kind": step.kind,
        "party": None if step.party is None or step.kind not in PRICED else model.parties[step.party],
        "to": None if step.to is None else model.parties[step.to],
        "constraint": model.constraints[step.constraint].id,
        "issue": None if issue is None else model.index.issues[issue],
        "option": None if issue is None or option is None else model.index.options[issue][option],
    }


def as_told(model: Model, one: Found, shares: Shares, rank: int | None) -> dict[str, Any]:
    """A fix in the shape of `Fix` in docs/report-data.md."""
    opening = one.opening
    opens, needed = opening.opens, opening.needed
    after = shares.possible.copy()
    after[shares.closed[opens]] = True
    low, high = _interval(after)
    package = most_frequent(opening.package[needed])
    borne = _borne(model, one)
    return {
        "steps": [
            {**step_ids(model, step), "points": spread_of(opening.points[needed, k]) if step.kind in PRICED else None}
            for k, step in enumerate(one.fix.steps)
        ],
        "bearers": {party: float(np.quantile(points, 0.5)) for party, points in borne.items()},
        "cost": spread_of(opening.cost[needed]) if one.fix.priced else None,
        "opens": int(np.count_nonzero(opens)) / len(shares.closed),
        "share_before": int(np.count_nonzero(shares.possible)) / len(shares.possible),
        "share_after": int(np.count_nonzero(after)) / len(after),
        "simulation_low": low,
        "simulation_high": high,
        "package": model.index.package(package),
        "gives": _gives(model, one, tuple(borne), package),
        "norms": list(one.norms),
        "rank": rank,
    }


def most_frequent(packages: Integers) -> int:
    """The package number met most often, of equally frequent ones the lowest."""
    numbers, counts = np.unique(packages, return_counts=True)
    return int(numbers[np.argmax(counts)])


def _borne(model: Model, one: Found) -> Mapping[str, Floats]:
    """Party → points that it bears in each draw that needs the whole fix, in the dossier's order."""
    found: dict[int, Floats] = {}
    for k, step in enumerate(one.fix.steps):
        if step.party is not None and step.kind in PRICED:
            points = one.opening.points[one.opening.needed, k]
            found[step.party] = found[step.party] + points if step.party in found else points
    return {model.parties[p]: found[p] for p in sorted(found)}


def _interval(after: Truths) -> tuple[float, float]:
    """The t-interval over scrambles; a single draw is what it is."""
    if len(after) == 1:
        return float(after[0]), float(after[0])
    scrambles = min(SCRAMBLES, len(after))
    by_scramble = np.array([np.count_nonzero(after[s::scrambles]) / len(after[s::scrambles]) for s in range(scrambles)])
    return simulation_interval(by_scramble, len(after))


def _gives(model: Model, one: Found, bearers: tuple[str, ...], package: int) -> list[dict[str, Any]]:
    """Of every bearer the issues on which the package is worth least to it beside its best option."""
    positions = model.index.positions(np.array([package], dtype=np.int64))[0]
    found = []
    for party in bearers:
        losses = one.given_up[model.parties.index(party), model.option_starts[:-1] + positions]
        most = sorted(range(len(losses)), key=lambda i: (-float(losses[i]), i))[:MOST_GIVES]
        found += [
            {
                "party": party,
                "issue": model.index.issues[i],
                "option": model.index.options[i][int(positions[i])],
                "points": float(losses[i]),
            }
            for i in most
            if losses[i] > 0.0
        ]
    return found
