"""The elements of a dossier by dotted path."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from irenic.dossier.schema.base import Backed
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way


def walk(model: BaseModel, way: Way = ()) -> Iterator[tuple[Way, BaseModel]]:
    """Every part of a model that is a model itself, outer before inner, with its path; the model itself first."""
    yield way, model
    fields = type(model).model_fields
    for name, info in fields.items():
        yield from _inside(getattr(model, name), (*way, info.alias or name))
    for name, value in (model.__pydantic_extra__ or {}).items():
        yield from _inside(value, (*way, name))


def walk_dossier(dossier: Dossier) -> Iterator[tuple[Way, BaseModel]]:
    """Every part of all three files: `dossier.yaml` from its root, then claims, sources and voices."""
    yield from walk(dossier.file)
    for section, elements in (("claims", dossier.claims), ("sources", dossier.sources), ("voices", dossier.voices)):
        for name, element in elements.items():
            yield from walk(element, (section, name))


def backed_parts(dossier: Dossier) -> Iterator[tuple[str, Backed]]:
    """Everything that can name claims, by dotted path."""
    for way, part in walk_dossier(dossier):
        if isinstance(part, Backed):
            yield ".".join(way), part


def _inside(value: Any, way: Way) -> Iterator[tuple[Way, BaseModel]]:
    if isinstance(value, BaseModel):
        yield from walk(value, way)
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _inside(held, (*way, key))
    elif isinstance(value, tuple):
        for number, held in enumerate(value):
            yield from _inside(held, (*way, str(number)))
