"""A variant: another dossier with some of its values set otherwise."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, StringConstraints

from irenic.dossier.schema.base import Element, Text
from irenic.dossier.schema.ids import PATH_PATTERN

Place: TypeAlias = Annotated[str, StringConstraints(pattern=PATH_PATTERN)]
"""Dotted way to something that may still have to be written."""


class VariantFile(Element):
    """A variant's file."""

    irenic: Literal["1"]
    """Version of the format."""
    extends: str
    """What it varies: a dossier's folder or another variant's file, seen from here, or the name of a shipped case."""
    title: Text | None = None
    """Title, in place of the dossier's."""
    summary: Text | None = None
    """A paragraph for readers, in place of the dossier's: what is varied, and why."""
    changes: Annotated[dict[Place, Any], Field(alias="set")] = {}
    """Dotted path → what stands there instead; `null` takes away what is there."""
