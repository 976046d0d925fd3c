import numpy as np

from irenic.votes.changes import MOST_NAMED, smallest_change
from irenic.votes.game import House, carries, double_game, majority_game, number_game, quota_game
from irenic.votes.reference import smallest_changes
from tests.unit.votes.examples import one_house, random_houses


def test_the_smallest_are_those_of_listing() -> None:
    rng = np.random.default_rng(13)
    for _ in range(60):
        members = int(rng.integers(1, 8))
        houses = random_houses(rng, members)
        favour = frozenset(np.flatnonzero(rng.random(members) < 0.5).tolist())
        may = np.flatnonzero(rng.random(members) < 0.8).tolist()
        found, listed = smallest_change(houses, favour, may), smallest_changes(houses, favour, may)
        if listed is None:
            assert found is None
        else:
            assert found is not None
            assert (found.fewest, found.number) == (listed[0], len(listed[1]))
            assert list(found.sets) == listed[1][:MOST_NAMED]


def test_two_who_are_against_hold_up_a_consensus() -> None:
    change = smallest_change(one_house(number_game(5, 5)), {0, 1, 2}, range(5))
    assert change is not None
    assert change.sets == ((3, 4),)


def test_too_many_sets_to_count() -> None:
    houses = one_house(number_game(30, 16))
    change = smallest_change(houses, range(30), range(30))
    assert change is not None
    assert (change.fewest, change.number) == (15, None)
    assert not carries(houses, frozenset(range(30)) ^ frozenset(change.sets[0]))


def test_heavy_members_first() -> None:
    change = smallest_change(one_house(quota_game((1, 1, 5, 3), 8)), (), range(4))
    assert change is not None
    assert change.sets == ((2, 3),)


def test_a_double_majority_is_blocked_by_number_and_people() -> None:
    houses = one_house(double_game((40, 20, 10, 10, 10, 10), 0.5, 0.65, 3))
    change = smallest_change(houses, range(6), range(6))
    assert change is not None
    assert change.fewest == 3, "fewer than three can't block, whomever they stand for"
    assert (0, 1, 2) in change.sets


def test_one_chamber_is_enough_to_stop() -> None:
    houses = [House((0, 1, 2), majority_game((1, 1, 1), 0.5)), House((3,), majority_game((1,), 0.5))]
    stopping, carrying = smallest_change(houses, range(4), range(4)), smallest_change(houses, (), range(4))
    assert stopping is not None
    assert stopping.sets == ((3,),)
    assert carrying is not None
    assert (carrying.fewest, carrying.number) == (3, 3)
