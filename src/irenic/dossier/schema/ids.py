"""Names inside a dossier, and what each of them must name.

A field's type says what its ids refer to (`Refers`); the check of references walks the types, so a new field needs no
check of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import BeforeValidator, Field, StringConstraints

ID_PATTERN: Final = r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"
"""Letters and digits in groups with single hyphens between them."""
PATH_PATTERN: Final = r"^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*(\.[A-Za-z0-9]+([-_][A-Za-z0-9]+)*)*$"
"""Names with dots between them."""

Kind: TypeAlias = Literal[
    "party",  # one of `parties`
    "actor",  # a party or a member of one
    "person",  # somebody named under a party or member
    "sender",  # an actor or a person
    "holder",  # an actor, person, voice, or `author`
    "side",  # one of `theatre.sides`
    "issue",
    "option",  # an option of the issue that keys it, or under which it stands
    "body",
    "clock",
    "lever",
    "step",  # one of `implementation`
    "meeting",  # a meeting of the same channel
    "topic",  # an issue, channel or dispute
    "claim",
    "source",
    "segment",  # a segment of the claim's source
    "path",  # a dotted path to an element or number
    "number",  # a dotted path to a number
]


@dataclass(frozen=True, slots=True)
class Refers:
    """Annotation: the id must name something of this kind."""

    kind: Kind


def as_tuple(raw: Any) -> Any:
    """One text where a list may stand counts as a list of one."""
    return (raw,) if isinstance(raw, str) else raw


Id: TypeAlias = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""A name inside the dossier: letters, digits and hyphens."""
DottedPath: TypeAlias = Annotated[str, StringConstraints(pattern=PATH_PATTERN), Refers("path")]
"""Dotted way to an element or number: `levers.shadow-fleet`."""
NumberPath: TypeAlias = Annotated[str, StringConstraints(pattern=PATH_PATTERN), Refers("number")]
"""Dotted way to a number: `parties.usa.discount`."""

PartyId: TypeAlias = Annotated[Id, Refers("party")]
ActorId: TypeAlias = Annotated[Id, Refers("actor")]
PersonId: TypeAlias = Annotated[Id, Refers("person")]
SenderId: TypeAlias = Annotated[Id, Refers("sender")]
HolderId: TypeAlias = Annotated[Id, Refers("holder")]
SideId: TypeAlias = Annotated[Id, Refers("side")]
IssueId: TypeAlias = Annotated[Id, Refers("issue")]
OptionId: TypeAlias = Annotated[Id, Refers("option")]
BodyId: TypeAlias = Annotated[Id, Refers("body")]
ClockId: TypeAlias = Annotated[Id, Refers("clock")]
LeverId: TypeAlias = Annotated[Id, Refers("lever")]
StepId: TypeAlias = Annotated[Id, Refers("step")]
MeetingId: TypeAlias = Annotated[Id, Refers("meeting")]
TopicId: TypeAlias = Annotated[Id, Refers("topic")]
ClaimId: TypeAlias = Annotated[Id, Refers("claim")]
SourceId: TypeAlias = Annotated[Id, Refers("source")]
SegmentId: TypeAlias = Annotated[Id, Refers("segment")]

_ONE_OR_MORE: Final = BeforeValidator(as_tuple, json_schema_input_type=str | list[str])

PartyIds: TypeAlias = Annotated[tuple[PartyId, ...], _ONE_OR_MORE]
ActorIds: TypeAlias = Annotated[tuple[ActorId, ...], _ONE_OR_MORE]
PersonIds: TypeAlias = Annotated[tuple[PersonId, ...], _ONE_OR_MORE]
SenderIds: TypeAlias = Annotated[tuple[SenderId, ...], _ONE_OR_MORE]
HolderIds: TypeAlias = Annotated[tuple[HolderId, ...], _ONE_OR_MORE]
IssueIds: TypeAlias = Annotated[tuple[IssueId, ...], _ONE_OR_MORE]
OptionIds: TypeAlias = Annotated[tuple[OptionId, ...], Field(min_length=1), _ONE_OR_MORE]
LeverIds: TypeAlias = Annotated[tuple[LeverId, ...], _ONE_OR_MORE]
StepIds: TypeAlias = Annotated[tuple[StepId, ...], _ONE_OR_MORE]
TopicIds: TypeAlias = Annotated[tuple[TopicId, ...], _ONE_OR_MORE]
DottedPaths: TypeAlias = Annotated[tuple[DottedPath, ...], _ONE_OR_MORE]

Package: TypeAlias = dict[IssueId, OptionId]
"""Issue → option; a part of a package unless said otherwise."""
Pattern: TypeAlias = dict[IssueId, OptionIds]
"""Issue → option or options: matches packages that have one of the options in every issue named."""


def _as_patterns(raw: Any) -> Any:
    return (raw,) if isinstance(raw, Mapping) else raw


Patterns: TypeAlias = Annotated[
    tuple[Pattern, ...], BeforeValidator(_as_patterns, json_schema_input_type=Pattern | list[Pattern])
]
"""One pattern or a list: matches packages that match one of them."""
