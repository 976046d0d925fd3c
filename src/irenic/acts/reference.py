"""Levers and clocks in plain loops, one draw and one month at a time: slow, the measure of stretches and of changes."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import floor, inf
from typing import TypeAlias

from irenic.acts.course import Course, sets_off
from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import STOCKS, Acts, ClockAct, LeverAct, month_of
from irenic.dossier.schema.acts import TriggerRule

Chance: TypeAlias = tuple[float, float]
"""A month, and the probability that something comes about in it."""
Stretch: TypeAlias = tuple[float, float, float]
"""Begin, end, probability that it is used."""


@dataclass(frozen=True, slots=True)
class OneDraw:
    """One draw of levers and clocks in one course of events.

    Attributes:
        acts: levers and clocks.
        drawn: their numbers.
        draw: which of the draws is looked at.
        course: what happens.
        decisions: body → probability of a yes.
        pulled: paths of levers of free choice that are pulled.
        without: paths of what is switched off.
    """

    acts: Acts
    drawn: DrawnActs
    draw: int
    course: Course
    decisions: Mapping[str, float]
    pulled: Collection[str] = ()
    without: Collection[str] = ()

    def stretches(self, element: str) -> list[Stretch]:
        """When a lever or clock works: stretches that are not empty, in order of time."""
        if element in self.without:
            return []
        lever = next((act for act in self.acts.levers if act.id == element), None)
        if lever is None:
            clock = next(act for act in self.acts.clocks if act.id == element)
            found = list(self._pressure(clock))
        elif lever.trigger.on == "yearly":
            found = list(self._years(lever))
        else:
            found = list(self._uses(lever))
        return [(begin, end, chance) for begin, end, chance in found if begin < end]

    def changed(self, path: str, base: float, months: int) -> list[float]:
        """A number month by month; of a stock what is added in each month."""
        is_stock = path.startswith("theatre.sides.") and path.rsplit(".", maxsplit=1)[-1] in STOCKS
        found = []
        for month in range(months):
            x = 0.0 if is_stock else base
            for k, rule in enumerate(self.acts.rules):
                if rule.path == path:
                    x = self._month(k, month, x, is_stock)
            found.append(x)
        return found

    def _month(self, k: int, month: int, x: float, is_stock: bool) -> float:
        rule, size, duration = self.acts.rules[k], self.drawn.size[self.draw, k], self.drawn.duration[self.draw, k]
        for begin, end, chance in self.stretches(rule.element):
            share = max(0.0, min(end, month + 1) - max(begin, month))
            if is_stock and duration == inf:
                x += chance * size * (floor(begin) == month)
            elif is_stock:
                x += chance * size * share / duration
            elif rule.op == "multiply":
                x *= 1 + share * chance * (size - 1)
            elif rule.op == "add":
                x += share * chance * size
            else:
                x += share * chance * (size - x)
        return float(x)

    def _number(self, of: str, element: str) -> float:
        return float(getattr(self.drawn, f"element_{of}")[self.draw, self.acts.elements.index(element)])

    def _pressure(self, clock: ClockAct) -> Iterator[Stretch]:
        last = inf if clock.date is None or clock.every is not None else clock.date
        credibility = self._number("credibility", clock.id)
        if clock.after is None:
            yield clock.since or 0, last, credibility
            return
        for month, chance in self._events(clock.after):
            yield month + self._months(clock), last, chance * credibility

    def _months(self, clock: ClockAct) -> float:
        return float(self.drawn.months[self.draw, self.acts.clocks.index(clock)])

    def _years(self, lever: LeverAct) -> Iterator[Stretch]:
        assert lever.end is not None
        strikes = sorted(month for month, _ in self._events(lever.end) if month >= 0)
        credibility = self._number("credibility", lever.id)
        for n, (start, following) in enumerate(zip([0.0, *strikes], [*strikes, inf], strict=True)):
            chance = credibility
            if n > 0:
                chance *= self._decided(lever.trigger, start) if lever.trigger.body else 1.0
                for body in lever.bodies:
                    chance *= self._yes(body, start)
            begin = start + self._number("lag", lever.id)
            ends = [month for month, _ in self._stops(lever) if floor(month) >= floor(start)]
            yield begin, min([begin + self._number("duration", lever.id), following, *ends]), chance

    def _uses(self, lever: LeverAct) -> Iterator[Stretch]:
        if lever.trigger.on == "own-choice":
            starts = [(0.0, 1.0)] if lever.id in self.pulled else []
        else:
            starts = self._events(lever.trigger)
        free = -inf
        for start, chance in starts:
            if start < free or start == inf:
                continue
            found = list(self._one_use(lever, start, chance))
            free = max(start, found[-1][1])
            yield from found

    def _one_use(self, lever: LeverAct, start: float, chance: float) -> Iterator[Stretch]:
        chance *= self._number("credibility", lever.id)
        for body in lever.bodies:
            chance *= self._yes(body, start)
        begin = start + self._number("lag", lever.id)
        last = begin + self._number("duration", lever.id)
        ends = self._stops(lever) + (self._events(lever.end) if lever.end else [])
        ends = [(month, p) for month, p in ends if self._may_end(lever, start, month)]
        # What surely ends it does so at once; what may end it leaves it at work with the rest of its chance.
        last = min([last, *(month for month, p in ends if p == 1.0)])
        for month, p in sorted(ends):
            if month <= last and p < 1.0:
                yield begin, max(begin, month), chance
                begin, chance = max(begin, month), chance * (1.0 - p)
        yield begin, last, chance

    def _may_end(self, lever: LeverAct, start: float, month: float) -> bool:
        if month == inf:
            return False
        return month > start if lever.end == lever.trigger else floor(month) >= floor(start)

    def _stops(self, lever: LeverAct) -> list[Chance]:
        """What the course says of its end."""
        return [
            (event.month, 1.0)
            for event in self.course
            if (event.on, f"levers.{event.lever}") == ("lever-ends", lever.id)
        ]

    def _decided(self, trigger: TriggerRule, month: float) -> float:
        assert trigger.body is not None
        yes = self._yes(trigger.body, month)
        return yes if trigger.decision == "yes" else 1.0 - yes

    def _yes(self, body: str, month: float) -> float:
        """The last that the course has the body decide by the end of the month, else its chance."""
        yes = self.decisions[body]
        for event in sorted(self.course, key=lambda event: event.month):
            if event.on == "body-decides" and event.body == body and floor(event.month) <= floor(month):
                yes = float(event.decision == "yes")
        return yes

    def _events(self, trigger: TriggerRule) -> list[Chance]:
        """When a trigger's event comes, in order, and with which probability."""
        if trigger.on == "always":
            return [(0.0, 1.0)]
        if trigger.on == "date":
            assert trigger.date is not None
            return [(float(month_of(trigger.date, self.acts.as_of)), 1.0)]
        if trigger.on == "clock":
            return self._strikes(next(clock for clock in self.acts.clocks if clock.id == f"clocks.{trigger.clock}"))
        if trigger.on == "lever-ends":
            return [(end, chance) for _, end, chance in self.stretches(f"levers.{trigger.lever}") if end < inf]
        happening = sorted((event.month, 1.0) for event in self.course if sets_off(event, trigger))
        decided = any(event.on == "body-decides" and event.body == trigger.body for event in self.course)
        if trigger.on == "body-decides" and not decided:
            return [(0.0, self._decided(trigger, 0.0))]
        return happening

    def _strikes(self, clock: ClockAct) -> list[Chance]:
        if clock.id in self.without:
            return []
        if clock.after is not None:
            firsts = [(month + self._months(clock), chance) for month, chance in self._events(clock.after)]
        elif clock.date is not None:
            firsts = [(float(clock.date), 1.0)]
        else:
            firsts = [(float(clock.since or 0), 1.0)]
        if clock.every is None:
            return firsts
        step = float(self.drawn.every[self.draw, self.acts.clocks.index(clock)])
        found = []
        for month, chance in firsts:
            n = 0 if clock.after is not None or clock.date is not None else 1
            while month + n * step < self.acts.horizon:
                found.append((month + n * step, chance))
                n += 1
        return sorted(found, key=lambda strike: strike[0])
