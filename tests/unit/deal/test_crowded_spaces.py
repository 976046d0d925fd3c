"""Spaces in which nothing dominates anything: parties divide a fixed amount, partial sums are as many as packages."""

import numpy as np
import pytest

from irenic.deal.kernels.block_fronts import block_fronts
from irenic.deal.kernels.exists import exists_in_draws
from irenic.deal.kernels.halves import CROWDED, PAIRS, SIDE, crowded_at, halves_of
from irenic.deal.kernels.least_concession import least_concession
from irenic.deal.kernels.live import live_draws
from irenic.deal.kernels.pair_totals import best_total_pair
from irenic.deal.kernels.pairs import PRODUCT, RATIO, SHORTFALL, TOTAL, best_pairs, reaching_pairs
from irenic.deal.kernels.reached import can_reach, reached_sums
from irenic.deal.kernels.reaching import MOST, NO_LIMIT, CrowdedSpace, reaching_sums
from irenic.deal.kernels.solve import solve_draws
from irenic.deal.kernels.thresholds import FAR, zone_floors
from irenic.deal.kernels.types import Floats, Integers
from irenic.deal.spaces import scale_of
from irenic.fast.grid import to_grid
from tests.unit.deal.brute import Packages, packages_of_space

KINDS = ("continuous", "few", "equal", "single")


def divided(rng: np.random.Generator, kind: str, parties: int, sizes: list[int]) -> tuple[Floats, Integers, Integers]:
    """Each combination gives out what its block is worth: contributions, index contributions and starts.

    Kinds: any shares; shares in quarters of a whole number of points; all combinations of a block alike; some blocks of
    a single option.
    """
    if kind == "single":
        sizes = [1 if b % 3 == 0 else size for b, size in enumerate(sizes)]
    starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    strides = [int(np.prod(sizes[b + 1 :])) for b in range(len(sizes))]
    numbers = np.concatenate([np.arange(size) * stride for size, stride in zip(sizes, strides, strict=True)])
    worth = np.repeat(rng.dirichlet(np.ones(len(sizes))) * 100, sizes)
    shares = rng.dirichlet(np.ones(parties), int(starts[-1]))
    if kind == "few":
        worth = np.rint(worth)
        shares = np.rint(shares * 4) / 4
    if kind == "equal":
        shares[:] = shares[0]
    contributions = to_grid(np.ascontiguousarray((shares * worth[:, np.newaxis]).T))
    contributions[-1] = to_grid(worth) - contributions[:-1].sum(axis=0)
    return contributions, numbers.astype(np.int64), starts


def no_deals(rng: np.random.Generator, packages: Packages) -> Floats:
    """About what a package gives, so that the zone is small, large or empty."""
    typical = packages.utilities[rng.integers(len(packages.utilities))]
    return to_grid(np.asarray(typical + rng.choice([-20.0, -5.0, -1.0, 0.5]) / len(typical)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("parties", "blocks"), [(1, 8), (2, 8), (3, 7), (4, 6)])
def test_against_all_packages(kind: str, parties: int, blocks: int) -> None:
    rng = np.random.default_rng([KINDS.index(kind), parties])
    for _ in range(3):
        contributions, numbers, starts = divided(rng, kind, parties, [4] * blocks)
        packages = packages_of_space(contributions, numbers, starts)
        no_deal, alpha = no_deals(rng, packages), rng.dirichlet(np.ones(parties))
        one = (contributions[np.newaxis], np.ones((1, len(numbers)), dtype=np.bool_), numbers, starts)
        scale = scale_of(*one[:2], starts)
        floors = zone_floors(no_deal[np.newaxis], scale)
        s_star, chosen = solve_draws(*one, no_deal[np.newaxis], scale, floors, alpha[np.newaxis])
        expected = packages.solved(no_deal, alpha)
        assert (float(s_star[0]), chosen[0].tolist()) == (expected[0], expected[2])
        assert bool(exists_in_draws(*one, floors)[0]) == (expected[1] > 0)
        sizes = np.diff(starts)
        strides = np.cumprod(np.append(1, sizes[:0:-1]))[::-1].astype(np.int64)
        live = np.zeros(len(numbers), dtype=np.bool_)
        for number in packages.numbers[(packages.utilities >= floors[0]).all(axis=1)]:
            live[starts[:-1] + number // strides % sizes] = True
        wanted, known = np.ones(1, dtype=np.bool_), np.full((1, 1), -1)
        found = live_draws(*one, floors, wanted, strides, sizes.astype(np.int64), np.arange(len(sizes)), known)
        assert found[0].tolist() == live.tolist()


@pytest.mark.parametrize("parties", [2, 3])
def test_such_a_space_is_searched_by_halves(parties: int) -> None:
    """Not by layers: these meet as many partial sums as there are packages."""
    contributions, numbers, starts = divided(np.random.default_rng(1), "continuous", parties, [4] * 10)
    allowed = np.ones(len(numbers), dtype=np.bool_)
    vectors, kept, kept_starts = block_fronts(contributions, allowed, numbers, starts)
    floors = np.full(parties, 90.0 / parties)
    along = np.ones(parties)
    assert crowded_at(np.int64(parties), kept_starts) == CROWDED
    _, _, whole = reaching_sums(vectors, kept, kept_starts, floors, along, 90.0, CROWDED)
    assert not whole
    halves, small = halves_of(vectors, kept, kept_starts)
    assert small
    assert len(halves.left) == len(halves.right_numbers) == 4**5
    assert can_reach(vectors, kept, kept_starts, floors, along, 90.0)
    found, _, whole = reached_sums(vectors, kept, kept_starts, floors + 3.0, along, 99.0, NO_LIMIT)
    assert whole
    assert (found >= floors + 3.0).all()


def test_large_spaces_of_many_parties_are_not_given_up_early() -> None:
    assert crowded_at(np.int64(5), np.arange(21) * 5) > CROWDED
    assert PAIRS < 5**20


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("parties", [2, 3, 4])
def test_pairs_measured_against_all_packages(kind: str, parties: int) -> None:
    rng = np.random.default_rng([KINDS.index(kind), parties, 1])
    ones, everyone = np.ones(parties), np.ones(parties, dtype=np.bool_)
    for _ in range(10):
        contributions, numbers, starts = divided(rng, kind, parties, [4, 3, 3, 2, 3, 2])
        if rng.random() < 0.5:
            contributions = to_grid(np.asarray(contributions * rng.uniform(0.8, 1.0, contributions.shape)))
        packages = packages_of_space(contributions, numbers, starts)
        vectors, kept, kept_starts = block_fronts(contributions, np.ones(len(numbers), np.bool_), numbers, starts)
        halves, _ = halves_of(vectors, kept, kept_starts)
        base = no_deals(rng, packages)
        inside = (packages.utilities >= base).all(axis=1)
        utilities, own = packages.utilities[inside], packages.numbers[inside]
        found, found_numbers, whole = reaching_pairs(halves, base, NO_LIMIT)
        assert whole
        assert _efficient(found, found_numbers) == _efficient(utilities, own)
        assert can_reach(vectors, kept, kept_starts, base, np.zeros(parties), -np.inf) == inside.any()
        worth, _, _ = best_pairs(halves, RATIO, base, ones * 3, ones, everyone, base, ones, 0.0)
        assert worth == ((utilities - base) / 3).min(axis=1).max(initial=-np.inf)
        missing, given = np.where(np.arange(parties) == 0, base + 2, base), np.arange(parties) == 0
        cost, cheapest, cheapest_numbers = least_concession(vectors, kept, kept_starts, missing, given, np.inf)
        held = np.where(given, -FAR, missing)
        negative, also, also_numbers = best_pairs(halves, SHORTFALL, missing, ones, ones, given, held, ones, 0.0)
        assert cost == -negative
        assert _efficient(cheapest, cheapest_numbers) == _efficient(also, also_numbers)
        if not inside.any():
            continue
        totals = utilities.sum(axis=1)
        first = own[totals == totals.max()].min()
        worth, _, lowest = best_pairs(halves, TOTAL, ones, ones, ones, everyone, base, ones, 0.0)
        assert (worth, int(lowest[0])) == (totals.max(), first)
        if parties == 2:
            assert best_total_pair(halves, base)[0] == first
        alpha, least = rng.dirichlet(ones), ones * 1e-7
        gaining = utilities.max(axis=0) - base > 1e-7
        if gaining.any():
            along = np.maximum.reduceat(vectors.sum(axis=1), kept_starts[:-1]).sum()
            _, best, best_numbers = best_pairs(
                halves, PRODUCT, base, least, alpha, gaining, base, ones, np.float64(along)
            )
            logs = (np.log(np.maximum(utilities - base, least)) * alpha)[:, gaining].sum(axis=1)
            tied = np.rint(logs * 2**40) == np.rint(logs * 2**40).max()
            assert _efficient(best, best_numbers) == _efficient(utilities[tied], own[tied])


def _efficient(utilities: Floats, numbers: Integers) -> dict[tuple[float, ...], int]:
    found: dict[tuple[float, ...], int] = {}
    for row, number in zip(utilities, numbers, strict=True):
        better = (utilities >= row).all(axis=1) & (utilities > row).any(axis=1)
        if not better.any():
            found[tuple(row)] = min(int(number), found.get(tuple(row), int(number)))
    return found


def test_what_neither_layers_nor_halves_can_hold_is_told() -> None:
    contributions, numbers, starts = divided(np.random.default_rng(1), "continuous", 3, [8] * 12)
    vectors, kept, kept_starts = block_fronts(contributions, np.ones(len(numbers), np.bool_), numbers, starts)
    assert not halves_of(vectors, kept, kept_starts)[-1]
    with pytest.raises(CrowdedSpace):
        can_reach(vectors, kept, kept_starts, np.full(3, 33.0), np.ones(3), 99.0)
    assert MOST <= SIDE
