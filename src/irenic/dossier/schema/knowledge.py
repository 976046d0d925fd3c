"""What is known, disputed, feared, unknown and held inadmissible; sources and claims."""

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field, StringConstraints

from irenic.dossier.schema.base import Coefficient, Element, Frozen, LanguageTag, Probability, Text
from irenic.dossier.schema.ids import (
    BodyId,
    DottedPath,
    DottedPaths,
    HolderId,
    HolderIds,
    Id,
    LeverIds,
    NumberPath,
    Package,
    PartyId,
    Pattern,
    SegmentId,
    SourceId,
)
from irenic.dossier.schema.scalars import Day, Truth, Whole

SHA256_PATTERN: Final = r"^[0-9a-f]{64}$"
"""SHA-256 in hexadecimal."""

Sha256: TypeAlias = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
Reliability: TypeAlias = Literal["A", "B", "C", "D", "E", "F"]
Kind: TypeAlias = Literal[
    "demand", "refusal", "offer", "concession", "condition", "threat", "commitment", "denial", "warning", "forecast",
    "motive", "signal", "ranking", "fact", "report",
]  # fmt: skip


class Reading(Element):
    """One side of a dispute."""

    holder: HolderId
    """Who holds it: party, person, member, voice, or `author`."""
    date: Day | None = None
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
    paths: DottedPaths = ()
    """Dotted paths of the elements that it bears on."""
    sides: Annotated[dict[Id, Reading], Field(min_length=2)]
    """The readings."""


Measure: TypeAlias = Literal["no-deal", "front", "breaks", "number", "vote", "utility", "borne"]
"""What a mechanism is seen in; see `Demonstration.measure`."""


class Demonstration(Frozen):
    """How a mechanism is seen at work: its cause is switched on, and something moves one way."""

    on: dict[DottedPath, str] = {}
    """Dotted path → value, as after `--set`: with the cause."""
    off: dict[DottedPath, str] = {}
    """Dotted path → value, as after `--set`: without the cause."""
    measure: Measure
    """What moves: `no-deal`, a party's war value in points; `front`, steps of the line in a party's favour; `breaks`,
    the month in which a side gives way; `number`, a number after levers and clocks; `vote`, the chance of a body's yes;
    `utility`, what a package is worth to a party; `borne`, levers at work whose cost a party bears."""
    party: PartyId | None = None
    """Whose value, favour, giving way, utility or burden."""
    body: BodyId | None = None
    """The body that votes."""
    number: NumberPath | None = None
    """Dotted path of the number."""
    package: Package = {}
    """Options that differ from the status quo."""
    month: Whole = 0
    """The month looked at, of a number; the months in which steps of the line are counted."""
    moves: Literal["up", "down"]
    """Which way it moves where the cause is there."""


class Mechanism(Element):
    """Cause and effect, executed by an element or only declared."""

    cause: Text
    """The cause."""
    effect: Text
    """The effect."""
    executed_by: DottedPaths = ()
    """Dotted paths of the elements that execute it."""
    declared_only: Text | None = None
    """Why nothing executes it."""
    shown_by: Demonstration | None = None
    """How it is seen at work, where an element executes it."""


class Risk(Element):
    """If this, then that, seen by such an indicator."""

    if_: Annotated[Text, Field(alias="if")]
    """The condition."""
    then: Text
    """The consequence."""
    indicator: Text
    """What to watch."""
    bears_on: DottedPaths = ()
    """Dotted paths of the elements concerned."""


class Unknown(Element):
    """What nobody says."""

    asks: Text
    """The question."""
    affects: DottedPaths = ()
    """Dotted paths of the elements that would change."""


class Norm(Element):
    """What the user holds inadmissible: flagged, never ranked silently."""

    label: Text
    """Short name."""
    options: Pattern = {}
    """Options that are flagged."""
    levers: LeverIds = ()
    """Levers that are flagged."""


class Correlation(Element):
    """Two numbers that go together."""

    between: Annotated[tuple[NumberPath, NumberPath], Field(min_length=2, max_length=2)]
    """Dotted paths of the numbers."""
    coefficient: Coefficient
    """Correlation of their normal scores; it must be a sure number."""


class Segment(Element):
    """A part of a document with an author of its own."""

    span: Annotated[tuple[Whole, Whole], Field(min_length=2, max_length=2)]
    """First code point, and the one after the last."""
    author: Text | None = None
    """Who wrote it."""
    language: LanguageTag | None = None
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
    published: Day | None = None
    """When."""
    language: LanguageTag
    """Language, BCP 47."""
    file: str | None = None
    """File name under which it is looked for, if its hash is not found."""
    sha256: Sha256 | None = None
    """Hash of the file's bytes."""
    reliability: Reliability
    """Reliability of the source, A to F."""
    held: Truth = True
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

    start: Annotated[Whole, Field(ge=0)]
    """First code point."""
    end: Annotated[Whole, Field(ge=1)]
    """Code point after the last."""
    sha256: Sha256
    """Hash of the text's UTF-8 bytes."""
    quote: str | None = None
    """The words themselves, where they may be kept."""


class Claim(Frozen):
    """One thing that a source says."""

    says: Text
    """The claim in the analyst's own words."""
    source: SourceId
    """The document."""
    segment: SegmentId | None = None
    """Its part."""
    holder: HolderId
    """Who vouches for it: party, person, member, voice, or `author`."""
    via: HolderIds = ()
    """Voices through which it came."""
    kind: Kind
    """What kind of claim it is."""
    date: Day | None = None
    """When it was said, or happened."""
    until: Day | None = None
    """Last day, where it is a span."""
    anchor: Anchor | None = None
    """Where it stands."""
    unanchored: Text | None = None
    """Why it has no anchor."""
    credibility: Annotated[Whole, Field(ge=1, le=6)]
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
    claims: dict[Id, Claim] = {}
    """Claims by id."""
