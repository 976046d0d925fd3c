"""Levers and triggers say all that they need."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from irenic.dossier.elements import walk
from irenic.dossier.lever_changes import waits_of
from irenic.dossier.positions import Positions
from irenic.dossier.schema.acts import TriggerRule
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import Problem

NEEDED: Final[Mapping[str, str]] = {
    "date": "date",
    "body-decides": "body",
    "clock": "clock",
    "lever-ends": "lever",
    "option-chosen": "package",
}
"""Event → what a trigger on it must name."""


def check_levers(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """What changes a number says which, how and by how much."""
    for name, lever in dossier.file.levers.items():
        parts = {"path": lever.path, "op": lever.op, "size": lever.size}
        missing = [key for key, value in parts.items() if value is None]
        # A lever whose effect is only declared may still say its size.
        if (lever.path or lever.op) and missing:
            params = {"lever": name, "keys": ", ".join(missing)}
            yield positions.problem("dossier.lever-incomplete", ("levers", name), params, at_key=True)


def check_triggers(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A trigger names what its event is about."""
    for way, element in walk(dossier.file):
        if isinstance(element, TriggerRule):
            key = NEEDED.get(element.on)
            if key and not _given(element, key):
                yield positions.problem(
                    "dossier.trigger-incomplete", way, {"event": element.on, "key": key}, at_key=True
                )


ENDLESS: Final = ("always", "own-choice", "yearly")
"""Events that end nothing: what is always so, what nobody is bound to do, and what has an end of its own."""


def check_ends(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """What ends a lever can end it, what a clock counts from comes about, and a yearly act has a clock that ends it."""
    clocks = dossier.file.clocks
    for name, lever in dossier.file.levers.items():
        if lever.end is not None and lever.end.on in ENDLESS:
            yield positions.problem("dossier.end-impossible", ("levers", name, "end"), {"event": lever.end.on})
        elif lever.trigger.on == "yearly" and (lever.end is None or lever.end.on != "clock"):
            yield positions.problem("dossier.yearly-without-clock", ("levers", name, "trigger"), {"lever": name})
    for name, clock in clocks.items():
        if clock.after is not None and clock.after.on in ENDLESS[1:]:
            yield positions.problem("dossier.end-impossible", ("clocks", name, "after"), {"event": clock.after.on})
    for way, element in walk(dossier.file):
        if isinstance(element, TriggerRule) and element.on == "clock" and element.clock in clocks:
            clock = clocks[element.clock]
            if clock.date is None and clock.every is None and clock.after is None:
                yield positions.problem("dossier.clock-never-strikes", way, {"clock": element.clock})


def check_circles(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """When a lever works, or a clock strikes, does not depend on itself."""
    waits = waits_of(dossier.file)
    for element, ways in waits.items():
        for way, awaited in ways:
            if element in _reached(awaited, waits):
                yield positions.problem("dossier.lever-circle", way, {"element": element})
                break


def _reached(start: str, waits: Mapping[str, list[tuple[Way, str]]]) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        element = ahead.pop()
        if element not in found:
            found.add(element)
            ahead.extend(awaited for _, awaited in waits.get(element, ()))
    return found


def _given(element: BaseModel, key: str) -> Any:
    return getattr(element, key)
