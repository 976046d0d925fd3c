"""Courses of the war that are told side by side: as written, without a lever that feeds a side, with one pulled."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from irenic.acts.course import Course, no_deal_course
from irenic.acts.rules import Acts, Rule
from irenic.acts.stretches import Stretches, stretches
from irenic.war.drawing import DrawnWar
from irenic.war.path_tables import quantities_of
from irenic.war.theatre import Theatre

AS_WRITTEN: Final = "as-written"
NO_NEW_MONEY_OR_AID: Final = "no-new-money-or-aid"

FEEDING: Final = ("aid", "money", "revenue", "grants")
"""Numbers of a side that feed its war."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A course of events: what is switched off or pulled in it.

    Attributes:
        id: `as-written`, `without:<lever>`, `no-new-money-or-aid`, `pulled:<lever>`, or another that is asked for.
        without: paths of levers and clocks that are switched off.
        pulled: paths of levers of free choice that are pulled.
        events: what happens besides.
    """

    id: str
    without: tuple[str, ...] = ()
    pulled: tuple[str, ...] = ()
    events: Course = ()

    @property
    def changes(self) -> tuple[str, ...]:
        """Ids of the levers that are switched off or pulled, without `levers.`."""
        return tuple(element.partition(".")[2] for element in self.without + self.pulled)


def scenarios(theatre: Theatre, acts: Acts, working: Collection[str]) -> tuple[Variant, ...]:
    """The courses that are told, in dossier order.

    Levers that feed a side (`FEEDING`) are switched off one by one, if they work at all without a deal; then all at
    once that bring it more; levers of free choice on the theatre are pulled one by one.

    Args:
        theatre: the war.
        acts: levers and clocks.
        working: paths of those that work without a deal.
    """
    feeding = [lever for lever in _levers(acts, _feeding(theatre)) if lever in working]
    without = _medians(theatre)
    bringing = tuple(lever for lever in feeding if any(_brings(rule, without) for rule in _rules(acts, lever)))
    free = {lever.id for lever in acts.levers if lever.trigger.on == "own-choice"}
    of_war = frozenset(quantities_of(theatre))
    return (
        Variant(AS_WRITTEN),
        *(Variant(f"without:{_name(lever)}", without=(lever,)) for lever in feeding),
        *((Variant(NO_NEW_MONEY_OR_AID, without=bringing),) if bringing else ()),
        *(Variant(f"pulled:{_name(lever)}", pulled=(lever,)) for lever in _levers(acts, of_war) if lever in free),
    )


def course_of(acts: Acts, drawn: DrawnWar, variant: Variant) -> Stretches:
    """When levers and clocks work in a variant, where talks fail without anybody's refusal."""
    course = (*no_deal_course(), *variant.events)
    return stretches(acts, drawn.acts, course, drawn.decisions, variant.pulled, variant.without)


def _feeding(theatre: Theatre) -> frozenset[str]:
    return frozenset(f"theatre.sides.{side}.{name}" for side in theatre.sides for name in FEEDING)


def _levers(acts: Acts, paths: frozenset[str]) -> list[str]:
    """Levers that change one of these numbers, in dossier order."""
    touching = {rule.element for rule in acts.rules if rule.path in paths}
    return [lever.id for lever in acts.levers if lever.id in touching]


def _rules(acts: Acts, element: str) -> list[Rule]:
    return [rule for rule in acts.rules if rule.element == element]


def _medians(theatre: Theatre) -> dict[str, float]:
    """What feeds each side a month without levers, by path; what is not stated is left out."""
    feeds = (*theatre.feeds.aid, *theatre.feeds.revenue, *theatre.feeds.grants)
    return {feed.path: feed.distribution.median for feed in feeds}


def _brings(rule: Rule, without: Mapping[str, float]) -> bool:
    """Whether it raises what it changes, all at its median: what it sets counts against what there is without it."""
    least = {"multiply": 1.0, "add": 0.0, "set": without.get(rule.path, 0.0)}[rule.op]
    return rule.path.rpartition(".")[2] in FEEDING and rule.size.distribution.median > least


def _name(element: str) -> str:
    return element.partition(".")[2]
