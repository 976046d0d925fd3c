"""L13: the double majority of the Council of the European Union (Treaty on European Union, article 16(4)).

55 % of 27 members (15) who stand for 65 % of the people carry; a blocking minority needs at least four members.
Populations of 1 January 2024 in thousands, rounded, as Eurostat first published them (11 July 2024): what is exact here
is exact for these figures.
"""

from fractions import Fraction
from itertools import combinations
from time import perf_counter

import numpy as np
import pytest

from irenic.votes.chances import passing
from irenic.votes.counting import winning_sets
from irenic.votes.game import NEVER, House, double_game, number_game
from irenic.votes.power import Power, power

PEOPLE = {
    "DE": 83_445, "FR": 68_402, "IT": 58_990, "ES": 48_610, "PL": 36_621, "RO": 19_064, "NL": 17_943, "BE": 11_832,
    "CZ": 10_901, "PT": 10_640, "SE": 10_552, "EL": 10_397, "HU": 9_585, "AT": 9_159, "BG": 6_445, "DK": 5_961,
    "FI": 5_604, "SK": 5_425, "IE": 5_344, "HR": 3_862, "LT": 2_886, "SI": 2_124, "LV": 1_872, "EE": 1_375, "CY": 934,
    "LU": 672, "MT": 563,
}  # fmt: skip
STATES = list(PEOPLE)
GAME = double_game(list(PEOPLE.values()), 0.55, 0.65, 4)
HOUSES = [House(tuple(range(27)), GAME)]


def without(*states: str) -> set[int]:
    return {k for k, state in enumerate(STATES) if state not in states}


@pytest.fixture(scope="module")
def found() -> Power:
    return power(HOUSES, 27)


def test_the_rule() -> None:
    assert (len(PEOPLE), sum(PEOPLE.values())) == (27, 449_208)
    assert GAME.need[:15] == (NEVER,) * 15
    assert GAME.need[15] == GAME.need[23] == 291_986, "65 % of 449,208 thousand, rounded up"
    assert GAME.need[24:] == (0,) * 4


def test_three_large_members_cannot_block_though_they_stand_for_almost_half() -> None:
    against = ("DE", "FR", "IT")
    assert sum(PEOPLE[s] for s in against) > 0.46 * sum(PEOPLE.values())
    assert GAME.carries(without(*against))
    assert not GAME.carries(without(*against, "LU"))


def test_belgium_and_hungary_block_a_consensus_and_no_qualified_majority() -> None:
    """What they blocked went by consensus (article 15(4))."""
    favour = without("BE", "HU")
    assert GAME.carries(favour)
    assert not number_game(27, 27).carries(favour)
    # They would need others: with any two of the five largest they stand for enough people.
    assert not GAME.carries(without("BE", "HU", "DE", "FR"))
    assert GAME.carries(without("BE", "HU", "CZ", "SK"))


def test_fourteen_members_are_not_enough_whomever_they_stand_for() -> None:
    assert not GAME.carries(set(range(14)))
    assert GAME.carries(set(range(15)))
    assert not GAME.carries(set(range(7, 27))), "twenty small members stand for a quarter of the people"


def test_all_indices_are_exact(found: Power) -> None:
    """Against counts by another way: sets of at most four members against, and sums that are whole by definition."""
    assert sum(found.shapley_shubik) == 1
    assert sum(found.banzhaf) == 1
    assert all(isinstance(index, Fraction) for index in (*found.shapley_shubik, *found.banzhaf, *found.absolute))
    winning, with_member = winning_sets(GAME)
    for size in (23, 24, 25, 26, 27):
        listed = [set(range(27)) - set(out) for out in combinations(range(27), 27 - size)]
        carrying = [favour for favour in listed if GAME.carries(favour)]
        assert winning[size] == len(carrying)
        assert with_member[7][size] == sum(7 in favour for favour in carrying)
    assert found.winning == sum(winning)


def test_power_follows_people(found: Power) -> None:
    assert list(found.shapley_shubik) == sorted(found.shapley_shubik, reverse=True)
    assert list(found.swings) == sorted(found.swings, reverse=True)
    assert len(set(found.swings)) == 27
    assert float(found.shapley_shubik[0]) == pytest.approx(0.176462, abs=5e-7)
    assert found.swings[0] == 14_156_122


def test_even_votes_decide_with_the_absolute_banzhaf_index(found: Power) -> None:
    chances = np.full((2, 27), 0.5)
    chances[0, 0], chances[1, 0] = 1.0, 0.0
    with_it, without_it = passing(HOUSES, chances)
    # Counts over 2²⁶, summed in floats of 53 bits.
    assert with_it - without_it == pytest.approx(float(found.absolute[0]), abs=1e-14)


def test_in_milliseconds(found: Power) -> None:
    """All 27 in under 50 ms once compiled; best of five, since the machine may be busy."""
    times = []
    for _ in range(5):
        winning_sets.cache_clear()
        start = perf_counter()
        power(HOUSES, 27)
        times.append(perf_counter() - start)
    assert min(times) < 0.05
