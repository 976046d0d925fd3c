"""When things come about in a course of events: strikes of clocks, and uses of levers, draw by draw."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

import numpy as np

from irenic.acts.course import Course, sets_off
from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts, ClockAct, LeverAct, month_of
from irenic.dossier.schema.acts import TriggerRule
from irenic.fast.grid import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Occasion:
    """Something that comes about in a month, or may.

    Attributes:
        month: float64[draw]; infinite in draws in which it does not come.
        chance: float64[draw], probability that it comes about at all.
        certain: whether that is 1 in every draw, whatever is drawn.
    """

    month: Floats
    chance: Floats
    certain: bool


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """A stretch of time in which a lever or clock works, if it is used.

    Attributes:
        begin: float64[draw], months; infinite in draws in which there is no such stretch.
        end: float64[draw], months; infinite where it goes on.
        chance: float64[draw], probability that it is used.
        number: which use of the lever or clock it belongs to; one that may be ended has a part before that and a part
            after, and what fires after has fired before.
    """

    begin: Floats
    end: Floats
    chance: Floats
    number: int


@dataclass(slots=True)
class Timeline:
    """What comes about when, in one course of events.

    Attributes:
        acts: levers and clocks.
        drawn: their numbers.
        course: what happens.
        decisions: body → float64[draw], probability of a yes.
        pulled: paths of the levers of free choice that are pulled, from month 0 on.
        without: paths of levers and clocks that are switched off.
    """

    acts: Acts
    drawn: DrawnActs
    course: Course
    decisions: Mapping[str, Floats]
    pulled: Collection[str] = ()
    without: Collection[str] = ()
    _uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)
    _strikes: dict[str, tuple[Occasion, ...]] = field(default_factory=dict)

    def uses(self, element: str) -> tuple[Use, ...]:
        """Stretches in which a lever or clock works, in order of time; at least one, which may be in no draw."""
        if element not in self._uses:
            k = self.acts.elements.index(element)
            at = k - len(self.acts.levers)
            found = self._of_clock(self.acts.clocks[at], at, k) if at >= 0 else self._of_lever(self.acts.levers[k], k)
            off = element in self.without
            self._uses[element] = tuple(_tidy(use, off) for use in found) or (self._never(),)
        return self._uses[element]

    def strikes(self, clock: str) -> tuple[Occasion, ...]:
        """When a clock strikes, in order; also before month 0, from its date on. Never where it is switched off."""
        if clock not in self._strikes:
            k = next(k for k, act in enumerate(self.acts.clocks) if act.id == clock)
            found = self._strikes_of(self.acts.clocks[k], k)
            off = clock in self.without
            self._strikes[clock] = tuple(self._silenced(strike) if off else strike for strike in found)
        return self._strikes[clock]

    def occasions(self, trigger: TriggerRule) -> tuple[Occasion, ...]:
        """When what a trigger waits for comes about, in order.

        Levers of free choice and yearly acts are no matter of a trigger alone: none for these.
        """
        match trigger.on:
            case "own-choice" | "yearly":
                found: tuple[Occasion, ...] = ()
            case "always":
                found = (self._at(0.0),)
            case "date":
                assert trigger.date is not None  # a check sees to it
                found = (self._at(month_of(trigger.date, self.acts.as_of)),)
            case "clock":
                found = self.strikes(f"clocks.{trigger.clock}")
            case "lever-ends":
                found = self._ends_of(f"levers.{trigger.lever}")
            case "body-decides":
                found = self._happening(trigger) or (self._vote(trigger),)
            case _:
                found = self._happening(trigger)
        return found

    def chance_of(self, body: str, month: Floats, decision: str = "yes") -> Floats:
        """Probability that a body that is asked in a month decides so: float64[draw].

        What the course has it decide holds from that month on, until it decides anew.
        """
        yes = self.decisions[body]
        told = (event for event in self.course if event.on == "body-decides" and event.body == body)
        for event in sorted(told, key=lambda event: event.month):
            yes = np.where(np.floor(event.month) <= np.floor(month), float(event.decision == "yes"), yes)
        return yes if decision == "yes" else 1.0 - yes

    @property
    def _ones(self) -> Floats:
        return np.ones(self.drawn.draws)

    def _never(self) -> Use:
        nowhere = np.full(self.drawn.draws, np.inf)
        return Use(nowhere, nowhere, np.zeros(self.drawn.draws), 0)

    def _silenced(self, strike: Occasion) -> Occasion:
        return Occasion(np.full_like(strike.month, np.inf), np.zeros_like(strike.chance), strike.certain)

    def _at(self, month: float) -> Occasion:
        return Occasion(np.full(self.drawn.draws, float(month)), self._ones, certain=True)

    def _happening(self, trigger: TriggerRule) -> tuple[Occasion, ...]:
        months = sorted(event.month for event in self.course if sets_off(event, trigger))
        return tuple(self._at(month) for month in months)

    def _vote(self, trigger: TriggerRule) -> Occasion:
        assert trigger.body is not None  # a check sees to it
        if any(event.on == "body-decides" and event.body == trigger.body for event in self.course):
            return Occasion(np.full(self.drawn.draws, np.inf), self._ones, certain=True)
        now = np.zeros(self.drawn.draws)
        return Occasion(now, self.chance_of(trigger.body, now, trigger.decision), certain=False)

    def _ends_of(self, lever: str) -> tuple[Occasion, ...]:
        return tuple(Occasion(use.end, use.chance, certain=False) for use in self.uses(lever))

    def _strikes_of(self, clock: ClockAct, k: int) -> list[Occasion]:
        """Once, on its day or some months after an event; or at equal distances from then on.

        One that recurs without day or event counts from the dossier's date, or since it runs.
        """
        if clock.after is not None:
            firsts = [
                Occasion(event.month + self.drawn.months[:, k], event.chance, event.certain)
                for event in self.occasions(clock.after)
            ]
        elif clock.date is not None:
            firsts = [self._at(clock.date)]
        else:
            firsts = [] if clock.every is None else [self._at(clock.since or 0)]
        if clock.every is None:
            return firsts
        starts_with_strike = clock.after is not None or clock.date is not None
        later = [
            (first, first.month + n * self.drawn.every[:, k])
            for first in firsts
            for n in range(0 if starts_with_strike else 1, self._most_strikes(clock) + 1)
        ]
        horizon = self.acts.horizon
        found = [
            Occasion(np.where(month < horizon, month, np.inf), first.chance, first.certain) for first, month in later
        ]
        return found if len(firsts) < 2 else _in_order(found)

    def _most_strikes(self, clock: ClockAct) -> int:
        """How many times a clock may strike within the horizon, after the first time.

        Bounded by what can be drawn, not by what was: it is the same for every chunk of draws.
        """
        assert clock.every is not None
        first = clock.date if clock.date is not None else clock.since or 0
        if clock.after is not None:
            first = self.acts.earliest
        return max(ceil((self.acts.horizon - first) / max(clock.every.distribution.least, 1.0)) - 1, 0)

    def _of_clock(self, clock: ClockAct, at: int, k: int) -> list[Use]:
        """A clock presses from the start or since it runs until its day has passed; one that recurs has no last day."""
        credibility = self.drawn.element_credibility[:, k]
        last = np.full(self.drawn.draws, np.inf if clock.date is None or clock.every else float(clock.date))
        if clock.after is not None:
            return [
                Use(event.month + self.drawn.months[:, at], last, event.chance * credibility, n)
                for n, event in enumerate(self.occasions(clock.after))
            ]
        begin = np.full(self.drawn.draws, float(clock.since or 0))
        return [Use(begin, last, credibility, 0)]

    def _of_lever(self, lever: LeverAct, k: int) -> list[Use]:
        if lever.trigger.on == "yearly":
            return self._years(lever, k)
        found: list[Use] = []
        free = np.full(self.drawn.draws, -np.inf)
        for n, occasion in enumerate(self._set_off(lever)):
            # While a lever works, or waits to, its trigger adds nothing.
            start = np.where(occasion.month >= free, occasion.month, np.inf)
            last = start + self.drawn.element_lag[:, k] + self.drawn.element_duration[:, k]
            chance = occasion.chance * self.drawn.element_credibility[:, k]
            for body in lever.bodies:
                chance = chance * self.chance_of(body, start)
            cut = self._cut(lever, Use(start, last, chance, n), self.drawn.element_lag[:, k])
            found.extend(cut)
            free = np.where(np.isfinite(start), np.maximum(cut[-1].end, start), free)
        return found

    def _set_off(self, lever: LeverAct) -> tuple[Occasion, ...]:
        if lever.trigger.on == "own-choice":
            return (self._at(0.0),) if lever.id in self.pulled else ()
        return self.occasions(lever.trigger)

    def _cut(self, lever: LeverAct, use: Use, lag: Floats) -> list[Use]:
        """A use that would begin after the lag, cut by what ends it: sure ends first, then those that may come."""
        last, doubtful = use.end, list[Occasion]()
        for event in (*self._ended_from_outside(lever), *(self.occasions(lever.end) if lever.end else ())):
            month = np.where(_ends(event.month, use.begin, lever), event.month, np.inf)
            sure = event.chance >= 1.0
            last = np.minimum(last, np.where(sure, month, np.inf))
            if not event.certain:
                doubtful.append(Occasion(np.where(sure, np.inf, month), event.chance, certain=False))
        begin, chance, found = use.begin + lag, use.chance, []
        # In the order of each draw: what does not come in it stands last, and hides nothing that does.
        for event in _in_order(doubtful) if doubtful else ():
            here = np.clip(event.month, np.minimum(begin, last), last)
            found.append(Use(begin, here, chance, use.number))
            begin, chance = np.maximum(begin, here), chance * (1.0 - event.chance)
        return [*found, Use(begin, last, chance, use.number)]

    def _ended_from_outside(self, lever: LeverAct) -> tuple[Occasion, ...]:
        ends = (event for event in self.course if event.on == "lever-ends" and f"levers.{event.lever}" == lever.id)
        return tuple(self._at(event.month) for event in ends)

    def _years(self, lever: LeverAct, k: int) -> list[Use]:
        """What is in force runs to the first strike of its clock; from then on it must be decided anew each time."""
        assert lever.end is not None  # a check sees to it
        lag, duration = self.drawn.element_lag[:, k], self.drawn.element_duration[:, k]
        credibility = self.drawn.element_credibility[:, k]
        nothing = np.zeros(self.drawn.draws)
        strikes = np.sort(
            [np.where(event.month < 0.0, np.inf, event.month) for event in self.occasions(lever.end)], axis=0
        )
        found = []
        for n, (start, following) in enumerate(pairwise([nothing, *strikes, nothing + np.inf])):
            last = np.minimum(start + lag + duration, following)
            for event in self._ended_from_outside(lever):
                last = np.minimum(last, np.where(_ends(event.month, start, lever), event.month, np.inf))
            chance = credibility if n == 0 else credibility * self._renewed(lever, start)
            found.append(Use(start + lag, last, chance, n))
        return found

    def _renewed(self, lever: LeverAct, month: Floats) -> Floats:
        """Probability that a yearly act is decided anew, by the body that its trigger names and all others."""
        chance, trigger = self._ones, lever.trigger
        if trigger.body:
            chance = self.chance_of(trigger.body, month, trigger.decision)
        for body in lever.bodies:
            chance = chance * self.chance_of(body, month)
        return chance


def _in_order(occasions: list[Occasion]) -> list[Occasion]:
    """The same occasions by month, in every draw."""
    months, chances = (np.stack([getattr(event, part) for event in occasions]) for part in ("month", "chance"))
    order = np.argsort(months, axis=0, kind="stable")
    months, chances = np.take_along_axis(months, order, axis=0), np.take_along_axis(chances, order, axis=0)
    certain = all(event.certain for event in occasions)
    return [Occasion(month, chance, certain) for month, chance in zip(months, chances, strict=True)]


def _ends(month: Floats, start: Floats, lever: LeverAct) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Whether an end comes in the month of the start or later; what both starts and ends a lever ends it next time."""
    if lever.end == lever.trigger:
        return np.asarray(month > start)
    return np.asarray(np.floor(month) >= np.floor(start))


def _tidy(use: Use, off: bool) -> Use:
    """Draws in which the use has no time in it, or is switched off, hold no use."""
    none = (use.begin >= use.end) | off
    return Use(
        np.where(none, np.inf, use.begin), np.where(none, np.inf, use.end), np.where(none, 0.0, use.chance), use.number
    )
