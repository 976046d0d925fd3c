from dataclasses import replace

import numpy as np
import pytest

from irenic.engine.progress import Cancelled, CancelToken, Progress
from irenic.war.bounds import path_bounds
from irenic.war.kernels import path_rows as row
from irenic.war.path_reference import follow_plainly
from irenic.war.path_tables import PathTables
from irenic.war.paths import Counts, follow_paths, no_counts, record_paths
from tests.unit.war.made_up_paths import tables_of

SEED = 2**40 + 7


@pytest.mark.parametrize("law", [row.SQUARE, row.LINEAR, row.GENERAL])
@pytest.mark.parametrize("seed", range(4))
def test_paths_are_those_of_plain_python(law: int, seed: int) -> None:
    tables = tables_of(seed, law=law)
    found = record_paths(tables, 60, SEED)
    for run in range(0, tables.draws * 60, 7):
        plain = follow_plainly(tables, run, 60, SEED)
        assert found.places[run].tolist() == plain.places
        assert found.seen[run].tolist() == plain.seen
        assert found.collapse[run].tolist() == plain.collapse
        # Powers and logarithms are rounded otherwise than the C library's; forces are of the order of 100.
        assert found.measured[run] == pytest.approx(np.array(plain.measured), rel=1e-12, abs=1e-10)


def test_something_of_everything_happens_on_the_made_up_paths() -> None:
    """Otherwise the comparison above would be worth little."""
    ends, collapses, standing = 0, 0, 0
    for seed in range(4):
        tables = tables_of(seed)
        found = record_paths(tables, 60, SEED)
        top = len(tables.places) - 1
        collapses += int((found.collapse <= tables.months).any(axis=1).sum())
        ends += int((np.isin(found.places[:, -1], (0, top)) & (found.collapse > tables.months).all(axis=1)).sum())
        standing += int((~np.isin(found.places[:, -1], (0, top))).sum())
    assert min(ends, collapses, standing) > 30


def counted(tables: PathTables, per_draw: int) -> Counts:
    """What counts should be, from single paths."""
    found = no_counts(tables)
    records = record_paths(tables, per_draw, SEED)
    for month in range(tables.months + 1):
        np.add.at(found.front[month], records.places[:, month], 1)
        for m in range(row.MEASURED):
            low, per_unit = found.cells.low[m, month], found.cells.per_unit[m, month]
            cells = np.clip((records.measured[:, month, m] - low) * per_unit, 0.0, row.CELL_COUNT - 1.0)
            np.add.at(found.tally[month, m], cells.astype(np.int64), 1)
    for side in (0, 1):
        months = records.collapse[:, side]
        np.add.at(found.collapsed[:, side], months[months <= tables.months] + 1, 1)
    for run in range(tables.draws * per_draw):
        month, side = follow_plainly(tables, run, per_draw, SEED).broke
        if side >= 0:
            found.breaks[month, side] += 1
    return found


def test_counts_are_those_of_single_paths() -> None:
    tables = tables_of(1, stretches=8)
    found, expected = follow_paths(tables, 50, SEED), counted(tables, 50)
    assert found.runs == tables.draws * 50
    for name in ("front", "tally", "collapsed", "breaks"):
        assert (getattr(found, name) == getattr(expected, name)).all(), name
    assert found.breaks.sum(axis=0).min() > 0


def same(a: Counts, b: Counts) -> bool:
    return all((getattr(a, name) == getattr(b, name)).all() for name in ("front", "tally", "collapsed", "breaks"))


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("chunk", [1, 7, 128, 1000])
def test_threads_and_chunks_change_nothing(threads: int, chunk: int) -> None:
    tables = tables_of(2, draws=3)
    assert same(follow_paths(tables, 70, SEED, threads=threads, chunk=chunk), follow_paths(tables, 70, SEED))


def test_taking_up_what_was_cancelled_changes_nothing() -> None:
    tables, token = tables_of(2, draws=3), CancelToken()
    begun = no_counts(tables)

    def stop_early(progress: Progress) -> None:
        assert progress.stage == "wartime.following"
        if progress.done >= 40:
            token.cancel()

    with pytest.raises(Cancelled):
        follow_paths(tables, 70, SEED, counts=begun, chunk=20, progress=stop_early, cancel=token)
    assert 40 <= begun.runs < 210
    again = follow_paths(tables, 70, SEED, counts=begun, chunk=33)
    assert again is begun
    assert again.runs == 210
    assert same(again, follow_paths(tables, 70, SEED))


def test_no_path_leaves_the_bounds() -> None:
    for seed in range(6):
        tables = tables_of(seed, law=row.GENERAL, stretches=20)
        low, high = path_bounds(tables)
        measured = record_paths(tables, 100, SEED).measured
        slack = 1e-9 * np.maximum(np.abs(high), 1.0)
        assert (low - slack <= measured.min(axis=0).T).all()
        assert (high + slack >= measured.max(axis=0).T).all()


def test_a_lever_that_is_switched_off_shifts_no_other() -> None:
    tables = tables_of(3, draws=2, stretches=2)
    quantity = np.array([row.EFFECTIVENESS, row.COST], dtype=np.int64)
    both = replace(tables, quantity=quantity, chance=np.full((2, 2), 0.5), use=np.array([11, 12]))
    off = replace(both, chance=both.chance * [1.0, 0.0])
    alone = replace(
        both,
        quantity=quantity[:1],
        operation=both.operation[:1],
        use=both.use[:1],
        **{name: getattr(both, name)[:, :1].copy() for name in ("begin", "end", "size", "chance")},
    )
    a, b = record_paths(off, 50, SEED), record_paths(alone, 50, SEED)
    assert (a.places == b.places).all()
    assert (a.measured == b.measured).all()
