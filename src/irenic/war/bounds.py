"""How far forces, money and losses can go, month by month, whatever fires and however battles end.

Bounds come from the draws alone, by interval arithmetic, so they are known before any path is followed and the cells
that paths are counted in lie between them.
"""

from typing import NamedTuple

import numpy as np

from irenic.fast.grid import Floats
from irenic.war.kernels import path_rows as row
from irenic.war.path_tables import PathTables


class Interval(NamedTuple):
    """The least and the most that something can be, draw by draw."""

    low: Floats
    high: Floats

    def __add__(self, other: object) -> "Interval":
        """What the sum can be."""
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(self.low + other.low, self.high + other.high)

    def joined(self, other: "Interval") -> "Interval":
        """What either can be."""
        return Interval(np.minimum(self.low, other.low), np.maximum(self.high, other.high))

    @property
    def positive(self) -> "Interval":
        """What is left of it above 0."""
        return Interval(np.maximum(self.low, 0.0), np.maximum(self.high, 0.0))

    @property
    def negative(self) -> "Interval":
        """Its opposite."""
        return Interval(-self.high, -self.low)


def path_bounds(tables: PathTables) -> tuple[Floats, Floats]:
    """Bounds over all draws of forces, money and losses of both sides: twice float64[measured, month + 1]."""
    low = np.empty((row.MEASURED, tables.months + 1))
    high = np.empty_like(low)
    for side in (0, 1):
        for at, course in enumerate((*_men(tables, side), _money(tables, side))):
            m = {0: row.FORCES, 1: row.LOST, 2: row.MONEY}[at] - row.FORCES + side
            for month, interval in enumerate(course):
                low[m, month] = interval.low.min()
                high[m, month] = interval.high.max()
    return low, high


def number(tables: PathTables, quantity: int, month: int) -> Interval:
    """What a number can be in a month, with each stretch fired or not."""
    known = tables.base[:, quantity]
    found = Interval(known, known)
    for k in np.flatnonzero(tables.quantity == quantity):
        covered = np.minimum(tables.end[:, k], month + 1.0) - np.maximum(tables.begin[:, k], float(month))
        share = np.where(tables.chance[:, k] > 0.0, np.clip(covered, 0.0, 1.0), 0.0)
        found = found.joined(_changed(found, int(tables.operation[k]), share, tables.size[:, k]))
    return found


def _changed(x: Interval, operation: int, share: Floats, size: Floats) -> Interval:
    if operation == row.ADD:
        return Interval(x.low + share * size, x.high + share * size)
    if operation == row.SET:
        return Interval(x.low + share * (size - x.low), x.high + share * (size - x.high))
    factor = 1.0 + share * (size - 1.0)
    ends = (x.low * factor, x.high * factor)
    return Interval(np.minimum(*ends), np.maximum(*ends))


def _men(tables: PathTables, side: int) -> tuple[list[Interval], list[Interval]]:
    """Forces and losses by month. What is lost was there or came; without losses the forces grow by what comes."""
    start = tables.forces[:, side]
    nothing = np.zeros_like(start)
    forces, lost = [Interval(start, start)], [Interval(nothing, nothing)]
    aid = Interval(tables.base[:, row.AID + side], tables.base[:, row.AID + side])
    all_men = start
    for month in range(tables.months):
        aid = aid.joined(number(tables, row.AID + side, month).positive)
        coming = number(tables, row.REPLENISHMENT + side, month).positive.high * _supply(tables, side, aid.high)
        added = number(tables, row.FORCES_ADDED + side, month).positive.high
        all_men = all_men + coming + added
        forces.append(Interval(nothing, all_men))
        lost.append(Interval(nothing, all_men))
    return forces, lost


def _supply(tables: PathTables, side: int, arriving: Floats) -> Floats:
    need = tables.need[:, side]
    known = need > 0.0
    return np.where(known, (tables.base[:, row.COST + side] + arriving) / np.where(known, need, 1.0), 1.0)


def _money(tables: PathTables, side: int) -> list[Interval]:
    """Money by month. The month in which it runs out is the last: below 0 it falls by a month's deficit at most."""
    start = tables.money[:, side]
    found = [Interval(start, start)]
    for month in range(tables.months):
        balance = (
            number(tables, row.REVENUE + side, month).positive
            + number(tables, row.GRANTS + side, month).positive
            + number(tables, row.MONEY_ADDED + side, month)
            + number(tables, row.COST + side, month).positive.negative
        )
        before = found[-1]
        low = np.maximum(before.low, 0.0) if tables.counts_money[side] else before.low
        found.append(before.joined(Interval(low, before.high) + balance))
    return found
