"""What keeping chunks costs: runs whose work costs nothing, so that all the time is the folder's.

Prints seconds for saving the chunks, for checking them on resuming, and for finishing (60 variables, 13 kB a draw).

    python benchmarks/results_folder.py
"""

import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from irenic.engine.chunks import run_chunks
from irenic.results.folder import ResultsFolder
from irenic.results.layout import Dimension, Layout, Variable
from irenic.results.provenance import Provenance

COLUMNS = 28
LAYOUT = Layout(
    (
        *(Variable("cost", f"wide{n}", ("draw", "column"), "<f8") for n in range(57)),
        Variable("cost", "possible", ("draw",), "|b1"),
        Variable("cost", "conflicts.count", ("draw",), "<i8"),
        Variable("cost", "conflicts.members", ("row:conflicts", "column"), "|b1"),
    ),
    {"column": Dimension(COLUMNS)},
)


def work(start: int, stop: int) -> dict[str, NDArray[Any]]:
    """Numbers that cost nothing."""
    draws = np.arange(start, stop)
    wide = np.repeat(draws[:, None] / 7.0, COLUMNS, axis=1)
    count = draws % 4
    return {
        **{f"cost.wide{n}": wide for n in range(57)},
        "cost.possible": draws % 2 == 0,
        "cost.conflicts.count": count,
        "cost.conflicts.members": np.ones((int(count.sum()), COLUMNS), bool),
    }


def measure(draws: int, chunk: int, threads: int) -> None:
    """Time one run, its resuming and its end."""
    provenance = Provenance("cost", "cost", "2025-12-21", {}, 0, draws, 16)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results"
        clock = [time.perf_counter()]
        with ResultsFolder.create(path, provenance, LAYOUT) as unfinished:
            run_chunks(work, draws, chunk, unfinished.chunk_store(), threads=threads)
        clock.append(time.perf_counter())
        with ResultsFolder.create(path, provenance, LAYOUT) as unfinished:
            run_chunks(work, draws, chunk, unfinished.chunk_store(), threads=threads)
            clock.append(time.perf_counter())
            unfinished.finish({}, {}, {})
        clock.append(time.perf_counter())
        problems = ResultsFolder.open(path).verify()
        clock.append(time.perf_counter())
    steps = np.diff(clock)
    assert not problems
    print(f"{draws:6,} {chunk:6,} {threads:8} {steps[0]:8.2f} {steps[1]:8.2f} {steps[2]:8.2f} {steps[3]:8.2f}")


if __name__ == "__main__":
    print(f"{'draws':>6} {'chunk':>6} {'threads':>8} {'save':>8} {'resume':>8} {'finish':>8} {'verify':>8}")
    for setting in [(2048, 1, 1), (2048, 1, 2), (2048, 64, 2), (8192, 1, 2), (8192, 64, 2), (8192, 1000, 2)]:
        measure(*setting)
