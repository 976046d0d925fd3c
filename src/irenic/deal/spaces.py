"""Package spaces as the consenting parties see them, one for each draw and reading of silence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from irenic.deal.blocking import Blocking, blocking_of
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.fast.grid import to_grid
from irenic.model.inputs import Inputs
from irenic.model.structure import READINGS, Model, Reading
from irenic.model.tables import Tables

Scalar = TypeVar("Scalar", np.float64, np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Spaces:
    """Package spaces in a row: all readings of the first draw, then those of the next.

    Attributes:
        contributions: float64[space, consenting party, combination], points on the grid.
        feasible: bool[space, combination].
        hard_allowed: bool[space, combination], feasible and forbidden by no binding red line.
        no_deal: float64[space, consenting party], points on the grid.
        scale: float64[space, consenting party], largest less smallest utility over feasible packages, 1 where that is
            0.
        floors: float64[space, consenting party], the least utilities that count as no loss.
        alpha: float64[space, consenting party], weights in the terms of a deal.
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
        blocking: what coalitions block; see `irenic.deal.unblocked` for what is then left.
    """

    contributions: Floats
    feasible: Truths
    hard_allowed: Truths
    no_deal: Floats
    scale: Floats
    floors: Floats
    alpha: Floats
    numbers: Integers
    starts: Integers
    blocking: Blocking = field(default_factory=Blocking)

    @property
    def count(self) -> int:
        """Number of spaces."""
        return len(self.no_deal)

    @property
    def deal_starts(self) -> Integers:
        """int64[space + 1], where the side deals of each space begin among those of all."""
        return self.blocking.deal_starts if self.blocking.declared else np.zeros(self.count + 1, dtype=np.int64)


def in_every_reading(values: Floats) -> Floats:
    """What is the same in every reading of silence: float64[draw, reading, party] from float64[draw, party]."""
    return np.repeat(values[:, np.newaxis], len(READINGS), axis=1)


def in_reading(no_deal: Floats, reading: Reading) -> Floats:
    """No-deal values in one reading alone: float64[draw, 1, party] from float64[draw, reading, party]."""
    at = READINGS.index(reading)
    return no_deal[:, at : at + 1]


def spaces_of(model: Model, inputs: Inputs, no_deal: Floats, tables: Sequence[Tables]) -> Spaces:
    """The spaces of some draws in the readings of `tables`.

    Args:
        model: the model.
        inputs: its draws.
        no_deal: float64[draw, table, party], points: in the readings of `tables`.
        tables: one for each reading wanted.

    Raises:
        ValueError: a consenting party has no no-deal value, or there are not as many readings of them as tables.
    """
    consenting = list(model.consenting)
    values = to_grid(no_deal[:, :, consenting])
    if values.shape != (inputs.draws, len(tables), len(consenting)):
        raise ValueError("no-deal values are not those of the draws and readings wanted")
    if not np.isfinite(values).all():
        raise ValueError("a consenting party has no no-deal value")
    contributions = _in_a_row([t.contributions[:, consenting] for t in tables])
    feasible = _in_a_row([t.feasible for t in tables])
    scale = scale_of(contributions, feasible, model.block_starts)
    # Rows in one piece: kernels would be compiled once more for any other layout.
    in_a_row = np.ascontiguousarray(values.reshape(-1, len(consenting)))
    return Spaces(
        contributions=contributions,
        feasible=feasible,
        hard_allowed=_in_a_row([t.hard_allowed for t in tables]),
        no_deal=in_a_row,
        scale=scale,
        floors=zone_floors(in_a_row, scale),
        alpha=np.repeat(inputs.alpha, len(tables), axis=0),
        numbers=model.numbers,
        starts=model.block_starts,
        blocking=blocking_of(model, inputs, contributions, in_a_row, scale, len(tables)),
    )


def scale_of(contributions: Floats, feasible: Truths, starts: Integers) -> Floats:
    """Largest less smallest utility over feasible packages, 1 where that is 0 or nothing is feasible."""
    within = feasible[:, np.newaxis, :]
    largest = np.maximum.reduceat(np.where(within, contributions, -np.inf), starts[:-1], axis=2)
    smallest = np.minimum.reduceat(np.where(within, contributions, np.inf), starts[:-1], axis=2)
    found = np.zeros(contributions.shape[:2])
    for b in range(len(starts) - 1):
        found += largest[:, :, b] - smallest[:, :, b]
    found[~np.isfinite(found) | (found == 0.0)] = 1.0
    return found


def packages_of(marks: Truths, starts: Integers) -> Integers:
    """How many packages have a mark on all their combinations: int64[...] for bool[..., combination]."""
    found = np.ones(marks.shape[:-1], dtype=np.int64)
    for first, last in pairwise(starts):
        found *= np.count_nonzero(marks[..., first:last], axis=-1)
    return found


def _in_a_row(by_reading: Sequence[NDArray[Scalar]]) -> NDArray[Scalar]:
    """[draw, …] in each reading as [space, …]."""
    stacked = np.stack(by_reading, axis=1)
    return np.ascontiguousarray(stacked.reshape(-1, *stacked.shape[2:]))
