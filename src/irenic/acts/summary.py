"""When levers and clocks work in a course of events, over the draws: what results tell of them."""

from typing import TypedDict

import numpy as np

from irenic.acts.timeline import Timeline, Use
from irenic.model.combinations import Truths
from irenic.numbers.spread import Spread, spread_of


class Worked(TypedDict):
    """A lever or clock in a course of events."""

    id: str
    """`levers.<id>` or `clocks.<id>`."""
    paths: list[str]
    """Numbers that it changes, in dossier order."""
    works: bool
    """Whether it works at all, in some draw, within the horizon."""
    begins: Spread | None
    """Month in which it first works, or in which a clock without effect strikes; none where it does not."""
    ends: Spread | None
    """Month in which it last ends, of a sum that comes at once that in which it comes; none where in most draws it does
    not within the horizon."""
    chance: Spread | None
    """Chance that it is used when its time comes: of several times, their mean."""
    bearers: list[str]
    """Who bears its cost: parties and members."""


def worked(timeline: Timeline) -> list[Worked]:
    """Every lever, then every clock, in one course of events.

    A course in which a party refuses shows what follows on that; `refused_by` makes one in which several do.

    Args:
        timeline: what comes about when.
    """
    acts = timeline.acts
    bearers = {lever.id: list(lever.bearers) for lever in acts.levers}
    return [_worked(timeline, element, bearers.get(element, [])) for element in acts.elements]


def _worked(timeline: Timeline, element: str, bearers: list[str]) -> Worked:
    acts = timeline.acts
    rules = [rule for rule in acts.rules if rule.element == element]
    paths = list(dict.fromkeys(rule.path for rule in rules))
    uses = timeline.uses(element) if paths or element.startswith("levers.") else _strikes(timeline, element)
    begin, end, chance = (np.stack([getattr(use, part) for use in uses]) for part in ("begin", "end", "chance"))
    if rules and all(rule.stock and rule.duration is None for rule in rules):
        end = begin  # it comes at once
    counts: Truths = (begin < acts.horizon) & (end >= 0.0) & (chance > 0.0)
    works = counts.any(axis=0)
    if not works.any():
        return _entry(element, paths, bearers, None, None, None)
    first = np.where(counts, begin, np.inf).min(axis=0)[works]
    last = np.where(counts, end, -np.inf).max(axis=0)[works]
    mean = np.where(counts, chance, 0.0).sum(axis=0)[works] / counts.sum(axis=0)[works]
    within = last <= acts.horizon
    ends = spread_of(last[within]) if 2 * np.count_nonzero(within) > len(last) else None
    return _entry(element, paths, bearers, spread_of(np.maximum(first, 0.0)), ends, spread_of(mean))


def _entry(
    element: str,
    paths: list[str],
    bearers: list[str],
    begins: Spread | None,
    ends: Spread | None,
    chance: Spread | None,
) -> Worked:
    return {
        "id": element,
        "paths": paths,
        "works": begins is not None,
        "begins": begins,
        "ends": ends,
        "chance": chance,
        "bearers": bearers,
    }


def _strikes(timeline: Timeline, clock: str) -> tuple[Use, ...]:
    """A clock that presses on no number of its own: what waits for it may follow from when it strikes."""
    draws = timeline.drawn.draws
    never = Use(np.full(draws, np.inf), np.full(draws, np.inf), np.zeros(draws), 0)
    found = (
        Use(strike.month, np.full(draws, np.inf), strike.chance, n) for n, strike in enumerate(timeline.strikes(clock))
    )
    return tuple(found) or (never,)
