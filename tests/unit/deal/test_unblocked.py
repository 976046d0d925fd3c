"""Questions over orthants, on spaces small enough to see the answers."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from irenic.deal.blocking import Blocking, Reach, blocked_by
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.spaces import Spaces, scale_of
from irenic.deal.unblocked import count, exist, orthants, solve, unblocked

ROWS = np.arange(1)
EVERYTHING = np.ones(1, dtype=np.bool_)
ENDS = np.array([0, 2])
STAYS = np.array([True, False])


def split_spaces(shares: int, cost: float) -> Spaces:
    """Three equals share 1 in steps of 1/shares, all agreeing; any two can share 1 − cost among themselves instead.

    One block whose combinations are the ways to share, the side deals and the status quo, in which nobody has anything;
    side deals are no packages.
    """
    all_three = [s for s in product(range(shares + 1), repeat=3) if sum(s) == shares]
    pairs = [s for s in product(range(shares + 1), repeat=3) if sum(s) == shares and 0 in s]
    worth = [[x / shares for x in s] for s in all_three] + [[x * (1 - cost) / shares for x in s] for s in pairs]
    contributions = np.round(np.array([*worth, [0.0] * 3]).T * 2.0**30) / 2.0**30
    stays = np.zeros(contributions.shape[1], dtype=np.bool_)
    stays[-1] = True
    reaches = []
    for outsider in range(3):
        usable = stays.copy()
        for k, pair in enumerate(pairs, len(all_three)):
            usable[k] = pair[outsider] == 0
        reaches.append(Reach(tuple(p for p in range(3) if p != outsider), usable[np.newaxis]))
    starts = np.array([0, contributions.shape[1]])
    allowed = np.zeros((1, contributions.shape[1]), dtype=np.bool_)
    allowed[0, : len(all_three)] = True
    return spaces_with(contributions, allowed, np.zeros(3), starts, stays, reaches)


def spaces_with(
    contributions: NDArray[np.float64],
    allowed: NDArray[np.bool_],
    no_deal: NDArray[np.float64],
    starts: NDArray[np.int64],
    stays: NDArray[np.bool_],
    reaches: list[Reach],
) -> Spaces:
    parties, combinations = contributions.shape
    given = (contributions[np.newaxis], no_deal[np.newaxis])
    scale = scale_of(given[0], allowed, starts)
    numbers = np.arange(combinations)
    return Spaces(
        contributions=given[0],
        feasible=allowed,
        hard_allowed=allowed,
        no_deal=given[1],
        scale=scale,
        floors=zone_floors(given[1], scale),
        alpha=np.full((1, parties), 1 / parties),
        numbers=numbers,
        starts=starts,
        blocking=blocked_by(reaches, stays, *given, scale, numbers, starts) if reaches else Blocking(),
    )


@pytest.mark.parametrize("cost", [0.0, 0.3, 0.32, 1 / 3, 0.34, 0.4, 0.5])
def test_three_equals_cannot_share_where_two_do_better_alone(cost: float) -> None:
    """Unless it costs a third or more to leave one out, some two can always better what they get."""
    spaces = split_spaces(30, cost)
    found = exist(spaces, spaces.hard_allowed)
    assert found.tolist() == [cost >= 1 / 3]
    assert count(spaces, spaces.hard_allowed, EVERYTHING).tolist() == [unbettered_shares(30, cost)]
    s_star, packages = solve(spaces, spaces.hard_allowed, ROWS)
    equal = [s for s in product(range(31), repeat=3) if sum(s) == 30].index((10, 10, 10))
    assert packages[0, :3].tolist() == [equal if found[0] else -1] * 3
    assert (s_star > 0).tolist() == found.tolist()


def unbettered_shares(shares: int, cost: float) -> int:
    """Ways to share for which no two can both get more, up to the tolerance of a zone."""
    pairs = [(x * (1 - cost), (shares - x) * (1 - cost)) for x in range(shares + 1)]
    ways = [s for s in product(range(shares + 1), repeat=3) if sum(s) == shares]
    return sum(
        not any(a > s[i] + 1e-6 and b > s[k] + 1e-6 for a, b in pairs for i, k in ((0, 1), (0, 2), (1, 2)))
        for s in ways
    )


def test_orthants_and_utilities_agree() -> None:
    spaces = split_spaces(6, 0.4)
    above = np.concatenate([floors for _, floors in orthants(spaces, ROWS)])
    assert (above >= spaces.floors).all()
    utilities = np.array([[2.0, 2.0, 2.0], [6.0, 0.0, 0.0], [4.0, 1.0, 1.0], [3.0, 3.0, 0.0]]) / 6
    assert unblocked(spaces, 0, utilities).tolist() == [True, False, False, True]
    assert [(u >= above).all(axis=1).any() for u in utilities] == [True, False, False, True]


def test_without_coalitions_the_zone_is_one_orthant() -> None:
    contributions = np.array([[0.0, 10.0], [10.0, 0.0]])
    allowed = np.ones((1, 2), dtype=np.bool_)
    spaces = spaces_with(contributions, allowed, np.zeros(2), ENDS, STAYS, [])
    ((at, floors),) = orthants(spaces, ROWS)
    assert at.tolist() == [0]
    assert floors.tolist() == spaces.floors.tolist()
    assert unblocked(spaces, 0, contributions.T).all()
    assert count(spaces, spaces.hard_allowed, EVERYTHING).tolist() == [2]
    assert len(SOLUTIONS) == solve(spaces, spaces.hard_allowed, ROWS)[1].shape[1]


def test_blocking_of_some_spaces_and_of_pieces() -> None:
    one, other = split_spaces(4, 0.2).blocking, split_spaces(4, 0.5).blocking
    both = Blocking.joined([one, other])
    back = both.at(np.array([1, 0]))
    assert back.deals_of(0).tolist() == other.deals.tolist()
    assert back.corners_of(1).tolist() == one.corners.tolist()
    assert back.coalitions.tolist() == [*other.coalitions.tolist(), *one.coalitions.tolist()]
    assert both.at(np.arange(0)).declared
    assert not Blocking.joined([Blocking(), Blocking()]).at(ROWS).declared
