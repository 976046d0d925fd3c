"""Parties that could do something together, without the others."""

from typing import Annotated

from pydantic import Field

from irenic.dossier.schema.base import Element, Text
from irenic.dossier.schema.ids import PartyId, Pattern


class Coalition(Element):
    """Parties that could settle some issues among themselves while everything else stays as it is.

    A package is blocked where such a side deal is worth more than the package to every member. Members are parties
    whose consent a deal needs: whoever a deal can do without cannot stop it by staying away. What others do enters
    through what options need and through levers.
    """

    label: Text | None = None
    """Short name for sentences."""
    members: Annotated[tuple[PartyId, ...], Field(min_length=2)]
    """Parties, at least two; each must consent to a deal, and state a position on every issue of `controls`."""
    controls: Annotated[Pattern, Field(min_length=1)]
    """Issue → options that the members can put into force by themselves; in a side deal each issue takes one of them or
    keeps its status quo."""
