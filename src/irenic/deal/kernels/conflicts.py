"""Conflicts of a run of draws: which constraints cannot hold together where there is no deal."""

import numpy as np

from irenic.deal.kernels.breaches import with_rows
from irenic.deal.kernels.direction import SLACK, max_min_direction, spans
from irenic.deal.kernels.hitting_sets import minimal_hitting_sets
from irenic.deal.kernels.least_breaches import least_breaches
from irenic.deal.kernels.maximin import need_along
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Floats, Integers, Truths, Words
from irenic.fast.compiled import kernel


@kernel
def fixes_of(
    vectors: Floats, breaches: Words, starts: Integers, floors: Floats, deals: Floats, deal_bits: Integers
) -> Words:
    """The minimal sets of violated constraints over all packages of one draw.

    For every set of parties, largest first, the packages that reach their floors are searched for what they must
    violate besides the no-deal values of the other parties. A package that leaves more parties satisfied was found
    before. Bound by 2^parties searches, most of which end at the bound along their direction.

    Args:
        vectors: float64[combination, party].
        breaches: uint64[combination, word], rules, binding red lines and infeasible options that a combination
            violates. The first bits, one a party, belong to the no-deal values and are empty here, and so are those of
            coalitions.
        starts: int64[block + 1].
        floors: float64[party], least utility that is no loss.
        deals: float64[side deal, party], side deals that block what gives every party less.
        deal_bits: int64[side deal], the constraint that a blocked package violates.
    """
    parties = floors.size
    words = breaches.shape[1]
    unit = spans(vectors, starts)
    no_floors = np.full(parties, -FAR)
    fixes = np.empty((16, words), np.uint64)
    known = np.int64(0)
    for size in range(parties, -1, -1):
        for satisfied in range(1 << parties):
            chosen = np.zeros(parties, np.bool_)
            wanted = np.full(parties, -FAR)
            beside = np.zeros(words, np.uint64)
            members = 0
            for p in range(parties):
                if satisfied >> p & 1:
                    chosen[p] = True
                    wanted[p] = floors[p]
                    members += 1
                else:
                    beside[p // 64] |= np.uint64(1) << np.uint64(p % 64)
            if members != size:
                continue
            direction = np.zeros(parties)
            if members > 0:
                direction, bound, _ = max_min_direction(vectors, starts, floors, unit, chosen, no_floors, np.nan)
                if bound < -SLACK:
                    continue
            need = need_along(direction, wanted)
            found = least_breaches(
                vectors, breaches, starts, wanted, direction, need, fixes[:known], beside, deals, deal_bits
            )
            fixes = with_rows(fixes, known, found)
            known += len(found)
    return fixes[:known].copy()


def conflicts_of_draws(
    contributions: Floats,
    breaches: Words,
    in_force: Words,
    starts: Integers,
    floors: Floats,
    wanted: Truths,
    deals: Floats,
    deal_bits: Integers,
    deal_starts: Integers,
) -> tuple[Integers, Words]:
    """The conflicts of every draw that is wanted: minimal hitting sets of its fixes; exact, from all packages.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        breaches: uint64[combination, word], constraints that a combination violates if they are in force.
        in_force: uint64[draw, word], rules, binding red lines, infeasible options of the draw.
        starts: int64[block + 1].
        floors: float64[draw, consenting party], on the grid.
        wanted: bool[draw], draws without a deal.
        deals: float64[side deal, consenting party], side deals that block what gives every party less.
        deal_bits: int64[side deal], the constraint that a blocked package violates.
        deal_starts: int64[draw + 1], where the side deals of each draw begin.

    Returns:
        the number of conflicts int64[draw], and their members uint64[conflict, word] in draw order, each draw's in
        ascending order.
    """
    # Plain Python: a kernel around these kernels would compile them all once more.
    counts = np.zeros(len(contributions), np.int64)
    rows = [np.empty((0, breaches.shape[1]), np.uint64)]
    for d in np.flatnonzero(wanted).tolist():
        own = slice(deal_starts[d], deal_starts[d + 1])
        vectors = np.ascontiguousarray(contributions[d].T)
        fixes = fixes_of(vectors, breaches & in_force[d], starts, floors[d], deals[own], deal_bits[own])
        rows.append(minimal_hitting_sets(fixes))
        counts[d] = len(rows[-1])
    return counts, np.concatenate(rows)
