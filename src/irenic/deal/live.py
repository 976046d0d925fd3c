"""Which options are live: whether some package of the zone has them."""

from typing import Final, Literal, TypeAlias

import numpy as np

from irenic.deal.kernels.live import live_draws
from irenic.deal.kernels.types import Integers, Truths
from irenic.deal.spaces import Spaces
from irenic.deal.unblocked import orthants
from irenic.model.structure import Model

Basis: TypeAlias = Literal["headline", "strict"]
"""The headline's reading and mode; or options as written, and nothing moved in silence."""

BASES: Final[tuple[Basis, ...]] = ("headline", "strict")


def live_options(model: Model, spaces: Spaces, rows: Integers, wanted: Truths, known: Integers) -> Truths:
    """Which options some package of the zone has, binding red lines forbidding: bool[row, option].

    An option is *live* if some package of the zone has it, *dead* if none has, *decisive* if every one has it: if it is
    live and its issue has no other live option.

    Args:
        model: the model that the spaces are of.
        spaces: the package spaces.
        rows: int64[row], which of them.
        wanted: bool[row], those with a deal; nothing is live in the others.
        known: int64[row, k], packages known to be in the zone, −1 for none: they save work.
    """
    blocks = np.empty(len(model.index.issues), dtype=np.int64)
    for b, block in enumerate(model.blocks):
        blocks[list(block.issues)] = b
    found = np.zeros((len(rows), int(model.option_starts[-1])), dtype=np.bool_)
    for at, floors in orthants(spaces, rows):
        found[at] |= live_draws(
            spaces.contributions[rows[at]],
            spaces.hard_allowed[rows[at]],
            spaces.numbers,
            spaces.starts,
            floors,
            wanted[at],
            np.array(model.index.strides, dtype=np.int64),
            np.array(model.index.sizes, dtype=np.int64),
            blocks,
            known[at],
        )
    return found


def decisive_options(live: Truths, sizes: tuple[int, ...]) -> Truths:
    """Which options every package of the zone has: bool[row, option] from which are live, issues in a row."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    alone = np.add.reduceat(live, starts, axis=1, dtype=np.int64) == 1
    return np.asarray(live & np.repeat(alone, sizes, axis=1))
