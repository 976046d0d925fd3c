"""Zone counts of a run of draws: every package, or a sample of them."""

import numpy as np

from irenic.deal.kernels.corners import is_better
from irenic.deal.kernels.count_pairs import count_pairs
from irenic.deal.kernels.count_scan import count_scan
from irenic.deal.kernels.expansion import merged_blocks
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel
from irenic.fast.counter import below, word_at


def count_draws(contributions: Floats, allowed: Truths, starts: Integers, floors: Floats, wanted: Truths) -> Integers:
    """How many allowed packages reach the floors, for every draw that is wanted (0 for the others); exact.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        allowed: bool[draw, combination].
        starts: int64[block + 1].
        floors: float64[draw, consenting party], on the grid.
        wanted: bool[draw].
    """
    # Plain Python: a kernel around these kernels would compile them once more, and one of the two is never needed.
    count = count_pairs if floors.shape[1] <= 2 else count_scan
    found = np.zeros(len(floors), np.int64)
    for d in np.flatnonzero(wanted).tolist():
        vectors, multiplicities, kept_starts, constant, multiplier = merged_blocks(contributions[d], allowed[d], starts)
        if multiplier:
            found[d] = multiplier * count(vectors, multiplicities, kept_starts, constant, floors[d])
    return found


@kernel
def sample_draws(
    contributions: Floats,
    feasible: Truths,
    allowed: Truths,
    starts: Integers,
    floors: Floats,
    wanted: Truths,
    keys: Integers,
    packages: int,
    deals: Floats,
    deal_starts: Integers,
) -> Integers:
    """How many of a sample of feasible packages are allowed, reach the floors and are not blocked.

    For every draw that is wanted, 0 for the others.

    The sample is uniform over the feasible packages: each block's combination is uniform over its feasible ones.
    Package j of a draw depends on the draw's key only, so equal keys meet the same packages. Bound by packages ×
    blocks look-ups.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        feasible: bool[draw, combination].
        allowed: bool[draw, combination], a subset of the feasible.
        starts: int64[block + 1].
        floors: float64[draw, consenting party], on the grid.
        wanted: bool[draw]; each has a feasible combination in every block.
        keys: int64[draw], what the draw's sample is keyed by.
        packages: size of the sample.
        deals: float64[side deal, consenting party], side deals that block what gives every party less.
        deal_starts: int64[draw + 1], where those of each draw begin.
    """
    blocks = starts.size - 1
    parties = floors.shape[1]
    found = np.zeros(len(floors), np.int64)
    options = np.empty(allowed.shape[1], np.int64)
    ends = np.empty(blocks, np.int64)
    for d in range(len(floors)):
        if not wanted[d]:
            continue
        for b in range(blocks):
            ends[b] = starts[b]
            for c in range(starts[b], starts[b + 1]):
                if feasible[d, c]:
                    options[ends[b]] = c
                    ends[b] += 1
        vectors = contributions[d].T.copy()
        sums = np.zeros(parties)
        for j in range(packages):
            for p in range(parties):
                sums[p] = 0.0
            free = True
            for b in range(blocks):
                word = word_at(np.uint64(keys[d]), j * blocks + b)
                c = options[starts[b] + below(word, ends[b] - starts[b])]
                free &= allowed[d, c]
                for p in range(parties):
                    sums[p] += vectors[c, p]
            for p in range(parties):
                free &= sums[p] >= floors[d, p]
            if free:
                for k in range(deal_starts[d], deal_starts[d + 1]):
                    free &= not is_better(deals[k], sums)
            found[d] += free
    return found
