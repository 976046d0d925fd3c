"""The answers in few numbers: what `summary.json` says of the package space (docs/report-data.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from irenic.deal.conditions import CONDITIONS
from irenic.deal.constraints import members_of
from irenic.deal.existence import Replication
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.kernels.types import Floats, Integers, Truths, Words
from irenic.deal.live import BASES, Basis, decisive_options
from irenic.deal.plan import CountPlan
from irenic.model.structure import MODES, READINGS, Mode, Model, Reading
from irenic.numbers.scramble import SCRAMBLES
from irenic.numbers.shares import assumption_range, simulation_interval

HEADLINE: Final[tuple[Reading, Mode]] = ("silent_zero", "hard")
"""The reading and mode of the answer."""

OPEN: Final = 0.10
"""Where the readings' shares differ by more than this, the answer is not determined."""


@dataclass(frozen=True, slots=True)
class Run:
    """What the numbers were computed with.

    Attributes:
        draws: number of draws.
        seed: seed of all draws.
        plan: which packages were counted.
        replication: points and replicates behind `successes`.
    """

    draws: int
    seed: int
    plan: CountPlan
    replication: Replication


def summarise(model: Model, run: Run, arrays: Mapping[str, NDArray[Any]], successes: Integers) -> dict[str, Any]:
    """The content of `summary.json`.

    Args:
        model: the model.
        run: what the numbers were computed with.
        arrays: all variables of all draws, by full name.
        successes: int64[point], from `assumption_replicates`.
    """
    by = {
        reading: {mode: _answer(model, arrays, r, m, run) for m, mode in enumerate(MODES)}
        for r, reading in enumerate(READINGS)
    }
    reading, mode = HEADLINE
    other = next(r for r in READINGS if r != reading)
    possible = by[reading][mode]["possible"]
    possible["low"], possible["high"] = assumption_range(successes, run.replication.replicates)
    silent_share = by[other][mode]["possible"]["share"]
    return {
        "packages": model.index.count,
        "draws": run.draws,
        "seed": run.seed,
        "feasible": int(np.median(arrays["deal.feasible_count"])),
        "headline": {"reading": reading, "mode": mode},
        "possible": {
            **possible,
            "silent_share": silent_share,
            "determined": abs(possible["share"] - silent_share) <= OPEN,
        },
        "conditions": {
            condition: share_of_draws(arrays["deal.possible_on_condition"][:, c])
            for c, condition in enumerate(CONDITIONS)
        },
        "strict_conflicts": _tally(model, arrays["deal.strict_conflicts.members"], run.draws),
        "by": by,
        "options_life": {
            basis: _life(model, arrays["deal.live"][:, b], _deals(arrays)[basis]) for b, basis in enumerate(BASES)
        },
        "exactness": {
            "method": run.plan.method,
            "zone_draws": run.plan.draws,
            "sampled_packages": run.plan.packages,
        },
    }


def _deals(arrays: Mapping[str, NDArray[Any]]) -> dict[Basis, Truths]:
    """Which draws have a deal on each basis on which options are looked at."""
    reading, mode = HEADLINE
    return {
        "headline": arrays["deal.possible"][:, READINGS.index(reading), MODES.index(mode)],
        "strict": arrays["deal.possible_on_condition"][:, CONDITIONS.index("both")],
    }


def _life(model: Model, live: Truths, deals: Truths) -> dict[str, dict[str, dict[str, float]]]:
    """What becomes of every option: shares of the draws with a deal; empty where there is none."""
    draws = int(np.count_nonzero(deals))
    if not draws:
        return {}
    lives = np.count_nonzero(live[deals], axis=0)
    decides = np.count_nonzero(decisive_options(live[deals], model.index.sizes), axis=0)
    shares = iter([{"live": int(a) / draws, "decisive": int(b) / draws} for a, b in zip(lives, decides, strict=True)])
    return {
        issue: {option: next(shares) for option in options}
        for issue, options in zip(model.index.issues, model.index.options, strict=True)
    }


def _answer(model: Model, arrays: Mapping[str, NDArray[Any]], reading: int, mode: int, run: Run) -> dict[str, Any]:
    nash = arrays["deal.nash"][:, reading, mode]
    return {
        "possible": _possible(arrays["deal.possible"][:, reading, mode]),
        "zone": _zone(arrays["deal.zone_count"][:, reading, mode], arrays["deal.feasible_count"], run.plan),
        "solutions": {
            name: _solution(model, arrays[f"deal.{name}"], arrays[f"deal.{name}_utility"], reading, mode)
            for name in SOLUTIONS
        }
        | {"raiffa": _raiffa(model, arrays, reading, mode)},
        "conflicts": _conflicts(model, arrays, reading) if MODES[mode] == "hard" else [],
        "options": _options(model, nash[nash >= 0]),
    }


def _possible(possible: Truths) -> dict[str, Any]:
    return {**share_of_draws(possible), "low": None, "high": None}


def share_of_draws(possible: Truths) -> dict[str, float]:
    """`share`, `simulation_low`, `simulation_high` of what happens in some draws: bool[draw]."""
    by_scramble = np.array(
        [np.count_nonzero(possible[s::SCRAMBLES]) / len(possible[s::SCRAMBLES]) for s in range(SCRAMBLES)]
    )
    low, high = simulation_interval(by_scramble, len(possible))
    share = int(np.count_nonzero(possible)) / len(possible)
    return {"share": share, "simulation_low": low, "simulation_high": high}


def _zone(count: Integers, feasible: Integers, plan: CountPlan) -> dict[str, float]:
    counted = count[: plan.draws]
    shares = counted / np.maximum(feasible[: plan.draws], 1)
    return {"count": float(np.median(counted)), "share": _mean(shares)}


def _solution(model: Model, packages: Integers, utility: Floats, reading: int, mode: int) -> dict[str, Any] | None:
    chosen = packages[:, reading, mode]
    deals = chosen >= 0
    if not deals.any():
        return None
    numbers, counts = np.unique(chosen[deals], return_counts=True)
    first = int(np.argmax(counts))
    worth = utility[deals, reading, mode]
    return {
        "package": model.index.package(int(numbers[first])),
        "share": int(counts[first]) / int(counts.sum()),
        "utilities": {party: _mean(worth[:, p]) for p, party in enumerate(model.parties) if model.stating[p]},
    }


def _raiffa(model: Model, arrays: Mapping[str, NDArray[Any]], reading: int, mode: int) -> dict[str, Any] | None:
    """The Raiffa solutions, which are points, not packages: means over the draws in which they were computed."""
    deals = int(np.count_nonzero(arrays["deal.possible"][:, reading, mode]))
    discrete = arrays["deal.raiffa_utility"][:, reading, mode]
    computed = int(np.count_nonzero(np.isfinite(discrete).any(axis=1)))
    if not computed:
        return None
    return {
        "package": None,
        "share": computed / deals,
        "utilities": _mean_points(model, discrete),
        "continuous": _mean_points(model, arrays["deal.raiffa_continuous_utility"][:, reading, mode]) or None,
    }


def _mean_points(model: Model, points: Floats) -> dict[str, float]:
    """Mean points of each party that has any, over the draws in which it has: float64[draw, party]."""
    return {
        party: _mean(points[np.isfinite(points[:, p]), p])
        for p, party in enumerate(model.parties)
        if np.isfinite(points[:, p]).any()
    }


def _conflicts(model: Model, arrays: Mapping[str, NDArray[Any]], reading: int) -> list[dict[str, Any]]:
    counts = arrays["deal.conflicts.count"]
    of_reading = np.repeat(np.tile(np.arange(len(READINGS)), len(counts)), counts.reshape(-1)) == reading
    return _tally(model, arrays["deal.conflicts.members"][of_reading], len(counts))


def _tally(model: Model, members: Words, draws: int) -> list[dict[str, Any]]:
    """Conflicts with the share of draws that have them, most frequent first."""
    rows, times = np.unique(members, axis=0, return_counts=True)
    order = sorted(range(len(rows)), key=lambda k: (-int(times[k]), [int(w) for w in rows[k][::-1]]))
    return [{"members": list(members_of(model, rows[k])), "share": int(times[k]) / draws} for k in order]


def _options(model: Model, packages: Integers) -> dict[str, dict[str, float]]:
    if not len(packages):
        return {}
    positions = model.index.positions(packages)
    return {
        issue: {
            option: int(np.count_nonzero(positions[:, i] == k)) / len(packages)
            for k, option in enumerate(model.index.options[i])
        }
        for i, issue in enumerate(model.index.issues)
    }


def _mean(x: Floats) -> float:
    """The mean from an exact sum, the same on every machine."""
    return fsum(x.tolist()) / len(x)
