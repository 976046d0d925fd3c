"""Bodies say all that their rule needs, and every vote belongs to somebody."""

from collections.abc import Iterator, Mapping
from typing import Final

from irenic.dossier.checks.names import Names
from irenic.dossier.members import members_of
from irenic.dossier.positions import Positions
from irenic.dossier.schema.acts import Body, BodyMember
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import Parameter, Problem, Severity

CHAMBERS: Final = 2

USED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("leader",),
    "support": ("referendum",),
    "poll_package": ("referendum",),
    "threshold": ("majority", "two-chambers", "qualified", "weighted", "double-majority", "referendum"),
    "population_share": ("double-majority",),
    "blocking": ("double-majority",),
    "quota": ("qualified", "weighted"),
    "minimum": ("consenting-members",),
    "abstention": (
        "majority",
        "two-chambers",
        "qualified",
        "weighted",
        "double-majority",
        "consensus",
        "consenting-members",
    ),
}
"""Key → rules that make something of it."""


def check_bodies(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A leader is named, a referendum has support in polls, a rule has what it counts, and votes belong to somebody."""
    names = Names(dossier, positions)
    for name, body in dossier.file.bodies.items():
        way = ("bodies", name)
        yield from _rule_problems(dossier, name, body, positions)
        yield from _vote_problems(body, members_of(dossier.file.bodies, name), way, names, positions)
        if body.members_of is not None and _borrows(dossier, body.members_of, name):
            params = {"body": name, "other": body.members_of}
            yield positions.problem("dossier.members-borrowed", (*way, "members_of"), params)


def _borrows(dossier: Dossier, lender: str, borrower: str) -> bool:
    """Whether a body that lends its members has them from another itself, or is the borrower."""
    other = dossier.file.bodies.get(lender)
    return lender == borrower or (other is not None and other.members_of is not None)


def _rule_problems(dossier: Dossier, name: str, body: Body, positions: Positions) -> Iterator[Problem]:
    way = ("bodies", name, "rule")
    if body.rule == "leader" and body.person is None:
        yield positions.problem("dossier.leader-missing", way, {"body": name})
    if body.rule == "referendum" and body.support is None:
        yield positions.problem("dossier.support-missing", way, {"body": name})
    members = members_of(dossier.file.bodies, name)
    if body.rule == "two-chambers" and members:
        chambers = {vote.chamber for vote in members.values()}
        if None in chambers or len(chambers) != CHAMBERS:
            yield positions.problem("dossier.chambers-not-two", way, {"body": name})
    if body.rule == "double-majority":
        without = [vote for vote, member in members.items() if member.population is None]
        if without or not members:
            yield positions.problem(
                "dossier.population-missing", way, {"body": name, "members": ", ".join(without) or "–"}
            )
    idle = [key for key, rules in USED_BY.items() if getattr(body, key) and body.rule not in rules]
    if idle:
        params = {"body": name, "rule": body.rule, "keys": ", ".join(idle)}
        yield positions.problem("dossier.body-keys-idle", way, params, severity=Severity.WARNING)
    yield from _out_of_reach(name, body, sum(vote.weight or 1 for vote in members.values()), len(members), positions)


def _out_of_reach(name: str, body: Body, votes: int, members: int, positions: Positions) -> Iterator[Problem]:
    """A number of votes or members that is needed, where there are fewer."""
    for key, needed, there in (("quota", body.quota, votes), ("minimum", body.minimum, members)):
        if needed is not None and needed > there:
            params: dict[str, Parameter] = {"body": name, "needed": needed, "there": there}
            yield positions.problem("dossier.votes-out-of-reach", ("bodies", name, key), params)


def _vote_problems(
    body: Body, whole: Mapping[str, BodyMember], way: Way, names: Names, positions: Positions
) -> Iterator[Problem]:
    """What is wrong with votes that a body lists; who casts them may be said where its members are lent from."""
    for vote_id, vote in body.members.items():
        at, caster = (*way, "members", vote_id), whole[vote_id]
        if caster.party is None and caster.label is None and not names.has("actor", vote_id):
            yield positions.problem("dossier.vote-of-nobody", at, {"vote": vote_id}, at_key=True)
        if vote.chance is not None and vote.position != "silent":
            yield positions.problem("dossier.vote-said-and-guessed", (*at, "chance"), {"vote": vote_id}, at_key=True)
