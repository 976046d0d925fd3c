"""The Pareto frontier of a package space, against NegMAS: both sides from weights to answer, in turns.

    python -m benchmarks.frontier_negmas [--repeats 5] [--quick] [--json FILE]

Issues have ten options each; weights are uniform on the simplex, values uniform from 0 to 100, fresh in every repeat.
Two and three parties: the frontier of all packages. Five: that of the zone, no deal being worth half-way between each
party's worst and best package; NegMAS is told so by reserved values, which it heeds. NegMAS's `pareto_frontier` takes
its default way, which its documentation calls the fastest from utility functions to a frontier.

Each side runs in a process of its own, NegMAS (AGPL) in an environment of its own, which the first run makes. Times are
processor seconds; imports, compilation and the drawing of weights don't count. Both must find the same frontier. A
side that takes more than ten minutes for one space is stopped, and counts as that, once.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers import ROOT, own_environment, python_with
from benchmarks.rows import Row, keep, row

NEGMAS: Final = "negmas==0.16.0"
OPTIONS: Final = 10
SMALLEST: Final = 4
LARGEST: Final = 6
"""Issues, from 10⁴ to 10⁶ packages."""
AWAY: Final = 1_000_000
"""Seed of a space that is not measured."""
PATIENCE: Final = 600.0
"""Seconds of wall clock after which a side is stopped."""

Floats = NDArray[np.float64]


class Space:
    """A random space: weights float64[party, issue], values float64[party, issue, option], no-deal values."""

    def __init__(self, parties: int, issues: int, seed: int) -> None:
        """Draw it."""
        rng = np.random.default_rng([seed + 1, parties, issues])
        self.weights = rng.dirichlet(np.ones(issues), size=parties)
        self.values = rng.random((parties, issues, OPTIONS)) * 100
        worst, best = ((self.weights * extreme(self.values, axis=2)).sum(axis=1) for extreme in (np.min, np.max))
        self.no_deal: Floats | None = (worst + best) / 2 if parties >= 5 else None


def ours(space: Space) -> Floats:
    """The frontier's utilities by Irenic."""
    from irenic.deal.frontier import frontier_of
    from irenic.deal.kernels.thresholds import zone_floors
    from irenic.deal.spaces import Spaces, scale_of
    from irenic.fast.grid import to_grid

    parties, issues = space.weights.shape
    contributions = to_grid((space.weights[:, :, np.newaxis] * space.values).reshape(1, parties, -1))
    allowed = np.ones((1, issues * OPTIONS), dtype=np.bool_)
    starts = np.arange(issues + 1) * OPTIONS
    no_deal = np.zeros((1, parties)) if space.no_deal is None else to_grid(space.no_deal[np.newaxis])
    scale = scale_of(contributions, allowed, starts)
    points = frontier_of(
        Spaces(
            contributions=contributions,
            feasible=allowed,
            hard_allowed=allowed,
            no_deal=no_deal,
            scale=scale,
            floors=zone_floors(no_deal, scale),
            alpha=np.full((1, parties), 1 / parties),
            numbers=(np.arange(OPTIONS) * OPTIONS ** np.arange(issues)[::-1, np.newaxis]).reshape(-1),
            starts=starts,
        ),
        0,
    )
    assert points is not None
    return points.utilities


def theirs(space: Space) -> Floats:
    """The same by NegMAS."""
    from negmas import make_issue  # type: ignore[import-not-found]
    from negmas.preferences import (  # type: ignore[import-not-found]
        LinearAdditiveUtilityFunction,
        pareto_frontier,
    )

    parties, issues = space.weights.shape
    options = [f"o{k}" for k in range(OPTIONS)]
    names = [f"i{i}" for i in range(issues)]
    space_issues = [make_issue(options, name) for name in names]
    utility_functions = [
        LinearAdditiveUtilityFunction(
            {name: dict(zip(options, values, strict=True)) for name, values in zip(names, rows, strict=True)},
            weights=dict(zip(names, weights, strict=True)),
            issues=space_issues,
            reserved_value=-np.inf if space.no_deal is None else float(space.no_deal[p]),
        )
        for p, (rows, weights) in enumerate(zip(space.values.tolist(), space.weights.tolist(), strict=True))
    ]
    utilities, _ = pareto_frontier(utility_functions, issues=space_issues)
    return np.array(utilities).reshape(-1, parties)


SIDES: Final[dict[str, Callable[[Space], Floats]]] = {"ours": ours, "theirs": theirs}


def serve(side: str) -> None:
    """Answer, line by line, for one space after the other: seconds, and the frontier's utilities.

    A smaller space goes before each, so that a side is awake when its turn comes; before all goes one large enough for
    everything that is compiled to be there.
    """
    SIDES[side](Space(parties=5, issues=5, seed=AWAY))
    for line in sys.stdin:
        space = Space(**json.loads(line))
        SIDES[side](Space(len(space.weights), SMALLEST, -1))
        start = time.process_time()
        utilities = SIDES[side](space)
        seconds = time.process_time() - start
        print(json.dumps({"seconds": seconds, "utilities": utilities.tolist()}), flush=True)


class Side:
    """A process that answers for one side."""

    def __init__(self, python: Path, side: str) -> None:
        """Start it."""
        self._process = subprocess.Popen(
            [str(python), "-W", "ignore", "-m", "benchmarks.frontier_negmas", "--serve", side],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=own_environment(),
        )

    def solve(self, parties: int, issues: int, seed: int) -> tuple[float, Floats] | None:
        """Seconds and frontier; None where it was stopped.

        Raises:
            SystemExit: it failed.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"parties": parties, "issues": issues, "seed": seed}) + "\n")
        self._process.stdin.flush()
        timer = threading.Timer(PATIENCE, self._process.kill)
        timer.start()
        answer = self._process.stdout.readline()
        stopped = not timer.is_alive()
        timer.cancel()
        if stopped:
            return None
        if not answer:
            raise SystemExit(f"a side ended with {self._process.wait()}")
        said: dict[str, Any] = json.loads(answer)
        return said["seconds"], np.array(said["utilities"]).reshape(-1, parties)

    def end(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()


def same(first: Floats, second: Floats) -> bool:
    """Whether two frontiers are the same, but for rounding."""
    if first.shape != second.shape:
        return False
    ours_ordered, theirs_ordered = (x[np.lexsort(x.T[::-1])] for x in (first, second))
    return bool(
        np.allclose(ours_ordered, theirs_ordered, rtol=0, atol=1e-9)
    )  # sums of products below 100, rounded to 2⁻⁴⁰


def compare(python: Path, parties: int, issues: int, repeats: int) -> Row:
    """Both sides in turns on fresh spaces."""
    sides = {name: Side(python, name) for name in SIDES}
    times: dict[str, list[float]] = {name: [] for name in SIDES}
    sizes = []
    stopped = False
    for seed in range(repeats):
        found = {}
        for name, side in sides.items():
            if stopped and name == "theirs":
                continue
            answer = side.solve(parties, issues, seed)
            if answer is None:
                stopped = True
                times[name] = [PATIENCE]
            else:
                times[name].append(answer[0])
                found[name] = answer[1]
        if len(found) == len(SIDES) and not same(*found.values()):
            raise SystemExit(f"the frontiers differ: {parties} parties, {issues} issues, seed {seed}")
        sizes.append(len(found["ours"]))
    for side in sides.values():
        side.end()
    within = " of the zone" if parties >= 5 else ""
    case = (
        f"frontier{within}: {parties} parties, {issues} issues × {OPTIONS} options ({OPTIONS**issues:,} packages; "
        f"{min(sizes)} to {max(sizes)} points)"
    )
    peer = f"{NEGMAS.replace('==', ' ').replace('negmas', 'NegMAS')}{', stopped' if stopped else ''}"
    return row("frontier_negmas", case, median(times["ours"]), peer, median(times["theirs"]))


def main() -> None:
    """Measure, or answer for one side."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=5, help="spaces of each kind (at least 5 count)")
    parser.add_argument("--quick", action="store_true", help="two repeats of the smaller spaces only, for trying")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    parser.add_argument("--serve", choices=list(SIDES), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.serve)
        return
    python = python_with([NEGMAS], "negmas")
    rows = []
    for issues in range(SMALLEST, LARGEST if asked.quick else LARGEST + 1):
        for parties in (2, 3, 5):
            rows.append(compare(python, parties, issues, 2 if asked.quick else asked.repeats))
            told = rows[-1]
            print(
                f"{told['case']}: {told['ours_s'] * 1e3:.3f} ms against {told['peer_s']:.3f} s, "
                f"{told['ratio']:,.0f} times",
                flush=True,
            )
    keep(rows, asked.json)


if __name__ == "__main__":
    main()
