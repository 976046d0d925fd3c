"""How fast a package space is answered: first compilation, the shipped case, and spaces too large to list.

    python -m benchmarks.deal_speed [--case NAME] [--threads 2] [--draws 2048 8192] [--json FILE]

Bounds, on two cores with warm kernels: 2,048 draws under 30 s, 8,192 under 90 s, 2 GB; first compilation under 60 s.
Each part runs in a process of its own, so that nothing warms another; the compilation with an empty cache of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.peers import ROOT, own_environment
from benchmarks.rows import Row, keep, row

GIGABYTE_IN_KB = 1024 * 1024


def own_process(part: str, *arguments: str, **environment: str) -> dict[str, Any]:
    """Run a part of this file in a process of its own and return what it measured.

    Raises:
        SystemExit: it failed.
    """
    command = [sys.executable, "-m", "benchmarks.deal_speed", "--part", part, *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env={**own_environment(), **environment}
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def seconds(work: Callable[[], object]) -> dict[str, float]:
    """Wall clock and processor time of some work, threads included."""
    start, before = time.perf_counter(), time.process_time()
    work()
    return {"wall": time.perf_counter() - start, "processor": time.process_time() - before}


def case_run(case: str, draws: int, threads: int) -> Callable[[], object]:
    """A whole run of a case: every draw, both readings and modes, conflicts, ranges, summary; nothing written."""
    from irenic.dossier.load import load_dossier
    from irenic.runs.answering import compute, summary
    from irenic.runs.cases import find_case
    from irenic.runs.memory import MemoryStore
    from irenic.runs.question import question
    from irenic.runs.settings import Settings

    asked = question(load_dossier(find_case(case)), Settings(draws=draws, threads=threads))

    def run() -> None:
        store = MemoryStore(asked.layout)
        compute(asked, store)
        summary(asked, store)

    return run


def measure_case(case: str, draws: int, threads: int) -> dict[str, Any]:
    """A run of a case after one of 16 draws that compiles or loads the kernels."""
    first = seconds(case_run(case, 16, 1))
    measured = seconds(case_run(case, draws, threads))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / GIGABYTE_IN_KB
    return {**measured, "memory": memory, "first": first["wall"], "compilation": first["processor"]}


def measure_space(parties: int, issues: int, options: int) -> dict[str, Any]:
    """s*, bests, both solutions, and the zone's count where it can be counted, in 20 draws of a random space."""
    import numpy as np

    from irenic.deal.kernels.count import count_draws
    from irenic.deal.kernels.solve import solve_draws
    from irenic.deal.kernels.thresholds import zone_floors
    from irenic.deal.spaces import scale_of
    from irenic.fast.grid import to_grid

    rng = np.random.default_rng(1)
    draws = 20
    weights = rng.dirichlet(np.ones(issues), size=(draws, parties)) * 100
    contributions = to_grid(np.repeat(weights, options, axis=2) * rng.random((draws, parties, issues * options)))
    starts = np.arange(issues + 1) * options
    numbers = np.concatenate([np.arange(options) * options ** (issues - 1 - i) for i in range(issues)])
    allowed = np.ones((draws, issues * options), dtype=np.bool_)
    no_deal = np.full((draws, parties), 50.0)
    scale = scale_of(contributions, allowed, starts)
    floors = zone_floors(no_deal, scale)
    alpha = np.full((draws, parties), 1 / parties)

    def solve(rows: slice) -> None:
        solve_draws(
            contributions[rows], allowed[rows], numbers, starts, no_deal[rows], scale[rows], floors[rows], alpha[rows]
        )

    def count(rows: slice) -> None:
        wanted = np.ones(len(floors[rows]), dtype=np.bool_)
        count_draws(contributions[rows], allowed[rows], starts, floors[rows], wanted)

    solve(slice(0, 1))
    each = [seconds(lambda d=d: solve(slice(d, d + 1)))["processor"] for d in range(draws)]  # type: ignore[misc]
    found = {"mean": sum(each) / draws, "worst": max(each)}
    if options**issues < 10**9:
        count(slice(0, 1))
        found["count"] = seconds(lambda: count(slice(0, draws)))["processor"] / draws
    return found


def measure_all(case: str, threads: int, draws: list[int]) -> list[Row]:
    """Everything, each part printed as it is there."""
    with tempfile.TemporaryDirectory() as empty:
        cold = own_process("case", case, "16", "1", NUMBA_CACHE_DIR=empty)
    rows = [row("deal_speed", "first compilation, wall clock", cold["first"], "bound", 60.0)]
    print(f"{rows[0]['case']}: {cold['first']:.1f} s ({cold['compilation']:.1f} s processor)", flush=True)
    own_process("case", case, "16", "1")
    for count, bound in zip(draws, (30.0, 90.0), strict=False):
        run = own_process("case", case, str(count), str(threads))
        told = f"{case}, {count:,} draws, {threads} threads, wall clock ({run['memory']:.2f} GB)"
        rows.append(row("deal_speed", told, run["wall"], "bound", bound))
        print(f"{told}: {run['wall']:.2f} s ({run['processor']:.2f} s processor)", flush=True)
    for parties, issues, options in ((2, 14, 3), (3, 14, 3), (2, 20, 5), (3, 20, 5), (5, 20, 5)):
        space = own_process("space", str(parties), str(issues), str(options))
        of = f"{parties} parties, {issues} issues × {options} options ({options**issues:.1e} packages)"
        solved = f"s*, solutions: {of}; worst of 20 {space['worst'] * 1e3:.2f} ms"
        rows.append(row("deal_speed", solved, space["mean"], "", None))
        print(f"{solved}: {space['mean'] * 1e3:.2f} ms", flush=True)
        if "count" in space:
            rows.append(row("deal_speed", f"zone counted: {of}", space["count"], "", None))
            print(f"zone counted: {of}: {space['count'] * 1e3:.2f} ms", flush=True)
    return rows


def main() -> None:
    """Measure, or run one part for the process that measures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--case", default="ukraine-2025-12", help="the dossier to run")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--draws", type=int, nargs="+", default=[2048, 8192])
    parser.add_argument("--quick", action="store_true", help="2,048 draws only, for trying")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    parser.add_argument("--part", nargs="+", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part is None:
        keep(measure_all(asked.case, asked.threads, [2048] if asked.quick else asked.draws), asked.json)
    elif asked.part[0] == "case":
        print(json.dumps(measure_case(asked.part[1], int(asked.part[2]), int(asked.part[3]))))
    else:
        print(json.dumps(measure_space(*map(int, asked.part[1:]))))


if __name__ == "__main__":
    main()
