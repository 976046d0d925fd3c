"""What a coalition could get for its members by a deal of its own."""

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts
from irenic.deal.kernels.reached import reached_sums
from irenic.deal.kernels.reaching import NO_LIMIT
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel
from irenic.fast.grid import STEP


@kernel
def side_deal_gains(gains: Floats, usable: Truths, numbers: Integers, starts: Integers) -> Floats:
    """The gains of a coalition's members by its side deals from which all of them gain, up to dominated ones.

    Gains are sums over blocks, as utilities are: the search is that of `reaching_sums`, with floors a step above 0.

    Args:
        gains: float64[member, combination], utility above that of the status quo, on the grid.
        usable: bool[combination], what side deals may consist of; at least one combination of every block.
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].

    Returns:
        float64[side deal, member].
    """
    members = gains.shape[0]
    vectors, kept, kept_starts = block_fronts(gains, usable, numbers, starts)
    floors = np.full(members, STEP)
    found, _, _ = reached_sums(vectors, kept, kept_starts, floors, np.zeros(members), -np.inf, NO_LIMIT)
    return found
