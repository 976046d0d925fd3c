"""What levers and clocks change, and what they wait for: one list for checks, ties, traces, model and acts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from irenic.dossier.schema.acts import Lever, Operation, TriggerRule
from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.root import DossierFile
from irenic.dossier.schema.shape import Way

DEAL_EVENTS: Final = ("deal-signed", "option-chosen")
"""Events that a deal brings about."""


@dataclass(frozen=True, slots=True)
class Change:
    """A number that a lever, a further effect of one, or a clock changes.

    Attributes:
        id: its path: that of the lever, of the lever's effect, or of the clock.
        element: path of the lever or clock.
        path: dotted path of the number that is changed.
        op: multiply, add or set.
        size: by how much.
        size_path: dotted path of the size.
    """

    id: str
    element: str
    path: str
    op: Operation
    size: Quantity
    size_path: str


def lever_changes(name: str, lever: Lever) -> Iterator[Change]:
    """The lever's own change, if it has one, then its further effects in dossier order."""
    element = f"levers.{name}"
    if lever.path is not None and lever.op is not None and lever.size is not None:
        yield Change(element, element, lever.path, lever.op, lever.size, f"{element}.size")
    for key, effect in lever.effects.items():
        own = f"{element}.effects.{key}"
        yield Change(own, element, effect.path, effect.op, effect.size, f"{own}.size")


def changes_of(file: DossierFile) -> Iterator[Change]:
    """Every change by a lever, then every change by a clock, in dossier order."""
    for name, lever in file.levers.items():
        yield from lever_changes(name, lever)
    for name, clock in file.clocks.items():
        if clock.effect is not None:
            element = f"clocks.{name}"
            effect = clock.effect
            yield Change(element, element, effect.path, effect.op, effect.size, f"{element}.effect.size")


def deal_changes(file: DossierFile) -> Iterator[tuple[Lever, Change, str, str, str | None]]:
    """Changes of a party's weight or value that a deal sets off: (lever, change, party, issue, option or None)."""
    for name, lever in file.levers.items():
        if lever.trigger.on in DEAL_EVENTS:
            for change in lever_changes(name, lever):
                match change.path.split("."):
                    case ["positions", party, issue, "weight"]:
                        yield lever, change, party, issue, None
                    case ["positions", party, issue, "values", option]:
                        yield lever, change, party, issue, option


def waits_of(file: DossierFile) -> dict[str, list[tuple[Way, str]]]:
    """Path of a lever or clock → the levers and clocks that it waits for, and where that is written."""
    found: dict[str, list[tuple[Way, str]]] = {}
    for name, lever in file.levers.items():
        found[f"levers.{name}"] = [
            *_waited_for(("levers", name, "trigger"), lever.trigger),
            *_waited_for(("levers", name, "end"), lever.end),
        ]
    for name, clock in file.clocks.items():
        found[f"clocks.{name}"] = list(_waited_for(("clocks", name, "after"), clock.after))
    return found


def _waited_for(way: Way, trigger: TriggerRule | None) -> Iterator[tuple[Way, str]]:
    if trigger is not None and trigger.on == "clock":
        yield way, f"clocks.{trigger.clock}"
    if trigger is not None and trigger.on == "lever-ends":
        yield way, f"levers.{trigger.lever}"
