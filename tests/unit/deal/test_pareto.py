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
    kept: list[int] = []
    for start in range(0, len(points), 32):
        own, own_numbers = points[start : start + 32, np.newaxis], numbers[start : start + 32, np.newaxis]
        at_least = np.ones((len(own), len(points)), dtype=np.bool_)
        larger = np.zeros_like(at_least)
        for k in range(points.shape[1]):
            at_least &= points[:, k] >= own[:, :, k]
            larger |= points[:, k] > own[:, :, k]
        dropped = (at_least & (larger | (numbers < own_numbers))).any(axis=1)
        kept += own_numbers[~dropped, 0].tolist()
    return sorted(kept)


def cloud(kind: str, count: int, dimensions: int) -> Floats:
    """Points of which few, many or all are efficient, and such with ties."""
    rng = np.random.default_rng([count, dimensions])
    points: Floats = rng.random((count, dimensions))
    if kind != "random":
        points -= points.mean(axis=1, keepdims=True)
    if kind == "near a plane":
        points += rng.normal(0.0, 0.02, (count, 1))
    elif kind == "grid":
        points = np.rint(points * 12)
    elif kind == "uneven":
        points = np.exp(40 * points)
    elif kind == "flat":
        points[:, 0] = 1.0
        points[:, -1] = np.rint(points[:, -1])
    elif kind == "equal":
        points = np.zeros((count, dimensions))
    return points


def many_points(values: st.SearchStrategy[float]) -> st.SearchStrategy[Floats]:
    shapes = st.tuples(st.integers(0, 60), st.integers(1, 7))
    return shapes.flatmap(lambda shape: arrays.arrays(np.float64, shape, elements=values))


@given(many_points(FEW) | many_points(st.floats(allow_nan=False)))
def test_rows_are_those_of_the_definition(points: Floats) -> None:
    assert efficient_rows(points).tolist() == undominated(points, np.arange(len(points)))


KINDS = ["random", "near a plane", "on a plane", "grid", "uneven", "flat", "equal"]


@pytest.mark.parametrize("dimensions", range(1, 8))
@pytest.mark.parametrize("kind", KINDS)
def test_so_are_those_of_many_points(kind: str, dimensions: int) -> None:
    points = cloud(kind, 4200 if dimensions == 2 else 2200, dimensions)
    assert efficient_rows(points).tolist() == undominated(points, np.arange(len(points)))


@pytest.mark.parametrize("dimensions", [4, 5])
def test_nothing_is_lost_where_all_are_efficient(dimensions: int) -> None:
    points = np.rint(cloud("on a plane", 20_000, dimensions) * 2.0**40)
    points[:, -1] = -points[:, :-1].sum(axis=1)
    assert len(efficient_rows(points)) == len(np.unique(points, axis=0))


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
    size = keep_undominated(rows, own, count)
    assert sorted(own[:size].tolist()) == undominated(points[:count], numbers[:count])
    places = [numbers.tolist().index(number) for number in own[:size].tolist()]
    assert places == sorted(places), "vectors stay in their order"
    by_number = dict(zip(numbers.tolist(), points.tolist(), strict=True))
    assert rows[:size].tolist() == [by_number[number] for number in own[:size].tolist()]


@pytest.mark.parametrize("layout", ["F", "strided"])
def test_any_layout_will_do(layout: str) -> None:
    points = np.random.default_rng(1).integers(0, 9, (50, 3)).astype(np.float64)
    laid_out = {"F": np.asfortranarray(points), "strided": np.repeat(points, 2, axis=0)[::2]}
    assert efficient_rows(laid_out[layout]).tolist() == undominated(points, np.arange(50))
