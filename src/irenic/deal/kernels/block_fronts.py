"""The package space of one draw, reduced: of each block only the allowed combinations that nothing dominates."""

import numpy as np

from irenic.deal.kernels.efficient import keep_efficient
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.compiled import kernel


@kernel
def block_fronts(
    contributions: Floats, allowed: Truths, numbers: Integers, starts: Integers
) -> tuple[Floats, Integers, Integers]:
    """The efficient allowed combinations of every block.

    Utilities are sums over blocks, so a combination that another of its block dominates stands in no efficient
    package.

    Args:
        contributions: float64[party, combination].
        allowed: bool[combination].
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].

    Returns:
        vectors float64[kept, party], their numbers int64[kept], starts int64[block + 1]. Where a block has no allowed
        combination, its part is empty.
    """
    parties = contributions.shape[0]
    blocks = starts.size - 1
    vectors = np.empty((numbers.size, parties))
    kept_numbers = np.empty(numbers.size, np.int64)
    kept_starts = np.zeros(blocks + 1, np.int64)
    end = np.int64(0)
    for b in range(blocks):
        count = np.int64(0)
        for c in range(starts[b], starts[b + 1]):
            if allowed[c]:
                for p in range(parties):
                    vectors[end + count, p] = contributions[p, c]
                kept_numbers[end + count] = numbers[c]
                count += 1
        end += keep_efficient(vectors[end:], kept_numbers[end:], count)
        kept_starts[b + 1] = end
    return vectors[:end].copy(), kept_numbers[:end].copy(), kept_starts


@kernel
def has_empty_block(starts: Integers) -> bool:
    """Whether a block has no combination left, so that no package is."""
    for b in range(starts.size - 1):
        if starts[b] == starts[b + 1]:
            return True
    return False
