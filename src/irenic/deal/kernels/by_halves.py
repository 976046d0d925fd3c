"""Searches by halves, as other kernels call them: compiled where they are needed, which in most spaces they never are.

A kernel that called `best_pairs` would carry its code, and so would every kernel above it: a third of the time that the
first compilation takes. These two step out to the interpreter instead.
"""

import numpy as np
from numba import objmode

from irenic.deal.kernels.direction import farthest
from irenic.deal.kernels.halves import halves_of
from irenic.deal.kernels.pair_totals import best_total_pair
from irenic.deal.kernels.pairs import TOTAL, best_pairs, reaching_pairs
from irenic.deal.kernels.types import Count, Floats, Integers, Truths
from irenic.fast.compiled import kernel, stepping_out


@stepping_out
def best_by_halves(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    measure: Count,
    base: Floats,
    unit: Floats,
    alpha: Floats,
    counted: Truths,
    floors: Floats,
    direction: Floats,
) -> tuple[bool, float, Floats, Integers]:
    """Whether the space has halves that are small enough, and if so what `best_pairs` finds.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        measure: see `best_pairs`, with what follows; with TOTAL some package meets the floors.
        base: see `measure`.
        unit: see `measure`.
        alpha: see `measure`.
        counted: see `measure`.
        floors: see `measure`.
        direction: see `measure`.
    """
    with objmode(small="boolean", worth="float64", found="float64[:, ::1]", found_numbers="int64[::1]"):
        small, worth, found, found_numbers = _best(
            vectors, numbers, starts, measure, base, unit, alpha, counted, floors, direction
        )
    return small, worth, found, found_numbers


@stepping_out
def reaching_by_halves(
    vectors: Floats, numbers: Integers, starts: Integers, floors: Floats, most: Count
) -> tuple[bool, Floats, Integers, bool]:
    """Whether the space has halves that are small enough, and if so what `reaching_pairs` finds; arguments as there."""
    with objmode(small="boolean", found="float64[:, ::1]", found_numbers="int64[::1]", whole="boolean"):
        small, found, found_numbers, whole = _reaching(vectors, numbers, starts, floors, most)
    return small, found, found_numbers, whole


@kernel
def _best(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    measure: Count,
    base: Floats,
    unit: Floats,
    alpha: Floats,
    counted: Truths,
    floors: Floats,
    direction: Floats,
) -> tuple[bool, float, Floats, Integers]:
    halves, small = halves_of(vectors, numbers, starts)
    if not small:
        return False, -np.inf, vectors[:0].copy(), numbers[:0].copy()
    parties = floors.size
    if measure == TOTAL and parties == 2:
        number, utilities = best_total_pair(halves, floors)
        return True, utilities[0] + utilities[1], utilities.reshape(1, 2), np.full(1, number)
    most_along = farthest(vectors, starts, direction, np.empty(parties))
    best, found, found_numbers = best_pairs(halves, measure, base, unit, alpha, counted, floors, direction, most_along)
    return True, best, found, found_numbers


@kernel
def _reaching(
    vectors: Floats, numbers: Integers, starts: Integers, floors: Floats, most: Count
) -> tuple[bool, Floats, Integers, bool]:
    halves, small = halves_of(vectors, numbers, starts)
    if not small:
        return False, vectors[:0].copy(), numbers[:0].copy(), False
    found, found_numbers, whole = reaching_pairs(halves, floors, most)
    return True, found, found_numbers, whole
