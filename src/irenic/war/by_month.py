"""What no deal is worth if talks fail in a later month: one path a draw, as the war moves what parties expect.

Until then talks go on, so nothing is set off that waits for their failure; levers and clocks that depend on nothing
else work or don't, as the path has it. In the month in which they fail every party looks ahead from where the line
stands then, along the course of its own refusal: what has been used by then is known, the rest counts with its chance,
and what each believes of the odds rests on all battles that it has seen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from irenic.acts.course import Course, Happening
from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts
from irenic.acts.stretches import Stretches, changed, stretches
from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.model.package_index import Integers
from irenic.war.inputs import WarInputs
from irenic.war.learning import learned
from irenic.war.odds import Beliefs, beliefs_of
from irenic.war.path_tables import path_tables
from irenic.war.paths import PathRecords, fired, record_paths
from irenic.war.theatre import Theatre
from irenic.war.value import PartyCourse, Prospect, prospect_of


@dataclass(frozen=True, slots=True, eq=False)
class LaterValues:
    """No-deal values by the month in which talks fail.

    Attributes:
        months: the months looked at.
        value: float64[draw, month, party], points; NaN for parties without discount or positions.
        front: int64[draw, horizon + 1], position among the places where the line stands as each month begins.
        collapse: int64[draw, side], the month in whose course it collapses; horizon + 1 if never.
        weight: float64[draw, horizon + 1, party, belief], what each believes of the odds as each month begins.
    """

    months: tuple[int, ...]
    value: Floats
    front: Integers
    collapse: Integers
    weight: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _War:
    """What the values of all months share."""

    theatre: Theatre
    inputs: WarInputs
    acts: Acts
    drawn: DrawnActs
    decisions: Mapping[str, Floats]
    seed: int


def values_by_month(  # noqa: PLR0913, PLR0917 - six tell the war, as for `war_values`; then the paths and the months
    theatre: Theatre,
    inputs: WarInputs,
    acts: Acts,
    drawn: DrawnActs,
    decisions: Mapping[str, Floats],
    utilities: Floats,
    seed: int,
    months: Sequence[int] | None = None,
) -> LaterValues:
    """War values of every party if talks fail in a later month, with what levers and clocks then add to them.

    In month 0 they are those of `war_values`, up to rounding. The path of draw d is run d: it depends on no other draw.

    Args:
        theatre: with nothing missing.
        inputs: its draws.
        acts: levers and clocks.
        drawn: their numbers.
        decisions: body → float64[draw], probability of a yes.
        utilities: float64[draw, party, place], points of the packages of the places, in one reading.
        seed: of the paths.
        months: months to look at, 0 … horizon; all by default.
    """
    war = _War(theatre, inputs, acts, drawn, decisions, seed)
    wanted = tuple(range(theatre.horizon + 1)) if months is None else tuple(months)
    talking = stretches(acts, drawn, (), decisions)
    path = record_paths(path_tables(theatre, inputs, acts, drawn, talking), 1, seed)
    beliefs = beliefs_of(theatre)
    weight = _learned(war, talking, path, beliefs)
    over = _over(theatre, path)
    valued = _valued(inputs, utilities)
    value = np.empty((inputs.draws, len(wanted), len(theatre.parties)))
    for at, month in enumerate(wanted):
        place = path.places[:, month]
        now = np.take_along_axis(utilities, place[:, np.newaxis, np.newaxis], axis=2)[:, :, 0]
        courses, ahead = _courses(war, month, valued), now.copy()
        for course in courses if month < theatre.horizon else ():
            of = list(course.parties)
            found = _values(war, course, month, place, utilities[:, of], beliefs)
            ahead[:, of] = (found * weight[:, month, of]).sum(axis=2)
        value[:, at] = np.where(over[:, month, np.newaxis], now, ahead)
        for course in courses:
            _add_levers(war, course, month, value[:, at])
    value[:, :, [p for p in range(len(theatre.parties)) if p not in valued]] = np.nan
    return LaterValues(wanted, value, path.places, path.collapse, weight)


def _over(theatre: Theatre, path: PathRecords) -> Truths:
    """Whether the war is over as each month begins: bool[draw, month + 1]."""
    month = np.arange(theatre.horizon + 1)
    return np.asarray(theatre.is_end[path.places] | (path.collapse.min(axis=1)[:, np.newaxis] < month), dtype=np.bool_)


def _valued(inputs: WarInputs, utilities: Floats) -> tuple[int, ...]:
    """Parties that have a value: they say what they want and how they discount the future."""
    told = np.isfinite(inputs.discount).all(axis=0) & np.isfinite(utilities).all(axis=(0, 2))
    return tuple(int(p) for p in np.flatnonzero(told))


def _courses(war: _War, month: int, parties: tuple[int, ...]) -> list[PartyCourse]:
    """The courses that refusals in a month set going, with what has been used by then known; equal ones together."""
    found: list[PartyCourse] = []
    for p in parties:
        party = war.theatre.parties[p]
        course: Course = (Happening("offer-refused", month, by=party), Happening("talks-fail", month))
        own = _known(war, stretches(war.acts, war.drawn, course, war.decisions), month)
        for k, other in enumerate(found):
            if all(
                np.array_equal(getattr(own, name), getattr(other.stretches, name))
                for name in ("rule", "begin", "end", "chance")
            ):
                found[k] = PartyCourse((*other.parties, p), other.stretches)
                break
        else:
            found.append(PartyCourse((p,), own))
    return found


def _add_levers(war: _War, course: PartyCourse, month: int, value: Floats) -> None:
    """Add what levers and clocks do in the month to no-deal values: to float64[draw, party], of a course's parties."""
    for p in course.parties:
        path = f"parties.{war.theatre.parties[p]}.no_deal"
        if path in war.acts.paths:
            by_month = changed(war.acts, war.drawn, course.stretches, path, value[:, p], month + 1)
            value[:, p] = by_month[:, month]


def _known(war: _War, course: Stretches, month: float) -> Stretches:
    """The course with what began before the month used or not, as the path has it; at first nothing is known.

    Parts of one use share a random number: what follows on a part that was used has its chance given that, and what
    follows on one that was not is not used either.
    """
    used = fired(course.use, course.chance, war.inputs.start, war.seed)
    begun = (course.begin < month) & (course.chance > 0.0) & (month > 0)
    chance = np.where(begun, used, course.chance)
    going_on = (~begun & (course.chance > 0.0)).any(axis=0)
    for name in np.intersect1d(course.use[begun.any(axis=0)], course.use[going_on]):
        rows = np.flatnonzero(course.use == name)
        before = np.where(begun[:, rows], course.chance[:, rows], np.inf).min(axis=1, keepdims=True)
        goes_on = np.where(begun[:, rows], used[:, rows], True).all(axis=1, keepdims=True)
        given = np.where(goes_on, np.minimum(course.chance[:, rows] / before, 1.0), 0.0)
        later = ~begun[:, rows] & np.isfinite(before)
        chance[:, rows] = np.where(later, given, chance[:, rows])
    return replace(course, chance=chance)


def _values(war: _War, course: PartyCourse, month: int, place: Integers, utilities: Floats, beliefs: Beliefs) -> Floats:
    """Values under every belief: float64[draw, party, belief]."""
    from irenic.war.kernels.by_month import induce_from

    ahead = prospect_of(war.theatre, war.inputs, war.acts, war.drawn, course)
    expected = ahead.forecast
    found = np.empty((*utilities.shape[:2], len(beliefs.weight)))
    induce_from(
        np.int64(month),
        np.ascontiguousarray(place),
        (beliefs.b0, beliefs.b1),
        (expected.log_ratio, expected.shift, expected.slope_shift, expected.initiative),
        ahead.gate,
        (ahead.lean, ahead.discount, ahead.cost, np.ascontiguousarray(utilities)),
        (np.maximum(ahead.collapse, month), ahead.collapse_to),
        war.theatre.is_end,
        np.int64(war.theatre.upward),
        found,
    )
    return found


def _learned(war: _War, talking: Stretches, path: PathRecords, beliefs: Beliefs) -> Floats:
    """What parties believe of the odds as each month begins: float64[draw, month + 1, party, belief]."""
    theatre = war.theatre
    everyone = tuple(range(len(theatre.parties)))
    known = _known(war, talking, np.inf)
    seen: Prospect = prospect_of(theatre, war.inputs, war.acts, war.drawn, PartyCourse(everyone, known))
    weight = np.empty((war.inputs.draws, theatre.horizon + 1, len(everyone), len(beliefs.weight)))
    weight[:, 0] = beliefs.weight
    for month in range(theatre.horizon):
        told = path.seen[:, month]
        attacked = np.stack([told & 1 != 0, told & 4 != 0], axis=1)
        won = np.stack([told & 2 != 0, told & 8 != 0], axis=1)
        weight[:, month + 1] = learned(seen, beliefs, weight[:, month], month, attacked, won)
    return weight
