"""Who wants something, and who speaks, signs or sits for them."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator

from irenic.dossier.schema.base import Element, Fraction, Points, Positive, Text
from irenic.dossier.schema.ids import Id, PartyIds, as_tuple
from irenic.dossier.schema.scalars import Truth

Role: TypeAlias = Literal["belligerent", "mediator", "patron", "financier", "spoiler"]


class Person(Element):
    """Somebody who speaks, relays or signs for a party."""

    name: Text
    """The person's name."""
    office: Text | None = None
    """What the person is."""
    acts: tuple[Literal["decides", "speaks", "signs", "relays", "negotiates"], ...] = ()
    """What the person does for the party."""


class Member(Element):
    """A state, body or group inside a party."""

    name: Text
    """The member's name."""
    kind: Literal["state", "government", "company", "armed-force", "group", "institution"] = "state"
    """What it is."""
    people: dict[Id, Person] = {}
    """Who speaks for it."""
    no_deal: Points | None = None
    """What no deal is worth to this member, where it differs from its party."""


class Party(Element):
    """Who wants something."""

    name: Text
    """The party's name."""
    roles: Annotated[tuple[Role, ...], BeforeValidator(as_tuple, json_schema_input_type=Role | list[Role])]
    """Belligerent, mediator, patron, financier, spoiler: a set."""
    consents: Truth = False
    """Whether a deal needs this party's consent; acts of others enter through an option's `needs`."""
    influence: Positive | None = None
    """Weight in the terms of a deal, on any common scale."""
    discount: Fraction | None = None
    """What a year's delay leaves of a gain: the discount factor per year."""
    no_deal: Points | None = None
    """What the party gets without a deal, in utility points."""
    interests: tuple[Text, ...] = ()
    """What stands behind the positions."""
    people: dict[Id, Person] = {}
    """People who speak, relay or sign."""
    members: dict[Id, Member] = {}
    """Who is part of it."""
    overlaps: PartyIds = ()
    """Other parties with which it shares members."""
    unresolved: Truth = False
    """True where the source does not say who this is: never to be filled in silently."""
