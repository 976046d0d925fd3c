"""A dossier's levers and clocks compiled to rules: which number each changes, how, by how much and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

from irenic.dossier.lever_changes import Change, changes_of
from irenic.dossier.schema.acts import Clock, Lever, Operation, TriggerRule
from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.model.structure import Feed

STOCKS: Final = ("money", "forces")
"""Quantities of a side that a lever adds to once, not month after month: `theatre.sides.*.money`, `….forces`."""

MONTHS_OF: Final = {"week": 12.0 / 52.0, "month": 1.0, "quarter": 3.0}
"""Months in a period of the dossier's clock."""


@dataclass(frozen=True, slots=True)
class LeverAct:
    """A lever as it stands, whether or not it changes a number.

    Attributes:
        id: `levers.<id>`.
        holders: who can pull it.
        trigger: what sets it off.
        end: what ends or defers it.
        lag: months until it works.
        duration: months for which it works.
        credibility: probability that it is used when its trigger comes.
        bodies: bodies whose yes it needs besides what its trigger says; none where it is in force.
        bearers: who bears its cost.
    """

    id: str
    holders: tuple[str, ...]
    trigger: TriggerRule
    end: TriggerRule | None
    lag: Feed | None
    duration: Feed | None
    credibility: Feed | None
    bodies: tuple[str, ...]
    bearers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockAct:
    """A clock. Months are those of its dates, counted from the dossier's.

    Attributes:
        id: `clocks.<id>`.
        holders: whom it presses.
        date: month in which it first strikes.
        since: month since which it runs.
        every: months between two strikes.
        after: the event from which it counts.
        months: months after that event.
        credibility: probability that it presses at all.
    """

    id: str
    holders: tuple[str, ...]
    date: int | None
    since: int | None
    every: Feed | None
    after: TriggerRule | None
    months: Feed | None
    credibility: Feed | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One number that a lever, one of its further effects, or a clock changes.

    Attributes:
        id: `levers.<id>`, `levers.<id>.effects.<id>` or `clocks.<id>`.
        element: `levers.<id>` or `clocks.<id>`.
        holders: who can pull the lever, or whom the clock presses.
        path: dotted path of the number.
        op: multiply, add or set.
        size: by how much.
        lag: months until it works; none for clocks.
        duration: months for which it works; none for clocks.
        credibility: probability that it is used when its time comes.
        trigger: what sets it off; None for clocks.
        end: what ends it; None for clocks.
    """

    id: str
    element: str
    holders: tuple[str, ...]
    path: str
    op: Operation
    size: Feed
    lag: Feed | None
    duration: Feed | None
    credibility: Feed | None
    trigger: TriggerRule | None
    end: TriggerRule | None

    @property
    def stock(self) -> bool:
        """Whether it adds to a stock: its size is a total, spread over its duration."""
        return is_stock(self.path)


@dataclass(frozen=True, slots=True)
class Acts:
    """Levers and clocks of a dossier.

    Attributes:
        rules: in dossier order: levers, each before its further effects, then clocks.
        levers: every lever, also one whose effect is only declared.
        clocks: every clock, also one without effect.
        as_of: the day on which month 0 begins.
        horizon: number of months looked at.
    """

    rules: tuple[Rule, ...]
    levers: tuple[LeverAct, ...]
    clocks: tuple[ClockAct, ...]
    as_of: date
    horizon: int

    @property
    def elements(self) -> tuple[str, ...]:
        """Paths of all levers, then of all clocks."""
        return tuple(lever.id for lever in self.levers) + tuple(clock.id for clock in self.clocks)

    @property
    def paths(self) -> frozenset[str]:
        """Every number that some rule changes."""
        return frozenset(rule.path for rule in self.rules)

    @property
    def earliest(self) -> int:
        """Month before which nothing of all this comes about: that of the earliest date, or 0."""
        triggers = (
            *(trigger for lever in self.levers for trigger in (lever.trigger, lever.end)),
            *(clock.after for clock in self.clocks),
        )
        dates = [month_of(trigger.date, self.as_of) for trigger in triggers if trigger and trigger.date]
        return min((0, *dates, *(month for clock in self.clocks for month in (clock.date, clock.since) if month)))

    def touching(self, path: str) -> tuple[int, ...]:
        """Positions of the rules that change a number."""
        return tuple(k for k, rule in enumerate(self.rules) if rule.path == path)


def is_stock(path: str) -> bool:
    """Whether a path is that of a stock of a side."""
    match path.split("."):
        case ["theatre", "sides", _, quantity]:
            return quantity in STOCKS
    return False


def month_of(day: date, as_of: date) -> int:
    """The month in which a day lies: whole calendar months since the dossier's date, below 0 for earlier days."""
    return 12 * (day.year - as_of.year) + day.month - as_of.month - (day.day < as_of.day)


def compile_acts(dossier: Dossier) -> Acts:
    """Compile the levers and clocks of a dossier that the loader accepted."""
    file = dossier.file
    levers = tuple(
        _lever(f"levers.{name}", k, lever, tuple(_other_bodies(file, name, lever)))
        for k, (name, lever) in enumerate(file.levers.items())
    )
    clocks = tuple(
        _clock(f"clocks.{name}", k, clock, file.as_of) for k, (name, clock) in enumerate(file.clocks.items())
    )
    of: dict[str, LeverAct | ClockAct] = {lever.id: lever for lever in levers}
    of |= {clock.id: clock for clock in clocks}
    rules = tuple(_rule(k, change, of[change.element]) for k, change in enumerate(changes_of(file)))
    return Acts(rules, levers, clocks, file.as_of, months_ahead(file))


def months_ahead(file: DossierFile) -> int:
    """Whole months that the dossier's clock looks ahead."""
    return ceil(file.clock.horizon * MONTHS_OF[file.clock.period])


def _feed(path: str, quantity: Quantity | None, at: int) -> Feed | None:
    return None if quantity is None else Feed(path, quantity.value, (at,))


def _other_bodies(file: DossierFile, name: str, lever: Lever) -> Iterator[str]:
    """Bodies whose yes the lever needs, but for the one that its trigger names; what is in force has had it."""
    if lever.trigger.on == "always":
        return
    for body_id, body in file.bodies.items():
        if name in body.decides.levers and body_id != lever.trigger.body:
            yield body_id


def _lever(path: str, at: int, lever: Lever, bodies: tuple[str, ...]) -> LeverAct:
    return LeverAct(
        id=path,
        holders=lever.holder,
        trigger=lever.trigger,
        end=lever.end,
        lag=_feed(f"{path}.lag", lever.lag, at),
        duration=_feed(f"{path}.duration", lever.duration, at),
        credibility=_feed(f"{path}.credibility", lever.credibility, at),
        bodies=bodies,
        bearers=tuple(lever.cost),
    )


def _clock(path: str, at: int, clock: Clock, as_of: date) -> ClockAct:
    return ClockAct(
        id=path,
        holders=clock.who,
        date=None if clock.date is None else month_of(clock.date, as_of),
        since=None if clock.since is None else month_of(clock.since, as_of),
        every=_feed(f"{path}.every", clock.every, at),
        after=clock.after,
        months=_feed(f"{path}.months", clock.months, at),
        credibility=_feed(f"{path}.credibility", clock.credibility, at),
    )


def _rule(at: int, change: Change, act: LeverAct | ClockAct) -> Rule:
    lever = act if isinstance(act, LeverAct) else None
    return Rule(
        id=change.id,
        element=change.element,
        holders=act.holders,
        path=change.path,
        op=change.op,
        size=Feed(change.size_path, change.size.value, (at,)),
        lag=lever.lag if lever else None,
        duration=lever.duration if lever else None,
        credibility=act.credibility,
        trigger=lever.trigger if lever else None,
        end=lever.end if lever else None,
    )
