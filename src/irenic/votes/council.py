"""Bodies of a dossier compiled: who votes in them, by what rule, and which numbers that takes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np

from irenic.dossier.members import members_of
from irenic.dossier.schema.acts import Body, BodyMember, BodyRule, Decides, Matter
from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.model.structure import Feed, Model
from irenic.votes.game import Game, House, double_game, majority_game, number_game, quota_game, share_game

Position: TypeAlias = Literal["yes", "no", "abstain", "silent"]
Abstention: TypeAlias = Literal["absent", "against", "constructive"]

HALF: Final = 0.5
TWO_THIRDS: Final = 2 / 3
STATES: Final = 0.55
PEOPLE: Final = 0.65
BLOCKING: Final = 4
"""Share of the members, of the people, fewest members who can block: Treaty on European Union, article 16(4)."""

SHARPNESS: Final = 0.2
"""Log-odds of a yes per point gained, where a body states none."""

_ABSENT: Final = ("majority", "two-chambers", "consensus")
"""Rules under which an abstention does not count, unless the body says otherwise."""


@dataclass(frozen=True, slots=True)
class Voter:
    """A vote in a body.

    Attributes:
        id: its id.
        label: its name by language.
        position: what it has said.
        about: what it has said that of; everything where None.
        chance: chance that it votes yes, where the dossier guesses at one.
        party: position of the party by whose utilities it votes; None for one that votes evenly.
        no_deal: its own no-deal value; None for one that votes by its party's.
        weight: votes that it casts.
        population: people whom it stands for, 0 where not said.
        chamber: the chamber it sits in, if any.
    """

    id: str
    label: Mapping[str, str]
    position: Position = "silent"
    about: Matter | None = None
    chance: Feed | None = None
    party: int | None = None
    no_deal: Feed | None = None
    weight: int = 1
    population: int = 0
    chamber: str | None = None


@dataclass(frozen=True, slots=True)
class Council:
    """A body.

    Attributes:
        id: its id.
        label: its name by language; its id where the dossier gives none.
        rule: how it decides.
        decides: what it decides.
        voters: who votes; one where nobody is listed, the leader or the house as a whole.
        party: position of the party in whose name it decides, or None.
        threshold: share needed, or None for the rule's own.
        population_share: share of the people needed, or None for the rule's own.
        blocking: fewest members who can block a double majority.
        quota: votes needed in place of a share, or None.
        minimum: fewest consenting members.
        abstention: what an abstention does.
        sharpness: log-odds of a yes per point gained, or None for the default.
        shock: standard deviation of what moves all undecided votes alike, or None for none.
        support: support in polls, or None.
        poll: package for which it was polled, issue → option, the rest as without a deal.
        blocks: chance that it stops a package that it may contest, or None.
    """

    id: str
    label: Mapping[str, str]
    rule: BodyRule
    decides: Decides
    voters: tuple[Voter, ...]
    party: int | None = None
    threshold: Feed | None = None
    population_share: Feed | None = None
    blocking: int = BLOCKING
    quota: int | None = None
    minimum: int = 1
    abstention: Abstention = "absent"
    sharpness: Feed | None = None
    shock: Feed | None = None
    support: Feed | None = None
    poll: Mapping[str, str] | None = None
    blocks: Feed | None = None

    def houses(self, share: float | None = None, people: float | None = None, voting: Collection[int] | None = None,
               rule: BodyRule | None = None) -> tuple[House, ...]:  # fmt: skip
        """What must carry for a yes.

        Args:
            share: share needed; the rule's own where None.
            people: share of the people needed; the rule's own where None.
            voting: positions of the members who take part; all where None.
            rule: another rule than the body's own, with its own shares.

        Raises:
            ValueError: a referendum has no members whose votes are counted.
        """
        members = tuple(range(len(self.voters))) if voting is None else tuple(sorted(voting))
        chosen = self.rule if rule is None else rule
        if chosen == "two-chambers" and any(voter.chamber for voter in self.voters):
            chambers = dict.fromkeys(voter.chamber for voter in self.voters)
            return tuple(self._majority([m for m in members if self.voters[m].chamber == c], share) for c in chambers)
        if chosen in {"majority", "two-chambers"}:
            return (self._majority(members, share),)
        return (House(members, self._game(chosen, members, share, people)),)

    def _majority(self, members: Sequence[int], share: float | None) -> House:
        weights = [self.voters[m].weight for m in members]
        return House(tuple(members), majority_game(weights, HALF if share is None else share))

    def _game(self, rule: BodyRule, members: Sequence[int], share: float | None, people: float | None) -> Game:
        weights = [self.voters[m].weight for m in members]
        if rule in {"qualified", "weighted"}:
            if self.quota is not None and rule == self.rule:
                return quota_game(weights, self.quota)
            return share_game(weights, TWO_THIRDS if share is None else share)
        if rule == "double-majority":
            populations = [self.voters[m].population for m in members]
            states, peoples = STATES if share is None else share, PEOPLE if people is None else people
            return double_game(populations, states, peoples, self.blocking)
        if rule == "consenting-members":
            return number_game(len(members), self.minimum)
        if rule == "referendum":
            raise ValueError("the people are not counted one by one")
        return number_game(len(members), len(members))


def compile_bodies(dossier: Dossier, model: Model) -> dict[str, Council]:
    """Every body of a dossier, in its order."""
    return {name: _council(dossier.file, model, name, body) for name, body in dossier.file.bodies.items()}


def _council(file: DossierFile, model: Model, name: str, body: Body) -> Council:
    way = f"bodies.{name}"
    belongs, leader = _person(file, body.person)
    party = body.decides.party or belongs
    position = model.parties.index(party) if party is not None else None
    named = members_of(file.bodies, name)
    voters = tuple(_voter(file, model, name, vote, member) for vote, member in named.items())
    if not voters or body.rule == "leader":
        voters = (Voter(body.person or name, leader or _label(body, name), party=position),)
    absent: Abstention = "absent" if body.rule in _ABSENT else "against"
    return Council(
        id=name,
        label=_label(body, name),
        rule=body.rule,
        decides=body.decides,
        voters=voters,
        party=position,
        threshold=_feed(f"{way}.threshold", body.threshold),
        population_share=_feed(f"{way}.population_share", body.population_share),
        blocking=body.blocking or BLOCKING,
        quota=body.quota,
        minimum=body.minimum or 1,
        abstention=body.abstention or absent,
        sharpness=_feed(f"{way}.sharpness", body.sharpness),
        shock=_feed(f"{way}.shock", body.shock),
        support=_feed(f"{way}.support", body.support),
        poll=body.poll_package or None,
        blocks=_feed(f"{way}.blocks", body.blocks),
    )


def _voter(file: DossierFile, model: Model, body: str, vote: str, member: BodyMember) -> Voter:
    actor = member.party or vote
    party, no_deal, label = _actor(file, model, actor)
    lender = file.bodies[body].members_of
    at = body if vote in file.bodies[body].members else lender
    return Voter(
        id=vote,
        label=member.label or label or {"": vote},
        position=member.position,
        about=member.about,
        chance=_feed(f"bodies.{at}.members.{vote}.chance", member.chance),
        party=party,
        no_deal=no_deal,
        weight=member.weight or 1,
        population=member.population or 0,
        chamber=member.chamber,
    )


def _actor(file: DossierFile, model: Model, actor: str) -> tuple[int | None, Feed | None, Mapping[str, str]]:
    """By whose utilities an actor votes, its own no-deal value, and its name.

    A member of a party that has a no-deal value of its own votes by the party's utilities against that value; one
    that has none votes evenly, since a party's position is not each member's.
    """
    if actor in file.parties:
        return model.parties.index(actor), None, file.parties[actor].name
    for name, party in file.parties.items():
        member = party.members.get(actor)
        if member is not None:
            own = _feed(f"parties.{name}.members.{actor}.no_deal", member.no_deal)
            return (None if own is None else model.parties.index(name)), own, member.name
    return None, None, {}


def _feed(path: str, quantity: Quantity | None) -> Feed | None:
    return None if quantity is None else Feed(path, quantity.value, ())


def _label(body: Body, name: str) -> Mapping[str, str]:
    return body.label or {"": name}


def _person(file: DossierFile, person: str | None) -> tuple[str | None, Mapping[str, str]]:
    """The party to which a person belongs, and its name."""
    for name, party in file.parties.items():
        for people in (party.people, *(member.people for member in party.members.values())):
            if person is not None and person in people:
                return name, people[person].name
    return None, {}


def constructive_block(council: Council, abstaining: Sequence[int]) -> bool:
    """Whether abstentions stop a decision: a third of the members with a third of the people (TEU, article 31(1))."""
    if council.abstention != "constructive":
        return False
    people = np.array([voter.population for voter in council.voters])
    counted = people if people.any() else np.ones(len(people), dtype=np.int64)
    enough = 3 * len(abstaining) >= len(council.voters)
    return enough and bool(3 * counted[list(abstaining)].sum() >= counted.sum())
