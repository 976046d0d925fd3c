"""The package that comes closest to acceptance, in every draw."""

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.leximin import FEW, leximin
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel


@kernel
def closest_packages(
    contributions: Floats, allowed: Truths, numbers: Integers, starts: Integers, no_deal: Floats, scale: Floats
) -> Integers:
    """The allowed package whose smallest gain (u − no_deal) / scale is largest, of equals the next smallest, and so on.

    Exact; bound by one max–min search a draw, as s* is.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        allowed: bool[draw, combination].
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        no_deal: float64[draw, consenting party], on the grid.
        scale: float64[draw, consenting party], on the grid, positive.

    Returns:
        package numbers int64[draw], −1 where nothing is allowed.
    """
    draws, parties, _ = contributions.shape
    found = np.full(draws, -1, np.int64)
    no_floors = np.full(parties, -FAR)
    everyone = np.ones(parties, np.bool_)
    for d in range(draws):
        vectors, kept, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
        if not has_empty_block(kept_starts):
            found[d], _ = leximin(vectors, kept, kept_starts, no_deal[d], scale[d], everyone, no_floors, FEW)
    return found
