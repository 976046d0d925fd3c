"""Spaces too large to list: the zone's size and optima over 10⁸ packages, and solutions over 9.5·10¹³.

    python -m benchmarks.package_scan [--repeats 5] [--quick] [--json FILE]

Five parties; weights uniform on the simplex, values uniform from 0 to 100, fresh in every repeat, no deal at a share of
what each party can get, told with the figure. Everything is exact and from weights to answer, in processor seconds of
one core; a small space goes before, so that compilation doesn't count.

- 8 issues × 10 options (10⁸ packages): the number of packages of the zone, s*, and all solutions; bound 1 s. Told too:
  by how much the process's memory grew at most.
- 20 issues × 5 options (9.5·10¹³ packages): s* and all solutions, Nash and Kalai–Smorodinsky among them; bound 0.5 s.
- Two and three parties that divide what each issue is worth, the same to all, in parts that have nothing in common: no
  package is better than another for everybody. s* and all solutions; bound 1 s up to 10⁶ packages of two parties and
  65,536 of three.
"""

import argparse
import resource
import sys
import time
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

from benchmarks.rows import Row, keep, row
from irenic.deal.kernels.count import count_draws
from irenic.deal.kernels.solve import solve_draws
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.spaces import scale_of
from irenic.fast.grid import to_grid

PARTIES: Final = 5
SHARES: Final = (0.3, 0.5)
"""No deal is worth a party's worst package and this share of the way to its best."""

DIVIDED: Final = ((2, 10, 4, 1.0), (2, 16, 4, None), (3, 8, 4, 1.0), (3, 12, 4, None))
"""Parties that divide a fixed amount, issues, options, and the bound where there is one."""


def answer(issues: int, options: int, share: float, seed: int, count: bool) -> tuple[float, int]:
    """Seconds for one random space, and the size of its zone (−1 where it isn't asked for)."""
    rng = np.random.default_rng([seed, issues, options])
    weights = rng.dirichlet(np.ones(issues), size=PARTIES)
    values = rng.random((PARTIES, issues, options)) * 100
    start = time.process_time()
    contributions = to_grid((weights[:, :, np.newaxis] * values).reshape(1, PARTIES, -1))
    allowed = np.ones((1, issues * options), dtype=np.bool_)
    starts = np.arange(issues + 1) * options
    numbers = (np.arange(options) * options ** np.arange(issues)[::-1, np.newaxis]).reshape(-1)
    scale = scale_of(contributions, allowed, starts)
    worst = np.minimum.reduceat(contributions, starts[:-1], axis=2).sum(axis=2)
    no_deal = to_grid(worst + share * scale)
    floors = zone_floors(no_deal, scale)
    alpha = np.full((1, PARTIES), 1 / PARTIES)
    size = -1
    if count:
        size = int(count_draws(contributions, allowed, starts, floors, np.ones(1, dtype=np.bool_))[0])
    solve_draws(contributions, allowed, numbers, starts, no_deal, scale, floors, alpha)
    return time.process_time() - start, size


def divided(parties: int, issues: int, options: int, seed: int) -> float:
    """Seconds for s* and the solutions of one space in which the parties divide a fixed amount."""
    rng = np.random.default_rng([seed, parties, issues, options])
    worth = np.repeat(to_grid(rng.dirichlet(np.ones(issues)) * 100), options)
    shares = rng.dirichlet(np.ones(parties), size=issues * options).T
    start = time.process_time()
    contributions = to_grid(shares * worth)
    contributions[-1] = worth - contributions[:-1].sum(axis=0)
    contributions = np.ascontiguousarray(contributions)[np.newaxis]
    allowed = np.ones((1, issues * options), dtype=np.bool_)
    starts = np.arange(issues + 1) * options
    numbers = (np.arange(options) * options ** np.arange(issues)[::-1, np.newaxis]).reshape(-1)
    scale = scale_of(contributions, allowed, starts)
    typical = contributions.reshape(1, parties, issues, options).mean(axis=3).sum(axis=2)
    no_deal = to_grid(typical - 0.1 * scale)
    alpha = np.full((1, parties), 1 / parties)
    solve_draws(contributions, allowed, numbers, starts, no_deal, scale, zone_floors(no_deal, scale), alpha)
    return time.process_time() - start


def memory() -> float:
    """The most memory that the process has held so far, in MB."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (2**20 if sys.platform == "darwin" else 2**10)


def measure(issues: int, options: int, share: float, repeats: int, bound: float, count: bool) -> Row:
    """The median over fresh spaces."""
    answer(4, options, share, 0, count)
    before = memory()
    times, sizes = zip(*(answer(issues, options, share, seed, count) for seed in range(repeats)), strict=True)
    grown = memory() - before
    zone = f", zone {min(sizes):,} to {max(sizes):,}, memory +{grown:.0f} MB" if count else ""
    case = (
        f"{'zone count and ' if count else ''}s*, solutions: {PARTIES} parties, {issues} issues × {options} options "
        f"({options**issues:.1e} packages; no deal at {share:.0%}{zone}; worst {max(times):.3f} s)"
    )
    return row("package_scan", case, median(times), "bound", bound)


def measure_divided(parties: int, issues: int, options: int, repeats: int, bound: float | None) -> Row:
    """The median over fresh spaces of parties that divide a fixed amount."""
    divided(parties, 8, 4, 0)
    times = [divided(parties, issues, options, seed) for seed in range(repeats)]
    case = (
        f"s*, solutions: {parties} parties that divide a fixed amount, {issues} issues × {options} options "
        f"({options**issues:.1e} packages; worst {max(times):.3f} s)"
    )
    return row("package_scan", case, median(times), "" if bound is None else "bound", bound)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=9, help="spaces of each kind")
    parser.add_argument("--quick", action="store_true", help="two repeats, for trying")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    asked = parser.parse_args()
    repeats = 2 if asked.quick else asked.repeats
    rows = []
    for issues, options, bound, count in ((8, 10, 1.0, True), (20, 5, 0.5, False)):
        for share in SHARES:
            rows.append(measure(issues, options, share, repeats, bound, count))
            print(f"{rows[-1]['case']}: {rows[-1]['ours_s']:.3f} s (bound {bound} s)", flush=True)
    for parties, issues, options, upper in DIVIDED:
        rows.append(measure_divided(parties, issues, options, repeats, upper))
        told = "" if upper is None else f" (bound {upper} s)"
        print(f"{rows[-1]['case']}: {rows[-1]['ours_s']:.3f} s{told}", flush=True)
    keep(rows, asked.json)


if __name__ == "__main__":
    main()
