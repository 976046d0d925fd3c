"""Whether a deal is possible as no-deal values move, month by month, while all that packages are worth stays."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from irenic.deal.blocking import blocking_of
from irenic.deal.conditions import as_written, strict_spaces
from irenic.deal.crowding import telling_crowds
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.kernels.types import Floats, Truths
from irenic.deal.live import BASES
from irenic.deal.spaces import Spaces, in_every_reading, in_reading, spaces_of
from irenic.deal.unblocked import exist
from irenic.fast.grid import to_grid
from irenic.model.inputs import Inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables


@telling_crowds
def possible_by_month(model: Model, inputs: Inputs, no_deal: Floats) -> Truths:
    """Whether a deal is possible with the no-deal values of each month, on both bases: bool[draw, month, basis].

    Args:
        model: the model.
        inputs: its draws.
        no_deal: float64[draw, month, party], points, in the headline's reading; finite for consenting parties.
    """
    months = no_deal.shape[1]
    found = np.zeros((inputs.draws, months, len(BASES)), dtype=np.bool_)
    if not inputs.draws:
        return found
    for b, (given, spaces) in enumerate(_on_each_basis(model, inputs, in_every_reading(no_deal[:, 0]))):
        for month in range(months):
            there = _with_no_deal(model, given, spaces, no_deal[:, month])
            found[:, month, b] = exist(there, there.hard_allowed)
    return found


def _on_each_basis(model: Model, inputs: Inputs, no_deal: Floats) -> Iterator[tuple[Inputs, Spaces]]:
    """The spaces of the headline and the strict ones, in the order of `BASES`, and the draws they are of."""
    tables = block_tables(model, inputs, "silent_zero")
    yield inputs, spaces_of(model, inputs, in_reading(no_deal, "silent_zero"), [tables])
    yield as_written(inputs), strict_spaces(model, inputs, no_deal)


def _with_no_deal(model: Model, inputs: Inputs, spaces: Spaces, no_deal: Floats) -> Spaces:
    """The same packages with other no-deal values, float64[draw, party]."""
    # Rows in one piece: kernels would be compiled once more for any other layout.
    values = np.ascontiguousarray(to_grid(no_deal[:, list(model.consenting)]))
    if not np.isfinite(values).all():
        raise ValueError("a consenting party has no no-deal value")
    return replace(
        spaces,
        no_deal=values,
        floors=zone_floors(values, spaces.scale),
        blocking=blocking_of(model, inputs, spaces.contributions, values, spaces.scale, 1),
    )
