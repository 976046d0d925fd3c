"""Paths of the war: 36 months of levers, battle, attrition, money and front, counted month by month.

    python -m benchmarks.war_paths [--repeats 5] [--quick] [--json FILE]

A made-up war of two sides whose 24 numbers are drawn anew in each of 2,048 draws, with 12 stretches of levers that fire
or don't; about 10⁵ paths. The rival is NumPy (`benchmarks/war_paths_numpy.py`), which computes the same: both get the
same random numbers first and must count the same, then each its own. They run in turns in one process, in processor
seconds of one core; imports and compilation don't count. Told besides: the time on two threads against its bound of
2 s, the first compilation, and by how much the memory of a fresh process grows with 10⁵ and with 10⁶ paths.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

from benchmarks.peers import ROOT, own_environment
from benchmarks.rows import Row, keep, row
from benchmarks.war_paths_numpy import follow_in_numpy, generated, keyed
from irenic.war.kernels import path_rows as rows_of
from irenic.war.path_tables import PathTables
from irenic.war.paths import cells_of, follow_paths

DRAWS: Final = 2048
MONTHS: Final = 36
PATHS: Final = 100_352
BOUND: Final = 2.0
SEED: Final = 7

LEVERS: Final = (
    (rows_of.AID, rows_of.ADD, 0.5, 2.0),
    (rows_of.AID, rows_of.MULTIPLY, 0.5, 1.0),
    (rows_of.AID, rows_of.ADD, 0.2, 1.0),
    (rows_of.AID + 1, rows_of.ADD, 0.1, 0.5),
    (rows_of.MONEY_ADDED, rows_of.ADD, 2.0, 5.0),
    (rows_of.MONEY_ADDED + 1, rows_of.ADD, 0.5, 1.0),
    (rows_of.REVENUE + 1, rows_of.MULTIPLY, 0.9, 1.0),
    (rows_of.EFFECTIVENESS, rows_of.MULTIPLY, 1.0, 1.2),
    (rows_of.INITIATIVE, rows_of.ADD, 0.05, 0.2),
    (rows_of.INITIATIVE + 1, rows_of.ADD, 0.0, 0.1),
    (rows_of.COST, rows_of.SET, 6.0, 9.0),
    (rows_of.REPLENISHMENT, rows_of.MULTIPLY, 1.0, 1.5),
)
"""What each stretch changes, how, and its least and largest size."""

RANGES: Final = (
    (rows_of.REPLENISHMENT, 8.0, 40.0),
    (rows_of.LOSS_RATE, 15.0, 70.0),
    (rows_of.MATERIEL, 0.8, 1.2),
    (rows_of.AID, 0.0, 6.0),
    (rows_of.AID_LAG, 1.0, 8.0),
    (rows_of.REVENUE, 5.0, 12.0),
    (rows_of.COST, 7.0, 13.0),
    (rows_of.EFFECTIVENESS, 0.8, 1.4),
    (rows_of.INITIATIVE, 0.1, 0.9),
)
"""Numbers of both sides at the start, and their ranges."""


def made_up_war(seed: int = SEED) -> PathTables:
    """The war."""
    rng = np.random.default_rng(seed)
    base = np.zeros((DRAWS, rows_of.QUANTITIES))
    for at, low, high in RANGES:
        base[:, at : at + 2] = rng.uniform(low, high, (DRAWS, 2))
    base[:, rows_of.B0], base[:, rows_of.B1] = rng.normal(0.4, 0.1, DRAWS), rng.normal(0.5, 0.1, DRAWS)
    base[:, rows_of.P] = 1.0
    begin = rng.uniform(0.0, MONTHS / 2, (DRAWS, len(LEVERS)))
    return PathTables(
        first=0,
        sides=("first", "second"),
        places=tuple(f"place-{z}" for z in range(7)),
        months=MONTHS,
        base=base,
        forces=rng.uniform(300.0, 700.0, (DRAWS, 2)),
        money=rng.uniform(10.0, 80.0, (DRAWS, 2)),
        counts_money=(True, True),
        need=base[:, rows_of.COST : rows_of.COST + 2] + base[:, rows_of.AID : rows_of.AID + 2],
        gate=rng.uniform(0.1, 0.5, DRAWS),
        quantity=np.array([lever[0] for lever in LEVERS], dtype=np.int64),
        operation=np.array([lever[1] for lever in LEVERS], dtype=np.int64),
        use=rng.integers(0, 2**32, len(LEVERS)),
        begin=begin,
        end=begin + rng.uniform(6.0, 30.0, begin.shape),
        size=np.stack([rng.uniform(low, high, DRAWS) for _, _, low, high in LEVERS], axis=1),
        chance=rng.uniform(0.2, 1.0, begin.shape),
        law=rows_of.SQUARE,
        line=np.array([7, 3, 1, 1, 1, -1, 0, 6, 0], dtype=np.int64),
    )


def check_the_same(tables: PathTables) -> None:
    """Both follow the very same paths.

    Raises:
        SystemExit: they count differently.
    """
    ours = follow_paths(tables, 2, SEED)
    theirs = follow_in_numpy(tables, 2, ours.cells, keyed(SEED))
    for name in ("front", "collapsed", "breaks"):
        if not np.array_equal(getattr(ours, name), getattr(theirs, name)):
            raise SystemExit(f"counts differ: {name}")
    # A quantity within rounding of a cell's edge may fall on either side of it.
    if np.abs(ours.tally - theirs.tally).sum() > 1e-4 * ours.tally.sum():
        raise SystemExit("counts differ: cells")


def against_numpy(repeats: int) -> Row:
    """Both in turns, one core."""
    tables, per_draw = made_up_war(), PATHS // DRAWS
    check_the_same(tables)
    cells = cells_of(tables)
    ours, theirs = [], []
    for repeat in range(repeats):
        start = time.process_time()
        follow_paths(tables, per_draw, repeat)
        between = time.process_time()
        follow_in_numpy(tables, per_draw, cells, generated(repeat))
        ours.append(between - start)
        theirs.append(time.process_time() - between)
    case = f"{PATHS:,} paths × {MONTHS} months, {len(LEVERS)} stretches of levers, one core"
    return row("war_paths", case, median(ours), f"NumPy {version('numpy')}", median(theirs))


def on_two_threads(repeats: int) -> Row:
    """Seconds by the clock."""
    tables = made_up_war()
    follow_paths(tables, 1, SEED)
    times = []
    for repeat in range(repeats):
        start = time.perf_counter()
        follow_paths(tables, PATHS // DRAWS, repeat, threads=2)
        times.append(time.perf_counter() - start)
    case = f"the same on two threads, by the clock (worst {max(times):.3f} s)"
    return row("war_paths", case, median(times), "bound", BOUND)


def first_compilation() -> Row:
    """Seconds of the first few paths in a fresh process without a cache, less those of a second time."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**own_environment(), "NUMBA_CACHE_DIR": cache}
        took = float(_inside("--compile", "1", environment))
    return row("war_paths", "the first compilation of all that paths need", took, "", None)


def memory(paths: int) -> Row:
    """Seconds, and the memory that a fresh process grows by."""
    seconds, grown = _inside("--memory", str(paths), own_environment()).split()
    return row("war_paths", f"{paths:,} paths in a fresh process (memory +{grown} MB)", float(seconds), "", None)


def _inside(flag: str, value: str, environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", "benchmarks.war_paths", flag, value]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment)
    return done.stdout.strip()


def tell_compilation() -> None:
    """In a fresh process: print the seconds."""
    tables = made_up_war()
    times = []
    for _ in range(2):
        start = time.process_time()
        follow_paths(tables, 1, SEED)
        times.append(time.process_time() - start)
    print(times[0] - times[1])


def tell_memory(paths: int) -> None:
    """In a fresh process: print seconds, and MB beyond what it held after a few paths."""
    tables = made_up_war()
    follow_paths(tables, 1, SEED, threads=2)
    before = _held()
    start = time.perf_counter()
    follow_paths(tables, paths // DRAWS, SEED, threads=2)
    print(time.perf_counter() - start, round(_held() - before))


def _held() -> float:
    """The most memory that the process has held so far, in MB."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=7, help="turns of each side")
    parser.add_argument("--quick", action="store_true", help="two turns, for trying")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    parser.add_argument("--memory", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--compile", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.memory:
        tell_memory(asked.memory)
        return
    if asked.compile:
        tell_compilation()
        return
    repeats = 2 if asked.quick else asked.repeats
    rows = [against_numpy(repeats), on_two_threads(repeats), first_compilation(), memory(PATHS), memory(10 * PATHS)]
    for told in rows:
        against = "" if told["peer_s"] is None else f" against {told['peer_s']:.3f} s, {told['ratio']:.1f} times"
        print(f"{told['case']}: {told['ours_s']:.3f} s{against}", flush=True)
    keep(rows, asked.json)


if __name__ == "__main__":
    main()
