"""Who votes in a body, with members that it shares with another."""

from collections.abc import Mapping

from irenic.dossier.schema.acts import Body, BodyMember


def members_of(bodies: Mapping[str, Body], name: str) -> dict[str, BodyMember]:
    """The votes of a body, in the order written: those of the body that lends its members first.

    What a lender's members have said there does not count here: of each only who it is, its weight, population and
    chamber are taken over. What the body itself says of a member goes before.

    Args:
        bodies: all bodies.
        name: id of the body.
    """
    body = bodies[name]
    lender = bodies.get(body.members_of) if body.members_of is not None else None
    kept = {"party", "label", "weight", "population", "chamber"}
    found = {} if lender is None else {vote: _only(member, kept) for vote, member in lender.members.items()}
    for vote, member in body.members.items():
        lent = found.get(vote)
        found[vote] = member if lent is None else _only(lent, kept - _said(member), member)
    return found


def _only(member: BodyMember, fields: set[str], over: BodyMember | None = None) -> BodyMember:
    """These fields of a member, over what another says."""
    return (over or BodyMember()).model_copy(update={field: getattr(member, field) for field in fields})


def _said(member: BodyMember) -> set[str]:
    return {field for field in member.model_fields_set if getattr(member, field) is not None}
