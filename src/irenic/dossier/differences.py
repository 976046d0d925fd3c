"""Where two dossiers differ: dotted paths, with what stands there in each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias

from pydantic import BaseModel

from irenic.dossier.schema.base import Quantity, Text
from irenic.dossier.schema.knowledge import Claim, Source, Voice
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.dossier.schema.shape import Way, bare, behind

Kind: TypeAlias = Literal["number", "value", "element", "words", "backing"]
"""A number; another value; something that only one side has; texts for readers; what something rests on."""

_BACKING: Final = frozenset({"because", "assumed", "note"})
_SECTIONS: Final = {"claims": dict[str, Claim], "sources": dict[str, Source], "voices": dict[str, Voice]}


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two dossiers differ.

    Attributes:
        path: dotted path.
        kind: what differs there.
        a: what the first dossier has, in the notation of the format; None where it has nothing.
        b: the same of the second.
    """

    path: str
    kind: Kind
    a: str | None
    b: str | None


def differences(a: Dossier, b: Dossier) -> tuple[Difference, ...]:
    """Every place where they differ, in the order of the format; what both have alike is not entered.

    Where one side has an element that the other lacks, the element is one difference, not each of its parts.
    """
    found = list(_differ(a.file, b.file, (), DossierFile))
    for section, hint in _SECTIONS.items():
        known = _differ(getattr(a, section), getattr(b, section), (section,), hint)
        found += [replace(difference, kind="backing") for difference in known]
    return tuple(found)


def _differ(a: Any, b: Any, way: Way, hint: Any) -> Iterator[Difference]:
    if a == b:
        return
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        kind: Kind = "number" if a.value != b.value else "backing"
        yield Difference(".".join(way), kind, _text(a), _text(b))
    elif isinstance(a, BaseModel) and isinstance(b, BaseModel):
        yield from _differ_in(_parts(a), _parts(b), way, hint)
    elif isinstance(a, dict) and isinstance(b, dict) and not _is_words(hint):
        yield from _differ_in(a, b, way, hint)
    elif _is_list_of_models(a) and _is_list_of_models(b) and len(a) == len(b):
        for number, (one, other) in enumerate(zip(a, b, strict=True)):
            yield from _differ(one, other, (*way, str(number)), behind(hint, str(number)))
    else:
        yield Difference(".".join(way), _kind(a, b, way, hint), _text(a), _text(b))


def _differ_in(a: dict[str, Any], b: dict[str, Any], way: Way, hint: Any) -> Iterator[Difference]:
    for key in dict.fromkeys((*a, *b)):
        yield from _differ(a.get(key), b.get(key), (*way, key), behind(hint, key))


def _parts(model: BaseModel) -> dict[str, Any]:
    """Keys of a model as written, with their values."""
    fields = {info.alias or name: getattr(model, name) for name, info in type(model).model_fields.items()}
    return {**fields, **(model.__pydantic_extra__ or {})}


def _kind(a: Any, b: Any, way: Way, hint: Any) -> Kind:
    if way[-1] in _BACKING:
        return "backing"
    if _is_words(hint):
        return "words"
    one_sided = a is None or b is None
    return "element" if one_sided and isinstance(b if a is None else a, BaseModel | dict | tuple) else "value"


def _is_words(hint: Any) -> bool:
    return bool(bare(hint).hint == bare(Text).hint)


def _is_list_of_models(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(item, BaseModel) for item in value)


def _text(value: Any) -> str | None:
    """What a value says, on one line, in the notation of the format."""
    if value is None:
        return None
    if isinstance(value, Quantity):
        return value.value.notation
    if isinstance(value, BaseModel):
        value = {key: part for key, part in _parts(value).items() if part not in (None, (), {})}
    if isinstance(value, dict):
        parts = [f"{key}: {_text(part)}" if key else str(_text(part)) for key, part in value.items()]
        return "{" + ", ".join(parts) + "}" if "" not in value else ", ".join(parts)
    if isinstance(value, tuple):
        return "[" + ", ".join(str(_text(part)) for part in value) + "]"
    return str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
