"""Votes on random rules: the fast ways find what the definitions say, and more goodwill never hurts."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from irenic.errors.problem import IrenicError
from irenic.votes import reference
from irenic.votes.chances import body_chances, passing
from irenic.votes.changes import smallest_change
from irenic.votes.game import Game, House, carries, double_game, majority_game, number_game, quota_game
from irenic.votes.power import power


@st.composite
def games(draw: st.DrawFn, members: int) -> Game:
    weights = draw(st.lists(st.integers(0, 12), min_size=members, max_size=members))
    kind = draw(st.sampled_from(["quota", "number", "double", "majority"]))
    if kind == "quota":
        return quota_game(weights, draw(st.integers(1, sum(weights) + 1)))
    if kind == "number":
        return number_game(members, draw(st.integers(1, members)))
    if kind == "majority":
        return majority_game(weights, draw(st.sampled_from([0.5, 0.6])))
    share, people = draw(st.sampled_from([0.5, 0.55, 2 / 3])), draw(st.sampled_from([0.5, 0.65, 0.8]))
    return double_game([w + 1 for w in weights], share, people, draw(st.integers(1, members)))


@st.composite
def bodies(draw: st.DrawFn, most: int = 7) -> tuple[int, list[House]]:
    members = draw(st.integers(1, most))
    if members > 1 and draw(st.booleans()):
        cut = draw(st.integers(1, members - 1))
        parts = tuple(range(cut)), tuple(range(cut, members))
        return members, [House(part, draw(games(len(part)))) for part in parts]
    return members, [House(tuple(range(members)), draw(games(members)))]


def chances_of(members: int) -> Any:
    return st.lists(st.floats(0, 1), min_size=members, max_size=members)


@given(st.data(), bodies())
def test_chances_are_those_of_the_definition(data: st.DataObject, body: tuple[int, list[House]]) -> None:
    members, houses = body
    chances = data.draw(chances_of(members))
    # Sums of at most 2⁷ products: rounding alone.
    assert passing(houses, np.array([chances]))[0] == pytest.approx(
        reference.passing_chance(houses, chances), abs=1e-12
    )


@given(bodies())
def test_power_is_that_of_the_definition_and_sums_to_one(body: tuple[int, list[House]]) -> None:
    members, houses = body
    listed = reference.swings_by_size(houses, members)
    if not any(any(row) for row in listed):
        with pytest.raises(IrenicError):
            power(houses, members)
        return
    found = power(houses, members)
    assert list(found.shapley_shubik) == reference.shapley_shubik(houses, members)
    assert list(found.swings) == [sum(row) for row in listed]
    assert sum(found.shapley_shubik) == sum(found.banzhaf) == 1


@given(st.data(), bodies(), st.floats(0, 4))
def test_a_member_more_inclined_to_yes_never_lowers_the_chance(
    data: st.DataObject, body: tuple[int, list[House]], shock: float
) -> None:
    members, houses = body
    log_odds = np.array(data.draw(st.lists(st.floats(-6, 6), min_size=members, max_size=members)))
    more = log_odds.copy()
    more[data.draw(st.integers(0, members - 1))] += data.draw(st.floats(0, 5))
    before, after = body_chances(houses, np.array([log_odds, more]), np.full(2, shock))
    # Rounding of sums over members and over the shock.
    assert after >= before - 1e-12


@given(bodies())
def test_a_win_is_never_lost_by_one_more_in_favour(body: tuple[int, list[House]]) -> None:
    members, houses = body
    for favour in reference.subsets(members):
        if carries(houses, favour):
            assert all(carries(houses, favour | {m}) for m in range(members))


@given(st.data(), bodies())
def test_the_smallest_changes_are_those_of_the_definition(data: st.DataObject, body: tuple[int, list[House]]) -> None:
    members, houses = body
    favour = data.draw(st.sets(st.integers(0, members - 1)))
    found = smallest_change(houses, favour, range(members))
    listed = reference.smallest_changes(houses, favour, range(members))
    assert (found is None) == (listed is None)
    if found is not None and listed is not None:
        assert (found.fewest, found.number) == (listed[0], len(listed[1]))
