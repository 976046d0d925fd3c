"""What the summary says of the war without a deal: courses side by side, and what each lever does to war values."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from irenic.acts.course import refused_by
from irenic.acts.rules import Acts
from irenic.acts.summary import worked
from irenic.acts.timeline import Timeline
from irenic.engine.progress import CancelToken, Progress, ProgressListener
from irenic.fast.grid import Floats
from irenic.numbers.spread import Spread, spread_of
from irenic.war.balance import breaks
from irenic.war.drawing import DrawnWar, WarCase
from irenic.war.fans import fans
from irenic.war.observed import compared
from irenic.war.path_tables import path_tables, quantities_of
from irenic.war.paths import Counts, follow_paths
from irenic.war.scenarios import AS_WRITTEN, Variant, course_of, scenarios
from irenic.war.theatre import Theatre
from irenic.war.variant_values import variant_values

MOST_DRAWS: Final = 2048
"""Draws whose paths are followed, at most."""

MOST_VALUED: Final = 512
"""Draws in which war values are worked out for every course, at most."""

PATHS_PER_DRAW: Final = 16


@dataclass(frozen=True, slots=True)
class WarPlan:
    """How much is followed.

    Attributes:
        draws: draws whose paths are followed.
        valued: draws in which war values are worked out.
        per_draw: paths for each draw.
        seed: of the paths.
        threads: never changes a result.
    """

    draws: int
    valued: int
    per_draw: int
    seed: int
    threads: int


def war_plan(draws: int, seed: int, threads: int, per_draw: int = PATHS_PER_DRAW) -> WarPlan:
    """The plan for a run with so many draws."""
    return WarPlan(min(draws, MOST_DRAWS), min(draws, MOST_VALUED), per_draw, seed, threads)


def summarise_war(
    case: WarCase,
    plan: WarPlan,
    asked: Sequence[Variant] = (),
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
) -> dict[str, Any]:
    """The part `war` of the summary; its shape is told in `irenic.report.war_data`.

    All courses have their draws and random numbers in common, so their differences are those of levers alone. The line,
    forces and money are those where talks fail without anybody's refusal; a party's war value is that of its own
    refusal.

    Args:
        case: the war; where something is missing from its theatre, only that is told.
        plan: how much is followed.
        asked: further courses.
        progress: is told how the work goes.
        cancel: stops it at the next chunk.

    Raises:
        Cancelled: the token was cancelled.
    """
    theatre, acts = case.theatre, case.acts
    found: dict[str, Any] = {
        "sides": list(theatre.sides),
        "months": theatre.horizon,
        "runs": plan.draws * plan.per_draw,
        "draws": plan.draws,
        "valued": plan.valued,
        "scenarios": [],
        "levers": [],
        "observed": [],
        "missing": list(theatre.missing),
    }
    if theatre.missing:
        return found | {"runs": 0, "draws": 0, "valued": 0}
    drawn = case.drawing(0, plan.draws)
    found["observed"] = [compared(theatre, drawn.inputs, seen) for seen in case.sightings]
    # Where everybody has refused, whatever somebody's refusal sets off is at work.
    entries = worked(Timeline(acts, drawn.acts, refused_by(*theatre.parties), drawn.decisions))
    working = {entry["id"] for entry in entries if entry["works"]}
    told = (*scenarios(theatre, acts, working), *asked)
    switched = {entry["id"]: _switched(theatre, acts, working, entry["id"]) for entry in entries}
    variants = {variant.id: variant for variant in (*told, *filter(None, switched.values()))}
    values = variant_values(
        case,
        list(variants.values()),
        plan.valued,
        threads=plan.threads,
        progress=progress,
        cancel=cancel,
    )
    found["scenarios"] = [
        _told(theatre, variant, counts, values[variant.id])
        for variant, counts in zip(told, _followed(case, drawn, told, plan, progress, cancel), strict=True)
    ]
    for entry in entries:
        variant, effect = switched[entry["id"]], {}
        if variant is not None:
            with_it, without_it = (variant.id, AS_WRITTEN) if variant.pulled else (AS_WRITTEN, variant.id)
            effect = _spreads(theatre, values[with_it] - values[without_it])
        found["levers"].append({**entry, "effect": effect})
    return found


def _switched(theatre: Theatre, acts: Acts, working: Collection[str], element: str) -> Variant | None:
    """The course to hold the one as written against, to see what a lever or clock does; None where it does nothing."""
    name = element.partition(".")[2]
    moved = set(quantities_of(theatre)) | {
        path.format(party)
        for party in theatre.parties
        for path in ("parties.{}.discount", "parties.{}.no_deal", "theatre.beliefs.{}.optimism")
    }
    moved |= {f"theatre.sides.{side}.points_cost" for side in theatre.sides}
    if not any(rule.element == element and rule.path in moved for rule in acts.rules):
        return None
    if any(lever.id == element and lever.trigger.on == "own-choice" for lever in acts.levers):
        return Variant(f"pulled:{name}", pulled=(element,))
    kind = "" if element.startswith("levers.") else "clock:"
    return Variant(f"without:{kind}{name}", without=(element,)) if element in working else None


def _followed(
    case: WarCase,
    drawn: DrawnWar,
    variants: Sequence[Variant],
    plan: WarPlan,
    progress: ProgressListener | None,
    cancel: CancelToken | None,
) -> list[Counts]:
    """Counts of every course; progress is told over all of them."""
    found = []
    for k, variant in enumerate(variants):
        course = course_of(case.acts, drawn, variant)
        tables = path_tables(case.theatre, drawn.inputs, case.acts, drawn.acts, course)

        def tell(one: Progress, before: int = k) -> None:
            if progress is not None:
                done, total = one.done + before * one.total, one.total * len(variants)
                progress(Progress(one.stage, done, total, one.eta if done == total else None))

        found.append(follow_paths(tables, plan.per_draw, plan.seed, threads=plan.threads, progress=tell, cancel=cancel))
    return found


def _told(theatre: Theatre, variant: Variant, counts: Counts, values: Floats) -> dict[str, Any]:
    """A course as the summary tells it."""
    runs = counts.runs
    front = counts.front / runs
    collapsed = np.cumsum(counts.collapsed, axis=0) / runs
    counted = fans(counts, _counts_money(theatre))
    return {
        "id": variant.id,
        "levers": list(variant.changes),
        "front": {place.id: [float(x) for x in front[:, z]] for z, place in enumerate(theatre.places)},
        "fans": {side: counted[k] for k, side in enumerate(theatre.sides)},
        "collapse": {side: [float(x) for x in collapsed[:, k]] for k, side in enumerate(theatre.sides)},
        "breaks": breaks(counts, theatre.sides),
        "values": _spreads(theatre, values),
    }


def _counts_money(theatre: Theatre) -> tuple[bool, bool]:
    stated = {feed.at for feed in theatre.feeds.money}
    return (0,) in stated, (1,) in stated


def _spreads(theatre: Theatre, values: Floats) -> dict[str, Spread]:
    """Party → percentiles, for parties that have values."""
    found = {}
    for p, party in enumerate(theatre.parties):
        if np.isfinite(values[:, p]).all():
            found[party] = spread_of(values[:, p])
    return found
