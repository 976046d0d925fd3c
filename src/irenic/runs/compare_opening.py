"""What opens the zone of two answers, what trades, and how large their frontiers are."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from irenic.deal.frontier import frontier_within
from irenic.report.comparison_data import (
    FixChange,
    FixFigures,
    FixStep,
    FrontierChange,
    FrontierSizes,
    LogrollChange,
    LogrollFigures,
)
from irenic.report.opening_data import Fix, Logroll, Step, Trade
from irenic.runs.compare_shares import paired_mean, share_of
from irenic.runs.compare_sides import Side, both

_T = TypeVar("_T")

# --- Fixes and logrolls


def fix_changes(a: Side, b: Side) -> list[FixChange]:
    """Every fix of either side, by its steps; best ranks first."""
    first, second = ({_steps(fix): fix for fix in side.fixes} for side in (a, b))
    return [
        {
            "steps": [_step(step) for step in (first.get(steps) or second[steps])["steps"]],
            "a": _if_there(first, steps, _fix_figures),
            "b": _if_there(second, steps, _fix_figures),
        }
        for steps in _by_rank(first, second)
    ]


def logroll_changes(a: Side, b: Side) -> list[LogrollChange]:
    """Every logroll of either side, by its parties, issues and options; best ranks first."""
    first, second = ({_trades(logroll): logroll for logroll in side.logrolls} for side in (a, b))
    return [
        {
            "trades": [{"party": party, "issue": issue, "option": option} for party, issue, option in trades],
            "a": _if_there(first, trades, _logroll_figures),
            "b": _if_there(second, trades, _logroll_figures),
        }
        for trades in _by_rank(first, second)
    ]


def _steps(fix: Fix) -> tuple[tuple[Any, ...], ...]:
    """What makes a fix the same fix, in whatever order its steps stand."""
    return tuple(sorted((tuple(_step(step).values()) for step in fix["steps"]), key=repr))


def _step(step: Step) -> FixStep:
    return {
        "kind": step["kind"],
        "party": step["party"],
        "to": step["to"],
        "constraint": step["constraint"],
        "issue": step["issue"],
        "option": step["option"],
    }


def _trades(logroll: Logroll) -> tuple[tuple[str, str, str], ...]:
    """What makes a logroll the same logroll, in whatever order its parties stand."""
    return tuple((trade["party"], trade["issue"], trade["option"]) for trade in _in_order(logroll))


def _in_order(logroll: Logroll) -> list[Trade]:
    return sorted(logroll["trades"], key=lambda trade: trade["party"])


def _fix_figures(fix: Fix) -> FixFigures:
    cost = fix["cost"]
    return {
        "cost": None if cost is None else cost["median"],
        "opens": fix["opens"],
        "share_after": fix["share_after"],
        "norms": fix["norms"],
        "rank": fix["rank"],
    }


def _logroll_figures(logroll: Logroll) -> LogrollFigures:
    return {
        "gains": [trade["points"]["median"] for trade in _in_order(logroll)],
        "share": logroll["share"],
        "worth": logroll["worth"],
        "norms": logroll["norms"],
        "rank": logroll["rank"],
    }


def _if_there(kept: Mapping[Any, Any], key: Any, figures: Callable[[Any], _T]) -> _T | None:
    return figures(kept[key]) if key in kept else None


def _by_rank(first: Mapping[Any, Any], second: Mapping[Any, Any]) -> list[Any]:
    """Keys of both by the better of their ranks; those without one behind, as they stand."""

    def best(key: Any) -> float:
        ranks = [side[key]["rank"] for side in (first, second) if key in side]
        return min((rank for rank in ranks if rank is not None), default=np.inf)

    return sorted(dict.fromkeys((*first, *second)), key=best)


# --- The frontier


def frontier_change(a: Side, b: Side) -> FrontierChange:
    """What becomes of the frontier's size; means over the draws in which both sides' frontier was found."""
    sizes = both(a, b, "deal.frontier_size")
    told = [_sizes(side, found) for side, found in zip((a, b), sizes, strict=True)]
    draws = np.flatnonzero((sizes[0] >= 0) & (sizes[1] >= 0))
    alike = bool(len(draws)) and told[0]["within"] == told[1]["within"]
    first, second = (found[draws].astype(np.float64) for found in sizes)
    return {
        "a": told[0],
        "b": told[1],
        "difference": paired_mean(first, second, draws) if alike else None,
        "larger": share_of(second > first) if alike else 0.0,
        "smaller": share_of(second < first) if alike else 0.0,
    }


def _sizes(side: Side, sizes: NDArray[np.int64]) -> FrontierSizes:
    found = sizes[sizes >= 0]
    low, median, high = map(round, np.quantile(found, [0.05, 0.5, 0.95]).tolist()) if len(found) else (None, None, None)
    consenting = sum(party["consents"] for party in side.case["parties"])
    return {"low": low, "median": median, "high": high, "computed": len(found), "within": frontier_within(consenting)}
