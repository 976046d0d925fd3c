import numpy as np
import pytest

from irenic.deal.kernels.closest import closest_packages
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.kernels.weigh import TILE, weigh_packages
from irenic.fast.grid import to_grid


@pytest.mark.parametrize("blocked", [False, True])
@pytest.mark.parametrize("draws", [1, TILE, TILE + 3])
def test_packages_are_weighed_as_one_by_one(draws: int, blocked: bool) -> None:
    rng = np.random.default_rng(5)
    contributions = to_grid(rng.random((7, 2, draws)) * 40)
    allowed = rng.random((7, draws)) < 0.9
    chosen = np.array([[0, 3, 5], [0, 3, 5], [0, 4, 6], [2, 3, 6], [1, 4, 5]])
    no_deal = to_grid(rng.random((2, draws)) * 60)
    scale = to_grid(rng.random((2, draws)) * 100) + 1
    floors = zone_floors(no_deal, scale)
    deals, deal_starts = to_grid(rng.random((2 * draws, 2)) * 60), np.arange(draws + 1) * 2
    accepted, closeness = weigh_packages(
        contributions, allowed, chosen, no_deal, scale, floors, deals, deal_starts if blocked else 0 * deal_starts
    )
    for n, combinations in enumerate(chosen):
        u = contributions[combinations].sum(axis=0)
        good = (u >= floors).all(axis=0) & allowed[combinations].all(axis=0)
        if blocked:
            good &= ~(u.T[:, np.newaxis] < deals.reshape(draws, 2, 2)).all(axis=2).any(axis=1)
        assert accepted[n] == good.sum()
        expected = ((u - no_deal) / scale).min(axis=0).mean()
        assert closeness[n] == pytest.approx(expected, rel=1e-12)  # another order of summation


def test_the_closest_package_of_a_draw_loses_least() -> None:
    contributions = np.array([[[50.0, 0.0, 50.0, 0.0], [0.0, 40.0, 0.0, 45.0]]] * 2)
    allowed = np.array([[True, True, True, True], [True, False, False, False]])
    numbers, starts = np.array([0, 2, 0, 1]), np.array([0, 2, 4])
    no_deal, scale = np.array([[60.0, 50.0]] * 2), np.array([[100.0, 85.0]] * 2)
    # One issue each: (50, 45) loses 0.1 and 5/85, (50, 40) loses 10/85.
    found = closest_packages(contributions, allowed, numbers, starts, no_deal, scale)
    assert found.tolist() == [1, -1]
