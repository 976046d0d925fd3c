import numpy as np
import pytest

from irenic.deal.kernels.count import count_draws
from irenic.deal.kernels.count_pairs import count_pairs
from irenic.deal.kernels.count_scan import count_scan
from irenic.deal.kernels.expansion import merged_blocks
from irenic.fast.grid import to_grid
from tests.unit.deal.brute import packages_of_space

SIZES = [4, 4, 3, 3, 2, 1]
STARTS = np.concatenate(([0], np.cumsum(SIZES))).astype(np.int64)
ONE = np.ones(1, dtype=np.bool_)


@pytest.mark.parametrize("sizes", [SIZES, [5, 5, 4, 4, 4, 4]], ids=["one side", "both sides"])
@pytest.mark.parametrize("values", [3, 10**6])
@pytest.mark.parametrize("parties", [1, 2, 3, 4])
def test_floors_that_packages_meet_exactly(parties: int, values: int, sizes: list[int]) -> None:
    """With three parties and more the inner side takes up to 4,096 sums: only the larger space has an outer one."""
    rng = np.random.default_rng([parties, values])
    starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    for _ in range(20):
        contributions = to_grid(rng.integers(0, values, (parties, starts[-1])).astype(np.float64) * (30 / values))
        utilities = packages_of_space(contributions, np.zeros(starts[-1], dtype=np.int64), starts).utilities
        floors = np.array([np.quantile(utilities[:, p], 0.4, method="nearest") for p in range(parties)])
        expected = int((utilities >= floors).all(axis=1).sum())
        assert 0 < expected < len(utilities)
        allowed = np.ones((1, starts[-1]), dtype=np.bool_)
        assert count_draws(contributions[np.newaxis], allowed, starts, floors[np.newaxis], ONE).tolist() == [expected]


@pytest.mark.parametrize("parties", [1, 2])
def test_both_ways_of_counting(parties: int) -> None:
    rng = np.random.default_rng(parties)
    for _ in range(20):
        contributions = to_grid(rng.integers(0, 4, (parties, STARTS[-1])).astype(np.float64) * 7.5)
        allowed = rng.random(STARTS[-1]) < 0.8
        vectors, multiplicities, starts, constant, _ = merged_blocks(contributions, allowed, STARTS)
        for floor in (0.0, 30.0, 60.0, 300.0):
            floors = np.full(parties, floor)
            arguments = (vectors, multiplicities, starts, constant, floors)
            assert count_pairs(*arguments) == count_scan(*arguments)


def test_equal_combinations_are_merged_and_counted() -> None:
    contributions = np.array([[1.0, 1, 2, 5, 5], [0, 0, 3, 4, 4]])
    vectors, multiplicities, starts, constant, multiplier = merged_blocks(
        contributions, np.array([True, True, True, True, True]), np.array([0, 3, 5])
    )
    assert vectors.tolist() == [[1, 0], [2, 3]]
    assert multiplicities.tolist() == [2, 1]
    assert starts.tolist() == [0, 2]
    assert constant.tolist() == [5, 4]
    assert multiplier == 2


def test_a_block_without_an_allowed_combination_leaves_nothing() -> None:
    allowed = np.array([[True, True, False, False, False]])
    found = count_draws(np.zeros((1, 2, 5)), allowed, np.array([0, 2, 5]), np.full((1, 2), -1.0), ONE)
    assert found.tolist() == [0]


def test_spaces_that_are_not_wanted_are_not_counted() -> None:
    allowed = np.ones((2, 5), dtype=np.bool_)
    wanted = np.array([False, True])
    found = count_draws(np.zeros((2, 2, 5)), allowed, np.array([0, 2, 5]), np.full((2, 2), -1.0), wanted)
    assert found.tolist() == [0, 6]
