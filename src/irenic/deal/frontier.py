"""The Pareto frontier: packages to which no other is preferred by all who must consent."""

from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import numpy as np

from irenic.deal.kernels.block_fronts import block_fronts, has_empty_block
from irenic.deal.kernels.efficient import keep_efficient
from irenic.deal.kernels.frontier import extended_sums, layers_of
from irenic.deal.kernels.pareto import keep_undominated
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.kernels.types import Count, Floats, Integers
from irenic.deal.spaces import Spaces
from irenic.deal.unblocked import unblocked
from irenic.model.structure import Model

Within: TypeAlias = Literal["allowed", "zone"]
"""What the frontier is one of: all allowed packages, or those of the zone."""

MANY: Final = 5
"""From so many consenting parties on, the frontier is that of the zone: most packages would be efficient among all."""

COUNTED: Final = 8_192
"""Partial sums up to which the size of a frontier is looked for, in every draw."""

LISTED: Final = 100_000
"""Partial sums up to which the frontier of a named draw is looked for."""

GIVEN_UP: Final = -1
"""Size of a frontier that was given up."""

SHOWN: Final = 5_000
"""Points that a summary tells."""

_FEW: Final = 256
"""Sums up to which all pairs are compared. The filter for more is compiled only where it is needed: it takes long."""


@dataclass(frozen=True, slots=True, eq=False)
class FrontierPoints:
    """Different points of a frontier, from the best of the first consenting party down.

    Attributes:
        utilities: float64[point, consenting party], points on the grid.
        packages: int64[point], of packages worth the same to all consenting parties the lowest number.
    """

    utilities: Floats
    packages: Integers


def frontier_within(parties: int) -> Within:
    """What the frontier is one of, by the number of consenting parties."""
    return "zone" if parties >= MANY else "allowed"


def frontier_sizes(spaces: Spaces, rows: Integers | None = None, limit: int = COUNTED) -> Integers:
    """How many points the frontier of each space has, red lines being hard.

    Args:
        spaces: the spaces.
        rows: int64[n], which of them are looked at; all for None.
        limit: partial sums up to which a frontier is looked for.

    Returns:
        int64[n], −1 where more than `limit` partial sums of some blocks are efficient; depends on nothing but the
        space.
    """
    sizes = np.empty(spaces.count if rows is None else len(rows), dtype=np.int64)
    for k, row in enumerate(range(spaces.count) if rows is None else rows):
        found = _search(spaces, int(row), limit)
        sizes[k] = GIVEN_UP if found is None else len(found.packages)
    return sizes


def frontier_of(spaces: Spaces, row: int, limit: int = LISTED) -> FrontierPoints | None:
    """The frontier of one space, red lines being hard; None where it was given up (see `frontier_sizes`)."""
    found = _search(spaces, row, limit)
    if found is None:
        return None
    order = _descending(found.utilities)
    return FrontierPoints(found.utilities[order], found.packages[order])


def _descending(utilities: Floats) -> Integers:
    """The order in which points descend, by the first party, of equals by the second, and so on."""
    order = np.argsort(-utilities[:, 0], kind="stable")
    first = utilities[order, 0]
    if (first[1:] == first[:-1]).any():
        order = np.lexsort(-utilities.T[::-1])
    return order


def _search(spaces: Spaces, row: int, limit: int) -> FrontierPoints | None:
    """The frontier of one space, its points in no order.

    Block by block, the efficient partial sums are extended by every vector of the next block. What can't reach the
    floors any more goes, and what another partial sum dominates: for whatever completes the one completes the other.
    Whatever dominates a package that no coalition blocks is not blocked either: blocked points are left out at the end.
    Bound by the filter's work on frontier × block vectors in the last step.
    """
    vectors, numbers, starts = block_fronts(
        spaces.contributions[row], spaces.hard_allowed[row], spaces.numbers, spaces.starts
    )
    parties = vectors.shape[1]
    sums, sum_numbers = np.zeros((1, parties)), np.zeros(1, dtype=np.int64)
    count: Count = np.int64(1)
    if has_empty_block(starts):
        return FrontierPoints(sums[:0], sum_numbers[:0])
    floors = spaces.floors[row] if frontier_within(parties) == "zone" else np.full(parties, -FAR)
    order, least, least_along, direction = layers_of(vectors, starts, floors)
    for layer, b in enumerate(order):
        sums, sum_numbers, found = extended_sums(
            sums,
            sum_numbers,
            count,
            vectors,
            numbers,
            starts[b],
            starts[b + 1],
            least[layer],
            least_along[layer],
            direction,
        )
        count = (keep_efficient if found <= _FEW else keep_undominated)(sums, sum_numbers, found)
        if count > limit:
            return None
    kept = unblocked(spaces, row, sums[:count])
    return FrontierPoints(sums[:count][kept], sum_numbers[:count][kept])


def frontier_summary(
    model: Model, sizes: Integers, points: FrontierPoints | None, draw: str, most: int = SHOWN
) -> dict[str, Any]:
    """What `summary.json` says of the frontier.

    Args:
        model: the model.
        sizes: int64[draw], from `frontier_sizes`.
        points: the frontier of a named draw, None where it was given up.
        draw: that draw's name: its number, or `middle`.
        most: points that are told at most; of more, so many at even distances.
    """
    consenting = [model.parties[p] for p in model.consenting]
    known = sizes[sizes != GIVEN_UP]
    low, median, high = np.quantile(known, [0.05, 0.5, 0.95]) if len(known) else (0.0, 0.0, 0.0)
    return {
        "size": round(float(median)),
        "low": round(float(low)),
        "high": round(float(high)),
        "computed": len(known),
        "within": frontier_within(len(consenting)),
        "draw": draw,
        "of_draw": None if points is None else len(points.packages),
        "points": [] if points is None else _told(model, consenting, points, most),
    }


def _told(model: Model, consenting: list[str], points: FrontierPoints, most: int) -> list[dict[str, Any]]:
    count = len(points.packages)
    chosen = range(count) if count <= most else [k * (count - 1) // (most - 1) for k in range(most)]
    return [
        {
            "package": model.index.package(int(points.packages[k])),
            "utilities": dict(zip(consenting, points.utilities[k].tolist(), strict=True)),
        }
        for k in chosen
    ]
