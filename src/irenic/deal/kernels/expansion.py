"""The package space of one draw for counting: equal combinations merged, blocks multiplied out."""

from typing import Final

import numpy as np

from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending

MERGED: Final = 1024
"""Blocks with more combinations than this are not searched for equal ones."""


@kernel
def merged_blocks(
    contributions: Floats, allowed: Truths, starts: Integers
) -> tuple[Floats, Integers, Integers, Floats, int]:
    """The different vectors of every block with how often each occurs.

    Blocks in which all allowed combinations are worth the same (issues on which every consenting party is silent) are
    left
    out: they add a constant and multiply the count. Bound by the square of the blocks' sizes.

    Args:
        contributions: float64[party, combination].
        allowed: bool[combination].
        starts: int64[block + 1].

    Returns:
        vectors float64[n, party], their multiplicities int64[n], starts int64[kept block + 1], the constant
        float64[party] and the multiplier, which is 0 where a block has no allowed combination.
    """
    parties = contributions.shape[0]
    vectors = np.empty((allowed.size, parties))
    multiplicities = np.empty(allowed.size, np.int64)
    kept_starts = np.zeros(starts.size, np.int64)
    constant = np.zeros(parties)
    multiplier = 1
    blocks = 0
    first = 0
    for b in range(starts.size - 1):
        end = first
        for c in range(starts[b], starts[b + 1]):
            if not allowed[c]:
                continue
            same = -1
            for k in range(first, min(end, first + MERGED)):
                equal = True
                for p in range(parties):
                    if vectors[k, p] != contributions[p, c]:
                        equal = False
                        break
                if equal:
                    same = k
                    break
            if same >= 0:
                multiplicities[same] += 1
            else:
                for p in range(parties):
                    vectors[end, p] = contributions[p, c]
                multiplicities[end] = 1
                end += 1
        if end == first:
            multiplier = 0
        elif end == first + 1:
            multiplier *= multiplicities[first]
            for p in range(parties):
                constant[p] += vectors[first, p]
        else:
            blocks += 1
            kept_starts[blocks] = end
            first = end
    return vectors[:first].copy(), multiplicities[:first].copy(), kept_starts[: blocks + 1].copy(), constant, multiplier


@kernel
def outer_blocks(starts: Integers, inner: int) -> Truths:
    """Which blocks to multiply out on the first side, so that the second has at most `inner` sums: bool[block].

    The second side takes blocks, smallest first, while its size stays within `inner`.
    """
    order = by_size(starts)
    first = np.ones(order.size, np.bool_)
    size = 1
    for b in order:
        size *= starts[b + 1] - starts[b]
        if size > inner:
            break
        first[b] = False
    return first


@kernel
def even_half(starts: Integers) -> Truths:
    """Which blocks to multiply out on the first side, so that the sides are about even: bool[block].

    Blocks go to the smaller side, the largest block first.
    """
    order = by_size(starts)
    first = np.ones(order.size, np.bool_)
    left = 0.0
    right = 0.0
    for k in range(order.size - 1, -1, -1):
        b = order[k]
        first[b] = left <= right
        if first[b]:
            left += np.log(starts[b + 1] - starts[b])
        else:
            right += np.log(starts[b + 1] - starts[b])
    return first


@kernel
def by_size(starts: Integers) -> Integers:
    """The blocks from the smallest to the largest: int64[block]."""
    sizes = np.empty(starts.size - 1)
    for b in range(sizes.size):
        sizes[b] = starts[b + 1] - starts[b]
    return ascending(sizes)


@kernel
def _largest(vectors: Floats, starts: Integers, block: int, party: int) -> float:
    largest: float = vectors[starts[block], party]
    for k in range(starts[block], starts[block + 1]):
        largest = max(largest, vectors[k, party])
    return largest


@kernel
def most_of(vectors: Floats, starts: Integers, members: Truths) -> Floats:
    """The largest sum over the member blocks, of every party by itself: float64[party]."""
    most = np.zeros(vectors.shape[1])
    for b in range(members.size):
        if members[b]:
            for p in range(most.size):
                most[p] += _largest(vectors, starts, b, p)
    return most


@kernel
def expanded(
    vectors: Floats, multiplicities: Integers, starts: Integers, members: Truths, base: Floats, floors: Floats
) -> tuple[Floats, Integers]:
    """All sums of one vector of every member block that can still reach the floors.

    Args:
        vectors: float64[n, party].
        multiplicities: int64[n].
        starts: int64[block + 1].
        members: bool[block].
        base: float64[party], a constant added to every sum.
        floors: float64[party], what the sums must reach together with the best of the other blocks.

    Returns:
        sums float64[party, m] and their multiplicities int64[m].
    """
    parties = vectors.shape[1]
    to_come = most_of(vectors, starts, members)
    sums = base.copy().reshape(1, parties)
    counts = np.ones(1, np.int64)
    lacking = floors.copy()
    for p, most in enumerate(most_of(vectors, starts, ~members)):
        lacking[p] -= most
    for b in range(members.size):
        if not members[b]:
            continue
        for p in range(parties):
            to_come[p] -= _largest(vectors, starts, b, p)
        longer = np.empty((len(sums) * (starts[b + 1] - starts[b]), parties))
        longer_counts = np.empty(len(longer), np.int64)
        found = np.int64(0)
        for s in range(len(sums)):
            for k in range(starts[b], starts[b + 1]):
                reaches = True
                for p in range(parties):
                    longer[found, p] = sums[s, p] + vectors[k, p]
                    reaches &= longer[found, p] + to_come[p] >= lacking[p]
                if reaches:
                    longer_counts[found] = counts[s] * multiplicities[k]
                    found += 1
        sums = longer[:found]
        counts = longer_counts[:found]
    return sums.T.copy(), counts.copy()
