"""The Pareto filter against its definition."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from irenic.deal.kernels.pareto import efficient_rows, keep_undominated
from irenic.deal.kernels.types import Floats, Integers

FEW = st.sampled_from([-np.inf, -1.0, -0.0, 0.0, 0.5, 1.0, float(np.nextafter(1.0, 2.0)), np.inf])
"""Values that make ties: both zeros, neighbours, and both ends."""


def undominated(points: Floats, numbers: Integers) -> list[int]:
    """The definition: numbers of points that no other dominates, of equal ones the lowest."""
    kept = []
    for point, number in zip(points, numbers, strict=True):
        at_least = (points >= point).all(axis=1)
        larger = (points > point).any(axis=1)
        if not (at_least & (larger | (numbers < number))).any():
            kept.append(int(number))
    return sorted(kept)


def many_points(values: st.SearchStrategy[float]) -> st.SearchStrategy[Floats]:
    shapes = st.tuples(st.integers(0, 60), st.integers(1, 7))
    return shapes.flatmap(lambda shape: arrays.arrays(np.float64, shape, elements=values))


@given(many_points(FEW) | many_points(st.floats(allow_nan=False)))
def test_rows_are_those_of_the_definition(points: Floats) -> None:
    assert efficient_rows(points).tolist() == undominated(points, np.arange(len(points)))


@given(many_points(FEW), st.integers(0, 2**32 - 1))
def test_the_order_of_the_points_does_not_matter(points: Floats, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(points))
    own = {tuple(row) for row in points[efficient_rows(points)].tolist()}
    assert own == {tuple(row) for row in points[order][efficient_rows(points[order])].tolist()}


@given(many_points(FEW), st.integers(0, 2**32 - 1), st.integers(0, 60))
def test_vectors_are_kept_in_place_with_the_lowest_number(points: Floats, seed: int, count: int) -> None:
    count = min(count, len(points))
    numbers = np.random.default_rng(seed).permutation(len(points)) * 7
    rows, own = points.copy(), numbers.copy()
    size = int(keep_undominated(rows, own, np.int64(count)))
    assert sorted(own[:size].tolist()) == undominated(points[:count], numbers[:count])
    by_number = dict(zip(numbers.tolist(), points.tolist(), strict=True))
    assert rows[:size].tolist() == [by_number[number] for number in own[:size].tolist()]


@pytest.mark.parametrize("layout", ["F", "strided"])
def test_any_layout_will_do(layout: str) -> None:
    points = np.random.default_rng(1).integers(0, 9, (50, 3)).astype(np.float64)
    laid_out = {"F": np.asfortranarray(points), "strided": np.repeat(points, 2, axis=0)[::2]}
    assert efficient_rows(laid_out[layout]).tolist() == undominated(points, np.arange(50))
