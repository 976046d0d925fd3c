"""What every number of a dossier rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel

from irenic.dossier.elements import backed_parts
from irenic.dossier.schema.base import Backed, Quantity
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.numbers.distribution import Distribution

Backing: TypeAlias = Literal["backed", "inherited", "assumed", "bare"]
"""By its own mapping's claims, by a wider mapping, by an assumption of its own mapping, by nothing."""


@dataclass(frozen=True, slots=True)
class NumberAt:
    """A number of the dossier and what it rests on.

    Attributes:
        path: dotted path of the number.
        distribution: the number.
        backing: how it is backed.
        rests_on_assumption: whether what covers it is an assumption.
        claims: the claims that cover it.
        assumed: the reason of the assumption that covers it, or None.
        cover_path: path of the mapping that covers it, or empty where none does.
    """

    path: str
    distribution: Distribution
    backing: Backing
    rests_on_assumption: bool
    claims: tuple[str, ...]
    assumed: str | None
    cover_path: str


@dataclass(frozen=True, slots=True)
class _Cover:
    """A mapping that says what it rests on."""

    way: Way
    element: Backed


def numbers_of(dossier: Dossier) -> tuple[NumberAt, ...]:
    """Every counted number of `dossier.yaml`, in its order, with what it rests on.

    A number's own mapping is the one written for it (`{value: …, because: …}`), else the one that holds it. Where that
    mapping has an `assumed` the number is assumed, whatever claims stand beside it; where it has claims it is backed.
    Otherwise it inherits from the nearest mapping around it. Numbers that only shape the dossier (horizon, places of
    the front, grids, spans) are no quantities and aren't counted.
    """
    return tuple(_numbers(dossier.file, (), None))


def claims_used(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Claim → paths of what names it, in the order of the files."""
    used: dict[str, list[str]] = {}
    for path, part in backed_parts(dossier):
        for claim in dict.fromkeys(part.because):
            used.setdefault(claim, []).append(path)
    return {claim: tuple(paths) for claim, paths in used.items()}


def _numbers(model: BaseModel, way: Way, around: _Cover | None) -> Iterator[NumberAt]:
    own = _cover_of(model, way)
    cover = own or around
    for name, info in type(model).model_fields.items():
        yield from _inside(getattr(model, name), (*way, info.alias or name), own, cover)
    for name, value in (model.__pydantic_extra__ or {}).items():
        yield from _inside(value, (*way, name), own, cover)


def _inside(value: Any, way: Way, own: _Cover | None, cover: _Cover | None) -> Iterator[NumberAt]:
    """Numbers inside a value; `own` is the cover by the mapping that holds it, `cover` the nearest of all."""
    if isinstance(value, Quantity):
        yield _number(value, way, own, cover)
    elif isinstance(value, BaseModel):
        yield from _numbers(value, way, cover)
    elif isinstance(value, dict):
        # A mapping of ids can't name claims itself, so its numbers only inherit.
        for key, held in value.items():
            yield from _inside(held, (*way, key), None, cover)
    elif isinstance(value, tuple):
        for number, held in enumerate(value):
            yield from _inside(held, (*way, str(number)), None, cover)


def _number(quantity: Quantity, way: Way, own: _Cover | None, cover: _Cover | None) -> NumberAt:
    written = _cover_of(quantity, way)
    direct = written or own
    covering = direct or cover
    path = ".".join(way)
    if covering is None:
        return NumberAt(path, quantity.value, "bare", False, (), None, "")
    element = covering.element
    assumed = element.assumed is not None
    backing: Backing = "inherited"
    if direct is not None:
        backing = "assumed" if assumed else "backed"
    return NumberAt(path, quantity.value, backing, assumed, element.because, element.assumed, ".".join(covering.way))


def _cover_of(model: BaseModel, way: Way) -> _Cover | None:
    if isinstance(model, Backed) and (model.because or model.assumed is not None):
        return _Cover(way, model)
    return None
