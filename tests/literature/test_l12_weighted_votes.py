"""L12: weighted votes of the European Economic Community (six members) and of the Union of fifteen (1995–2004).

[12; 4, 4, 4, 2, 2, 1] by the Treaty of Rome, article 148; by the Act of Accession of 1994, of 87 votes,
[62; 10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2].
"""

from fractions import Fraction

import pytest

from irenic.votes.game import House, quota_game
from irenic.votes.power import Power, power

SIX = (4, 4, 4, 2, 2, 1)
FIFTEEN = (10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2)


def power_of(weights: tuple[int, ...], quota: int) -> Power:
    return power([House(tuple(range(len(weights))), quota_game(weights, quota))], len(weights))


def test_the_six_and_the_vote_of_luxembourg_that_never_decides() -> None:
    found = power_of(SIX, 12)
    assert found.shapley_shubik == (Fraction(7, 30),) * 3 + (Fraction(3, 20),) * 2 + (Fraction(0),)
    assert found.swings[5] == 0


@pytest.mark.parametrize(("member", "index"), [(0, Fraction(7, 60)), (14, Fraction(932, 45_045))])
def test_the_fifteen(member: int, index: Fraction) -> None:
    assert power_of(FIFTEEN, 62).shapley_shubik[member] == index


def test_banzhaf_of_the_largest_of_fifteen() -> None:
    assert sum(FIFTEEN) == 87
    assert power_of(FIFTEEN, 62).banzhaf[0] == Fraction(1849, 16_565)
