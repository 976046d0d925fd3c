"""Fans: quantiles over draws and paths, month by month, read from counts."""

from typing import Final, Literal, TypeAlias

import numpy as np

from irenic.fast.grid import Floats
from irenic.model.package_index import Integers
from irenic.war.kernels import path_rows as row
from irenic.war.paths import Counts

Quantity: TypeAlias = Literal["forces", "money", "casualties"]

LEVELS: Final = {"p5": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}

_MEASURED: Final[dict[Quantity, int]] = {
    "forces": row.FORCES - row.FORCES,
    "money": row.MONEY - row.FORCES,
    "casualties": row.LOST - row.FORCES,
}


def fans(counts: Counts, counts_money: tuple[bool, bool]) -> list[dict[Quantity, dict[str, list[float]]]]:
    """For each side and quantity the quantiles of `LEVELS` at the start of each month, 0 … H.

    Each is off by less than a cell of the counts. Money that no side states has no fan.
    """
    return [
        {name: quantiles(counts, m + side) for name, m in _MEASURED.items() if name != "money" or counts_money[side]}
        for side in (0, 1)
    ]


def quantiles(counts: Counts, measured: int) -> dict[str, list[float]]:
    """Quantiles of one measured quantity by month."""
    found: dict[str, list[float]] = {name: [] for name in LEVELS}
    for month, tally in enumerate(counts.tally[:, measured]):
        low, per_unit = counts.cells.low[measured, month], counts.cells.per_unit[measured, month]
        at = _in_cells(tally, np.array(list(LEVELS.values())))
        values = low + (at / per_unit if per_unit > 0.0 else np.zeros_like(at))
        for name, value in zip(LEVELS, values, strict=True):
            found[name].append(float(value))
    return found


def _in_cells(tally: Integers, levels: Floats) -> Floats:
    """Where levels lie among the cells, in cells from the first: even within a cell."""
    up_to = np.cumsum(tally)
    wanted = levels * up_to[-1]
    cell = np.minimum(np.searchsorted(up_to, wanted, side="left"), len(tally) - 1)
    before = up_to[cell] - tally[cell]
    held = tally[cell]
    return np.asarray(cell + np.where(held > 0, (wanted - before) / np.maximum(held, 1), 0.0), dtype=np.float64)
