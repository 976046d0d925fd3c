"""Votes and power by their definitions, set by set: slow, plain, and what the fast ways are tested against."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import factorial, prod

from irenic.votes.game import House, carries


def subsets(members: int) -> Iterator[frozenset[int]]:
    """Every set of members, smaller ones first."""
    for size in range(members + 1):
        for chosen in combinations(range(members), size):
            yield frozenset(chosen)


def passing_chance(houses: Sequence[House], chances: Sequence[float]) -> float:
    """Chance that independent votes carry.

    Args:
        houses: what must carry.
        chances: each member's chance of a yes.
    """
    return sum(
        prod(p if i in favour else 1 - p for i, p in enumerate(chances))
        for favour in subsets(len(chances))
        if carries(houses, favour)
    )


def swings_by_size(houses: Sequence[House], members: int) -> list[list[int]]:
    """For each member, how many losing sets of each size, 0 … n − 1, it makes winning by joining."""
    found = [[0] * members for _ in range(members)]
    for favour in subsets(members):
        if carries(houses, favour):
            continue
        for i in range(members):
            if i not in favour and carries(houses, favour | {i}):
                found[i][len(favour)] += 1
    return found


def shapley_shubik(houses: Sequence[House], members: int) -> list[Fraction]:
    """Share of the orders of joining in which each member is the one that makes the set win (Shapley & Shubik 1954)."""
    by_size = swings_by_size(houses, members)
    orders = [factorial(s) * factorial(members - s - 1) for s in range(members)]
    return [Fraction(sum(a * b for a, b in zip(row, orders, strict=True)), factorial(members)) for row in by_size]


def absolute_banzhaf(houses: Sequence[House], members: int) -> list[Fraction]:
    """Chance that a member's vote decides when all others are even and independent (Banzhaf 1965; Penrose 1946)."""
    return [Fraction(sum(row), 2 ** (members - 1)) for row in swings_by_size(houses, members)]


def smallest_changes(
    houses: Sequence[House], favour: Iterable[int], turnable: Iterable[int]
) -> tuple[int, list[tuple[int, ...]]] | None:
    """The smallest sets of members whose change of vote turns the outcome over: their size, and all of them.

    Args:
        houses: what must carry.
        favour: members in favour as things stand.
        turnable: members whose vote may change.

    Returns:
        None where no change of theirs does.
    """
    now, may = frozenset(favour), list(turnable)
    outcome = carries(houses, now)
    for size in range(1, len(may) + 1):
        found = [turned for turned in combinations(may, size) if carries(houses, now ^ frozenset(turned)) != outcome]
        if found:
            return size, found
    return None
