"""Stretches of time in which rules work, and what they make of a number month by month."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from irenic.acts.course import Course
from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts, is_stock
from irenic.acts.timeline import Timeline
from irenic.errors.problem import IrenicError, Problem
from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.model.package_index import Integers


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """One row for each stretch of time in which a rule works; rows in the order of the rules, then of time.

    Every rule has at least one row. Which rows there are does not depend on what is pulled or switched off, nor on how
    draws are cut.

    Attributes:
        rule: int64[row], position of the rule.
        use: int64[row], a number between 0 and 2³² − 1 that names the use of the lever or clock. A path draws one
            number u a use, and a row fires if u is below its chance: so a lever's several effects fire together, and
            what goes on after an end that might have come has fired before it. It is made from the lever's path and
            the use's number, so that another lever shifts none.
        begin: float64[draw, row], months, with fractions; infinite where the stretch is empty.
        end: float64[draw, row], months; infinite where it goes on.
        chance: float64[draw, row], probability that it is used; 0 where the stretch is empty.
    """

    rule: Integers
    use: Integers
    begin: Floats
    end: Floats
    chance: Floats

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.begin)

    def rows_of(self, rules: Collection[int]) -> Integers:
        """Rows of these rules, in order: int64[n]."""
        return np.flatnonzero(np.isin(self.rule, list(rules)))


def stretches(
    acts: Acts,
    drawn: DrawnActs,
    course: Course,
    decisions: Mapping[str, Floats],
    pulled: Collection[str] = (),
    without: Collection[str] = (),
) -> Stretches:
    """When each rule works in a course of events.

    Args:
        acts: levers and clocks.
        drawn: their numbers.
        course: what happens.
        decisions: body → float64[draw], probability of a yes; every body that a lever waits for.
        pulled: paths (`levers.<id>`) of levers of free choice that are pulled, from month 0 on.
        without: paths of levers and clocks that are switched off.

    Raises:
        KeyError: a body's decision is missing.
        ValueError: what is pulled is no lever of free choice, or what is switched off does not exist.
        IrenicError: the names of two uses collide.
    """
    _refuse_unknown(acts, pulled, without)
    timeline = Timeline(acts, drawn, course, decisions, pulled, without)
    rows = [(k, rule.element, n) for k, rule in enumerate(acts.rules) for n in range(len(timeline.uses(rule.element)))]
    uses = [timeline.uses(element)[n] for _, element, n in rows]
    empty = np.empty((drawn.draws, 0))
    return Stretches(
        rule=np.array([k for k, _, _ in rows], dtype=np.int64),
        use=_names([(element, use.number) for (_, element, _), use in zip(rows, uses, strict=True)]),
        begin=np.column_stack([use.begin for use in uses]) if uses else empty,
        end=np.column_stack([use.end for use in uses]) if uses else empty,
        chance=np.column_stack([use.chance for use in uses]) if uses else empty,
    )


def strength(stretches: Stretches, months: int) -> Floats:
    """Share of each month that lies within a stretch: float64[draw, row, month], 0 to 1, whatever its chance."""
    return _covered(stretches.begin, stretches.end, months)


def changed(
    acts: Acts,
    drawn: DrawnActs,
    stretches: Stretches,
    path: str,
    base: Floats,
    months: int,
    fired: Truths | None = None,
) -> Floats:
    """A number month by month, as levers and clocks change it: float64[draw, month].

    Rules are applied in the order of their rows. With s, the share of the month that a row covers times its chance (or
    whether it fires): multiply gives x (1 + s (size − 1)), add gives x + s size, set gives x + s (size − x).

    A stock (money or forces of a side) is different: what comes back is only what is added in each month, the base left
    out. A size S is spread evenly over the lever's duration, or comes at once, in the month in which it begins to work.

    Args:
        acts: levers and clocks.
        drawn: their numbers.
        stretches: when each works.
        path: dotted path of the number.
        base: float64[draw] or float64[draw, month], the number without levers.
        months: number of months.
        fired: bool[draw, row], which stretches are used; where left out each counts with its chance.
    """
    rows = stretches.rows_of(acts.touching(path))
    weight = stretches.chance[:, rows] if fired is None else fired[:, rows] & (stretches.chance[:, rows] > 0.0)
    found = np.zeros((drawn.draws, months))
    if is_stock(path):
        for n, row in enumerate(rows):
            rule = int(stretches.rule[row])
            shares = _instalments(stretches, int(row), drawn.duration[:, rule], months)
            found += shares * (weight[:, n] * drawn.size[:, rule])[:, np.newaxis]
        return found
    found += base if base.ndim == 2 else base[:, np.newaxis]
    for n, row in enumerate(rows):
        rule = int(stretches.rule[row])
        share = _covered(stretches.begin[:, row], stretches.end[:, row], months) * weight[:, n, np.newaxis]
        size = drawn.size[:, rule, np.newaxis]
        match acts.rules[rule].op:
            case "multiply":
                found = found * (1.0 + share * (size - 1.0))
            case "add":
                found = found + share * size
            case "set":
                found = found + share * (size - found)
    return found


def _covered(begin: Floats, end: Floats, months: int) -> Floats:
    """Share of each month within [begin, end): float64[..., month]."""
    month = np.arange(months, dtype=np.float64)
    inside = np.minimum(end[..., np.newaxis], month + 1.0) - np.maximum(begin[..., np.newaxis], month)
    return np.asarray(np.clip(inside, 0.0, 1.0), dtype=np.float64)


def _instalments(stretches: Stretches, row: int, duration: Floats, months: int) -> Floats:
    """Share of a total that is paid in each month: float64[draw, month]."""
    begin, end = stretches.begin[:, row], stretches.end[:, row]
    spread = np.isfinite(duration)
    even = _covered(begin, end, months) / np.where(spread, duration, 1.0)[:, np.newaxis]
    at_once = np.floor(begin)[:, np.newaxis] == np.arange(months)
    return np.where(spread[:, np.newaxis], even, at_once)


def _names(uses: list[tuple[str, int]]) -> Integers:
    owners: dict[int, tuple[str, int]] = {}
    found = []
    for element, n in uses:
        name = int.from_bytes(blake2b(f"{element}#{n}".encode(), digest_size=4).digest(), "little")
        owner = owners.setdefault(name, (element, n))
        if owner != (element, n):
            first, second = sorted((f"{owner[0]}#{owner[1]}", f"{element}#{n}"))
            raise IrenicError([Problem("number.path-collision", {"first": first, "second": second})])
        found.append(name)
    return np.array(found, dtype=np.int64)


def _refuse_unknown(acts: Acts, pulled: Collection[str], without: Collection[str]) -> None:
    free = {lever.id for lever in acts.levers if lever.trigger.on == "own-choice"}
    if unknown := sorted(set(pulled) - free):
        raise ValueError(f"no levers of free choice: {', '.join(unknown)}")
    if unknown := sorted(set(without) - set(acts.elements)):
        raise ValueError(f"no levers or clocks: {', '.join(unknown)}")
