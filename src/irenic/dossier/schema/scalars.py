"""Scalars arrive as text; these types read them strictly, as YAML 1.2 means them."""

import re
from datetime import date
from math import isfinite
from typing import Annotated, Any, Final, TypeAlias

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from irenic.dossier.near import shown
from irenic.errors.problem import Parameter

REFUSED: Final = "irenic"
"""Type of the errors that carry the code and parameters of a problem."""

_WHOLE: Final = re.compile(r"[-+]?[0-9]{1,24}")
_REAL: Final = re.compile(r"[-+]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,3})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def refused(code: str, **params: Parameter) -> PydanticCustomError:
    """The error that a field raises for a value which problem `code` describes."""
    return PydanticCustomError(REFUSED, "refused", {"code": code, "params": params})


def _truth(raw: Any) -> Any:
    if isinstance(raw, str):
        if raw in {"true", "false"}:
            return raw == "true"
        raise refused("dossier.truth-malformed", text=shown(raw))
    return raw


def _whole(raw: Any) -> Any:
    if isinstance(raw, str):
        if _WHOLE.fullmatch(raw):
            return int(raw)
        raise refused("dossier.whole-malformed", text=shown(raw))
    return raw


def _real(raw: Any) -> Any:
    if isinstance(raw, str):
        if _REAL.fullmatch(raw) and isfinite(float(raw)):
            return float(raw)
        raise refused("dossier.real-malformed", text=shown(raw))
    return raw


def _day(raw: Any) -> Any:
    if isinstance(raw, str):
        if not _DAY.fullmatch(raw):
            raise refused("dossier.date-malformed", text=shown(raw))
        try:
            return date.fromisoformat(raw)
        except ValueError as error:
            raise refused("dossier.date-impossible", text=raw) from error
    return raw


Truth: TypeAlias = Annotated[bool, BeforeValidator(_truth)]
"""`true` or `false`, and nothing else."""
Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
"""A whole number."""
Real: TypeAlias = Annotated[float, BeforeValidator(_real)]
"""A finite decimal number."""
Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
"""A day, `2025-12-21`."""
