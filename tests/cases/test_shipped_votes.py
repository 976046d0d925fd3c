"""Votes of the shipped case: on the frozen assets, on the loan that replaced them, and what would have changed both."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.load import load_dossier
from irenic.fast.grid import Floats
from irenic.model.compilation import compile_model
from irenic.numbers.draws import Sampler
from irenic.votes.ballot import cast
from irenic.votes.council import Council, compile_bodies
from irenic.votes.questions import Question, questions_of
from irenic.votes.stakes import Stakes
from irenic.votes.summary import votes_summary
from irenic.votes.verdict import ballot_chance, chance

CASE = "ukraine-2025-12"
DRAWS = 256
ASSETS, RELIEF = Question(package={"frozen-assets": "collateral"}), Question(package={"sanctions": "full-relief"})
REPARATIONS, LOAN = Question(levers=("reparations-loan", "europe-united")), Question(levers=("eu-loan",))
ZONE = Question(package={"donbas": "economic-zone"})
COUNCIL, BUDGET = "bodies.european-council", "bodies.eu-budget"

Body = tuple[Council, Stakes]


@pytest.fixture(scope="module")
def body(root: Path) -> Callable[..., Body]:
    """A body of the case as it stands, or with something set otherwise; draws are the same."""

    def made(name: str, *settings: str) -> Body:
        dossier = load_dossier(CaseFiles(root / "src" / "irenic" / "cases" / CASE).with_settings(settings))
        model = compile_model(dossier)
        return compile_bodies(dossier, model)[name], Stakes(model, Sampler(5), 0, DRAWS)

    return made


@pytest.fixture(scope="module")
def told(root: Path) -> dict[str, Any]:
    dossier = load_dossier(root / "src" / "irenic" / "cases" / CASE)
    stakes = Stakes(compile_model(dossier), Sampler(5), 0, DRAWS)
    found = votes_summary(dossier, stakes, bodies=["european-council", "eu-budget", "congress"])
    return {body["id"]: body for body in found["bodies"]}


def yes(asked: Body, question: Question) -> Floats:
    council, stakes = asked
    return chance(council, question, stakes)


def vote_on(body: dict[str, Any], question: Question) -> dict[str, Any]:
    return next(
        vote
        for vote in body["votes"]
        if tuple(vote["levers"]) == question.levers and vote["package"] == question.package
    )


def test_the_council_has_all_its_members(body: Callable[..., Body]) -> None:
    council, _ = body("european-council")
    assert len(council.voters) == 27
    assert sum(voter.population for voter in council.voters) == 449_208
    said = {voter.id: voter.position for voter in council.voters if voter.position != "silent"}
    assert said == {"germany": "yes", "belgium": "no", "hungary": "no"}
    budget, _ = body("eu-budget")
    assert [voter.id for voter in budget.voters] == [voter.id for voter in council.voters]
    assert {voter.position for voter in budget.voters} == {"silent"}


@pytest.mark.parametrize("question", [ASSETS, REPARATIONS], ids=["package", "levers"])
def test_the_assets_fail_by_consensus_and_two_votes_hold_them_up(told: dict[str, Any], question: Question) -> None:
    vote = vote_on(told["european-council"], question)
    assert vote["chance"]["high"] == 0.0
    assert vote["settled"] == "fails"
    favour = next(change for change in vote["changes"] if change["undecided"] == "yes")
    assert (favour["passes"], favour["fewest"], favour["number"]) == (False, 2, 1)
    assert favour["sets"][0]["members"] == ["belgium", "hungary"]
    assert 0.0 < favour["sets"][0]["chance"] < 0.05, "twenty-four who are even still have to agree, all of them"


@pytest.mark.parametrize("rule", ["majority", "qualified", "double-majority"])
def test_belgium_and_hungary_alone_block_no_majority(told: dict[str, Any], rule: str) -> None:
    vote = vote_on(told["european-council"], ASSETS)
    other = next(other for other in vote["rules"] if other["rule"] == rule)
    assert other["settled"] == "open"
    assert other["chance"]["low"] > 0.05


def test_the_loan_needs_only_those_who_agree(told: dict[str, Any]) -> None:
    vote = vote_on(told["eu-budget"], LOAN)
    assert vote["chance"]["mean"] > 0.75
    favour, against = vote["changes"]
    assert (favour["passes"], favour["fewest"]) == (True, 19), "nineteen would have had to stay away"
    assert (against["passes"], against["fewest"]) == (False, 9)
    consensus = next(other for other in vote["rules"] if other["rule"] == "consensus")
    assert consensus["chance"]["mean"] < 0.05, "by consensus it would hardly have passed"


def test_the_loan_passes_without_the_three_whom_other_reports_name(body: Callable[..., Body]) -> None:
    outside = [
        f"{BUDGET}.members={{hungary: {{position: 'no'}}, slovakia: {{position: 'no'}}, czechia: {{position: 'no'}}}}"
    ]
    whole, without = yes(body("eu-budget"), LOAN), yes(body("eu-budget", *outside), LOAN)
    assert (without <= whole + 1e-12).all()
    assert without.mean() > 0.7


def test_what_is_said_of_the_assets_is_not_said_of_sanctions(body: Callable[..., Body]) -> None:
    council, stakes = body("european-council")
    basis = {voter.id: how for voter, how in zip(council.voters, cast(council, RELIEF, stakes).basis, strict=True)}
    assert basis["germany"] == basis["belgium"] == "even"
    assert basis["poland"] == "utilities", "it has a no-deal value of its own, and its party's utilities"
    assert (yes((council, stakes), RELIEF) > 0).all()


@pytest.mark.parametrize("question", [ASSETS, REPARATIONS], ids=["package", "levers"])
def test_ablation_15_without_the_two_noes_the_chance_does_not_fall(
    body: Callable[..., Body], question: Question
) -> None:
    without = [f"{COUNCIL}.members.{member}.position=silent" for member in ("belgium", "hungary")]
    before, after = yes(body("european-council"), question), yes(body("european-council", *without), question)
    assert (after >= before).all()
    assert after.mean() > before.mean()


@pytest.mark.parametrize("rule", ["consensus", "majority", "double-majority"])
def test_ablation_16_without_the_yes_of_germany_the_chance_does_not_rise(body: Callable[..., Body], rule: str) -> None:
    """The vote itself fails either way; so also under rules by which it need not, and with the two noes gone."""
    gone = [f"{COUNCIL}.members.{member}.position=silent" for member in ("belgium", "hungary")]
    ruled = [] if rule == "consensus" else [f"{COUNCIL}.rule={rule}"]
    for settings in ([*ruled], [*ruled, *gone]):
        before = yes(body("european-council", *settings), ASSETS)
        after = yes(body("european-council", *settings, f"{COUNCIL}.members.germany.position=silent"), ASSETS)
        # Rounding of sums over sets.
        assert (after <= before + 1e-12).all()
    assert after.mean() < before.mean()


def test_ablation_17_by_qualified_majority_the_chance_is_higher(body: Callable[..., Body]) -> None:
    for question in (ASSETS, REPARATIONS, RELIEF):
        before = yes(body("european-council"), question)
        after = yes(body("european-council", f"{COUNCIL}.rule=double-majority"), question)
        assert (after > before).all()


def test_ablation_18_without_congress_as_a_hurdle_ratification_does_not_become_less_likely(
    body: Callable[..., Body],
) -> None:
    """A deal with the zone needs the referendum and Congress; each vote has a chance of its own."""
    congress, referendum = yes(body("congress"), ZONE), yes(body("referendum"), ZONE)
    assert ((congress > 0) & (congress < 1)).all()
    assert (referendum >= congress * referendum).all()
    assert yes(body("congress", "bodies.congress.blocks=0"), ZONE).tolist() == [1.0] * DRAWS


def test_the_referendum_is_polled_for_the_zone(body: Callable[..., Body]) -> None:
    referendum, stakes = body("referendum")
    by_package = {
        question.package["donbas"]: chance(referendum, question, stakes).mean()
        for question in questions_of(referendum, stakes.model)
    }
    assert list(by_package) == ["economic-zone", "demilitarised-zone", "special-status", "full-withdrawal"]
    assert by_package["full-withdrawal"] < by_package["economic-zone"] < 0.5


def test_allies_who_move_together_agree_more_often(body: Callable[..., Body]) -> None:
    """The common shock (R09): with it the undecided fall apart, or agree, together."""
    council, stakes = body("european-council")
    apart, apart_stakes = body("european-council", f"{COUNCIL}.shock=0")
    together = ballot_chance(council, cast(council, RELIEF, stakes), stakes)
    alone = ballot_chance(apart, cast(apart, RELIEF, apart_stakes), apart_stakes)
    assert (together > alone).all()
    assert np.median(together) > 100 * np.median(alone)
