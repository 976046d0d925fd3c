"""The measure of all kernels, itself checked by hand."""

from math import inf

import numpy as np
import pytest

from irenic.deal.reference import Space, answer_by_enumeration, minimal_hitting_sets

# Two blocks: a, b, c are worth (10, 0), (6, 6), (0, 10) to two parties; x, y are worth (0, 0), (2, 1).
WORTH = np.array([[10.0, 6, 0, 0, 2], [0, 6, 10, 0, 1]])


def space(no_deal: tuple[float, float], forbidden: str = "", infeasible: str = "") -> Space:
    """The space with some combinations forbidden by constraint 2 and some infeasible by constraint 3."""
    names = "abcxy"
    feasible = np.array([name not in infeasible for name in names])
    return Space(
        contributions=WORTH,
        feasible=feasible,
        allowed=feasible & np.array([name not in forbidden for name in names]),
        violated=tuple(frozenset([2] * (name in forbidden) + [3] * (name in infeasible)) for name in names),
        numbers=np.array([0, 2, 4, 0, 1]),
        starts=np.array([0, 3, 5]),
        no_deal=np.array(no_deal),
        alpha=np.array([0.5, 0.5]),
    )


def test_a_space_with_a_deal() -> None:
    """Utilities: ax (10, 0), ay (12, 1), bx (6, 6), by (8, 7), cx (0, 10), cy (2, 11). Scales 12 and 11."""
    answer = answer_by_enumeration(space((1.0, 1.0)))
    assert answer.s_star == 6 / 11
    assert (answer.feasible_count, answer.zone_count) == (6, 4)
    assert (answer.nash, answer.kalai_smorodinsky) == (3, 3)


def test_weights_move_the_nash_solution_only() -> None:
    one_sided = space((1.0, 0.5))
    answer = answer_by_enumeration(
        Space(
            **{name: getattr(one_sided, name) for name in Space.__slots__ if name != "alpha"},
            alpha=np.array([0.99, 0.01]),
        )
    )
    assert (answer.nash, answer.kalai_smorodinsky) == (1, 3)


def test_ties_go_to_the_lowest_number() -> None:
    """No deal at (0, 0) and equal weights: without y, the packages ax and cx tie in everything but who gets it."""
    answer = answer_by_enumeration(space((0.0, 0.0), infeasible="by"))
    assert answer.zone_count == 2
    assert (answer.nash, answer.kalai_smorodinsky) == (0, 0)


def test_a_space_without_a_deal() -> None:
    """No deal is worth (9, 5): a alone satisfies the first party, b and c satisfy the second."""
    answer = answer_by_enumeration(space((9.0, 5.0), forbidden="a", infeasible="y"))
    assert answer.zone_count == 0
    assert (answer.nash, answer.kalai_smorodinsky) == (-1, -1)
    assert answer.s_star == pytest.approx((6 - 9) / 10)
    assert answer.fixes == {frozenset({0}), frozenset({1, 2})}
    assert answer.conflicts == {frozenset({0, 1}), frozenset({0, 2})}


def test_a_space_with_nothing_feasible() -> None:
    answer = answer_by_enumeration(space((0.0, 0.0), infeasible="xy"))
    assert (answer.s_star, answer.feasible_count) == (-inf, 0)
    assert answer.conflicts == {frozenset({3})}


def test_hitting_sets() -> None:
    sets = frozenset({frozenset({1, 2}), frozenset({2, 3}), frozenset({4})})
    assert minimal_hitting_sets(sets) == {frozenset({2, 4}), frozenset({1, 3, 4})}
