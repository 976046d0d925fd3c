import numpy as np
import pytest

from irenic.votes.ballot import cast
from irenic.votes.questions import Question
from tests.unit.votes.examples import council_of, stakes_of

MEMBERS = {
    "upland": {"position": "yes", "about": {"packages": {"dam": "shared"}}},
    "lowland": {},
    "brenland": {"position": "no"},
    "isle": {"label": "The isle", "chance": "0.8"},
    "cape": {"label": "The cape", "position": "abstain"},
    "aldova": {},
}
SHARED, OPEN, CREDIT = (
    Question(package={"dam": "shared"}),
    Question(package={"dam": "open"}),
    Question(levers=("credit",)),
)


def test_each_vote_rests_on_what_there_is() -> None:
    council, example = council_of(rule="majority", decides={}, members=MEMBERS)
    stakes = stakes_of(example)
    found = cast(council, SHARED, stakes)
    assert found.basis == ("said", "utilities", "said", "chance", "said", "utilities")
    assert found.said("yes") == (0,)
    assert found.said("no") == (2,)
    assert found.abstaining == (4,)
    assert found.undecided == (1, 3, 5)
    # u = 0.8 · 60 = 48 points; Lowland's no deal is worth 70, Aldova's 40; 0.2 log-odds a point.
    assert found.log_odds[:, 1] == pytest.approx(0.2 * (48 - 70))
    assert found.log_odds[:, 5] == pytest.approx(0.2 * (48 - 40))
    assert found.log_odds[:, 3] == pytest.approx(np.log(4))


def test_a_word_on_something_else_is_not_counted() -> None:
    council, example = council_of(rule="majority", decides={}, members=MEMBERS)
    assert cast(council, OPEN, stakes_of(example)).basis[0] == "even"
    assert cast(council, CREDIT, stakes_of(example)).basis == ("even", "even", "said", "chance", "said", "even")


def test_no_deal_values_may_come_from_elsewhere() -> None:
    council, example = council_of(rule="majority", decides={}, members=MEMBERS, sharpness="0.5")
    without = np.array([[10.0, np.nan]] * 4)
    found = cast(council, SHARED, stakes_of(example, no_deal=without))
    assert found.log_odds[:, 5] == pytest.approx(0.5 * 38)
    assert found.log_odds[:, 1] == pytest.approx(0.5 * (48 - 70)), "a member keeps its own"
    unknown = cast(council, SHARED, stakes_of(example, no_deal=np.full((4, 2), np.nan)))
    assert unknown.basis[5] == "even"


def test_turned_votes() -> None:
    council, example = council_of(rule="majority", decides={}, members=MEMBERS)
    turned = cast(council, SHARED, stakes_of(example)).turned((2, 4), favour=True)
    assert turned.abstaining == ()
    assert turned.said("yes") == (0, 2, 4)
