"""Whether JSON data have the shape that typed dictionaries declare."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict


def faults(value: Any, kind: Any, path: str = "") -> Iterator[str]:
    """Every place where the value is not of the declared kind; missing and unknown keys count."""
    origin = get_origin(kind)
    if is_typeddict(kind):
        yield from _record_faults(value, kind, path)
    elif origin in {Union, UnionType}:
        if all(any(faults(value, option, path)) for option in get_args(kind)):
            yield f"{path}: {value!r} is none of {kind}"
    elif origin is Literal:
        if value not in get_args(kind):
            yield f"{path}: {value!r} is none of {get_args(kind)}"
    elif origin in {list, dict}:
        yield from _container_faults(value, origin, get_args(kind), path)
    elif not _is_scalar(value, kind):
        yield f"{path}: {value!r} is no {kind}"


def keys_of(kind: Any) -> set[str]:
    """All keys that a typed dictionary and those inside it declare."""
    if is_typeddict(kind):
        hints = get_type_hints(kind)
        return set(hints) | {key for hint in hints.values() for key in keys_of(hint)}
    return {key for part in get_args(kind) for key in keys_of(part)}


def _record_faults(value: Any, kind: Any, path: str) -> Iterator[str]:
    hints = get_type_hints(kind)
    if not isinstance(value, dict) or not kind.__required_keys__ <= set(value) <= set(hints):
        yield f"{path}: {value!r} has not the keys {sorted(hints)}"
        return
    for key in value:
        yield from faults(value[key], hints[key], f"{path}.{key}")


def _container_faults(value: Any, container: type, kinds: tuple[Any, ...], path: str) -> Iterator[str]:
    if not isinstance(value, container):
        yield f"{path}: {value!r} is no {container.__name__}"
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from faults(key, kinds[0], f"{path}.{key}")
            yield from faults(item, kinds[1], f"{path}.{key}")
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from faults(item, kinds[0], f"{path}[{i}]")


def _is_scalar(value: Any, kind: type) -> bool:
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, int | float) if kind is float else isinstance(value, kind)
