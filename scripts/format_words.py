"""The models of the format in a reader's words: keys, what is written there, what holds without it."""

import ast
import inspect
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from os.path import relpath
from textwrap import dedent
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from irenic.dossier.schema.base import Frozen, In, Quantity, Text
from irenic.dossier.schema.ids import PATH_PATTERN, Refers, as_tuple
from irenic.dossier.schema.knowledge import SHA256_PATTERN

NUMBERS: Final[Mapping[str, str]] = {
    "points": "number from 0 to 100 (points)",
    "probability": "probability, or a word of likelihood",
    "fraction": "number strictly between 0 and 1",
    "positive": "number above 0",
    "amount": "number, 0 or more",
    "any": "any number",
    "correlation": "number from -1 to 1",
}
"""Support → how it is called."""

IDS: Final[Mapping[str, str]] = {
    "actor": "party or member",
    "sender": "party, member or person",
    "holder": "party, member, person, voice or `author`",
    "topic": "issue, channel or dispute",
    "path": "dotted path",
    "number": "dotted path of a number",
}
"""What an id refers to → how it is called, where the word itself would not do."""

PATTERNS: Final[Mapping[str, str]] = {PATH_PATTERN: "dotted path", SHA256_PATTERN: "hash"}
"""Pattern of a text → how it is called; any other is a name."""

SIMPLE: Final[Mapping[Any, str]] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "`true` or `false`",
    date: "date",
    Any: "any value",
}

Home = Mapping[type[Frozen], str]
"""Model → the page that explains it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a mapping.

    Attributes:
        name: the key as written.
        description: what it means.
        default: what holds where it is left out.
        hint: its type, with annotations.
    """

    name: str
    description: str
    default: str
    hint: Any

    @property
    def models(self) -> tuple[type[Frozen], ...]:
        """The models that its type names, in order."""
        return tuple(dict.fromkeys(_models(self.hint)))

    def kind(self, page: str, home: Home) -> str:
        """What is written there, with links from `page` to where parts are explained."""
        return _Words(page, home).of(self.hint)


def title_of(model: type[Frozen]) -> str:
    """Heading of a model: `CombinationRedLine` → Combination red line."""
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__)
    return words[0] + words[1:].lower()


def fields_of(model: type[Frozen]) -> list[Field]:
    """The keys of a model, in order; for a mapping with free keys also those.

    Raises:
        KeyError: a field has no docstring.
    """
    hints = get_type_hints(model, include_extras=True)
    told = _field_docstrings(model)
    found = [_field(info.alias or name, info, told[name], hints[name]) for name, info in model.model_fields.items()]
    if model.model_config.get("extra") == "allow":
        values = get_args(hints["__pydantic_extra__"])[1]
        found.insert(0, Field("ISSUE", "The position on that issue.", "silent", values))
    return found


def models_in(*fields: Field) -> list[type[Frozen]]:
    """All models reached from these keys, nearest first."""
    found: list[type[Frozen]] = []
    waiting = [model for field in fields for model in field.models]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found.append(model)
            waiting += [m for field in fields_of(model) for m in field.models]
    return found


@cache
def _field_docstrings(model: type[Frozen]) -> Mapping[str, str]:
    """Field → the text that stands under it in the source, own fields and inherited ones."""
    told: dict[str, str] = {}
    for parent in reversed([m for m in model.__mro__ if issubclass(m, Frozen)]):
        body = ast.parse(dedent(inspect.getsource(parent))).body[0]
        assert isinstance(body, ast.ClassDef)
        for statement, following in zip(body.body, body.body[1:], strict=False):
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                text = getattr(getattr(following, "value", None), "value", None)
                if isinstance(text, str):
                    told[statement.target.id] = " ".join(text.split())
    return told


def _field(name: str, info: FieldInfo, description: str, hint: Any) -> Field:
    default = info.get_default(call_default_factory=True, validated_data={})
    if default is PydanticUndefined:
        told = "**required**"
    elif isinstance(default, bool | int | float | str):
        told = f"`{str(default).lower() if isinstance(default, bool) else default}`"
    else:
        told = "–"
    return Field(name, description, told, hint)


def _models(hint: Any) -> Iterator[type[Frozen]]:
    if isinstance(hint, type) and not get_origin(hint) and issubclass(hint, Frozen):
        if not issubclass(hint, Quantity):
            yield hint
        return
    for part in get_args(hint):
        yield from _models(part)


@dataclass(frozen=True, slots=True)
class _Words:
    """Types in words, as seen from one page."""

    page: str
    home: Home

    def of(self, hint: Any) -> str:
        if hint == Text:
            return "words"
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._annotated(parts[0], parts[1:])
        if origin in (Union, types.UnionType):
            return " or ".join(self.of(part) for part in parts if part is not type(None))
        if origin is not None:
            return self._composed(origin, parts)
        return self._link(hint) if issubclass(hint, Frozen) else SIMPLE[hint]

    def _annotated(self, plain: Any, marks: tuple[Any, ...]) -> str:
        for mark in marks:
            if isinstance(mark, In):
                return NUMBERS[mark.support.name]
            if isinstance(mark, Refers):
                return IDS.get(mark.kind, mark.kind)
            if getattr(mark, "func", None) is as_tuple:
                one = self.of(get_args(plain)[0])
                return f"{one}; several as a list"
            if get_args(getattr(mark, "json_schema_input_type", None)) and plain in _models(plain):
                return f"{self.of(plain)}, or its `{next(iter(plain.model_fields))}` alone"
        pattern = next((m.pattern for m in marks if getattr(m, "pattern", None)), None)
        return PATTERNS.get(pattern, "name") if pattern else self.of(plain)

    def _composed(self, origin: Any, parts: tuple[Any, ...]) -> str:
        if origin is Literal:
            return " or ".join(f"`{choice}`" for choice in parts)
        if origin is dict:
            return f"{self.of(parts[0])} → {self.of(parts[1])}"
        if parts[-1] is Ellipsis:
            return f"list of {self.of(parts[0])}"
        return "list of " + ", ".join(self.of(part) for part in parts)

    def _link(self, model: type[Frozen]) -> str:
        title = title_of(model).lower()
        place = self.home[model]
        target = "" if place == self.page else relpath(place, start=self.page.rpartition("/")[0] or ".")
        return f"[{title}]({target}#{title.replace(' ', '-')})"
