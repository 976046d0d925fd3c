"""Whether a deal is possible, without asking how good."""

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.direction import SLACK, max_min_direction, spans
from irenic.deal.kernels.maximin import need_along
from irenic.deal.kernels.reached import can_reach
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Floats, Integers, Truths


def exists_in_draws(
    contributions: Floats, allowed: Truths, numbers: Integers, starts: Integers, floors: Floats
) -> Truths:
    """Whether some allowed package reaches the floors of all parties, for every draw: bool[draw]; exact.

    The same as the sign of s*, for less work: it ends with the first package met that reaches the floors, or with the
    first weights under which none can. Only draws between the two need a search. The loop over draws is plain Python: a
    kernel around these kernels would compile them all once more.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        allowed: bool[draw, combination].
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        floors: float64[draw, consenting party], on the grid.
    """
    draws, parties, _ = contributions.shape
    found = np.zeros(draws, np.bool_)
    everyone = np.ones(parties, np.bool_)
    no_floors = np.full(parties, -FAR)
    for d in range(draws):
        vectors, kept, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
        if has_empty_block(kept_starts):
            continue
        unit = spans(vectors, kept_starts)
        direction, bound, attained = max_min_direction(vectors, kept_starts, floors[d], unit, everyone, no_floors, 0.0)
        if attained >= 0.0:
            found[d] = True
        elif bound >= -SLACK:
            need = need_along(direction, floors[d])
            found[d] = can_reach(vectors, kept, kept_starts, floors[d], direction, need)
    return found
