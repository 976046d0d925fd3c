"""Power in a body: Shapley–Shubik and Banzhaf indices as exact fractions."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial, prod

from irenic.errors.problem import IrenicError, Problem
from irenic.votes.counting import winning_sets
from irenic.votes.game import House


@dataclass(frozen=True, slots=True)
class Power:
    """Power of each member.

    Attributes:
        shapley_shubik: share of the orders of joining in which the member makes the set win; they sum to 1.
        swings: number of sets without the member that lose and win with it.
        winning: number of sets that win.
        members: number of members.
    """

    shapley_shubik: tuple[Fraction, ...]
    swings: tuple[int, ...]
    winning: int
    members: int

    @property
    def banzhaf(self) -> tuple[Fraction, ...]:
        """Normalised Banzhaf index: a member's share of all swings."""
        total = sum(self.swings)
        return tuple(Fraction(swings, total) for swings in self.swings)

    @property
    def absolute(self) -> tuple[Fraction, ...]:
        """Absolute Banzhaf index: chance that a vote decides when all others are even and independent."""
        return tuple(Fraction(swings, 2 ** (self.members - 1)) for swings in self.swings)


def power(houses: Sequence[House], members: int) -> Power:
    """Power of every member of a body whose houses must all carry (Shapley & Shubik 1954; Penrose 1946; Banzhaf 1965).

    Args:
        houses: games among the members; every member sits in one of them, or has no vote.
        members: number of the body's members.

    Raises:
        IrenicError: `vote.too-large`, where the sets are too many to be counted; `vote.nobody-decides`, where no set
        wins,
            or all do.
    """
    counted = [winning_sets(house.game.reduced) for house in houses]
    voting = sum(house.game.size for house in houses)
    swings: list[list[int]] = [[0] * voting for _ in range(members)]
    for h, house in enumerate(houses):
        others = _together([winning for k, (winning, _) in enumerate(counted) if k != h])
        winning, with_member = counted[h]
        for k, member in enumerate(house.members):
            own = [with_member[k][s + 1] - (winning[s] - with_member[k][s]) for s in range(house.game.size)]
            swings[member] = _together([own, others])[:voting]
    if not any(any(row) for row in swings):
        raise IrenicError([Problem("vote.nobody-decides")])
    orders = [factorial(s) * factorial(voting - s - 1) for s in range(voting)]
    shapley = (Fraction(sum(a * b for a, b in zip(row, orders, strict=True)), factorial(voting)) for row in swings)
    sets = prod(sum(by_size) for by_size, _ in counted)
    return Power(tuple(shapley), tuple(sum(row) for row in swings), sets, voting)


def _together(counts: Sequence[Sequence[int]]) -> list[int]:
    """How many sets of each size there are, if one is taken from each list."""
    found = [1]
    for more in counts:
        joined = [0] * (len(found) + len(more) - 1)
        for a, x in enumerate(found):
            for b, y in enumerate(more):
                joined[a + b] += x * y
        found = joined
    return found
