"""Existence, solutions and counts on spaces of thousands of packages, where searches end early and may go wrong."""

import numpy as np
import pytest

from irenic.deal.kernels.block_fronts import block_fronts
from irenic.deal.kernels.count import count_draws
from irenic.deal.kernels.leximin import leximin
from irenic.deal.kernels.reaching import NO_LIMIT
from irenic.deal.kernels.solve import SOLUTIONS, solve_draws
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.kernels.types import Floats, Integers
from irenic.deal.spaces import scale_of
from irenic.fast.grid import to_grid
from tests.unit.deal.brute import packages_of_space

KINDS = ("wide", "few", "alike", "silent")


def random_space(
    rng: np.random.Generator, kind: str, parties: int, sizes: list[int]
) -> tuple[Floats, Integers, Integers]:
    """Contributions, index contributions and starts of a space of blocks."""
    starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    numbers = np.concatenate(
        [np.arange(size) * int(np.prod(sizes[b + 1 :])) for b, size in enumerate(sizes)], dtype=np.int64
    )
    weights = rng.dirichlet(np.ones(len(sizes)), parties) * 100
    if kind == "alike":
        weights[:] = 100 / len(sizes)
    values = rng.random((parties, starts[-1]))
    if kind in ("few", "alike"):
        values = np.rint(values * 2) / 2
    contributions = np.repeat(weights, sizes, axis=1) * values
    if kind == "silent":
        contributions *= np.repeat(rng.random((parties, len(sizes))) < 0.4, sizes, axis=1)
    return to_grid(contributions), numbers, starts


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
def test_against_all_packages(kind: str, parties: int) -> None:
    rng = np.random.default_rng([parties, KINDS.index(kind)])
    for _ in range(8):
        contributions, numbers, starts = random_space(rng, kind, parties, [5, 4, 4, 3, 3, 3, 2, 2])
        packages = packages_of_space(contributions, numbers, starts)
        span = packages.utilities.max(axis=0) - packages.utilities.min(axis=0)
        no_deal = to_grid(packages.utilities.min(axis=0) + span * rng.choice([0.2, 0.5, 0.6, 0.7], parties))
        alpha = rng.dirichlet(np.ones(parties))
        one = (contributions[np.newaxis], np.ones((1, len(numbers)), dtype=np.bool_))
        scale = scale_of(*one, starts)
        floors = zone_floors(no_deal[np.newaxis], scale)
        s_star, chosen = solve_draws(*one, numbers, starts, no_deal[np.newaxis], scale, floors, alpha[np.newaxis])
        count = count_draws(*one, starts, floors, np.ones(1, dtype=np.bool_))
        expected = packages.solved(no_deal, alpha)
        assert (float(s_star[0]), int(count[0]), chosen[0].tolist()) == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("parties", [2, 3, 4])
def test_orthants_and_comparing_one_by_one_agree(kind: str, parties: int) -> None:
    """Few packages attain the smallest gain, so the way through orthants is taken only if comparing is forbidden."""
    rng = np.random.default_rng([parties, KINDS.index(kind), 1])
    for _ in range(8):
        contributions, numbers, starts = random_space(rng, kind, parties, [5, 4, 4, 3, 3, 3])
        packages = packages_of_space(contributions, numbers, starts)
        no_deal = to_grid(np.quantile(packages.utilities, 0.4, axis=0))
        zone = (packages.utilities >= no_deal).all(axis=1)
        if not zone.any():
            continue
        best = packages.utilities[zone].max(axis=0)
        allowed = np.ones(len(numbers), dtype=np.bool_)
        vectors, kept, kept_starts = block_fronts(contributions, allowed, numbers, starts)
        gaining = best > no_deal
        _, kalai_smorodinsky, egalitarian, _ = packages.solved(no_deal, np.full(parties, 1 / parties))[-1]
        for unit, counted, expected in (
            (np.where(gaining, best - no_deal, 1.0), gaining, kalai_smorodinsky),
            (np.ones(parties), np.ones(parties, dtype=np.bool_), egalitarian),
        ):
            for few in (0, NO_LIMIT):
                number, worth = leximin(vectors, kept, kept_starts, no_deal, unit, counted, no_deal, few)
                assert number == expected
                assert worth.tolist() == packages.utilities[packages.numbers == number][0].tolist()


def test_sums_that_tie_at_the_second_smallest_gain() -> None:
    """The worst-off party gets the same in all packages; the second-worst decides, then the third, then the number."""
    gains = [(10, 30, 90), (10, 40, 50), (50, 10, 40), (10, 40, 60), (60, 40, 10)]
    best = [(100, 0, 0), (0, 100, 0), (0, 0, 100)]
    contributions = to_grid(np.array(gains + best, dtype=np.float64).T)
    starts = np.array([0, len(gains) + len(best)])
    numbers = np.arange(starts[-1])
    one = (contributions[np.newaxis], np.ones((1, len(numbers)), dtype=np.bool_))
    no_deal = np.zeros((1, 3))
    scale = scale_of(*one, starts)
    _, chosen = solve_draws(*one, numbers, starts, no_deal, scale, zone_floors(no_deal, scale), np.full((1, 3), 1 / 3))
    assert chosen[0, SOLUTIONS.index("kalai_smorodinsky")] == 3


def test_twenty_issues_of_five_options_for_five_parties() -> None:
    """9.5·10¹³ packages: no package near a solution does better, and the search stays small."""
    rng = np.random.default_rng(1)
    contributions, numbers, starts = random_space(rng, "wide", 5, [5] * 20)
    one = (contributions[np.newaxis], np.ones((1, len(numbers)), dtype=np.bool_))
    no_deal = np.full((1, 5), 45.0)
    scale = scale_of(*one, starts)
    alpha = np.full((1, 5), 0.2)
    s_star, chosen = solve_draws(*one, numbers, starts, no_deal, scale, zone_floors(no_deal, scale), alpha)
    nash, ks, egalitarian, utilitarian = (int(number) for number in chosen[0])

    def gains(number: int) -> Floats:
        chosen = [int(first + number // 5 ** (19 - b) % 5) for b, first in enumerate(starts[:-1])]
        return np.asarray(contributions[:, chosen].sum(axis=1) - 45.0)

    def near(number: int) -> list[Floats]:
        """Gains of all packages that differ in one or two issues."""
        positions = [number // 5 ** (19 - b) % 5 for b in range(20)]
        changes = contributions.reshape(5, 20, 5) - contributions.reshape(5, 20, 5)[:, range(20), positions][:, :, None]
        own = gains(number)
        pairs = changes[:, :, :, None, None] + changes[:, None, None, :, :]
        different = ~np.eye(20, dtype=np.bool_)[:, None, :, None]
        single = [own + change for change in changes.reshape(5, -1).T]
        return single + list(own + pairs.transpose(1, 2, 3, 4, 0)[np.broadcast_to(different, pairs.shape[1:])])

    assert gains(nash).min() > 0
    product = np.log(gains(nash)).sum()
    assert all(np.log(g).sum() <= product + 1e-12 for g in near(nash) if g.min() > 0)
    assert s_star[0] >= (gains(ks) / scale[0]).min()
    assert all((g / scale[0]).min() <= s_star[0] for g in near(ks))
    assert all(g.min() <= gains(egalitarian).min() for g in near(egalitarian))
    assert gains(utilitarian).min() > 0
    assert all(g.sum() <= gains(utilitarian).sum() for g in near(utilitarian) if g.min() >= 0)
