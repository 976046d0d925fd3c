"""What would have changed a vote: the smallest sets of members whose change of vote turns the outcome over."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Final, TypeAlias

from irenic.votes.game import Game, House, carries

MOST_TRIED: Final = 20_000
"""Sets of members that are tried one by one, to count and to name the smallest that turn the outcome over."""
MOST_NAMED: Final = 12
"""Sets that are named."""

HousesBack: TypeAlias = Callable[[frozenset[int]], Sequence[House] | None]
"""What must carry once some abstainers vote again; None where the abstentions of the others stop it."""


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
    return change_with_abstainers(lambda _: houses, favour, turnable, [frozenset()])


def change_with_abstainers(
    houses_back: HousesBack, favour: Iterable[int], turnable: Iterable[int], backs: Iterable[frozenset[int]]
) -> Change | None:
    """The same where some abstain and take no part unless they turn: then they vote for what turns the outcome over.

    Those who come back are tried by number, the heaviest of each number, and with them the fewest of the others. That
    finds the fewest but in one case: where abstentions stop the decision and weigh otherwise than votes, smaller sets
    are tried one by one as well, as far as they can be counted.

    Args:
        houses_back: what must carry once these abstainers are back.
        favour: members in favour as things stand; none of them abstains.
        turnable: members whose vote may change, those who abstain among them.
        backs: sets of abstainers who may come back, from none to all.
    """
    now, may, tried = frozenset(favour), tuple(sorted(turnable)), sorted(backs, key=len)
    abstaining = frozenset[int]().union(*tried)
    houses = houses_back(frozenset())
    outcome = houses is not None and carries(houses, now)

    def turns(members: Iterable[int]) -> bool:
        turned = frozenset(members)
        back = turned & abstaining
        built = houses_back(back)
        after = (now ^ (turned - back)) | (frozenset() if outcome else back)
        return (built is not None and carries(built, after)) != outcome

    best: tuple[int, ...] | None = None
    for back in tried:
        if best is not None and len(back) >= len(best):
            break
        built, after = houses_back(back), now if outcome else now | back
        others = None if built is None else _fewest(built, after, may, to_carry=not outcome)
        if others is not None and (best is None or len(back) + len(others) < len(best)):
            best = (*back, *others)
    if best is None:
        return None
    for size in range(1 if houses is None else len(best), len(best) + 1):
        if comb(len(may), size) <= MOST_TRIED:
            sets = [members for members in combinations(may, size) if turns(members)]
            if sets:
                return Change(size, tuple(sets[:MOST_NAMED]), len(sets))
    return Change(len(best), (tuple(sorted(best)),), None)


def _fewest(
    houses: Sequence[House], now: frozenset[int], may: Sequence[int], *, to_carry: bool
) -> tuple[int, ...] | None:
    """The fewest members whose change of vote makes all houses carry, or one of them fail."""
    found = [_of_house(house, now, may, to_carry=to_carry) for house in houses]
    possible = [turned for turned in found if turned is not None]
    if not to_carry:
        return min(possible, key=len, default=None)
    return tuple(m for turned in possible for m in turned) if len(possible) == len(found) else None


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
