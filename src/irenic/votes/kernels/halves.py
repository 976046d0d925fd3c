"""Meeting in the middle: all 2ⁿ sets of members, seen as pairs of sets of two halves.

The sets of each half are sorted by size, then by weight. For a size a of one and b of the other the weight needed is
known, so that as the first half's weight rises, the least weight of the second that carries falls: one pass over both
lists finds for every set of one half how many sets of the other carry with it. That takes about 2^(n/2) · n² steps in
place of 2ⁿ.
"""

import numpy as np
from numpy.typing import NDArray

from irenic.fast.compiled import kernel

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@kernel
def half(weights: Integers, first: int, count: int, weight: Integers, size: Integers) -> None:
    """Weight and size of every set of `count` members from `first` on; bit k of a set's number is member first + k."""
    for k in range(count):
        for low in range(1 << k):
            weight[low + (1 << k)] = weight[low] + weights[first + k]
            size[low + (1 << k)] = size[low] + 1


@kernel
def count_pairs(
    weights: Integers,
    need: Integers,
    first: tuple[Integers, Integers, Integers],
    second: tuple[Integers, Integers, Integers],
    winning: Integers,
    with_member: Integers,
) -> None:
    """Winning sets by size, and those that hold each member by size.

    Args:
        weights: of all members; the first half holds the first n // 2.
        need: weight that each number of members needs.
        first: weight of each set of the first half, its sets by size and weight, starts of the sizes.
        second: the same of the second half.
        winning: [n + 1], added to.
        with_member: [n, n + 1], added to.
    """
    n = len(weights)
    h = n // 2
    wa, sets_a, starts_a = first
    wb, sets_b, starts_b = second
    pointed = np.zeros(len(sets_b) + 1, np.int64)
    for i in range(h + 1):
        for j in range(n - h + 1):
            wanted = need[i + j]
            b0, b1 = starts_b[j], starts_b[j + 1]
            for p in range(b0, b1 + 1):
                pointed[p] = 0
            p = b1
            for t in range(starts_a[i], starts_a[i + 1]):
                a = sets_a[t]
                while p > b0 and wa[a] + wb[sets_b[p - 1]] >= wanted:
                    p -= 1
                carried = b1 - p
                if carried > 0:
                    winning[i + j] += carried
                    pointed[p] += 1
                    for k in range(h):
                        if (a >> k) & 1:
                            with_member[k, i + j] += carried
            carried = 0
            for p in range(b0, b1):
                carried += pointed[p]
                if carried > 0:
                    b = sets_b[p]
                    for k in range(n - h):
                        if (b >> k) & 1:
                            with_member[h + k, i + j] += carried


@kernel
def pass_pairs(
    weights: Integers,
    need: Integers,
    first: tuple[Integers, Integers, Integers],
    second: tuple[Integers, Integers, Integers],
    chances: Floats,
    passing: Floats,
) -> None:
    """Chance that independent votes carry, row by row.

    Args:
        weights: as in `count_pairs`, like `need`, `first` and `second`.
        need: see there.
        first: see there.
        second: see there.
        chances: [row, n], chance of a yes.
        passing: [row], written.
    """
    n = len(weights)
    h = n // 2
    wa, sets_a, starts_a = first
    wb, sets_b, starts_b = second
    pa, pb = np.empty(len(wa)), np.empty(len(wb))
    for row in range(len(chances)):
        half_chances(chances[row], 0, h, pa)
        half_chances(chances[row], h, n - h, pb)
        total = 0.0
        for i in range(h + 1):
            for j in range(n - h + 1):
                wanted = need[i + j]
                b0 = starts_b[j]
                p = starts_b[j + 1]
                carried = 0.0
                for t in range(starts_a[i], starts_a[i + 1]):
                    a = sets_a[t]
                    while p > b0 and wa[a] + wb[sets_b[p - 1]] >= wanted:
                        p -= 1
                        carried += pb[sets_b[p]]
                    total += pa[a] * carried
        passing[row] = total


@kernel
def half_chances(chances: Floats, first: int, count: int, chance: Floats) -> None:
    """Chance of each set of a half being those in favour."""
    chance[0] = 1.0
    for k in range(count):
        p = chances[first + k]
        for low in range(1 << k):
            chance[low + (1 << k)] = chance[low] * p
            chance[low] *= 1.0 - p
