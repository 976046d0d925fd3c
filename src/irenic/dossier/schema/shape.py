"""The format as types: what stands behind a key, which keys there are, what an id refers to."""

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import EllipsisType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from irenic.dossier.schema.ids import Kind, Refers

Way: TypeAlias = tuple[str, ...]
"""A dotted path as its parts; list items by their number from 0."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that must name something.

    Attributes:
        way: where it stands.
        kind: what it must name.
        name: the id.
        is_key: whether it is a key rather than a value.
        issue: the issue that an option must belong to, or empty.
    """

    way: Way
    kind: Kind
    name: str
    is_key: bool
    issue: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A type without its annotations and without `None`.

    Attributes:
        hint: the type that remains.
        refers: what an id of this type names, or None.
    """

    hint: Any
    refers: Kind | None


def bare(hint: Any) -> Bare:
    """Strip `Annotated` and `| None`."""
    refers: Kind | None = None
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            hint, *marks = get_args(hint)
            refers = refers or next((m.kind for m in marks if isinstance(m, Refers)), None)
        elif origin in (Union, types.UnionType):
            hint = next(part for part in get_args(hint) if part is not type(None))
        else:
            return Bare(hint, refers)


def is_model(hint: Any) -> bool:
    """Whether the stripped type is a model of the format."""
    return isinstance(hint, type) and get_origin(hint) is None and issubclass(hint, BaseModel)


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Any]:
    """Keys of a model as written, with their types."""
    return {info.alias or name: _hint(info) for name, info in model.model_fields.items()}


@cache
def free_keys_of(model: type[BaseModel]) -> Any:
    """The mapping type of a model's further keys, or None where it has none."""
    if model.model_config.get("extra") != "allow":
        return None
    return model.__annotations__["__pydantic_extra__"]


def behind(hint: Any, part: str) -> Any:
    """The type behind one part of a dotted path, or None where there is none."""
    plain = bare(hint).hint
    if is_model(plain):
        free = free_keys_of(plain)
        return fields_of(plain).get(part) or (get_args(free)[1] if free else None)
    arguments = get_args(plain)
    if get_origin(plain) is dict:
        return arguments[1]
    if get_origin(plain) is tuple and part.isdecimal():
        return arguments[0]
    return None


def key_type(hint: Any, part: str) -> Bare | None:
    """The type of the key `part`, where keys of that mapping are free; None where they are fixed."""
    plain = bare(hint).hint
    if is_model(plain):
        free = free_keys_of(plain)
        return bare(get_args(free)[0]) if free and part not in fields_of(plain) else None
    return bare(get_args(plain)[0]) if get_origin(plain) is dict else None


def models_of(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """The model and every model that it is made of."""
    found: list[type[BaseModel]] = []
    waiting: list[Any] = [model]
    while waiting:
        plain = bare(waiting.pop()).hint
        if is_model(plain):
            if plain not in found:
                found.append(plain)
                waiting += [*fields_of(plain).values(), *get_args(free_keys_of(plain))]
        else:
            waiting += [part for part in get_args(plain) if not isinstance(part, str | EllipsisType)]
    return tuple(found)


def references(model: BaseModel, way: Way = ()) -> Iterator[Reference]:
    """Every id inside a model that must name something."""
    reader = _reader_of_model(type(model))
    if reader:
        yield from reader(model, way, "")


_Reader: TypeAlias = Callable[[Any, Way, str], Iterator[Reference]]


def _hint(info: FieldInfo) -> Any:
    if not info.metadata:
        return info.annotation
    return Annotated[(info.annotation, *info.metadata)]


@cache
def _reader_of_model(model: type[BaseModel]) -> _Reader | None:
    readers = []
    for name, info in model.model_fields.items():
        reader = _reader(_hint(info))
        if reader:
            readers.append((name, info.alias or name, reader))
    free = free_keys_of(model)
    rest = _reader(free) if free else None
    if not readers and not rest:
        return None

    def read(value: Any, way: Way, issue: str) -> Iterator[Reference]:
        for name, key, reader in readers:
            held = getattr(value, name)
            if held:
                yield from reader(held, (*way, key), issue)
        if rest:
            yield from rest(value.__pydantic_extra__ or {}, way, issue)

    return read


def _reader(hint: Any) -> _Reader | None:
    plain = bare(hint)
    if plain.refers:
        return _leaf(plain.refers)
    if is_model(plain.hint):
        return _reader_of_model(plain.hint)
    arguments = get_args(plain.hint)
    if get_origin(plain.hint) is dict:
        return _dict_reader(bare(arguments[0]).refers, _reader(arguments[1]))
    if get_origin(plain.hint) is tuple:
        return _tuple_reader(_reader(arguments[0]))
    return None


def _leaf(kind: Kind) -> _Reader:
    def read(value: Any, way: Way, issue: str) -> Iterator[Reference]:
        yield Reference(way, kind, value, False, issue)

    return read


def _dict_reader(kind: Kind | None, inner: _Reader | None) -> _Reader | None:
    if not kind and not inner:
        return None

    def read(value: Any, way: Way, issue: str) -> Iterator[Reference]:
        for key, held in value.items():
            if kind:
                yield Reference((*way, key), kind, key, True, issue)
            if inner:
                yield from inner(held, (*way, key), key if kind == "issue" else issue)

    return read


def _tuple_reader(inner: _Reader | None) -> _Reader | None:
    if not inner:
        return None

    def read(value: Any, way: Way, issue: str) -> Iterator[Reference]:
        for number, held in enumerate(value):
            yield from inner(held, (*way, str(number)), issue)

    return read
