"""A frontier of two parties laid out as one quantity, and what the kernels of package spaces choose on it."""

import numpy as np

from irenic.deal.kernels.raiffa import raiffa_draws
from irenic.deal.kernels.solve import SOLUTIONS, solve_draws
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.kernels.types import Floats
from irenic.deal.spaces import scale_of
from irenic.fast.grid import to_grid


def solved(frontier: Floats, points: float = 100.0) -> dict[str, tuple[float, float]]:
    """(u1, u2) of each solution, no deal being at 0 and package k giving the parties `frontier[:, k]`.

    Args:
        frontier: float64[2, package].
        points: how many points one unit of the frontier counts for.
    """
    contributions = to_grid(points * frontier)[np.newaxis]
    count = frontier.shape[1]
    starts = np.array([0, count])
    numbers = np.arange(count)
    allowed = np.ones((1, count), dtype=np.bool_)
    no_deal = np.zeros((1, 2))
    scale = scale_of(contributions, allowed, starts)
    space = (contributions, allowed, numbers, starts, no_deal)
    _, packages = solve_draws(*space, scale, zone_floors(no_deal, scale), np.full((1, 2), 0.5))
    found = {name: frontier[:, packages[0, k]] for k, name in enumerate(SOLUTIONS)}
    raiffa = raiffa_draws(*space, contributions[:, :, packages[0, 0]], np.ones(1, dtype=np.bool_))
    found |= {name: point[0] / points for name, point in zip(("raiffa", "raiffa_continuous"), raiffa, strict=True)}
    return {name: (float(u[0]), float(u[1])) for name, u in found.items()}
