"""Sets of violated constraints, and which of them are least."""

import numpy as np

from irenic.deal.kernels.types import Count, Floats, Words
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending


@kernel
def includes(larger: Words, smaller: Words) -> bool:
    """Whether the first set includes the second (both as uint64[word], bit b of word w is constraint 64 w + b)."""
    for w in range(smaller.size):
        if smaller[w] & ~larger[w]:
            return False
    return True


@kernel
def size_of(members: Words) -> int:
    """Number of members of a set."""
    size = 0
    for w in range(members.size):
        rest = members[w]
        while rest:
            rest &= rest - np.uint64(1)
            size += 1
    return size


@kernel
def keep_least(sets: Words, sums: Floats, along: Floats, count: Count) -> Count:
    """Drop what is no better in any way than another, in place, and return how many are left in front.

    Entry i is dropped where another violates no more and is worth at least as much to every party; of equals the
    first met stays. Sorted by size of the set, then by sum, an entry need only be compared with those kept before it.
    Bound by kept × count comparisons.

    Args:
        sets: uint64[n, word], constraints violated.
        sums: float64[n, party].
        along: float64[n], carried with the entries.
        count: how many rows count.
    """
    parties = sums.shape[1]
    keys = np.empty(count)
    for i in range(count):
        total = 0.0
        for p in range(parties):
            total += sums[i, p]
        keys[i] = size_of(sets[i]) * 2.0**32 - total
    order = ascending(keys)
    kept_sets = np.empty((count, sets.shape[1]), np.uint64)
    kept_sums = np.empty((count, parties))
    kept_along = np.empty(count)
    size = np.int64(0)
    for i in order:
        dropped = False
        for k in range(size):
            better = True
            for p in range(parties):
                if kept_sums[k, p] < sums[i, p]:
                    better = False
                    break
            if better and includes(sets[i], kept_sets[k]):
                dropped = True
                break
        if not dropped:
            for w in range(sets.shape[1]):
                kept_sets[size, w] = sets[i, w]
            for p in range(parties):
                kept_sums[size, p] = sums[i, p]
            kept_along[size] = along[i]
            size += 1
    for k in range(size):
        for w in range(sets.shape[1]):
            sets[k, w] = kept_sets[k, w]
        for p in range(parties):
            sums[k, p] = kept_sums[k, p]
        along[k] = kept_along[k]
    return size


@kernel
def with_rows(rows: Words, count: Count, further: Words) -> Words:
    """Room for the first `count` rows and the further ones, which are written behind them; grows by doubling."""
    wider = rows
    if count + len(further) > len(rows):
        wider = np.empty((2 * (count + len(further)), rows.shape[1]), np.uint64)
        for i in range(count):
            for w in range(rows.shape[1]):
                wider[i, w] = rows[i, w]
    for i in range(len(further)):
        for w in range(rows.shape[1]):
            wider[count + i, w] = further[i, w]
    return wider
