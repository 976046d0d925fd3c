"""What is known, disputed, feared, unknown and held inadmissible; sources and claims."""

from datetime import date as Date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from irenic.dossier.schema.base import (
    ClaimId,
    Coefficient,
    Element,
    Frozen,
    Id,
    OneOrMore,
    Pattern,
    Probability,
    Text,
)

Sha256: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Reliability: TypeAlias = Literal["A", "B", "C", "D", "E", "F"]
Kind: TypeAlias = Literal[
    "demand", "refusal", "offer", "concession", "condition", "threat", "commitment", "denial", "warning", "forecast",
    "motive", "signal", "ranking", "fact", "report",
]  # fmt: skip


class Reading(Element):
    """One side of a dispute."""

    holder: Id
    """Who holds it: party, person, member, voice, or `author`."""
    date: Date | None = None
    """Since when."""
    says: Text
    """What is held."""
    believed: Probability | None = None
    """Share of belief given to it; sides that leave it out share what the others leave."""


class Dispute(Element):
    """Claims that disagree. Every side stands."""

    label: Text | None = None
    """Short name."""
    about: Text
    """The question."""
    paths: tuple[str, ...] = ()
    """Dotted paths of the elements that it bears on."""
    sides: Annotated[dict[Id, Reading], Field(min_length=2)]
    """The readings."""


class Mechanism(Element):
    """Cause and effect, executed by an element or only declared."""

    cause: Text
    """The cause."""
    effect: Text
    """The effect."""
    executed_by: Annotated[tuple[str, ...], Field()] = ()
    """Dotted paths of the elements that execute it."""
    declared_only: Text | None = None
    """Why nothing executes it."""


class Risk(Element):
    """If this, then that, seen by such an indicator."""

    if_: Annotated[Text, Field(alias="if")]
    """The condition."""
    then: Text
    """The consequence."""
    indicator: Text
    """What to watch."""
    bears_on: tuple[str, ...] = ()
    """Dotted paths of the elements concerned."""


class Unknown(Element):
    """What nobody says."""

    asks: Text
    """The question."""
    affects: tuple[str, ...] = ()
    """Dotted paths of the elements that would change."""


class Norm(Element):
    """What the user holds inadmissible: flagged, never ranked silently."""

    label: Text
    """Short name."""
    options: Pattern = {}
    """Options that are flagged."""
    levers: OneOrMore = ()
    """Levers that are flagged."""


class Correlation(Element):
    """Two numbers that go together."""

    between: Annotated[tuple[str, str], Field(min_length=2, max_length=2)]
    """Dotted paths of the numbers."""
    coefficient: Coefficient
    """Correlation of their normal scores; it must be a sure number."""


class Segment(Element):
    """A part of a document with an author of its own."""

    span: Annotated[tuple[int, int], Field(min_length=2, max_length=2)]
    """First and last-but-one code point."""
    author: Text | None = None
    """Who wrote it."""
    language: str | None = None
    """Language, BCP 47."""
    reliability: Reliability
    """Reliability of its author, A to F."""


class Source(Element):
    """A document."""

    title: Text
    """Its title."""
    outlet: Text | None = None
    """Who published it."""
    author: Text | None = None
    """Who wrote it."""
    published: Date | None = None
    """When."""
    language: str
    """Language, BCP 47."""
    file: str | None = None
    """File name under which it is looked for, if its hash is not found."""
    sha256: Sha256 | None = None
    """Hash of the file's bytes."""
    reliability: Reliability
    """Reliability of the source, A to F."""
    held: bool = True
    """Whether the document is at hand."""
    segments: dict[Id, Segment] = {}
    """Its parts."""


class Voice(Element):
    """Somebody who vouches for a claim and is no party, person or member."""

    name: Text
    """The name."""
    kind: Literal["outlet", "expert", "official", "agency", "platform", "person", "source"]
    """What it is."""


class Sources(Frozen):
    """`sources.yaml`."""

    irenic: Literal["1"]
    """Version of the format."""
    sources: dict[Id, Source] = {}
    """Documents."""
    voices: dict[Id, Voice] = {}
    """Other voices."""


class Anchor(Frozen):
    """Where a claim stands: positions in code points, and the hash of the text there."""

    start: Annotated[int, Field(ge=0)]
    """First code point."""
    end: Annotated[int, Field(ge=1)]
    """Code point after the last."""
    sha256: Sha256
    """Hash of the text's UTF-8 bytes."""
    quote: str | None = None
    """The words themselves, where they may be kept."""


class Claim(Frozen):
    """One thing that a source says."""

    says: Text
    """The claim in the analyst's own words."""
    source: Id
    """The document."""
    segment: Id | None = None
    """Its part."""
    holder: Id
    """Who vouches for it: party, person, member, voice, or `author`."""
    via: OneOrMore = ()
    """Voices through which it came."""
    kind: Kind
    """What kind of claim it is."""
    date: Date | None = None
    """When it was said, or happened."""
    until: Date | None = None
    """Last day, where it is a span."""
    anchor: Anchor | None = None
    """Where it stands."""
    unanchored: Text | None = None
    """Why it has no anchor."""
    credibility: Annotated[int, Field(ge=1, le=6)]
    """Credibility, 1 to 6."""
    reliability: Reliability | None = None
    """Reliability, where it departs from the segment's or source's."""
    hedge: Text | None = None
    """How the text hedges."""
    context: Text | None = None
    """Why no element uses it, where none does."""
    note: Text | None = None
    """Anything a reader should know."""


class Claims(Frozen):
    """`claims.yaml`."""

    irenic: Literal["1"]
    """Version of the format."""
    claims: dict[ClaimId, Claim] = {}
    """Claims by id."""
