"""What would have changed a vote: the smallest sets of members whose change of vote turns the outcome over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Final

from irenic.votes.game import Game, House, carries

MOST_TRIED: Final = 20_000
"""Sets of members that are tried one by one, to count and to name the smallest that turn the outcome over."""
MOST_NAMED: Final = 12
"""Sets that are named."""


@dataclass(frozen=True, slots=True)
class Change:
    """The smallest sets of members whose change of vote turns an outcome over.

    Attributes:
        fewest: how many members they hold.
        sets: the first of them, in the order of the members.
        number: how many there are, or None where they are too many to be counted one by one; then one is named.
    """

    fewest: int
    sets: tuple[tuple[int, ...], ...]
    number: int | None


def smallest_change(houses: Sequence[House], favour: Iterable[int], turnable: Iterable[int]) -> Change | None:
    """The smallest sets of members whose change of vote turns the outcome over; None where no change of theirs does.

    To carry, every house needs the fewest that carry there; to fail, one house suffices. Heavier members go first,
    which is never worse: what a set needs falls with its number and is met by weight.

    Args:
        houses: what must carry.
        favour: members in favour as things stand.
        turnable: members whose vote may change.
    """
    now, may = frozenset(favour), tuple(turnable)
    outcome = carries(houses, now)
    found = [_of_house(house, now, may, to_carry=not outcome) for house in houses]
    if outcome:
        possible = [turned for turned in found if turned is not None]
        best = min(possible, key=len, default=None)
    else:
        best = None if None in found else tuple(m for turned in found if turned is not None for m in turned)
    if best is None:
        return None
    fewest = len(best)
    if comb(len(may), fewest) > MOST_TRIED:
        return Change(fewest, (tuple(sorted(best)),), None)
    sets = [t for t in combinations(sorted(may), fewest) if carries(houses, now ^ frozenset(t)) != outcome]
    return Change(fewest, tuple(sets[:MOST_NAMED]), len(sets))


def _of_house(house: House, now: frozenset[int], may: Sequence[int], *, to_carry: bool) -> tuple[int, ...] | None:
    """The heaviest members of a house whose change of vote makes it carry, or fail: as few as can be."""
    game: Game = house.game
    members = sorted(
        (k for k, m in enumerate(house.members) if m in may and (m in now) != to_carry),
        key=lambda k: -game.weights[k],
    )
    favour = {k for k, m in enumerate(house.members) if m in now}
    turned: list[int] = []
    while game.carries(favour) != to_carry:
        if len(turned) == len(members):
            return None
        k = members[len(turned)]
        turned.append(k)
        favour ^= {k}
    return tuple(house.members[k] for k in turned)
