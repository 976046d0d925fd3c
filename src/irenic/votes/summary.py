"""What is told of a dossier's bodies: votes, what would have changed them, power (docs/report-data.md, `votes`)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, Final

import numpy as np

from irenic.dossier.schema.acts import BodyRule
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import IrenicError
from irenic.fast.grid import Floats
from irenic.numbers.spread import spread_of
from irenic.votes.ballot import Ballot, cast
from irenic.votes.chances import logistic
from irenic.votes.changes import Change, change_with_abstainers
from irenic.votes.council import Council, compile_bodies
from irenic.votes.power import Power, power
from irenic.votes.questions import Question, decides_package, questions_of
from irenic.votes.referendum import movement, support
from irenic.votes.stakes import Stakes
from irenic.votes.verdict import backs, ballot_chance, chance, houses_back, houses_now, passes
from irenic.votes.win_sets import win_share

OTHER_RULES: Final[tuple[BodyRule, ...]] = ("majority", "qualified", "double-majority", "consensus")
"""Rules that are tried in place of a body's own."""
TRIED_DRAWS: Final = 256
"""Draws over which other rules and other votes are tried."""


def votes_summary(
    dossier: Dossier,
    stakes: Stakes,
    *,
    bodies: Iterable[str] | None = None,
    packages: Iterable[Mapping[str, str]] = (),
) -> dict[str, Any]:
    """How every body votes on what it decides.

    Args:
        dossier: the dossier.
        stakes: what members vote by, in every draw from the first.
        bodies: bodies that are told of; all where None.
        packages: packages on which every body is asked that decides them, issue → option, the rest as without a deal.

    Raises:
        IrenicError: utilities are out of reach, or a body has too many members to be counted.
    """
    tried = stakes.first(TRIED_DRAWS)
    asked = None if bodies is None else set(bodies)
    given = [dict(package) for package in packages]
    councils = compile_bodies(dossier, stakes.model)
    told = [council for name, council in councils.items() if asked is None or name in asked]
    return {
        "draws": stakes.draws,
        "bodies": [_body(dossier, council, stakes, tried, given) for council in told],
        "packages": [_ratified(councils.values(), package, stakes) for package in given],
    }


def _body(
    dossier: Dossier, council: Council, stakes: Stakes, tried: Stakes, given: Iterable[Mapping[str, str]]
) -> dict[str, Any]:
    questions = list(questions_of(council, stakes.model, given))
    counted = council.rule not in {"leader", "referendum"} and len(council.voters) > 1
    decides = council.decides
    return {
        "id": council.id,
        "label": dict(council.label),
        "rule": council.rule,
        "party": None if council.party is None else stakes.model.parties[council.party],
        "every_package": decides_package(council, stakes.model, {}) and not decides.packages,
        "levers": {lever: dict(dossier.file.levers[lever].label or {"": lever}) for lever in decides.levers},
        "members": [
            {"id": voter.id, "label": dict(voter.label), "weight": voter.weight, "population": voter.population or None}
            for voter in council.voters
        ],
        "power": _power(council) if counted else None,
        "votes": [_vote(council, question, stakes, tried) for question in questions],
    }


def _power(council: Council) -> dict[str, Any] | None:
    """Power of each member if all take part; None where nobody's vote decides."""
    share = council.threshold.distribution.median if council.threshold else None
    people = council.population_share.distribution.median if council.population_share else None
    try:
        return power_data(power(council.houses(share, people), len(council.voters)))
    except IrenicError:
        return None


def power_data(found: Power) -> dict[str, Any]:
    """Indices as exact fractions, in the order of the members."""
    return {
        "shapley_shubik": [str(x) for x in found.shapley_shubik],
        "banzhaf": [str(x) for x in found.banzhaf],
        "banzhaf_absolute": [str(x) for x in found.absolute],
        "swings": list(found.swings),
    }


def _vote(council: Council, question: Question, stakes: Stakes, tried: Stakes) -> dict[str, Any]:
    said = {
        "levers": list(question.levers),
        "package": dict(question.package),
        "chance": spread(chance(council, question, stakes)),
        "contested": council.blocks is not None and bool(question.package),
        "support": None,
        "moved": None,
        "in_win_set": win_share(council, question, stakes),
        "members": [],
        "settled": None,
        "changes": [],
        "rules": [],
    }
    if said["contested"]:
        return said
    if council.rule == "referendum":
        moved = float(np.median(movement(council, question, stakes)))
        return {**said, "support": spread(support(council, question, stakes)), "moved": moved}
    ballot = cast(council, question, stakes)
    told = {**said, "members": list(_members(ballot))}
    if len(council.voters) == 1:
        return told
    few = cast(council, question, tried)
    return {
        **told,
        "settled": _settled(council, ballot),
        "changes": list(_changes(council, few, tried)),
        "rules": list(_rules(council, few, tried)),
    }


def _members(ballot: Ballot) -> Iterator[dict[str, Any]]:
    """How each member votes by itself: before what moves them all alike."""
    for m, basis in enumerate(ballot.basis):
        abstains = m in ballot.abstaining
        yield {
            "abstains": abstains,
            "basis": basis,
            "chance": None if abstains else spread(logistic(ballot.log_odds[:, m])),
        }


def _settled(council: Council, ballot: Ballot, rule: BodyRule | None = None) -> str:
    """Whether what has been said settles the vote: it passes or fails however the others vote, or is open."""
    houses, yes = houses_now(council, ballot, rule), frozenset(ballot.said("yes"))
    if passes(houses, yes):
        return "passes"
    return "open" if passes(houses, yes | frozenset(ballot.undecided)) else "fails"


def _changes(council: Council, ballot: Ballot, tried: Stakes) -> Iterator[dict[str, Any]]:
    """For the undecided all in favour, and all against: the outcome, and the smallest changes that turn it over."""
    houses = cache(partial(houses_back, council, ballot))
    back = set(backs(council, ballot))
    yes, undecided = frozenset(ballot.said("yes")), frozenset(ballot.undecided)
    for favour in (True, False) if undecided else (True,):
        now = yes | undecided if favour else yes
        outcome = passes(houses(frozenset()), now)
        change = change_with_abstainers(houses, now, range(len(council.voters)), back)
        yield {
            "undecided": ("yes" if favour else "no") if undecided else None,
            "passes": outcome,
            "fewest": None if change is None else change.fewest,
            "number": None if change is None else change.number,
            "sets": [] if change is None else [_set(council, ballot, change, k, outcome, tried) for k in _told(change)],
        }


def _told(change: Change) -> range:
    return range(len(change.sets))


def _set(council: Council, ballot: Ballot, change: Change, k: int, outcome: bool, tried: Stakes) -> dict[str, Any]:
    """A set of members, and the chance of a yes if they change their vote and the undecided vote as they do."""
    turned = ballot.turned(change.sets[k], favour=not outcome)
    found = ballot_chance(council, turned, tried)
    return {"members": [council.voters[m].id for m in change.sets[k]], "chance": float(found.mean())}


def _rules(council: Council, ballot: Ballot, tried: Stakes) -> Iterator[dict[str, Any]]:
    """The same votes under other rules, each with its own shares."""
    for rule in OTHER_RULES:
        if rule == council.rule or (rule == "double-majority" and not all(v.population for v in council.voters)):
            continue
        found = ballot_chance(council, ballot, tried, rule)
        yield {"rule": rule, "chance": spread(found), "settled": _settled(council, ballot, rule)}


def _ratified(councils: Iterable[Council], package: Mapping[str, str], stakes: Stakes) -> dict[str, Any]:
    """Chance that every body but leaders, who sign, passes a package: they vote one by one, each for itself."""
    deciding = [council for council in councils if decides_package(council, stakes.model, package)]
    joint = np.ones(stakes.draws)
    for council in deciding:
        if council.rule != "leader":
            joint *= chance(council, Question(package=package), stakes)
    return {
        "package": dict(package),
        "leaders": {council.id: dict(council.label) for council in deciding if council.rule == "leader"},
        "bodies": {council.id: dict(council.label) for council in deciding if council.rule != "leader"},
        "chance": spread(joint),
    }


def spread(values: Floats) -> dict[str, float]:
    """Mean, and 5th, 50th and 95th percentile over the draws."""
    told = spread_of(values)
    return {"mean": float(values.mean()), "low": told["low"], "median": told["median"], "high": told["high"]}
