"""What the models of the format refuse, as problems with a place and a fix."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from irenic.dossier.near import near, shown
from irenic.dossier.positions import Positions
from irenic.dossier.schema.base import LANGUAGE_PATTERN
from irenic.dossier.schema.ids import ID_PATTERN, PATH_PATTERN
from irenic.dossier.schema.knowledge import SHA256_PATTERN
from irenic.dossier.schema.scalars import REFUSED
from irenic.dossier.schema.shape import Way, bare, behind, fields_of, is_model
from irenic.dossier.yaml_tree import Mapping as MappingNode
from irenic.errors.problem import Parameter, Problem

_Told: TypeAlias = tuple[str, dict[str, Parameter]]

_PATTERNS: Final[Mapping[str, str]] = {
    ID_PATTERN: "dossier.id-malformed",
    PATH_PATTERN: "dossier.path-malformed",
    LANGUAGE_PATTERN: "dossier.language-malformed",
    SHA256_PATTERN: "dossier.hash-malformed",
}
_KEY_MARK: Final = "[key]"


def problems_of(
    errors: Sequence[ErrorDetails], model: type[BaseModel], positions: Positions, file: str
) -> list[Problem]:
    """A problem for each error that a file's model found.

    Args:
        errors: what the model raised.
        model: the model of the whole file.
        positions: where things stand.
        file: the file.
    """
    return [_problem(details, model, positions, file) for details in errors]


def ways_of(errors: Sequence[ErrorDetails]) -> list[Way]:
    """Paths of what was refused; the mapping around it where a key is missing."""
    return [_way(details)[:-1] if details["type"] == "missing" else _way(details) for details in errors]


def _way(details: ErrorDetails) -> Way:
    return tuple(str(part) for part in details["loc"] if part != _KEY_MARK)


def _problem(details: ErrorDetails, model: type[BaseModel], positions: Positions, file: str) -> Problem:
    way, kind = _way(details), details["type"]
    at_key = _KEY_MARK in details["loc"] or kind == "extra_forbidden"
    if kind == REFUSED:
        code, params = details["ctx"]["code"], dict(details["ctx"]["params"])
        node = positions.node_in(file, way)
        if isinstance(node, MappingNode) and code.startswith("number.") and "value" in node.entries:
            way = (*way, "value")
    elif kind == "extra_forbidden":
        code, params = _unknown_key(way, model)
    elif kind == "missing":
        code, params = "dossier.key-missing", {"key": way[-1]}
    else:
        code, params = _TELLERS[kind](details)
    return positions.problem(code, way, params, at_key=at_key, file=file)


def _unknown_key(way: Way, model: type[BaseModel]) -> _Told:
    hint: Any = model
    for part in way[:-1]:
        hint = behind(hint, part)
    plain = bare(hint).hint
    known = sorted(fields_of(plain)) if is_model(plain) else []
    return "dossier.key-unknown", {"key": shown(way[-1]), "near": near(way[-1], known)}


def _pattern(details: ErrorDetails) -> _Told:
    return _PATTERNS[details["ctx"]["pattern"]], {"text": shown(details["input"])}


def _word(details: ErrorDetails) -> _Told:
    words = re.findall(r"'([^']*)'", details["ctx"]["expected"])
    given = details["input"]
    if not isinstance(given, str):
        return "dossier.one-value-expected", {}
    return "dossier.word-unknown", {"word": shown(given), "words": ", ".join(words)}


def _simply(code: str) -> Callable[[ErrorDetails], _Told]:
    return lambda details: (code, {})


def _limit(code: str, key: str, beyond: int = 0) -> Callable[[ErrorDetails], _Told]:
    return lambda details: (code, {"limit": details["ctx"][key] - beyond})


_TELLERS: Final[Mapping[str, Callable[[ErrorDetails], _Told]]] = {
    "string_pattern_mismatch": _pattern,
    "literal_error": _word,
    "string_type": _simply("dossier.one-value-expected"),
    "bool_type": _simply("dossier.one-value-expected"),
    "int_type": _simply("dossier.one-value-expected"),
    "float_type": _simply("dossier.one-value-expected"),
    "date_type": _simply("dossier.one-value-expected"),
    "model_type": _simply("dossier.mapping-expected"),
    "dict_type": _simply("dossier.mapping-expected"),
    "tuple_type": _simply("dossier.list-expected"),
    "too_short": _limit("dossier.too-few", "min_length"),
    "too_long": _limit("dossier.too-many", "max_length"),
    "greater_than_equal": _limit("dossier.whole-too-small", "ge"),
    "less_than_equal": _limit("dossier.whole-too-large", "le"),
    "less_than": _limit("dossier.whole-too-large", "lt", beyond=1),
}
"""Type of a pydantic error → how it is told."""
