"""L1. Six solutions on a curved frontier.

Nash, J. F. (1950), The bargaining problem, Econometrica 18, 155–162. Kalai, E. and Smorodinsky, M. (1975), Other
solutions to Nash's bargaining problem, Econometrica 43, 513–518. Raiffa, H. (1953), Arbitration schemes for generalized
two-person games. Frontier u2 = √(1 − u1), no deal at 0.

The kernels of package spaces see the frontier as one quantity with so many points that two neighbours differ by less
than the tolerance; Raiffa's solutions are also taken from the functions themselves.
"""

import numpy as np
import pytest

from irenic.deal.kernels.types import Floats
from irenic.deal.raiffa import raiffa_path, raiffa_steps
from tests.literature.frontiers import solved

POINTS = 150_000
TOLERANCE = 1e-5
"""Of the literature; neighbouring packages differ by 7e-6."""
PUBLISHED = {
    "nash": 2 / 3,
    "kalai_smorodinsky": 0.618034,
    "egalitarian": 0.618034,
    "utilitarian": 0.75,
    "raiffa": 0.630371,
    "raiffa_continuous": 0.653909,
}


def curved(points: int) -> Floats:
    u1 = np.linspace(0, 1, points + 1)
    return np.stack([u1, np.sqrt(1 - u1)])


def bests(u: Floats) -> Floats:
    return np.array([1 - u[1] ** 2, np.sqrt(max(0.0, 1 - u[0]))])


def test_curved_frontier() -> None:
    for name, (u1, u2) in solved(curved(POINTS)).items():
        assert u1 == pytest.approx(PUBLISHED[name], abs=TOLERANCE), name
        assert u2 == pytest.approx(np.sqrt(1 - PUBLISHED[name]), abs=TOLERANCE), name


def test_raiffa_on_the_functions() -> None:
    for solution, name in ((raiffa_steps, "raiffa"), (raiffa_path, "raiffa_continuous")):
        u1, u2 = solution(bests, np.zeros(2))
        assert u1 == pytest.approx(PUBLISHED[name], abs=TOLERANCE)
        assert u2 == pytest.approx(np.sqrt(1 - u1), abs=1e-9)


def test_what_lies_below_the_frontier_changes_nothing() -> None:
    frontier = curved(1_000)
    below = frontier * np.random.default_rng(1).uniform(0, 1, frontier.shape[1])
    assert solved(np.concatenate([below, frontier], axis=1)) == solved(frontier)


def test_which_solutions_depend_on_the_parties_units() -> None:
    """Limit: where one party's utilities are stretched, those solutions keep their place that compare no parties."""
    frontier = curved(1_000)
    units = np.array([1.0, 0.125])
    plain, stretched = solved(frontier), solved(frontier * units[:, np.newaxis])
    for name in ("nash", "kalai_smorodinsky"):
        assert stretched[name] == (plain[name][0], 0.125 * plain[name][1])
    for name in ("raiffa", "raiffa_continuous"):
        assert stretched[name] == pytest.approx(plain[name] * units, abs=1e-9)
    for name in ("egalitarian", "utilitarian"):
        assert abs(stretched[name][0] - plain[name][0]) > 0.2


def test_mirror_images_are_solved_alike() -> None:
    """Limit: where the set is the same for both, both get the same; all packages have the same sum."""
    u1 = np.linspace(0, 1, 1_001)
    found = solved(np.stack([u1, 1 - u1]))
    assert found.pop("utilitarian") == (0.0, 1.0)
    assert set(found.values()) == {(0.5, 0.5)}
