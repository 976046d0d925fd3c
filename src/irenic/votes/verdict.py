"""Chance that a body says yes to a question."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np

from irenic.dossier.schema.acts import BodyRule
from irenic.fast.grid import Floats
from irenic.votes.ballot import Ballot, cast
from irenic.votes.chances import body_chances
from irenic.votes.council import HALF, Council, constructive_block
from irenic.votes.game import House, carries
from irenic.votes.questions import Question
from irenic.votes.referendum import referendum_chance, support
from irenic.votes.stakes import Stakes


def chance(council: Council, question: Question, stakes: Stakes) -> Floats:
    """Chance of a yes in each draw: float64[draw].

    On a package, a body of which the dossier says how likely it stops what it may contest lets it pass otherwise. A
    referendum passes where support exceeds what is needed. Other bodies vote by their rule.

    Raises:
        IrenicError: `vote.too-large`, where the sets of members are too many.
    """
    if council.blocks is not None and question.package:
        return np.asarray(1.0 - stakes.of(council.blocks, 0.0))
    if council.rule == "referendum":
        supported = support(council, question, stakes)
        return referendum_chance(supported, stakes.of(council.threshold, HALF), stakes.of(council.shock, 0.0))
    return ballot_chance(council, cast(council, question, stakes), stakes)


def ballot_chance(council: Council, ballot: Ballot, stakes: Stakes, rule: BodyRule | None = None) -> Floats:
    """Chance that votes carry, by the body's own rule or by another: float64[draw]."""
    voting, log_odds = counted(council, ballot, rule)
    if voting is None:
        return np.zeros(len(log_odds))
    shock, shares = stakes.of(council.shock, 0.0), _shares(council, stakes, rule)
    found = np.empty(len(log_odds))
    for share, people in np.unique(shares, axis=0):
        rows = (shares == (share, people)).all(axis=1)
        houses = council.houses(_or_own(share), _or_own(people), voting, rule)
        found[rows] = body_chances(houses, log_odds[rows], shock[rows])
    return found


def counted(council: Council, ballot: Ballot, rule: BodyRule | None = None) -> tuple[tuple[int, ...] | None, Floats]:
    """Who takes part, and log-odds with abstentions counted as the body counts them; None where these stop it."""
    log_odds = ballot.log_odds
    if not ballot.abstaining:
        return tuple(range(len(council.voters))), log_odds
    if counts_as_no(council, rule):
        log_odds = log_odds.copy()
        log_odds[:, list(ballot.abstaining)] = -np.inf
        return tuple(range(len(council.voters))), log_odds
    if constructive_block(council, ballot.abstaining):
        return None, log_odds
    return tuple(m for m in range(len(council.voters)) if m not in ballot.abstaining), log_odds


def counts_as_no(council: Council, rule: BodyRule | None = None) -> bool:
    """Whether an abstention is as good as a no: as the body says, or, under another rule, as that rule has it."""
    if rule is None or rule == council.rule:
        return council.abstention == "against"
    return rule not in {"majority", "two-chambers", "consensus"}


def houses_now(council: Council, ballot: Ballot, rule: BodyRule | None = None) -> tuple[House, ...] | None:
    """What must carry with who takes part, at the median of what is needed; None where abstentions stop it."""
    voting, _ = counted(council, ballot, rule)
    if voting is None:
        return None
    own = rule is None or rule == council.rule
    share = council.threshold.distribution.median if own and council.threshold else None
    people = council.population_share.distribution.median if own and council.population_share else None
    return council.houses(share, people, voting, rule)


def houses_back(council: Council, ballot: Ballot, back: frozenset[int]) -> tuple[House, ...] | None:
    """What must carry once these abstainers vote again; None where the abstentions of the others stop it."""
    left = tuple(m for m in ballot.abstaining if m not in back)
    return houses_now(council, replace(ballot, abstaining=left))


def backs(council: Council, ballot: Ballot) -> Iterator[frozenset[int]]:
    """Abstainers who take no part, as they may come back: so many in each of two chambers, the heaviest first.

    They are put in the order of their votes, and in that of the people they stand for: either may count.
    """
    if counts_as_no(council):
        yield frozenset()
        return
    for weight in ("weight", "population"):
        chambers = defaultdict[str | None, list[int]](list)
        for m in sorted(ballot.abstaining, key=lambda m: -getattr(council.voters[m], weight)):
            chambers[council.voters[m].chamber if council.rule == "two-chambers" else None].append(m)
        for numbers in product(*(range(len(there) + 1) for there in chambers.values())):
            yield frozenset(m for there, n in zip(chambers.values(), numbers, strict=True) for m in there[:n])


def passes(houses: tuple[House, ...] | None, favour: frozenset[int]) -> bool:
    """Whether these members in favour carry."""
    return houses is not None and carries(houses, favour)


def _shares(council: Council, stakes: Stakes, rule: BodyRule | None) -> Floats:
    """Share of votes and of people needed in each draw, −1 for the rule's own: float64[draw, 2]."""
    if rule is not None and rule != council.rule:
        return np.full((stakes.draws, 2), -1.0)
    return np.column_stack([stakes.of(council.threshold, -1.0), stakes.of(council.population_share, -1.0)])


def _or_own(share: float) -> float | None:
    return None if share < 0 else float(share)
