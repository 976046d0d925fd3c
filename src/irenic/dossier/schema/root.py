"""`dossier.yaml` as a whole, and the dossier with its claims and sources."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from irenic.dossier.schema.acts import Body, Clock, Lever
from irenic.dossier.schema.base import Frozen, Text
from irenic.dossier.schema.coalitions import Coalition
from irenic.dossier.schema.ids import Id, IssueId, PartyId
from irenic.dossier.schema.issues import Issue, Order, Rule
from irenic.dossier.schema.knowledge import (
    Claim,
    Correlation,
    Dispute,
    Mechanism,
    Norm,
    Risk,
    Source,
    Unknown,
    Voice,
)
from irenic.dossier.schema.parties import Party
from irenic.dossier.schema.positions import PartyPositions
from irenic.dossier.schema.scalars import Day, Whole
from irenic.dossier.schema.talks import Channel, Signal, Step, Talks
from irenic.dossier.schema.theatre import Durability, Theatre

NoDealBasis: TypeAlias = Literal["stated", "computed"]
"""No-deal values as the dossier states them, or as its theatre computes them."""


class Period(Frozen):
    """The clock of the talks."""

    period: Literal["week", "month", "quarter"] = "month"
    """Length of a period."""
    horizon: Annotated[Whole, Field(ge=1, le=600)] = 36
    """Number of periods."""


class RunSettings(Frozen):
    """How the dossier is run where neither a flag nor the environment says otherwise."""

    draws: Annotated[Whole, Field(ge=16, le=1_048_576)] | None = None
    """Number of draws."""
    seed: Annotated[Whole, Field(ge=0, lt=2**63)] | None = None
    """Seed of all draws."""
    no_deal: NoDealBasis | None = None
    """Whether answers rest on computed no-deal values (where there are any) or on stated ones."""
    language: Literal["en", "zh"] | None = None
    """Language of the brief and the report."""


class DossierFile(Frozen):
    """`dossier.yaml`."""

    irenic: Literal["1"]
    """Version of the format."""
    title: Text
    """What the dossier is about."""
    as_of: Day
    """The day up to which claims may back numbers."""
    summary: Text | None = None
    """A paragraph for readers."""
    clock: Period = Period()
    """Periods and horizon."""
    run: RunSettings = RunSettings()
    """Settings of a run."""
    parties: Annotated[dict[Id, Party], Field(min_length=1)]
    """Who wants something."""
    issues: Annotated[dict[IssueId, Issue], Field(min_length=1)]
    """What is in dispute, in the order of package numbers (last fastest)."""
    order: tuple[Order, ...] = ()
    """Stated rankings of issues."""
    rules: dict[Id, Rule] = {}
    """What holds for every package."""
    positions: dict[PartyId, PartyPositions] = {}
    """Party → issue → position."""
    coalitions: dict[Id, Coalition] = {}
    """Parties that could do something without the others."""
    channels: dict[Id, Channel] = {}
    """Formats of talks, in the order in which they act."""
    levers: dict[Id, Lever] = {}
    """Acts outside the package."""
    bodies: dict[Id, Body] = {}
    """Who ratifies or decides."""
    clocks: dict[Id, Clock] = {}
    """Pressure of time."""
    theatre: Theatre | None = None
    """The war."""
    implementation: dict[Id, Step] = {}
    """Steps of carrying a deal out."""
    talks: Talks | None = None
    """Conduct of the talks."""
    durability: Durability | None = None
    """How long a deal may last."""
    disputes: dict[Id, Dispute] = {}
    """Claims that disagree."""
    signals: dict[Id, Signal] = {}
    """Messages by word or deed."""
    mechanisms: dict[Id, Mechanism] = {}
    """Cause and effect."""
    risks: dict[Id, Risk] = {}
    """If, then, indicator."""
    unknowns: dict[Id, Unknown] = {}
    """What nobody says."""
    norms: dict[Id, Norm] = {}
    """What is held inadmissible."""
    correlations: dict[Id, Correlation] = {}
    """Numbers that go together."""


class Dossier(Frozen):
    """A whole dossier: what was written, the claims behind it, the sources behind them."""

    name: str
    """Name of the folder."""
    file: DossierFile
    """`dossier.yaml`."""
    claims: dict[Id, Claim]
    """`claims.yaml`."""
    sources: dict[Id, Source]
    """Documents of `sources.yaml`."""
    voices: dict[Id, Voice]
    """Other voices of `sources.yaml`."""
    settings: tuple[str, ...] = ()
    """`PATH=VALUE`: what was set by hand over the files."""
