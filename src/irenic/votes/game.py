"""Simple games: which sets of members in favour carry a decision.

Every rule here comes down to one shape. Members have whole weights, and a set S of members in favour carries if w(S)
≥ need[|S|], where the need never rises with the number in favour: a quota of weights, a number of members, or both,
as in a double majority with a blocking minority. Where two chambers must agree, each is such a game of its own.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import ceil, floor, gcd
from typing import Final

NEVER: Final = 2**62
"""A need that no weight meets."""

ROUNDING: Final = 1e-9
"""Shares such as 0.55 are no binary fractions: what they need is rounded as if they were exact."""


@dataclass(frozen=True, slots=True)
class Game:
    """A set of members in favour carries if its weight reaches what its number needs.

    Attributes:
        weights: whole weights, one a member, 0 or more.
        need: weight that k members in favour need, for k = 0 … n; it does not rise with k.
    """

    weights: tuple[int, ...]
    need: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.need) != len(self.weights) + 1 or any(w < 0 for w in self.weights):
            raise ValueError("a need for each number of members, and weights of 0 or more")
        if any(later > former for former, later in zip(self.need[:-1], self.need[1:], strict=True)):
            raise ValueError("what is needed can't rise with the number in favour")

    @property
    def size(self) -> int:
        """Number of members."""
        return len(self.weights)

    def carries(self, favour: Collection[int]) -> bool:
        """Whether these members in favour carry."""
        return sum(self.weights[i] for i in favour) >= self.need[len(favour)]

    @property
    def reduced(self) -> "Game":
        """The same game in the smallest whole weights that are proportional."""
        unit = reduce(gcd, self.weights, 0)
        if unit <= 1:
            return self
        need = tuple(n if n == NEVER else -(-n // unit) for n in self.need)
        return Game(tuple(w // unit for w in self.weights), need)


@dataclass(frozen=True, slots=True)
class House:
    """A game among some of a body's members: their positions in the body, in the order of the game."""

    members: tuple[int, ...]
    game: Game

    def carries(self, favour: Collection[int]) -> bool:
        """Whether these members of the body in favour carry here."""
        return self.game.carries([k for k, member in enumerate(self.members) if member in favour])


def carries(houses: Iterable[House], favour: Collection[int]) -> bool:
    """Whether these members in favour carry in every house."""
    return all(house.carries(favour) for house in houses)


def quota_game(weights: Sequence[int], quota: int) -> Game:
    """Weights in favour of at least a quota carry."""
    return Game(tuple(weights), (quota,) * (len(weights) + 1))


def majority_game(weights: Sequence[int], share: float) -> Game:
    """More than a share of the weights carries."""
    return quota_game(weights, floor(share * sum(weights) * (1 + ROUNDING)) + 1)


def share_game(weights: Sequence[int], share: float) -> Game:
    """At least a share of the weights carries; no weight at all never does."""
    return quota_game(weights, max(1, at_least(share, sum(weights))))


def number_game(members: int, needed: int) -> Game:
    """At least a number of members carries."""
    return Game((0,) * members, tuple(0 if k >= needed else NEVER for k in range(members + 1)))


def double_game(populations: Sequence[int], share: float, population_share: float, blocking: int) -> Game:
    """A share of the members who stand for a share of the people, or are all but too few to block, carries.

    Args:
        populations: people whom each member stands for.
        share: share of the members.
        population_share: share of the people.
        blocking: fewest members who can block.
    """
    members, people = len(populations), at_least(population_share, sum(populations))
    needed = at_least(share, members)
    need = (NEVER if k < needed else 0 if k > members - blocking else people for k in range(members + 1))
    return Game(tuple(populations), tuple(need))


def at_least(share: float, whole: int) -> int:
    """The least whole number that is at least a share of a whole."""
    return ceil(share * whole * (1 - ROUNDING))
