"""Levers and triggers say all that they need."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from irenic.dossier.elements import walk
from irenic.dossier.positions import Positions
from irenic.dossier.schema.acts import TriggerRule
from irenic.dossier.schema.root import Dossier
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


def _given(element: BaseModel, key: str) -> Any:
    return getattr(element, key)
