"""How many packages reach the floors of one or two parties, without looking at them."""

import numpy as np

from irenic.deal.kernels.expansion import even_half, expanded
from irenic.deal.kernels.types import Floats, Integers
from irenic.fast.compiled import kernel
from irenic.fast.sorting import ascending, count_below


@kernel
def count_pairs(vectors: Floats, multiplicities: Integers, starts: Integers, constant: Floats, floors: Floats) -> int:
    """The number of sums of one vector a block that reach the floors of at most two parties; exact.

    Meet in the middle: the blocks are split into two sides, each multiplied out. The right sums are taken from the
    hardest to the easiest for the first party; left sums enter as soon as they suffice for it, into a tree of counts
    by the second party's utility (Fenwick 1994) that says how many of them also suffice for the second. Bound by
    sorting about twice the square root of the number of packages.

    Args:
        vectors: float64[n, party], different vectors of the blocks in a row, one or two parties.
        multiplicities: int64[n].
        starts: int64[block + 1].
        constant: float64[party], added to every sum.
        floors: float64[party].
    """
    members = even_half(starts)
    left, left_counts = expanded(vectors, multiplicities, starts, members, constant, floors)
    right, right_counts = expanded(
        vectors, multiplicities, starts, ~members, np.zeros(constant.size), floors - constant
    )
    second = constant.size - 1
    left_order = ascending(-left[0])
    right_order = ascending(right[0])
    steps = np.empty(left.shape[1])
    for k, who in enumerate(ascending(left[second])):
        steps[k] = left[second, who]
    tree = np.zeros(steps.size + 1, np.int64)
    entered = 0
    entered_count = 0
    total = 0
    for r in right_order:
        while entered < left_order.size and left[0, left_order[entered]] + right[0, r] >= floors[0]:
            who = left_order[entered]
            entered_count += left_counts[who]
            k = count_below(steps, left[second, who]) + 1
            while k <= steps.size:
                tree[k] += left_counts[who]
                k += k & -k
            entered += 1
        short = count_below(steps, floors[second] - right[second, r])
        too_low = 0
        while short > 0:
            too_low += tree[short]
            short -= short & -short
        total += right_counts[r] * (entered_count - too_low)
    return total
