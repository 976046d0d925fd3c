"""Acts outside the package: levers, bodies, clocks, and what sets them off."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator

from irenic.dossier.schema.base import Amount, AnyNumber, Element, Frozen, Positive, Probability, Text
from irenic.dossier.schema.ids import (
    ActorId,
    ActorIds,
    BodyId,
    ClockId,
    Id,
    LeverId,
    LeverIds,
    NumberPath,
    Package,
    PartyId,
    Pattern,
    Patterns,
    PersonId,
)
from irenic.dossier.schema.scalars import Day

Operation: TypeAlias = Literal["multiply", "add", "set"]
Event: TypeAlias = Literal[
    "always",
    "own-choice",
    "yearly",
    "date",
    "talks-fail",
    "offer-refused",
    "offer-made",
    "deal-signed",
    "option-chosen",
    "body-decides",
    "clock",
    "lever-ends",
]


class TriggerRule(Frozen):
    """What sets something off, or ends it."""

    on: Event
    """The kind of event."""
    by: ActorIds = ()
    """Parties whose act it is."""
    body: BodyId | None = None
    """The body that decides."""
    clock: ClockId | None = None
    """The clock that strikes."""
    lever: LeverId | None = None
    """The lever concerned."""
    package: Pattern = {}
    """Options that must be part of what is refused, made, signed or chosen."""
    date: Day | None = None
    """The day."""
    decision: Literal["yes", "no"] = "yes"
    """What the body must have decided."""


def _as_trigger(raw: Any) -> Any:
    return {"on": raw} if isinstance(raw, str) else raw


Trigger: TypeAlias = Annotated[TriggerRule, BeforeValidator(_as_trigger, json_schema_input_type=Event | TriggerRule)]
"""A kind of event by name, or a mapping with `on`."""


class Effect(Element):
    """A change to a number elsewhere in the dossier."""

    path: NumberPath
    """Dotted path of the number."""
    op: Operation
    """Multiply, add or set."""
    size: AnyNumber
    """By how much."""


class Cost(Element):
    """What a lever costs somebody."""

    amount: Amount | None = None
    """How much."""
    unit: Text | None = None
    """In which unit; points are utility points and are never ranked with money."""


class Lever(Element):
    """Something that a party may do outside the package."""

    label: Text | None = None
    """Short name."""
    holder: ActorIds
    """Who can pull it."""
    path: NumberPath | None = None
    """Dotted path of the number it changes; none for a lever whose effect is only declared."""
    op: Operation | None = None
    """Multiply, add or set."""
    size: AnyNumber | None = None
    """By how much."""
    unit: Text | None = None
    """Unit of the size."""
    lag: Amount | None = None
    """Months until it works."""
    duration: Positive | None = None
    """Months for which it works."""
    trigger: Trigger
    """What sets it off."""
    end: Trigger | None = None
    """What ends or defers it."""
    effects: dict[Id, Effect] = {}
    """Further numbers that it changes."""
    cost: dict[ActorId, Cost] = {}
    """Who bears the cost: party or member → cost."""
    credibility: Probability | None = None
    """Probability that it is used when its trigger comes."""
    addressed_to: ActorIds = ()
    """Whom it is meant for."""


class BodyMember(Element):
    """One vote in a body."""

    party: ActorId | None = None
    """The party or member that casts it; the vote's own id where left out."""
    position: Literal["yes", "no", "abstain", "silent"] = "silent"
    """What it has said."""
    reason: Text | None = None
    """Why."""
    weight: Positive | None = None
    """Votes it casts; one where left out."""


class Decides(Frozen):
    """What a body decides."""

    party: PartyId | None = None
    """The party in whose name it consents."""
    packages: Patterns = ()
    """Patterns of packages that need its yes, one or a list (one match suffices); every package where left out."""
    levers: LeverIds = ()
    """Levers for which its yes is needed."""


class Body(Element):
    """Who ratifies or decides."""

    label: Text | None = None
    """Short name."""
    rule: Literal[
        "leader",
        "majority",
        "two-chambers",
        "qualified",
        "double-majority",
        "consensus",
        "consenting-members",
        "referendum",
    ]
    """How it decides."""
    person: PersonId | None = None
    """The leader."""
    decides: Decides
    """What it decides."""
    members: dict[Id, BodyMember] = {}
    """Who votes."""
    support: Probability | None = None
    """Support in polls."""
    poll_package: Package = {}
    """The package for which support was polled."""
    threshold: Probability | None = None
    """Share of votes needed."""
    blocks: Probability | None = None
    """Probability that it stops what it may contest."""
    lag: Amount | None = None
    """Months it takes."""
    audience: Text | None = None
    """Whose opinion weighs on it."""


class Clock(Element):
    """Dated or undated pressure."""

    label: Text | None = None
    """Short name."""
    date: Day | None = None
    """When it strikes."""
    since: Day | None = None
    """Since when it runs."""
    every: Positive | None = None
    """Months between two strikes."""
    after: Trigger | None = None
    """The event from which it counts."""
    months: Amount | None = None
    """Months after that event."""
    who: ActorIds
    """Whom it presses."""
    effect: Effect | None = None
    """The number that it changes."""
    credibility: Probability | None = None
    """Probability that it presses at all."""
