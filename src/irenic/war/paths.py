"""Paths of the war: random courses of levers, battle, attrition, money and front, counted in constant memory.

Run r belongs to draw r // per_draw. What is kept are counts of whole numbers: where the line stands by month, and for
forces, money and losses of both sides how many paths lie in each of 1,024 cells between the bounds of the month. So
neither the number of paths nor the order in which they are followed matters to the memory or to a single bit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

import numpy as np

from irenic.engine.chunks import Interval, run_chunks
from irenic.engine.progress import CancelToken, ProgressListener
from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.model.package_index import Integers
from irenic.war.bounds import path_bounds
from irenic.war.kernels import path_rows as row
from irenic.war.path_tables import PathTables

CHUNK: Final = 8192
"""Runs in a chunk of work."""

STAGE: Final = "wartime.following"
"""Id of the words that progress is told in."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The cells that quantities are counted in: from `low` on, `per_unit` of them to a unit.

    A quantile read from them is off by less than a cell, 1/1,024 of the way from the least to the most that the
    quantity can be in its month.

    Attributes:
        low: float64[measured, month + 1].
        per_unit: float64[measured, month + 1]; 0 where there is nothing between least and most.
    """

    low: Floats
    per_unit: Floats


def cells_of(tables: PathTables) -> Cells:
    """Cells between the bounds of every month."""
    low, high = path_bounds(tables)
    width = high - low
    return Cells(low, np.where(width > 0.0, row.CELL_COUNT / np.where(width > 0.0, width, 1.0), 0.0))


@dataclass(slots=True, eq=False)
class Counts:
    """What paths came to, added up. It is also the store of a run: chunks add to it, and none is added twice.

    Attributes:
        cells: the cells of `tally`.
        front: int64[month + 1, place], paths that stand there.
        tally: int64[month + 1, measured, cell].
        collapsed: int64[month + 1, side], paths in which the side collapsed in the month before.
        breaks: int64[month, side], paths in which the balance broke in the month and this side gave way.
        done: runs that are counted, as intervals.
    """

    cells: Cells
    front: Integers
    tally: Integers
    collapsed: Integers
    breaks: Integers
    done: list[Interval] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock, repr=False)

    @property
    def runs(self) -> int:
        """Number of paths."""
        return sum(stop - start for start, stop in self.done)

    def finished(self) -> tuple[Interval, ...]:
        """Runs that are counted."""
        return tuple(self.done)

    def save(self, start: int, stop: int, arrays: Mapping[str, Integers], /) -> None:
        """Add the counts of runs `start` to `stop`."""
        with self._lock:
            for name in ("front", "tally", "collapsed", "breaks"):
                counted: Integers = getattr(self, name)
                counted += arrays[name]
            self.done.append((start, stop))


def no_counts(tables: PathTables) -> Counts:
    """Counts of no paths."""
    nothing = _nothing(tables)
    return Counts(cells_of(tables), nothing["front"], nothing["tally"], nothing["collapsed"], nothing["breaks"])


def _nothing(tables: PathTables) -> dict[str, Integers]:
    months, places = tables.months, len(tables.places)
    return {
        "front": np.zeros((months + 1, places), np.int64),
        "tally": np.zeros((months + 1, row.MEASURED, row.CELL_COUNT), np.int64),
        "collapsed": np.zeros((months + 1, 2), np.int64),
        "breaks": np.zeros((months, 2), np.int64),
    }


def follow_paths(  # noqa: PLR0913 - three say how to follow them, two whom to tell
    tables: PathTables,
    per_draw: int,
    seed: int,
    *,
    counts: Counts | None = None,
    threads: int = 1,
    chunk: int = CHUNK,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
) -> Counts:
    """Follow `per_draw` paths of every draw.

    Args:
        tables: what paths start from.
        per_draw: paths for each draw.
        seed: of all random numbers; the same seed gives the same random numbers to every course of events.
        counts: counts of an earlier run of the same paths that was cancelled; only what they lack is followed.
        threads: how many chunks are followed at once.
        chunk: runs in a chunk.
        progress: is told how the work goes.
        cancel: stops it at the next chunk.

    Returns:
        the counts of all paths: the same bits for any threads, chunks and interruptions.

    Raises:
        Cancelled: the token was cancelled; what was followed is in `counts`.
    """
    found = no_counts(tables) if counts is None else counts
    ahead = tables.first * per_draw

    def work(start: int, stop: int) -> Mapping[str, Integers]:
        counted = _nothing(tables)
        _follow(tables, (ahead + start, ahead + stop), per_draw, seed, found.cells, counted, None)
        return counted

    run_chunks(
        work,
        tables.draws * per_draw,
        chunk,
        found,
        threads=threads,
        progress=progress,
        cancel=cancel,
        stage=STAGE,
    )
    return found


@dataclass(frozen=True, slots=True, eq=False)
class PathRecords:
    """Single paths.

    Attributes:
        places: int64[run, month + 1], where the line stands at the start of each month, as positions among the places.
        seen: int64[run, month], what is seen of battles: 1 side 0 attacks, 2 its attack is won, 4 and 8 the same of
            side 1, as a sum; 0 once the war is over.
        collapse: int64[run, side], the month in whose course it collapses; months + 1 if never.
        measured: float64[run, month + 1, measured], forces, money and losses since the dossier's date, of both sides
            each, at the start of each month; as they stood at its end once the war is over.
    """

    places: Integers
    seen: Integers
    collapse: Integers
    measured: Floats


def record_paths(tables: PathTables, per_draw: int, seed: int) -> PathRecords:
    """The course of every single path; the same paths as `follow_paths`'."""
    runs = tables.draws * per_draw
    found = PathRecords(
        places=np.full((runs, tables.months + 1), tables.line[1], np.int64),
        seen=np.zeros((runs, tables.months), np.int64),
        collapse=np.full((runs, 2), tables.months + 1, np.int64),
        measured=np.zeros((runs, tables.months + 1, row.MEASURED)),
    )
    found.measured[:, 0, 0:2] = np.repeat(tables.forces, per_draw, axis=0)
    found.measured[:, 0, 2:4] = np.repeat(tables.money, per_draw, axis=0)
    first = tables.first * per_draw
    _follow(tables, (first, first + runs), per_draw, seed, cells_of(tables), _nothing(tables), found)
    return found


def _follow(
    tables: PathTables,
    runs: Interval,
    per_draw: int,
    seed: int,
    cells: Cells,
    counted: Mapping[str, Integers],
    records: PathRecords | None,
) -> None:
    from irenic.war.kernels.paths import follow

    none, nothing = np.empty((0, 0), np.int64), np.empty((0, 0, 0))
    follow(
        runs,
        (per_draw, tables.first),
        np.uint64(seed),
        (tables.base, tables.forces, tables.money, tables.need, tables.gate),
        (tables.quantity, tables.operation, tables.use),
        (tables.begin, tables.end, tables.size, tables.chance),
        tables.untouched,
        np.int64(tables.law),
        tables.line,
        (cells.low, cells.per_unit),
        (counted["front"], counted["tally"], counted["collapsed"], counted["breaks"]),
        (none, none, none, nothing)
        if records is None
        else (records.places, records.seen, records.collapse, records.measured),
    )


def fired(use: Integers, chance: Floats, first: int, seed: int) -> Truths:
    """Which stretches are used in the paths of one run a draw: bool[draw, row].

    Args:
        use: int64[row], see `Stretches`.
        chance: float64[draw, row].
        first: the first draw, which is its run's number too.
        seed: of all paths.
    """
    from irenic.war.kernels.path_levers import luck

    found = np.empty(chance.shape)
    luck(np.uint64(seed), np.int64(first), use, found)
    return np.asarray(found < chance, dtype=np.bool_)
