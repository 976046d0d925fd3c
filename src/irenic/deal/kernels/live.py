"""Which options some package of the zone has, for a run of draws."""

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.direction import SLACK, max_min_direction, spans
from irenic.deal.kernels.maximin import need_along
from irenic.deal.kernels.reached import can_reach
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Count, Floats, Integers, Truths
from irenic.fast.compiled import kernel


@kernel
def live_draws(
    contributions: Floats,
    allowed: Truths,
    numbers: Integers,
    starts: Integers,
    floors: Floats,
    wanted: Truths,
    strides: Integers,
    sizes: Integers,
    blocks: Integers,
    known: Integers,
) -> Truths:
    """Which options are live: some allowed package that reaches the floors has them, for every draw that is wanted.

    Options of packages known to be in the zone are live. For each other option the combinations of its block are
    restricted to those that have it, and the question is whether a package is left, as in `exists_in_draws`. Exact;
    bound by one such question an option.

    Args:
        contributions: float64[draw, consenting party, combination], on the grid.
        allowed: bool[draw, combination].
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        floors: float64[draw, consenting party], on the grid.
        wanted: bool[draw]; nothing is live in the others.
        strides: int64[issue], what one step of the issue's option adds to the package number.
        sizes: int64[issue], numbers of options.
        blocks: int64[issue], the block that the issue belongs to.
        known: int64[draw, k], numbers of packages of the zone, −1 for none.

    Returns:
        bool[draw, option], the options of all issues in a row.
    """
    options = np.int64(0)
    for i in range(sizes.size):
        options += sizes[i]
    live = np.zeros((len(floors), options), np.bool_)
    for d in range(len(floors)):
        if not wanted[d]:
            continue
        vectors, kept, kept_starts = block_fronts(contributions[d], allowed[d], numbers, starts)
        if has_empty_block(kept_starts):
            continue
        for k in range(known.shape[1]):
            if known[d, k] >= 0:
                mark_options(known[d, k], strides, sizes, live[d])
        for b in range(starts.size - 1):
            rest, rest_numbers, rest_starts, room = _all_but(vectors, kept, kept_starts, b, starts[b + 1] - starts[b])
            option = np.int64(0)
            for i in range(sizes.size):
                for k in range(sizes[i]):
                    if blocks[i] == b and not live[d, option]:
                        end = room
                        for c in range(starts[b], starts[b + 1]):
                            if allowed[d, c] and numbers[c] // strides[i] % sizes[i] == k:
                                for p in range(rest.shape[1]):
                                    rest[end, p] = contributions[d, p, c]
                                rest_numbers[end] = numbers[c]
                                end += 1
                        rest_starts[starts.size - 1] = end
                        if end > room:
                            live[d, option] = _meets(rest[:end], rest_numbers[:end], rest_starts, floors[d])
                    option += 1
    return live


@kernel
def mark_options(package: Count, strides: Integers, sizes: Integers, live: Truths) -> None:
    """Mark the options of a package."""
    option = np.int64(0)
    for i in range(sizes.size):
        live[option + package // strides[i] % sizes[i]] = True
        option += sizes[i]


@kernel
def _all_but(
    vectors: Floats, numbers: Integers, starts: Integers, block: Count, size: Count
) -> tuple[Floats, Integers, Integers, Count]:
    """All blocks but one, in a row, with room behind them for `size` combinations of that one, and where it begins."""
    rest = np.empty((len(vectors) + size, vectors.shape[1]))
    rest_numbers = np.empty(len(vectors) + size, np.int64)
    rest_starts = np.zeros(starts.size, np.int64)
    end = np.int64(0)
    filled = 0
    for b in range(starts.size - 1):
        if b == block:
            continue
        for k in range(starts[b], starts[b + 1]):
            for p in range(vectors.shape[1]):
                rest[end, p] = vectors[k, p]
            rest_numbers[end] = numbers[k]
            end += 1
        filled += 1
        rest_starts[filled] = end
    return rest, rest_numbers, rest_starts, end


@kernel
def _meets(vectors: Floats, numbers: Integers, starts: Integers, floors: Floats) -> bool:
    """Whether some sum of one vector a block reaches the floors."""
    parties = floors.size
    unit = spans(vectors, starts)
    everyone = np.ones(parties, np.bool_)
    no_floors = np.full(parties, -FAR)
    direction, bound, attained = max_min_direction(vectors, starts, floors, unit, everyone, no_floors, 0.0)
    if attained >= 0.0:
        return True
    if bound < -SLACK:
        return False
    need = need_along(direction, floors)
    return can_reach(vectors, numbers, starts, floors, direction, need)
