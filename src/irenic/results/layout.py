"""What variables a results folder holds: names, dimensions, types, and the rules for ragged ones (docs/results.md)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from irenic.results.canonical import Json

TYPES: Final = ("|b1", "|u1", "<i4", "<i8", "<u8", "<f8")
"""The types that a variable may have, in NPY's notation."""

DRAW: Final = "draw"
ROW: Final = "row:"

_WORD: Final = r"[a-z][a-z0-9_-]*"
_GROUP: Final = re.compile(_WORD)
_NAME: Final = re.compile(rf"{_WORD}(\.{_WORD})*")


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable as it is declared.

    Attributes:
        group: the concept it belongs to, one word.
        name: its name in the group, words joined by dots.
        dims: names of its axes; the first is `draw` or `row:<name>`.
        dtype: its type, one of `TYPES`.
        unit: the unit of its values, or empty.
        description: what it says, in one sentence.
    """

    group: str
    name: str
    dims: tuple[str, ...]
    dtype: str
    unit: str = ""
    description: str = ""

    @property
    def full_name(self) -> str:
        """`<group>.<name>`, the name by which analyses and readers call it."""
        return f"{self.group}.{self.name}"

    @property
    def counted_by(self) -> str | None:
        """Full name of the variable that counts its rows, or None where it has one row a draw."""
        return f"{self.group}.{self.dims[0].removeprefix(ROW)}.count" if self.dims[0].startswith(ROW) else None


def is_name(group: str, name: str) -> bool:
    """Whether group and name keep the rules of names, so that they are safe as a file's name everywhere."""
    return _GROUP.fullmatch(group) is not None and _NAME.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Dimension:
    """An axis: its size, and what its positions are called in order (or nothing).

    Attributes:
        size: number of positions.
        labels: one text a position, or empty.
    """

    size: int
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """All variables of a run, sorted by group and name, and the dimensions they share (other than `draw` and rows).

    Raises:
        ValueError: a declaration breaks the rules of docs/results.md; that is a defect of the analysis.
    """

    variables: tuple[Variable, ...]
    dimensions: Mapping[str, Dimension]

    def __post_init__(self) -> None:
        object.__setattr__(self, "variables", tuple(sorted(self.variables, key=lambda v: (v.group, v.name))))
        faults = [*self._faults()]
        if faults:
            raise ValueError("; ".join(faults))

    @property
    def names(self) -> tuple[str, ...]:
        """Full names in order."""
        return tuple(v.full_name for v in self.variables)

    @property
    def row_bytes(self) -> tuple[int, ...]:
        """Bytes that one row (one draw, or one row of a ragged variable) of each variable takes."""
        return tuple(np.dtype(v.dtype).itemsize * prod(self.row_shape(v)) for v in self.variables)

    def row_shape(self, variable: Variable) -> tuple[int, ...]:
        """Sizes of all axes but the first."""
        return tuple(self.dimensions[dim].size for dim in variable.dims[1:])

    def ordered(self, draws: int, arrays: Mapping[str, NDArray[Any]]) -> tuple[NDArray[Any], ...]:
        """The arrays of `draws` draws in the layout's order, contiguous, every NaN the same.

        Raises:
            ValueError: names, types or shapes are not as declared; that is a defect of the analysis.
        """
        if set(arrays) != set(self.names):
            raise ValueError(f"variables {sorted(set(arrays) ^ set(self.names))} are not declared or not computed")
        return tuple(self._checked(variable, draws, arrays) for variable in self.variables)

    def to_json(self, draws: int) -> Json:
        """The declarations as JSON data, for the run key and the manifest."""
        shared = {name: {"size": d.size, "labels": list(d.labels)} for name, d in self.dimensions.items()}
        return {
            "dimensions": {DRAW: {"size": draws, "labels": []}, **shared},
            "variables": [
                {
                    "group": v.group,
                    "name": v.name,
                    "dims": list(v.dims),
                    "dtype": v.dtype,
                    "unit": v.unit,
                    "description": v.description,
                }
                for v in self.variables
            ],
        }

    def _checked(self, variable: Variable, draws: int, arrays: Mapping[str, NDArray[Any]]) -> NDArray[Any]:
        array = arrays[variable.full_name]
        counter = variable.counted_by
        rows = draws if counter is None else int(arrays[counter].sum())
        shape = (rows, *self.row_shape(variable))
        if array.dtype != np.dtype(variable.dtype) or array.shape != shape:
            raise ValueError(
                f"{variable.full_name} is {array.dtype.str} {array.shape} where {variable.dtype} {shape} is declared"
            )
        return _same_nan(np.ascontiguousarray(array))

    def _faults(self) -> Iterator[str]:
        by_name = {v.full_name: v for v in self.variables}
        if len(by_name) != len(self.variables):
            yield "two variables have one name"
        for name, dimension in self.dimensions.items():
            if _GROUP.fullmatch(name) is None or name == DRAW:
                yield f"{name!r} is no name for a dimension"
            if len(dimension.labels) not in (0, dimension.size):
                yield f"dimension {name} has {len(dimension.labels)} labels for {dimension.size} positions"
        for variable in self.variables:
            yield from self._variable_faults(variable, by_name)

    def _variable_faults(self, variable: Variable, by_name: Mapping[str, Variable]) -> Iterator[str]:
        name = variable.full_name
        if not is_name(variable.group, variable.name):
            yield f"{name!r} is no name for a variable"
        if variable.dtype not in TYPES:
            yield f"{name}: type {variable.dtype!r} is none of {TYPES}"
        if unknown := set(variable.dims[1:]) - set(self.dimensions):
            yield f"{name}: dimensions {sorted(unknown)} are not declared"
        if len(set(variable.dims)) < len(variable.dims):
            yield f"{name}: a dimension comes twice"
        if not variable.dims or not (variable.dims[0] == DRAW or variable.dims[0].startswith(ROW)):
            yield f"{name}: its first dimension is neither draw nor rows"
        elif (counter := variable.counted_by) is not None:
            count = by_name.get(counter)
            if count is None or count.dims[:1] != (DRAW,) or count.dtype != "<i8":
                yield f"{name}: there is no {counter} of type <i8 per draw that counts its rows"


def _same_nan(array: NDArray[Any]) -> NDArray[Any]:
    """With one bit pattern for NaN: otherwise it would depend on which lane of a vector met it."""
    if array.dtype.kind != "f":
        return array
    missing = np.isnan(array)
    return np.where(missing, np.nan, array) if missing.any() else array
