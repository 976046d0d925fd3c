"""Minimal hitting sets."""

import numpy as np

from irenic.deal.kernels.breaches import includes, with_rows
from irenic.deal.kernels.types import Words
from irenic.fast.compiled import kernel


@kernel
def minimal_hitting_sets(sets: Words) -> Words:
    """The minimal sets that share a member with each of the given sets, in ascending order of their words.

    Berge's (1989) sequential method: the minimal hitting sets of the first k sets that also hit set k + 1 stay; each
    of the others is extended by every member of set k + 1, and extensions that include one that stays are dropped
    (two different extensions can only include each other if they are equal, or the smaller one hits already). Bound
    by the largest number of hitting sets met on the way.

    Args:
        sets: uint64[set, word], none empty, none including another.
    """
    words = sets.shape[1]
    hitting = np.zeros((1, words), np.uint64)
    for k in range(len(sets)):
        longer = np.empty((16, words), np.uint64)
        count = np.int64(0)
        for h in range(len(hitting)):
            if _share(hitting[h], sets[k]):
                longer = with_rows(longer, count, hitting[h : h + 1])
                count += 1
        staying = count
        for h in range(len(hitting)):
            if _share(hitting[h], sets[k]):
                continue
            for bit in range(64 * words):
                w = bit // 64
                member = np.uint64(1) << np.uint64(bit % 64)
                if not sets[k, w] & member:
                    continue
                longer = with_rows(longer, count, hitting[h : h + 1])
                longer[count, w] |= member
                minimal = True
                for s in range(staying):
                    if includes(longer[count], longer[s]):
                        minimal = False
                        break
                if minimal:
                    count += 1
        hitting = longer[:count].copy()
    _sort(hitting)
    return hitting


@kernel
def _share(one: Words, other: Words) -> bool:
    for w in range(one.size):
        if one[w] & other[w]:
            return True
    return False


@kernel
def _sort(rows: Words) -> None:
    """Sort rows in place, the last word weightiest."""
    for i in range(1, len(rows)):
        k = i
        while k > 0 and _before(rows[k], rows[k - 1]):
            for w in range(rows.shape[1]):
                rows[k, w], rows[k - 1, w] = rows[k - 1, w], rows[k, w]
            k -= 1


@kernel
def _before(one: Words, other: Words) -> bool:
    for w in range(one.size - 1, -1, -1):
        if one[w] != other[w]:
            return bool(one[w] < other[w])
    return False
