"""L1. The Nash and the Kalai–Smorodinsky solution on a curved frontier.

Nash, J. F. (1950), The bargaining problem, Econometrica 18, 155–162. Kalai, E. and Smorodinsky, M. (1975), Other
solutions to Nash's bargaining problem, Econometrica 43, 513–518. Frontier u2 = √(1 − u1), no deal at 0: u1 is 2/3 and
(√5 − 1)/2 = .618034. The frontier is laid out as one quantity with so many points that two neighbours differ by less
than the tolerance.
"""

import numpy as np
import pytest

from irenic.deal.kernels.solve import solve_draws
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.kernels.types import Floats
from irenic.deal.spaces import scale_of
from irenic.fast.grid import to_grid

POINTS = 150_000
TOLERANCE = 1e-5


def solutions(frontier: Floats) -> tuple[float, float]:
    """u1 of the Nash and of the Kalai–Smorodinsky package, where package k gives the parties `frontier[:, k]`."""
    contributions = to_grid(100 * frontier)[np.newaxis]
    count = frontier.shape[1]
    starts = np.array([0, count])
    allowed = np.ones((1, count), dtype=np.bool_)
    no_deal = np.zeros((1, 2))
    scale = scale_of(contributions, allowed, starts)
    _, chosen = solve_draws(
        contributions,
        allowed,
        np.arange(count),
        starts,
        no_deal,
        scale,
        zone_floors(no_deal, scale),
        np.full((1, 2), 0.5),
    )
    return float(frontier[0, chosen[0, 0]]), float(frontier[0, chosen[0, 1]])


def test_curved_frontier() -> None:
    u1 = np.linspace(0, 1, POINTS + 1)
    nash, kalai_smorodinsky = solutions(np.stack([u1, np.sqrt(1 - u1)]))
    assert nash == pytest.approx(2 / 3, abs=TOLERANCE)
    assert kalai_smorodinsky == pytest.approx(0.618034, abs=TOLERANCE)


def test_what_lies_below_the_frontier_changes_nothing() -> None:
    u1 = np.linspace(0, 1, 1_001)
    frontier = np.stack([u1, np.sqrt(1 - u1)])
    below = frontier * np.random.default_rng(1).uniform(0, 1, u1.size)
    assert solutions(np.concatenate([below, frontier], axis=1)) == solutions(frontier)


def test_the_solutions_do_not_depend_on_either_party_s_units() -> None:
    """Limit: both solutions keep their place when one party's utilities are stretched."""
    u1 = np.linspace(0, 1, 1_001)
    frontier = np.stack([u1, np.sqrt(1 - u1)])
    assert solutions(frontier * np.array([[1.0], [0.125]])) == solutions(frontier)


def test_mirror_images_are_solved_alike() -> None:
    """Limit: where the set is the same for both, both get the same."""
    u1 = np.linspace(0, 1, 1_001)
    nash, kalai_smorodinsky = solutions(np.stack([u1, 1 - u1]))
    assert nash == kalai_smorodinsky == 0.5
