"""What levers and clocks change is stated, and can be changed as they say."""

from collections.abc import Iterator
from typing import Final

from irenic.dossier.checks.names import Names
from irenic.dossier.checks.paths import follow
from irenic.dossier.lever_changes import Change, changes_of
from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import Parameter, Problem

STOCKS: Final = ("money", "forces")
"""Quantities of a side that are added to."""
FROM_NOTHING: Final = ("aid", "aid_lag", "revenue", "grants", "points_cost")
"""Quantities of a side that are nothing where they are not stated, so that something may be added."""
FROM_ONE: Final = (
    ("theatre", "sides", "*", "materiel"),
    ("theatre", "battle", "effectiveness", "*"),
    ("theatre", "battle", "initiative", "*"),
    ("theatre", "battle", "b0"),
    ("theatre", "battle", "b1"),
    ("theatre", "attrition", "p"),
    ("theatre", "attrition", "q"),
)
"""Numbers that have a value where they are not stated."""

_NAMING_OP: Final = ("dossier.lever-on-stock", "dossier.lever-on-unstated")
"""Problems that say how the number would be changed."""


def check_changes(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A lever or clock changes a number that is stated, or has a value all the same; stocks are only added to."""
    names = Names(dossier, positions)
    for change in changes_of(dossier.file):
        way = tuple(change.path.split("."))
        removed = positions.is_removed(way)
        if removed and not _is_silent(way, dossier):
            continue  # what a variant takes away leaves nothing to change
        if not removed and follow(way, names, positions)[0] < len(way):
            continue  # the check of references tells it
        code = _fault(change, way, dossier, positions)
        if code:
            params: dict[str, Parameter] = {"element": change.id, "path": change.path}
            with_op = params | {"op": change.op}
            yield positions.problem(code, _written_at(change), with_op if code in _NAMING_OP else params)


def _fault(change: Change, way: Way, dossier: Dossier, positions: Positions) -> str | None:
    if way[0] in ("levers", "clocks"):
        return "dossier.lever-on-lever"
    if way[0] == "positions" and _is_silent(way, dossier):
        return "dossier.lever-on-silence"
    if way[:2] == ("theatre", "sides") and way[-1] in STOCKS and change.op != "add":
        return "dossier.lever-on-stock"
    if positions.exists(way) or _has_value(way) or (change.op == "set" and way[0] != "positions"):
        return None
    if change.op == "add" and way[:2] == ("theatre", "sides") and way[-1] in FROM_NOTHING:
        return None
    return "dossier.lever-on-unstated"


def _is_silent(way: Way, dossier: Dossier) -> bool:
    """Whether the path is that of a weight or value in a cell that states neither."""
    if len(way) < 4 or way[3] not in ("weight", "values") or way[2] not in dossier.file.issues:
        return False
    held = dossier.file.positions.get(way[1])
    cell = held.cells.get(way[2]) if held else None
    return cell is None or not cell.stated


def _has_value(way: Way) -> bool:
    return any(
        len(pattern) == len(way) and all(a in {"*", b} for a, b in zip(pattern, way, strict=True))
        for pattern in FROM_ONE
    )


def _written_at(change: Change) -> Way:
    return (*change.id.split("."), *(("effect",) if change.id.startswith("clocks.") else ()), "path")
