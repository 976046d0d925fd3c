"""A sample of allowed packages, by counter."""

import numpy as np

from irenic.deal.kernels.types import Count, Integers, Truths
from irenic.fast.compiled import kernel
from irenic.fast.counter import below, word_at


@kernel
def sample_packages(allowed: Truths, starts: Integers, key: np.uint64, packages: Count) -> Integers:
    """Packages drawn with replacement, uniformly from all allowed ones: the combination of each block.

    Args:
        allowed: bool[combination], some in every block.
        starts: int64[block + 1].
        key: what the sample is keyed by.
        packages: its size.

    Returns:
        int64[package, block].
    """
    blocks = starts.size - 1
    choices = np.empty(allowed.size, np.int64)
    found = np.empty((packages, blocks), np.int64)
    for b in range(blocks):
        count = np.int64(0)
        for c in range(starts[b], starts[b + 1]):
            if allowed[c]:
                choices[count] = c
                count += 1
        for j in range(packages):
            found[j, b] = choices[below(word_at(key, j * blocks + b), int(count))]
    return found
