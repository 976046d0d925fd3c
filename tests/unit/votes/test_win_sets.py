import numpy as np
import pytest

from irenic.votes.ballot import cast
from irenic.votes.game import majority_game, number_game
from irenic.votes.questions import Question, number_of
from irenic.votes.verdict import ballot_chance
from irenic.votes.win_sets import in_win_set, win_set, win_share
from tests.unit.votes.examples import council_of, one_house, random_houses, stakes_of


def test_members_vote_for_what_is_no_loss() -> None:
    gains = np.array([[3.0, -1.0, 0.0], [3.0, -1.0, -2.0]])
    assert win_set(one_house(majority_game((1, 1, 1), 0.5)), gains).tolist() == [True, False]
    assert win_set(one_house(number_game(3, 3)), gains).tolist() == [False, False]


def test_sharp_votes_without_a_shock_come_to_the_win_set() -> None:
    """κ → ∞: with 10⁴ log-odds a point, gains of a thousandth of a point are enough."""
    from irenic.votes.chances import body_chances

    rng = np.random.default_rng(17)
    for _ in range(20):
        members = int(rng.integers(1, 8))
        houses, gains = random_houses(rng, members), np.round(rng.normal(size=(6, members)), 3) + 0.0005
        sharp = body_chances(houses, 1e5 * gains, np.zeros(6))
        assert sharp == pytest.approx(win_set(houses, gains).astype(float), abs=1e-12)


def test_in_the_win_set_of_a_body() -> None:
    members = {"aldova": {}, "upland": {}, "isle": {"label": "The isle", "position": "no"}}
    council, example = council_of(rule="majority", decides={}, members=members, sharpness="1000000")
    question, stakes = Question(package={"dam": "shared"}), stakes_of(example)
    assert in_win_set(council, question, stakes, undecided=True).all()
    assert not in_win_set(council, question, stakes, undecided=False).any()
    assert ballot_chance(council, cast(council, question, stakes), stakes).tolist() == [0.5] * 4


def test_abstentions_count_as_the_body_counts_them() -> None:
    members = {"aldova": {}, "isle": {"label": "The isle", "position": "abstain"}}
    council, example = council_of(rule="consensus", decides={}, members=members)
    assert in_win_set(council, Question(package={"dam": "open"}), stakes_of(example), undecided=False).all()
    against, example = council_of(rule="qualified", threshold="1", decides={}, members=members)
    assert not in_win_set(against, Question(package={"dam": "open"}), stakes_of(example), undecided=True).any()
    people = {name: {**said, "population": "1"} for name, said in members.items()}
    stopped, example = council_of(rule="consensus", decides={}, members=people, abstention="constructive")
    assert not in_win_set(stopped, Question(package={"dam": "open"}), stakes_of(example), undecided=True).any()


def test_the_share_of_draws_in_the_win_set() -> None:
    """Aldova gains 8 points by sharing the dam, Brenland 20: against a no-deal value of 40 to 60, about half."""
    members = {"aldova": {}, "isle": {"label": "The isle", "position": "yes"}}
    council, example = council_of(rule="consensus", decides={}, members=members)
    question, draws = Question(package={"dam": "shared"}), 64
    without = np.column_stack([np.linspace(40, 56, draws), np.full(draws, 30.0)])
    stakes = stakes_of(example, draws, without)
    gains = stakes.utilities(number_of(stakes.model, question.package))[:, 0] - without[:, 0]
    share = win_share(council, question, stakes)
    assert share is not None
    assert share == (gains >= 0).mean()
    assert 0.4 < share < 0.6


def test_no_share_where_gains_do_not_decide() -> None:
    question = Question(package={"dam": "shared"})
    silent = {"aldova": {}, "isle": {"label": "The isle"}}
    council, example = council_of(rule="consensus", decides={}, members=silent)
    assert win_share(council, question, stakes_of(example)) is None, "it hangs on the isle"
    assert win_share(council, Question(levers=("credit",)), stakes_of(example)) is None
    heavy, example = council_of(rule="majority", decides={}, members={**silent, "aldova": {"weight": "3"}})
    assert win_share(heavy, question, stakes_of(example)) == 1.0, "the isle can't change it"
    spoken, example = council_of(rule="majority", decides={}, members={"aldova": {"position": "yes"}})
    assert win_share(spoken, question, stakes_of(example)) is None
    contested, example = council_of(rule="majority", decides={}, members={"aldova": {}}, blocks="0.2")
    assert win_share(contested, question, stakes_of(example)) is None
