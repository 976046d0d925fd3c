"""Levers, triggers and bodies say all that they need."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from irenic.dossier.checks.names import Names
from irenic.dossier.elements import walk
from irenic.dossier.positions import Positions
from irenic.dossier.schema.acts import Body, TriggerRule
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


def _given(element: BaseModel, key: str) -> Any:
    return getattr(element, key)


def check_bodies(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A leader is named, a referendum has support in polls, and every vote belongs to somebody."""
    names = Names(dossier, positions)
    for name, body in dossier.file.bodies.items():
        way = ("bodies", name)
        if body.rule == "leader" and body.person is None:
            yield positions.problem("dossier.leader-missing", (*way, "rule"), {"body": name})
        if body.rule == "referendum" and body.support is None:
            yield positions.problem("dossier.support-missing", (*way, "rule"), {"body": name})
        yield from _vote_problems(body, way, names, positions)


def _vote_problems(body: Body, way: Way, names: Names, positions: Positions) -> Iterator[Problem]:
    for vote_id, vote in body.members.items():
        if vote.party is None and not names.has("actor", vote_id):
            yield positions.problem(
                "dossier.vote-of-nobody", (*way, "members", vote_id), {"vote": vote_id}, at_key=True
            )
