"""Dotted paths lead somewhere."""

from typing import Any

from irenic.dossier.checks.names import Names
from irenic.dossier.near import near
from irenic.dossier.positions import Positions
from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.root import DossierFile
from irenic.dossier.schema.shape import Reference, Way, bare, behind, fields_of, is_model, key_type
from irenic.errors.problem import Problem


def path_problem(reference: Reference, names: Names, positions: Positions) -> Problem | None:
    """What is wrong with a dotted path: it leads nowhere, or not to a number where a number is needed."""
    way = tuple(reference.name.split("."))
    good, hint = follow(way, names, positions)
    if good < len(way):
        if positions.is_removed(way):
            return None  # it pointed somewhere before a change took that away
        known = _steps(way[:good], hint, names, positions)
        params = {"path": reference.name, "part": way[good], "near": near(way[good], known)}
        return positions.problem("dossier.path-unknown", reference.way, params, at_key=reference.is_key)
    if reference.kind == "number" and bare(hint).hint is not Quantity:
        return positions.problem(
            "dossier.path-no-number", reference.way, {"path": reference.name}, at_key=reference.is_key
        )
    return None


def follow(way: Way, names: Names, positions: Positions) -> tuple[int, Any]:
    """How many parts of a dotted path lead on, and the type that is reached.

    A part leads on if it is written, if it is a key that the format knows at the end of the path (a number that is not
    stated), or if it is the cell of a known party and issue (a silent one).
    """
    hint: Any = DossierFile
    for number, part in enumerate(way):
        following = behind(hint, part)
        if following is None or not _leads_on(way, number, hint, names, positions):
            return number, hint
        hint = following
    return len(way), hint


def _leads_on(way: Way, number: int, hint: Any, names: Names, positions: Positions) -> bool:
    if positions.exists(way[: number + 1]):
        return True
    free = key_type(hint, way[number])
    if way[0] == "positions" and number <= 2:
        return free is not None and free.refers is not None and names.has(free.refers, way[number])
    if number + 1 < len(way) or not positions.exists(way[:number]):
        return False
    return is_model(bare(hint).hint) if free is None else _known_key(free.refers, way[number], names)


def _known_key(kind: Any, name: str, names: Names) -> bool:
    return kind in {"party", "actor", "side"} and names.has(kind, name)


def _steps(way: Way, hint: Any, names: Names, positions: Positions) -> tuple[str, ...]:
    """What could come next on the way."""
    written = positions.keys(*way) or ()
    plain = bare(hint).hint
    if way == ("positions",):
        return names.of("party")
    if len(way) == 2 and way[0] == "positions":
        return names.of("issue")
    return (*written, *(f for f in fields_of(plain) if f not in written)) if is_model(plain) else written
