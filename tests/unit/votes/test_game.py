import pytest

from irenic.votes.game import (
    NEVER,
    Game,
    House,
    at_least,
    carries,
    double_game,
    majority_game,
    number_game,
    quota_game,
    share_game,
)


def test_a_quota_is_met_by_weight() -> None:
    game = quota_game((4, 2, 1), 5)
    assert [game.carries(s) for s in ({0}, {1, 2}, {0, 2}, {0, 1, 2})] == [False, False, True, True]


def test_a_majority_is_more_than_its_share() -> None:
    assert not majority_game((1, 1, 1, 1), 0.5).carries({0, 1})
    assert majority_game((1, 1, 1, 1), 0.5).carries({0, 1, 2})
    assert majority_game((1, 1, 1), 0.5).carries({0, 1})
    assert not majority_game((1,) * 5, 0.6).carries({0, 1, 2})


def test_a_share_is_at_least_met_and_decimals_are_exact() -> None:
    assert share_game((1,) * 3, 2 / 3).carries({0, 1})
    assert not share_game((0, 0), 0.5).carries({0, 1})
    # 0.55 · 20 is a little more than 11 in floats, and 11 of 20 are 55 %.
    assert at_least(0.55, 20) == 11
    assert at_least(0.55, 27) == 15


def test_a_number_of_members() -> None:
    game = number_game(4, 3)
    assert game.need == (NEVER, NEVER, NEVER, 0, 0)
    assert game.carries({0, 1, 3})
    assert not game.carries({0, 1})


def test_a_double_majority_needs_both_or_too_few_to_block() -> None:
    game = double_game((50, 20, 10, 10, 10), 0.6, 0.65, 2)
    assert game.carries({0, 1, 2})
    assert not game.carries({0, 1}), "two of five are no three fifths"
    assert not game.carries({1, 2, 3}), "they stand for 40 % of the people"
    assert game.carries({1, 2, 3, 4}), "one alone can't block, whomever it stands for"


def test_need_may_not_rise() -> None:
    with pytest.raises(ValueError, match="rise"):
        Game((1, 1), (1, 2, 2))
    with pytest.raises(ValueError, match="each number"):
        Game((1, 1), (1, 1))


def test_the_smallest_weights_decide_alike() -> None:
    game = double_game((500, 200, 100, 100, 100), 0.6, 0.65, 2)
    assert game.reduced.weights == (5, 2, 1, 1, 1)
    assert game.reduced.need[3] == 7, "650 of 1,000 are 6.5 of 10"
    assert number_game(2, 1).reduced == number_game(2, 1)


def test_every_house_must_carry() -> None:
    houses = [House((0, 2), majority_game((1, 1), 0.5)), House((1,), majority_game((1,), 0.5))]
    assert carries(houses, {0, 1, 2})
    assert not carries(houses, {0, 1})
    assert not carries(houses, {0, 2})
