import numpy as np
import pytest

from irenic.deal.kernels.efficient import FULL, keep_efficient
from irenic.deal.kernels.types import Floats, Integers


def kept(vectors: Floats, numbers: Integers) -> dict[tuple[float, ...], int]:
    """Efficient vector → its number."""
    rows, own = vectors.copy(), numbers.copy()
    size = int(keep_efficient(rows, own, np.int64(len(rows))))
    found = {tuple(row): int(number) for row, number in zip(rows[:size], own[:size], strict=True)}
    assert len(found) == size, "equal vectors are kept once"
    return found


def efficient(vectors: Floats, numbers: Integers) -> dict[tuple[float, ...], int]:
    """The same by comparing everything with everything."""
    found: dict[tuple[float, ...], int] = {}
    for row, number in zip(vectors, numbers, strict=True):
        better = (vectors >= row).all(axis=1) & (vectors > row).any(axis=1)
        if not better.any():
            found[tuple(row)] = min(int(number), found.get(tuple(row), int(number)))
    return found


@pytest.mark.parametrize("parties", [1, 2, 3, 5])
@pytest.mark.parametrize("values", [3, 1000])
def test_small_sets_are_filtered_in_full(parties: int, values: int) -> None:
    rng = np.random.default_rng([parties, values])
    for size in (0, 1, 2, 3, 10, 200):
        vectors = rng.integers(0, values, (size, parties)).astype(np.float64)
        numbers = rng.permutation(size)
        assert kept(vectors, numbers) == efficient(vectors, numbers)


def test_two_parties_are_filtered_in_full_whatever_the_size() -> None:
    rng = np.random.default_rng(1)
    half = FULL
    front = np.rint(rng.random(half) * 2**20)
    vectors = np.stack([np.tile(front, 2), np.tile(2**20 - front, 2)], axis=1)
    vectors[::7, 1] -= 1.0
    numbers = rng.permutation(2 * half)
    assert kept(vectors, numbers) == efficient(vectors, numbers)


@pytest.mark.parametrize("values", [12, 2**20])
def test_large_sets_keep_everything_efficient_and_merge_what_is_equal(values: int) -> None:
    """Three parties divide the same amount in every vector: all sums tie, and nothing dominates anything."""
    rng = np.random.default_rng(values)
    shares = np.rint(rng.random((FULL, 2)) * values)
    vectors = np.tile(np.column_stack([shares, 2 * values - shares.sum(axis=1)]), (2, 1))
    numbers = rng.permutation(2 * FULL)
    assert kept(vectors, numbers) == efficient(vectors, numbers)


def test_large_sets_may_keep_dominated_vectors_but_lose_none() -> None:
    rng = np.random.default_rng(2)
    vectors = np.rint(rng.random((3 * FULL, 3)) * 2**20)
    numbers = rng.permutation(3 * FULL)
    found = kept(vectors, numbers)
    for vector, number in efficient(vectors, numbers).items():
        assert found[vector] == number
