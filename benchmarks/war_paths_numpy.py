"""Paths of the war in vectorised NumPy: the rival of `benchmarks.war_paths`, which follows the same paths.

What NumPy is good at: whole arrays, all paths of a batch at once, the batch small enough for the cache; its own
generator of random numbers; the square law only; numbers that no lever changes are left alone; cells counted by
`bincount`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from irenic.war.kernels import path_rows as row
from irenic.war.path_tables import PathTables
from irenic.war.paths import Cells

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

Chances = Callable[[Integers, int, int], Floats]
"""(runs, period, stream) → float64[4, run], numbers between 0 and 1."""

BATCH: Final = 8192
"""Paths that are followed together; faster here than 2,048 or 16,384."""

ONCE: Final = 0xFFFFFFFF
STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Tallies:
    """What paths come to, as the kernel counts it."""

    front: Integers
    tally: Integers
    collapsed: Integers
    breaks: Integers


def generated(seed: int) -> Chances:
    """Numbers of NumPy's own generator, in the order in which they are asked for."""
    generator = np.random.Generator(np.random.SFC64(seed))

    def chances(runs: Integers, period: int, stream: int) -> Floats:
        return generator.random((4, len(runs)))

    return chances


def keyed(seed: int) -> Chances:
    """The numbers that the kernel draws, so that both follow the very same paths: Philox4x32-10 on whole arrays."""
    low = np.uint64(0xFFFFFFFF)

    def chances(runs: Integers, period: int, stream: int) -> Floats:
        run = runs.astype(np.uint64)
        c0, c1 = run & low, run >> np.uint64(32)
        c2, c3 = np.full_like(run, period), np.full_like(run, stream)
        k0, k1 = np.uint64(seed) & low, np.uint64(seed) >> np.uint64(32)
        for _ in range(10):
            left, right = np.uint64(0xD2511F53) * c0, np.uint64(0xCD9E8D57) * c2
            c0, c1 = (right >> np.uint64(32)) ^ c1 ^ k0, right & low
            c2, c3 = (left >> np.uint64(32)) ^ c3 ^ k1, left & low
            k0, k1 = (k0 + np.uint64(0x9E3779B9)) & low, (k1 + np.uint64(0xBB67AE85)) & low
        return (np.stack([c0, c1, c2, c3]).astype(np.float64) + 0.5) / 2.0**32

    return chances


def follow_in_numpy(tables: PathTables, per_draw: int, cells: Cells, chances: Chances, batch: int = BATCH) -> Tallies:
    """Follow all paths and count them."""
    months, places = tables.months, len(tables.places)
    found = Tallies(
        np.zeros((months + 1, places), np.int64),
        np.zeros((months + 1, row.MEASURED, row.CELL_COUNT), np.int64),
        np.zeros((months + 1, 2), np.int64),
        np.zeros((months, 2), np.int64),
    )
    runs = tables.draws * per_draw
    for start in range(0, runs, batch):
        _follow(tables, np.arange(start, min(start + batch, runs)), per_draw, cells, chances, found)
    return found


def _follow(tables: PathTables, runs: Integers, per_draw: int, cells: Cells, chances: Chances, found: Tallies) -> None:
    """One batch, from the first month to the last."""
    draw = runs // per_draw
    base = np.ascontiguousarray(tables.base[draw].T)
    begin, end, size = (np.ascontiguousarray(of[draw].T) for of in (tables.begin, tables.end, tables.size))
    fired = np.stack([chances(runs, ONCE, int(use))[0] for use in tables.use]) < tables.chance[draw].T
    forces, money, gate = tables.forces[draw].T.copy(), tables.money[draw].T.copy(), tables.gate[draw]
    lost = np.zeros_like(forces)
    promised = np.empty((2, tables.months + 1, len(runs)))
    promised[:, 0] = base[row.AID : row.AID + 2]
    need = tables.need[draw].T.copy()
    place = np.full(len(runs), tables.line[1], np.int64)
    fighting, balanced = np.ones(len(runs), np.bool_), np.ones(len(runs), np.bool_)
    top, way = int(tables.line[0]) - 1, tables.line[4:6]
    can_end = tables.line[2:4].astype(bool)
    first = np.zeros(len(runs))
    _count(0, place, forces, money, lost, cells, found)
    for month in range(tables.months):
        now = _numbers(tables, base, (begin, end, size), fired, month)
        coming, men = [], []
        for k in (0, 1):
            promised[k, month + 1] = np.maximum(now[row.AID + k], 0.0)
            arrived = _arrived(month, np.maximum(now[row.AID_LAG + k], 0.0), promised[k])
            known = need[k] > 0.0
            supply = np.where(known, (base[row.COST + k] + arrived) / np.where(known, need[k], 1.0), 1.0)
            coming.append(np.maximum(now[row.REPLENISHMENT + k], 0.0) * supply)
            men.append(np.maximum(forces[k] + now[row.FORCES_ADDED + k], 0.0))
        ratio = _log_ratio(now, men)
        first = ratio if month == 0 else first
        luck = chances(runs, month, 0)
        moved = [
            (luck[2 * k] < now[row.INITIATIVE + k]) & (luck[2 * k + 1] < wins) & fighting
            for k, wins in enumerate(_wins(now, ratio, gate))
        ]
        place = np.clip(place + way[0] * moved[0] + way[1] * moved[1], 0, top)
        after = _fought(men, coming, [np.maximum(now[row.LOSS_RATE + k], 0.0) * 1e-3 for k in (0, 1)])
        gone = []
        for k in (0, 1):
            lost[k] += np.where(fighting, np.maximum(men[k] + coming[k] - after[k], 0.0), 0.0)
            forces[k] = np.where(fighting, after[k], forces[k])
            income = np.maximum(now[row.REVENUE + k], 0.0) + np.maximum(now[row.GRANTS + k], 0.0)
            balance = income + now[row.MONEY_ADDED + k] - np.maximum(now[row.COST + k], 0.0)
            money[k] += np.where(fighting, balance, 0.0)
            gone.append(fighting & ((forces[k] <= 0.0) | ((money[k] < 0.0) & tables.counts_money[k])))
        _break(month, ratio - first, gone, fighting, balanced, found)
        at_end = ((place == 0) & can_end[0]) | ((place == top) & can_end[1])
        to = np.where(gone[0], tables.line[6], tables.line[7])
        place = np.where((gone[0] != gone[1]) & ~at_end & (to >= 0), to, place)
        fighting = fighting & ~(at_end | gone[0] | gone[1])
        found.collapsed[month + 1] += [np.count_nonzero(gone[0]), np.count_nonzero(gone[1])]
        _count(month + 1, place, forces, money, lost, cells, found)


def _numbers(
    tables: PathTables, base: Floats, stretches: tuple[Floats, Floats, Floats], fired: NDArray[np.bool_], month: int
) -> list[Floats]:
    """Every number of the month, as the levers that fired change it."""
    begin, end, size = stretches
    now = list(base)
    for k, q in enumerate(tables.quantity):
        share = np.clip(np.minimum(end[k], month + 1.0) - np.maximum(begin[k], float(month)), 0.0, None) * fired[k]
        if tables.operation[k] == row.MULTIPLY:
            now[q] = now[q] * (1.0 + share * (size[k] - 1.0))
        elif tables.operation[k] == row.ADD:
            now[q] = now[q] + share * size[k]
        else:
            now[q] = now[q] + share * (size[k] - now[q])
    return now


def _arrived(month: int, lag: Floats, promised: Floats) -> Floats:
    """Aid of the month."""
    whole, at = np.floor(lag), np.arange(len(lag))
    newer = np.maximum(month - whole + 1.0, 0.0).astype(np.int64)
    older = np.maximum(month - whole, 0.0).astype(np.int64)
    arrived = (1.0 - (lag - whole)) * promised[newer, at] + (lag - whole) * promised[older, at]
    return np.asarray(arrived, dtype=np.float64)


def _log_ratio(now: list[Floats], men: list[Floats]) -> Floats:
    strength = []
    for k in (0, 1):
        worth = np.maximum(now[row.EFFECTIVENESS + k], 0.0) * np.maximum(now[row.MATERIEL + k], 0.0)
        strength.append(np.maximum(worth * men[k], row.LEAST_MEN))
    return np.asarray(np.log(strength[0] / strength[1]), dtype=np.float64)


def _wins(now: list[Floats], ratio: Floats, gate: Floats) -> list[Floats]:
    """Chance that an attack of each side moves the line."""
    slope = now[row.B1] * ratio
    return [gate / (1.0 + np.exp(-(now[row.B0] + way))) for way in (slope, -slope)]


def _fought(men: list[Floats], coming: list[Floats], rate: list[Floats]) -> list[Floats]:
    """A month of the square law by Runge–Kutta steps."""
    length = 1.0 / STEPS

    def change(x: Floats, y: Floats) -> tuple[Floats, Floats]:
        return coming[0] - rate[0] * np.maximum(y, 0.0), coming[1] - rate[1] * np.maximum(x, 0.0)

    x, y = men
    for _ in range(STEPS):
        a0, a1 = change(x, y)
        b0, b1 = change(x + 0.5 * length * a0, y + 0.5 * length * a1)
        c0, c1 = change(x + 0.5 * length * b0, y + 0.5 * length * b1)
        d0, d1 = change(x + length * c0, y + length * c1)
        x = np.maximum(x + length / 6.0 * (a0 + 2.0 * b0 + 2.0 * c0 + d0), 0.0)
        y = np.maximum(y + length / 6.0 * (a1 + 2.0 * b1 + 2.0 * c1 + d1), 0.0)
    return [x, y]


def _break(
    month: int,
    gained: Floats,
    gone: list[NDArray[np.bool_]],
    fighting: NDArray[np.bool_],
    balanced: NDArray[np.bool_],
    found: Tallies,
) -> None:
    """Count whose relative strength gives way in the month."""
    watched = fighting & balanced
    weak = [watched & (gained < row.FALL), watched & (-gained < row.FALL)]
    rest = watched & ~weak[0] & ~weak[1]
    both = gone[0] & gone[1]
    weak[0] |= rest & gone[0] & (~both | (gained < 0.0))
    weak[1] |= rest & gone[1] & (~both | (gained >= 0.0))
    balanced &= ~(weak[0] | weak[1])
    found.breaks[month] += [np.count_nonzero(weak[0]), np.count_nonzero(weak[1])]


def _count(
    month: int, place: Integers, forces: Floats, money: Floats, lost: Floats, cells: Cells, found: Tallies
) -> None:
    found.front[month] += np.bincount(place, minlength=found.front.shape[1])
    for m, measured in enumerate((*forces, *money, *lost)):
        cell = (measured - cells.low[m, month]) * cells.per_unit[m, month]
        inside = np.clip(cell, 0.0, row.CELL_COUNT - 1.0).astype(np.int64)
        found.tally[month, m] += np.bincount(inside, minlength=row.CELL_COUNT)
