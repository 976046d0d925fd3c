"""How fast the command answers: wall clock and processor time of `irenic --help` and of a check of the shipped case.

    python -m benchmarks.startup [--times 7] [--case NAME] [--json FILE]

Prints medians over fresh processes, after one that warms the file cache. The bounds are 0.3 s for `--help` and 1 s of
processor time for `check`.
"""

import argparse
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.rows import keep, row


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that one process took: on the wall, and of the processor (user and system)."""

    wall: float
    processor: float


def timed(arguments: list[str]) -> Timing:
    """Run `irenic` once in a process of its own.

    Raises:
        SystemExit: the command failed.
    """
    start, before = time.perf_counter(), processor_seconds()
    done = subprocess.run([sys.executable, "-m", "irenic", *arguments], capture_output=True, text=True, check=False)
    timing = Timing(time.perf_counter() - start, processor_seconds() - before)
    if done.returncode:
        raise SystemExit(f"irenic {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return timing


def processor_seconds() -> float:
    """Processor time that ended child processes have used so far, user and system."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def report(arguments: list[str], times: int) -> Timing:
    """Print and return the medians of `times` runs."""
    timed(arguments)
    runs = [timed(arguments) for _ in range(times)]
    middle = Timing(median(r.wall for r in runs), median(r.processor for r in runs))
    name = f"irenic {' '.join(arguments)}"
    print(f"{name:<42} wall {middle.wall:6.3f} s   processor {middle.processor:6.3f} s   (median of {times})")
    return middle


def main() -> None:
    """Measure both commands."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=7, help="runs of each command (at least 5)")
    parser.add_argument("--case", default="ukraine-2025-12", help="the dossier to check")
    parser.add_argument("--quick", action="store_true", help="runs of each command as few as count, for trying")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    options = parser.parse_args()
    times = 5 if options.quick else max(options.times, 5)
    shown = report(["--help"], times)
    checked = report(["check", options.case], times)
    keep(
        [
            row("startup", "irenic --help, wall clock", shown.wall, "bound", 0.3),
            row("startup", f"irenic check {options.case}, processor", checked.processor, "bound", 1.0),
        ],
        options.json,
    )


if __name__ == "__main__":
    main()
