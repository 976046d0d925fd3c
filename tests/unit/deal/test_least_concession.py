"""The least concession on spaces of thousands of packages, where searches end early and may go wrong."""

from math import inf

import numpy as np
import pytest

from irenic.deal.kernels.block_fronts import block_fronts
from irenic.deal.kernels.least_concession import concession_direction, least_concession
from irenic.deal.kernels.types import Floats, Truths
from irenic.fast.grid import to_grid
from tests.unit.deal.brute import Packages, packages_of_space
from tests.unit.deal.test_solutions import KINDS, random_space


def costs_of(packages: Packages, floors: Floats, given: Truths) -> Floats:
    """What each package asks of those who concede; ∞ where it is a loss to another."""
    held = (packages.utilities[:, ~given] >= floors[~given]).all(axis=1)
    lacks = np.maximum(floors[given] - packages.utilities[:, given], 0.0).sum(axis=1)
    return np.asarray(np.where(held, lacks, inf))


def first_of_efficient(packages: Packages, among: Truths) -> list[int]:
    """Numbers of the packages that none of these dominates, of equal ones the lowest."""
    utilities, numbers = packages.utilities[among], packages.numbers[among]
    found: dict[tuple[float, ...], int] = {}
    for u, number in zip(utilities, numbers, strict=True):
        if not ((utilities >= u).all(axis=1) & (utilities > u).any(axis=1)).any():
            key = tuple(u.tolist())
            found[key] = min(found.get(key, int(number)), int(number))
    return sorted(found.values())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
def test_against_all_packages(kind: str, parties: int) -> None:
    rng = np.random.default_rng([parties, KINDS.index(kind), 7])
    for _ in range(12):
        contributions, numbers, starts = random_space(rng, kind, parties, [4, 4, 3, 3, 3, 2])
        packages = packages_of_space(contributions, numbers, starts)
        floors = to_grid(np.quantile(packages.utilities, rng.choice([0.3, 0.6, 0.8, 1.0]), axis=0) + rng.choice([0, 9]))
        given = rng.permutation(parties) < rng.integers(1, parties + 1)
        front = block_fronts(contributions, np.ones(len(numbers), dtype=np.bool_), numbers, starts)
        costs = costs_of(packages, floors, given)
        cost, _, found = least_concession(*front, floors, given, inf)
        assert cost == costs.min()
        assert sorted(found.tolist()) == (first_of_efficient(packages, costs == cost) if cost < inf else [])
        _, bound, attained = concession_direction(front[0], front[2], floors, given)
        assert bound - 1e-9 <= costs.min() <= attained


def test_only_less_than_what_is_known_is_of_interest() -> None:
    rng = np.random.default_rng(5)
    contributions, numbers, starts = random_space(rng, "wide", 3, [4, 4, 3, 3])
    packages = packages_of_space(contributions, numbers, starts)
    floors = to_grid(packages.utilities.max(axis=0) * 0.9)
    given = np.array([True, True, False])
    front = block_fronts(contributions, np.ones(len(numbers), dtype=np.bool_), numbers, starts)
    least = costs_of(packages, floors, given).min()
    assert least_concession(*front, floors, given, float(np.nextafter(least, inf)))[0] == least
    assert least_concession(*front, floors, given, float(least))[0] == inf
    assert len(least_concession(*front, floors, given, float(least))[2]) == 0


def test_twenty_issues_of_five_options_for_five_parties() -> None:
    """9.5·10¹³ packages: no package that differs in one issue asks less, and the bound is close."""
    rng = np.random.default_rng(2)
    contributions, numbers, starts = random_space(rng, "wide", 5, [5] * 20)
    floors = to_grid(np.maximum.reduceat(contributions, starts[:-1], axis=1).sum(axis=1) * 0.8)
    given = np.array([True, True, True, False, False])
    front = block_fronts(contributions, np.ones(len(numbers), dtype=np.bool_), numbers, starts)
    cost, sums, found = least_concession(*front, floors, given, inf)
    _, bound, _ = concession_direction(front[0], front[2], floors, given)
    assert bound <= cost <= bound + 2.0
    chosen = [int(first + found[0] // 5 ** (19 - b) % 5) for b, first in enumerate(starts[:-1])]
    assert (contributions[:, chosen].sum(axis=1) == sums[0]).all()
    for b in range(20):
        for k in range(5):
            near = contributions[:, [*chosen[:b], int(starts[b]) + k, *chosen[b + 1 :]]].sum(axis=1)
            if (near[~given] >= floors[~given]).all():
                assert np.maximum(floors - near, 0.0)[given].sum() >= cost
