"""Acts outside the package: levers, bodies, clocks, and what sets them off."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field

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
from irenic.dossier.schema.scalars import Day, Whole

Operation: TypeAlias = Literal["multiply", "add", "set"]
BodyRule: TypeAlias = Literal[
    "leader",
    "majority",
    "two-chambers",
    "qualified",
    "weighted",
    "double-majority",
    "consensus",
    "consenting-members",
    "referendum",
]
Count: TypeAlias = Annotated[Whole, Field(ge=1)]
"""A whole number from 1."""
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


class Matter(Frozen):
    """What is put to a vote."""

    packages: Patterns = ()
    """Patterns of packages, one or a list (one match suffices)."""
    levers: LeverIds = ()
    """Levers."""


class BodyMember(Element):
    """One vote in a body."""

    party: ActorId | None = None
    """The party or member that casts it; the vote's own id where left out."""
    label: Text | None = None
    """Name of a vote that is cast by nobody whom the dossier knows otherwise."""
    position: Literal["yes", "no", "abstain", "silent"] = "silent"
    """What it has said. It is taken at its word; one that is silent votes by its utilities, or evenly."""
    about: Matter | None = None
    """What it has said that of; everything that the body decides where left out."""
    chance: Probability | None = None
    """Chance that it votes yes, of one that has said nothing; its utilities count where left out."""
    reason: Text | None = None
    """Why."""
    weight: Count | None = None
    """Votes it casts; one where left out."""
    population: Count | None = None
    """People whom it stands for, in any unit, the same for all members."""
    chamber: Id | None = None
    """The chamber it sits in, where there are two."""


class Decides(Matter):
    """What a body decides: packages and levers that need its yes; every package where only its party is given."""

    party: PartyId | None = None
    """The party in whose name it consents."""


class Body(Element):
    """Who ratifies or decides."""

    label: Text | None = None
    """Short name."""
    rule: BodyRule
    """How it decides: by its leader; by more than `threshold` of the votes cast (half), in each chamber where there are
    two; by at least `threshold` of all votes (two thirds), or by `quota` votes; by `threshold` of the members with
    `population_share` of the people; with nobody against; by those who agree, if they are `minimum`; by referendum."""
    person: PersonId | None = None
    """The leader."""
    decides: Decides
    """What it decides."""
    members: dict[Id, BodyMember] = {}
    """Who votes."""
    members_of: BodyId | None = None
    """Body whose members vote here too, without what they have said there; `members` goes before."""
    support: Probability | None = None
    """Support in polls."""
    poll_package: Package = {}
    """The package for which support was polled; other issues as they are without a deal."""
    threshold: Probability | None = None
    """Share of votes needed; of members, where `population_share` counts too."""
    population_share: Probability | None = None
    """Share of the people that members in favour must stand for; 0.65 where left out."""
    blocking: Count | None = None
    """Fewest members that can block a double majority; 4 where left out."""
    quota: Count | None = None
    """Votes needed, in place of a share."""
    minimum: Count | None = None
    """Fewest members without whom those who agree cannot go ahead; one where left out."""
    abstention: Literal["absent", "against", "constructive"] | None = None
    """What an abstention does: it does not count (majorities of votes cast, consensus), counts as a no (other rules),
    or it does not count unless a third of the members with a third of the people abstain."""
    sharpness: Positive | None = None
    """How sharply votes follow gains, per point, in log-odds; 0.2 where left out."""
    shock: Amount | None = None
    """Standard deviation of what moves all undecided votes alike, in log-odds; none where left out."""
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
