"""Channels, their meetings, the conduct of talks, and what parties signal."""

from datetime import date as Date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from irenic.dossier.schema.acts import Trigger
from irenic.dossier.schema.base import (
    AnyNumber,
    Amount,
    Element,
    Id,
    OneOrMore,
    Package,
    Positive,
    Probability,
    Text,
)


class Meeting(Element):
    """One round of talks."""

    date: Date | None = None
    """The day, where known."""
    after: Id | None = None
    """The meeting of the same channel that it followed, where only the order is known."""
    place: Text | None = None
    """Where."""
    parties: OneOrMore = ()
    """Who took part."""
    people: OneOrMore = ()
    """Who sat there."""
    status: Literal["held", "announced", "proposed", "past"] = "held"
    """Whether it took place."""


class Mediation(Element):
    """How a mediator drafts."""

    rounds: Amount | None = None
    """Rounds of a single text (K)."""
    loss: Amount | None = None
    """Mediator's loss from war, in points (L)."""
    bias: AnyNumber | None = None
    """Bias (m) towards `side`."""
    side: Id | None = None
    """The side it leans to."""


class Channel(Element):
    """A format of talks."""

    label: Text | None = None
    """Short name."""
    members: OneOrMore
    """Who sits at it."""
    legs: tuple[OneOrMore, ...] = ()
    """Shuttle: who meets whom, in turn."""
    mediator: OneOrMore = ()
    """Who mediates."""
    agenda: OneOrMore = ()
    """Issues that may be tabled; every issue where left out."""
    protocol: Literal["dictate", "single-text", "shuttle", "alternating-offers"]
    """How a text is made."""
    secrecy: Literal["low", "medium", "high"] | None = None
    """How little is seen from outside."""
    every: Positive | None = None
    """Months between rounds."""
    since: Date | None = None
    """Since when it has run."""
    consent: dict[Id, Probability] = {}
    """Party → probability that it agrees to meet in this format."""
    opens: Trigger | None = None
    """What must happen before it opens."""
    chance: Probability | None = None
    """Probability that it opens then."""
    deliverables: Package = {}
    """What it may bring without the main deal."""
    mediation: Mediation | None = None
    """How the mediator drafts."""
    meetings: dict[Id, Meeting] = {}
    """Rounds held or announced."""


class Anchoring(Element):
    """Where a party starts, and how it moves."""

    start: Package = {}
    """Options with which it opens."""
    movement: Probability | None = None
    """Share of the way to its no-deal line that it has moved so far."""


class Talks(Element):
    """Conduct of the talks."""

    behaviour: Literal["lookahead", "myopic", "equilibrium"] = "lookahead"
    """How parties weigh waiting."""
    precision: Positive | None = None
    """Precision of expected acceptance, per point."""
    anchoring: dict[Id, Anchoring] = {}
    """Party → where it starts."""


class Signal(Element):
    """A message by word or deed."""

    label: Text | None = None
    """Short name."""
    sender: OneOrMore
    """Who sends it."""
    to: OneOrMore = ()
    """Whom it addresses."""
    kind: Literal["cheap", "costly"]
    """Whether it costs the sender anything."""
    date: Date | None = None
    """When."""
    says: Text
    """What it is taken to say."""
    about: OneOrMore = ()
    """Issues, channels or disputes concerned."""


class Step(Element):
    """One step of carrying a deal out."""

    label: Text | None = None
    """Short name."""
    options: dict[Id, Annotated[tuple[Id, ...], BeforeValidator(lambda raw: (raw,) if isinstance(raw, str) else raw)]] = {}
    """Issue → options that this step carries out."""
    after: OneOrMore = ()
    """Steps that come before."""
    by: OneOrMore = ()
    """Who acts."""
    takes: Positive | None = None
    """Months it takes."""
    repeats: Amount | None = None
    """How often it is repeated."""
    verified_by: Text | None = None
    """Who would check it."""
    verified: bool = False
    """Whether each part is checked before the next."""
    one_sided: bool = False
    """Whether one side acts before the other."""
