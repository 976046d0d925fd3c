"""The Pareto filter against moocore: which of n points in d dimensions no other dominates.

    python -m benchmarks.pareto_filter [--repeats 5] [--quick] [--json FILE]

Points are random, uniform in the cube, or anti-correlated, which is the hard case: who is good in one dimension is bad
in another. Of these there are three kinds, with few, many and all points efficient: as Börzsönyi, Kossmann & Stocker
describe them (The Skyline Operator, 2001, section 4.1), of every coordinate an even amount being moved to the next;
uniform, then moved along the diagonal to the plane Σx = const, give or take a normal deviation of 0.01; and on it.

Both sides get the same points, fresh in every repeat, in turns in one process, and must find the same rows; of equal
points both keep the first. Times are processor seconds; imports and compilation don't count. moocore (LGPL) runs in an
environment of its own, which the first run makes.
"""

import argparse
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers import ROOT, own_environment, python_with
from benchmarks.rows import Row, keep, row

MOOCORE: Final = "moocore==0.3.2"
SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
DIMENSIONS: Final = (2, 3, 4, 5)

Floats = NDArray[np.float64]


def random(rng: np.random.Generator, count: int, dimensions: int) -> Floats:
    """Uniform in the cube."""
    return rng.random((count, dimensions))


def anti_correlated(rng: np.random.Generator, count: int, dimensions: int) -> Floats:
    """Equal coordinates, normal around 0.5, of which each then gives an even amount to the next."""
    level = rng.normal(0.5, 0.05, count).clip(0.0, 1.0)
    points = np.repeat(level[:, np.newaxis], dimensions, axis=1)
    most = np.minimum(level, 1.0 - level)
    for k in range(dimensions):
        given = rng.uniform(-most, most)
        points[:, k] -= given
        points[:, (k + 1) % dimensions] += given
    return points


def near_plane(rng: np.random.Generator, count: int, dimensions: int) -> Floats:
    """Near Σx = const."""
    return on_plane(rng, count, dimensions) + rng.normal(0.0, 0.01, count)[:, np.newaxis]


def on_plane(rng: np.random.Generator, count: int, dimensions: int) -> Floats:
    """On Σx = const, as far as rounding lets them be."""
    points = rng.random((count, dimensions))
    return np.asarray(points - points.mean(axis=1, keepdims=True))


KINDS: Final[dict[str, Callable[[np.random.Generator, int, int], Floats]]] = {
    "random": random,
    "anti-correlated": anti_correlated,
    "anti-correlated, near a plane": near_plane,
    "anti-correlated, on a plane": on_plane,
}


def compare(kind: str, count: int, dimensions: int, repeats: int) -> Row:
    """Both sides in turns on fresh points; the first turn warms both and does not count.

    Raises:
        SystemExit: they found different rows.
    """
    import moocore  # type: ignore[import-not-found]

    from irenic.deal.kernels.pareto import efficient_rows

    ours, theirs, sizes = [], [], []
    for repeat in range(repeats + 1):
        points = KINDS[kind](np.random.default_rng([repeat, count, dimensions]), count, dimensions)
        start = time.process_time()
        rows = efficient_rows(points)
        between = time.process_time()
        marks = moocore.is_nondominated(points, maximise=True, keep_weakly=False)
        end = time.process_time()
        if not np.array_equal(rows, np.flatnonzero(marks)):
            raise SystemExit(f"the rows differ: {kind}, {count} points, {dimensions} dimensions, repeat {repeat}")
        if repeat:
            ours.append(between - start)
            theirs.append(end - between)
            sizes.append(len(rows))
    case = f"{count:,} points, {dimensions} dimensions, {kind} ({min(sizes):,} to {max(sizes):,} efficient)"
    return row("pareto_filter", case, median(ours), MOOCORE.replace("==", " "), median(theirs))


def measure(repeats: int, quick: bool, file: Path | None) -> None:
    """All cases; small sets more often, since a single time of theirs says little."""
    rows = []
    for dimensions in DIMENSIONS:
        for count in SIZES[:2] if quick else SIZES:
            for kind in KINDS:
                rows.append(compare(kind, count, dimensions, max(repeats, 100_000 // count)))
                told = rows[-1]
                print(
                    f"{told['case']}: {told['ours_s'] * 1e3:.3f} ms against {(told['peer_s'] or 0.0) * 1e3:.3f} ms, "
                    f"{told['ratio']:.2f} times",
                    flush=True,
                )
    keep(rows, file)


def main() -> None:
    """Measure, in the environment that holds both sides."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=5, help="sets of each kind (at least 5 count)")
    parser.add_argument("--quick", action="store_true", help="small sets only, for trying")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        measure(asked.repeats, asked.quick, asked.json)
        return
    command = [str(python_with([MOOCORE], "moocore")), "-m", "benchmarks.pareto_filter", "--inside"]
    command += ["--repeats", str(asked.repeats), *(["--quick"] if asked.quick else [])]
    command += ["--json", str(asked.json.resolve())] if asked.json else []
    done = subprocess.run(command, check=False, cwd=ROOT, env=own_environment())
    if done.returncode:
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    main()
