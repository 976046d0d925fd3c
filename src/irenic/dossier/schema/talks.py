"""Channels, their meetings, the conduct of talks, and what parties signal."""

from typing import Literal

from irenic.dossier.schema.acts import Trigger
from irenic.dossier.schema.base import Amount, AnyNumber, Element, Positive, Probability, Text
from irenic.dossier.schema.ids import (
    ActorId,
    ActorIds,
    Id,
    IssueIds,
    MeetingId,
    Package,
    PartyId,
    Pattern,
    PersonIds,
    SenderIds,
    StepIds,
    TopicIds,
)
from irenic.dossier.schema.scalars import Day, Truth


class Meeting(Element):
    """One round of talks."""

    date: Day | None = None
    """The day, where known."""
    after: MeetingId | None = None
    """The meeting of the same channel that it followed, where only the order is known."""
    place: Text | None = None
    """Where."""
    parties: ActorIds = ()
    """Who took part."""
    people: PersonIds = ()
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
    side: PartyId | None = None
    """The side it leans to."""


class Channel(Element):
    """A format of talks."""

    label: Text | None = None
    """Short name."""
    members: ActorIds
    """Who sits at it."""
    legs: tuple[ActorIds, ...] = ()
    """Shuttle: who meets whom, in turn."""
    mediator: ActorIds = ()
    """Who mediates."""
    agenda: IssueIds = ()
    """Issues that may be tabled; every issue where left out."""
    protocol: Literal["dictate", "single-text", "shuttle", "alternating-offers"]
    """How a text is made."""
    secrecy: Literal["low", "medium", "high"] | None = None
    """How little is seen from outside."""
    every: Positive | None = None
    """Months between rounds."""
    since: Day | None = None
    """Since when it has run."""
    consent: dict[ActorId, Probability] = {}
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
    anchoring: dict[PartyId, Anchoring] = {}
    """Party → where it starts."""


class Signal(Element):
    """A message by word or deed."""

    label: Text | None = None
    """Short name."""
    sender: SenderIds
    """Who sends it."""
    to: SenderIds = ()
    """Whom it addresses."""
    kind: Literal["cheap", "costly"]
    """Whether it costs the sender anything."""
    date: Day | None = None
    """When."""
    says: Text
    """What it is taken to say."""
    about: TopicIds = ()
    """Issues, channels or disputes concerned."""


class Step(Element):
    """One step of carrying a deal out."""

    label: Text | None = None
    """Short name."""
    options: Pattern = {}
    """Issue → options that this step carries out."""
    after: StepIds = ()
    """Steps that come before."""
    by: ActorIds = ()
    """Who acts."""
    takes: Positive | None = None
    """Months it takes."""
    repeats: Amount | None = None
    """How often it is repeated."""
    verified_by: Text | None = None
    """Who would check it."""
    verified: Truth = False
    """Whether each part is checked before the next."""
    one_sided: Truth = False
    """Whether one side acts before the other."""
