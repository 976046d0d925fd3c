"""Sums that reach given floors, whatever the space is like."""

import numpy as np

from irenic.deal.kernels.by_halves import best_by_halves, reaching_by_halves
from irenic.deal.kernels.halves import crowded_at
from irenic.deal.kernels.pairs import ANY
from irenic.deal.kernels.reaching import NO_LIMIT, reaching_sums
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.fast.compiled import kernel


@kernel
def reached_sums(
    vectors: Floats, numbers: Integers, starts: Integers, floors: Floats, direction: Floats, need: float, most: Count
) -> tuple[Floats, Integers, bool]:
    """As `reaching_sums`, but by halves where partial sums are too many for it; then `need` may be missed.

    Args:
        vectors: see `reaching_sums`.
        numbers: see `reaching_sums`.
        starts: see `reaching_sums`.
        floors: see `reaching_sums`.
        direction: see `reaching_sums`.
        need: see `reaching_sums`; must follow from the floors.
        most: the search is given up where more sums than this survive.
    """
    crowded = crowded_at(floors.size, starts)
    limit = min(most, crowded)
    found, found_numbers, whole = reaching_sums(vectors, numbers, starts, floors, direction, need, limit)
    if whole or limit < crowded:
        return found, found_numbers, whole
    small, found, found_numbers, whole = reaching_by_halves(vectors, numbers, starts, floors, most)
    if small:
        return found, found_numbers, whole
    return reaching_sums(vectors, numbers, starts, floors, direction, need, most)


@kernel
def can_reach(
    vectors: Floats, numbers: Integers, starts: Integers, floors: Floats, direction: Floats, need: float
) -> bool:
    """Whether some sum of one vector a block reaches the floors; arguments as for `reaching_sums`."""
    found, _, whole = reaching_sums(vectors, numbers, starts, floors, direction, need, crowded_at(floors.size, starts))
    if whole:
        return len(found) > 0
    everyone = np.ones(floors.size, np.bool_)
    small, worth, _, _ = best_by_halves(
        vectors, numbers, starts, ANY, floors, floors, floors, everyone, floors, direction
    )
    if small:
        return worth > -np.inf
    found, _, _ = reaching_sums(vectors, numbers, starts, floors, direction, need, NO_LIMIT)
    return len(found) > 0
