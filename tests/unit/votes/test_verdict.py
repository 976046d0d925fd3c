from typing import Any

import numpy as np
import pytest

from irenic.votes.ballot import cast
from irenic.votes.questions import Question
from irenic.votes.verdict import ballot_chance, chance, counts_as_no, houses_now, passes
from tests.unit.votes.examples import council_of, stakes_of

CREDIT, SHARED = Question(levers=("credit",)), Question(package={"dam": "shared"})


def said(*positions: str) -> dict[str, Any]:
    return {f"m{k}": {"label": f"Member {k}", "position": position} for k, position in enumerate(positions)}


@pytest.mark.parametrize(
    ("rule", "positions", "expected"),
    [
        ("consensus", ("yes", "yes", "abstain"), 1.0),
        ("consensus", ("yes", "yes", "no"), 0.0),
        ("consensus", ("yes", "silent", "silent"), 0.25),
        ("majority", ("yes", "abstain", "abstain"), 1.0),
        ("majority", ("yes", "no", "abstain"), 0.0),
        ("majority", ("yes", "no", "silent"), 0.5),
        ("qualified", ("yes", "abstain", "abstain"), 0.0),
        ("qualified", ("yes", "yes", "no"), 1.0),
        ("consenting-members", ("yes", "no", "no"), 1.0),
        ("consenting-members", ("no", "no", "silent"), 0.5),
        ("weighted", ("yes", "silent", "silent"), 0.75),
    ],
)
def test_a_member_is_taken_at_its_word(rule: str, positions: tuple[str, ...], expected: float) -> None:
    council, example = council_of(rule=rule, decides={"levers": ["credit"]}, members=said(*positions))
    assert chance(council, CREDIT, stakes_of(example)) == pytest.approx(expected, abs=1e-15)


def test_a_body_may_say_what_abstentions_do() -> None:
    members = said("yes", "yes", "abstain")
    against, example = council_of(rule="consensus", decides={}, members=members, abstention="against")
    assert chance(against, CREDIT, stakes_of(example)).tolist() == [0.0] * 4
    constructive, example = council_of(rule="consensus", decides={}, members=members, abstention="constructive")
    ballot = cast(constructive, CREDIT, stakes_of(example))
    assert ballot_chance(constructive, ballot, stakes_of(example)).tolist() == [0.0] * 4
    assert not passes(houses_now(constructive, ballot), frozenset({0, 1}))
    assert counts_as_no(constructive, "qualified")
    assert not counts_as_no(against, "majority")


def test_what_it_may_contest() -> None:
    council, example = council_of(
        rule="two-chambers",
        decides={"levers": ["credit"], "packages": {"dam": "shared"}},
        members={
            "house": {"label": "House", "chamber": "a", "chance": "0.9"},
            "senate": {"label": "Senate", "chamber": "b"},
        },
        blocks="0.2",
    )
    assert chance(council, SHARED, stakes_of(example)) == pytest.approx(0.8)
    assert chance(council, CREDIT, stakes_of(example)) == pytest.approx(0.45)


def test_a_leader_votes_by_what_its_party_gains() -> None:
    council, example = council_of(rule="leader", person="premier", decides={"party": "aldova"})
    assert chance(council, SHARED, stakes_of(example)) == pytest.approx(1 / (1 + np.exp(-1.6)))


def test_what_is_needed_may_differ_from_draw_to_draw() -> None:
    council, example = council_of(
        rule="qualified", decides={}, members=said("yes", "yes", "silent"), threshold="0.5 to 0.9"
    )
    found = chance(council, CREDIT, stakes_of(example, draws=64))
    assert set(found.tolist()) == {0.5, 1.0}


def test_a_referendum() -> None:
    council, example = council_of(rule="referendum", decides={}, support="0.6", threshold="0.65")
    assert chance(council, SHARED, stakes_of(example)).tolist() == [0.0] * 4
