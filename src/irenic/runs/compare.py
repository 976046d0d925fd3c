"""Two answers to the same draws side by side: what differs in the dossiers, and what that does to the answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import fsum
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.summary import HEADLINE
from irenic.dossier.case_files import CaseFiles
from irenic.dossier.check import checked
from irenic.dossier.differences import differences
from irenic.dossier.schema.root import Dossier, RunSettings
from irenic.engine.progress import CancelToken, ProgressListener
from irenic.errors.problem import IrenicError, Problem
from irenic.model.package_index import PackageIndex
from irenic.numbers.scramble import SCRAMBLES
from irenic.numbers.shares import paired_interval, paired_share_interval
from irenic.report.case_data import Case
from irenic.report.comparison_data import (
    Apart,
    Comparison,
    ConflictShares,
    DossierDifference,
    Move,
    OptionShare,
    Paired,
    PairedShare,
    SideOf,
    SolutionChange,
    Spread,
    SStar,
)
from irenic.report.summary_data import CONDITIONS, MODES, READINGS
from irenic.results.folder import ResultsFolder
from irenic.runs.answering import compute, question
from irenic.runs.case_data import case_data
from irenic.runs.case_leaves import case_leaves
from irenic.runs.memory import MemoryStore
from irenic.runs.settings import Asked, Settings, settle

MOST_MOVES: Final = 10
"""So many ways in which a solution's package changes are told."""

_READING: Final = READINGS.index(HEADLINE[0])
_MODE: Final = MODES.index(HEADLINE[1])


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Attributes:
        about: what it is.
        case: what its dossier says, for readers.
        array: a variable of docs/results.md over all draws, by its full name.
        dossier: the dossier, where it is at hand.
    """

    about: SideOf
    case: Case
    array: Callable[[str], NDArray[Any]]
    dossier: Dossier | None

    @property
    def index(self) -> PackageIndex:
        """Numbers of its packages."""
        issues = self.case["issues"]
        return PackageIndex(
            tuple(issue["id"] for issue in issues),
            tuple(tuple(option["id"] for option in issue["options"]) for issue in issues),
        )


def settings_beside(
    asked: Asked, written: RunSettings, environment: Mapping[str, str], kept: Sequence[ResultsFolder]
) -> Settings:
    """Settings under which both sides have the same draws: those of the results folders among them, where there are.

    Raises:
        IrenicError: a results folder has other draws than the other side or a flag (`runs.other-draws`), or a variable
            of the environment can't be read.
    """
    settings = settle(asked, written, environment)
    if not kept:
        return settings
    found = [(int(folder.summary["draws"]), int(folder.summary["seed"])) for folder in kept]
    draws = found[0][0] if asked.draws is None else asked.draws
    seed = found[0][1] if asked.seed is None else asked.seed
    problems = [
        Problem("runs.other-draws", {"draws": has[0], "seed": str(has[1])}, file=str(folder.path))
        for folder, has in zip(kept, found, strict=True)
        if has != (draws, seed)
    ]
    if problems:
        raise IrenicError(problems)
    return Settings(draws, seed, settings.threads, settings.chunk)


def computed_side(
    files: CaseFiles,
    dossier: Dossier,
    settings: Settings,
    progress: ProgressListener | None = None,
    cancel: CancelToken | None = None,
) -> Side:
    """Compute one side.

    Raises:
        IrenicError: the dossier can't be computed.
        Cancelled: the token was cancelled.
    """
    asked = question(dossier, settings)
    store = MemoryStore(asked.layout)
    compute(asked, store, progress, cancel)
    about: SideOf = {
        "name": dossier.name,
        "title": dict(dossier.file.title),
        "set": list(files.settings),
        "results": None,
    }
    return Side(about, case_data(dossier, checked(dossier), asked.model), store.array, dossier)


def kept_side(results: ResultsFolder) -> Side:
    """One side from a results folder."""
    case = cast(Case, results.case)
    about: SideOf = {
        "name": case["name"],
        "title": dict(case["title"]),
        "set": list(case["set"]),
        "results": str(results.path),
    }
    return Side(about, case, results.array, None)


def compare(a: Side, b: Side, settings: Settings) -> Comparison:
    """The two sides compared, draw by draw.

    Args:
        a: the first side.
        b: the second; differences are b − a.
        settings: the draws of both.

    Raises:
        IrenicError: a results folder lacks a variable, or can't be read.
    """
    possible = _both(a, b, "deal.possible")
    on_condition = _both(a, b, "deal.possible_on_condition")
    zone, counted = _zone(a, b)
    reading, mode = HEADLINE
    return {
        "a": a.about,
        "b": b.about,
        "draws": settings.draws,
        "seed": settings.seed,
        "headline": {"reading": reading, "mode": mode},
        "differences": _differences(a, b),
        "whole": a.dossier is not None and b.dossier is not None,
        "only_a": _apart(a, b),
        "only_b": _apart(b, a),
        "possible": {
            r: {m: _paired_share(*(side[:, i, k] for side in possible)) for k, m in enumerate(MODES)}
            for i, r in enumerate(READINGS)
        },
        "conditions": {c: _paired_share(*(side[:, i] for side in on_condition)) for i, c in enumerate(CONDITIONS)},
        "zone": zone,
        "zone_draws": counted,
        "s_star": _s_star(*(side[:, _READING, _MODE] for side in _both(a, b, "deal.s_star"))),
        "solutions": {name: _solution_change(a, b, name) for name in SOLUTIONS},
        "options": _options(a, b),
        "conflicts": _conflicts(a, b, _conflict_shares),
        "strict_conflicts": _conflicts(a, b, _strict_conflict_shares),
    }


def _both(a: Side, b: Side, name: str) -> tuple[NDArray[Any], NDArray[Any]]:
    return a.array(name), b.array(name)


# --- What differs


def _differences(a: Side, b: Side) -> list[DossierDifference]:
    if a.dossier is not None and b.dossier is not None:
        return [cast(DossierDifference, asdict(found)) for found in differences(a.dossier, b.dossier)]
    first, second = case_leaves(a.case), case_leaves(b.case)
    return [
        {"path": path, "kind": "value", "a": first.get(path), "b": second.get(path)}
        for path in dict.fromkeys((*first, *second))
        if first.get(path) != second.get(path)
    ]


def _apart(side: Side, other: Side) -> Apart:
    """What only `side` has."""
    there = dict(zip(other.index.issues, other.index.options, strict=True))
    here = dict(zip(side.index.issues, side.index.options, strict=True))
    consents = {party["id"] for party in other.case["parties"] if party["consents"]}
    return {
        "issues": [issue for issue in here if issue not in there],
        "options": [[i, o] for i, options in here.items() if i in there for o in options if o not in there[i]],
        "parties": [p["id"] for p in side.case["parties"] if p["consents"] and p["id"] not in consents],
    }


# --- Shares and means over the same draws


def _paired_share(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> PairedShare:
    draws = len(a)
    differences = np.array([_share(b[s::SCRAMBLES]) - _share(a[s::SCRAMBLES]) for s in range(SCRAMBLES)])
    low, high = paired_share_interval(differences, draws)
    return {
        "a": _share(a),
        "b": _share(b),
        "difference": (int(np.count_nonzero(b)) - int(np.count_nonzero(a))) / draws,
        "low": low,
        "high": high,
        "only_a": _share(a & ~b),
        "only_b": _share(b & ~a),
    }


def _paired(a: NDArray[np.float64], b: NDArray[np.float64], draws: NDArray[np.int64]) -> Paired:
    """Means over some draws; `draws` are their numbers."""
    scrambles = [(b - a)[draws % SCRAMBLES == s] for s in range(SCRAMBLES)]
    means = np.array([_mean(scramble) for scramble in scrambles if len(scramble)])
    low, high = paired_interval(means) if len(means) > 1 else (None, None)
    return {"a": _mean(a), "b": _mean(b), "difference": _mean(b - a), "low": low, "high": high}


def _zone(a: Side, b: Side) -> tuple[Paired, int]:
    """Share of feasible packages that are in the zone, and how many draws are counted on both sides."""
    counts = [count[:, _READING, _MODE] for count in _both(a, b, "deal.zone_count")]
    draws = np.flatnonzero((counts[0] >= 0) & (counts[1] >= 0))
    shares = [
        count[draws] / np.maximum(feasible[draws], 1)
        for count, feasible in zip(counts, _both(a, b, "deal.feasible_count"), strict=True)
    ]
    return _paired(shares[0], shares[1], draws), len(draws)


def _s_star(a: NDArray[np.float64], b: NDArray[np.float64]) -> SStar:
    draws = np.flatnonzero(np.isfinite(a) & np.isfinite(b))
    return {
        "a": _spread(a),
        "b": _spread(b),
        "difference": _paired(a[draws], b[draws], draws) if len(draws) else None,
        "rises": _share(b > a),
        "falls": _share(b < a),
    }


def _spread(x: NDArray[np.float64]) -> Spread:
    held = x[np.isfinite(x)]
    low, median, high = map(float, np.quantile(held, [0.05, 0.5, 0.95])) if len(held) else (None, None, None)
    return {"low": low, "median": median, "high": high, "none": 1 - len(held) / len(x)}


def _share(marks: NDArray[np.bool_]) -> float:
    return int(np.count_nonzero(marks)) / len(marks)


def _mean(x: NDArray[np.float64]) -> float:
    return fsum(x.tolist()) / len(x)


# --- Deals


def _solution_change(a: Side, b: Side, name: str) -> SolutionChange | None:
    numbers = [side[:, _READING, _MODE] for side in _both(a, b, f"deal.{name}")]
    deals = (numbers[0] >= 0) & (numbers[1] >= 0)
    if not deals.any():
        return None
    issues = [issue for issue in a.index.issues if issue in b.index.issues]
    chosen = [_chosen(side, found[deals], issues) for side, found in zip((a, b), numbers, strict=True)]
    differs = chosen[0] != chosen[1]
    return {
        "deals": _share(deals),
        "changed": _share(differs.any(axis=1)),
        "issues": {issue: _share(differs[:, i]) for i, issue in enumerate(issues)},
        "moves": _moves(issues, chosen, differs),
    }


def _chosen(side: Side, numbers: NDArray[np.int64], issues: list[str]) -> NDArray[np.str_]:
    """Option ids of packages: str[package, issue]."""
    index = side.index
    positions = index.positions(numbers)
    columns = [index.issues.index(issue) for issue in issues]
    return np.stack([np.array(index.options[i])[positions[:, i]] for i in columns], axis=1)


def _moves(issues: list[str], chosen: list[NDArray[np.str_]], differs: NDArray[np.bool_]) -> list[Move]:
    changed = differs.any(axis=1)
    if not changed.any():
        return []
    moved = [np.where(differs, side, "")[changed] for side in chosen]
    rows, counts = np.unique(np.concatenate(moved, axis=1), axis=0, return_counts=True)
    order = np.argsort(-counts, kind="stable")[:MOST_MOVES]
    return [
        {
            "issues": {
                issue: [str(rows[k, i]), str(rows[k, len(issues) + i])] for i, issue in enumerate(issues) if rows[k, i]
            },
            "share": int(counts[k]) / len(differs),
        }
        for k in order
    ]


def _options(a: Side, b: Side) -> list[OptionShare]:
    shares = [_option_shares(side) for side in (a, b)]
    if not all(shares):
        return []
    found: list[OptionShare] = [
        {"issue": issue, "option": option, "a": share, "b": shares[1][issue, option]}
        for (issue, option), share in shares[0].items()
        if (issue, option) in shares[1]
    ]
    return sorted(found, key=lambda share: -abs(share["b"] - share["a"]))


def _option_shares(side: Side) -> dict[tuple[str, str], float]:
    """How often each option is in the Nash deal; empty where no draw has one."""
    numbers = side.array("deal.nash")[:, _READING, _MODE]
    numbers, index = numbers[numbers >= 0], side.index
    if not len(numbers):
        return {}
    positions = index.positions(numbers)
    return {
        (issue, option): _share(positions[:, i] == k)
        for i, issue in enumerate(index.issues)
        for k, option in enumerate(index.options[i])
    }


# --- Conflicts


def _conflicts(a: Side, b: Side, shares_of: Callable[[Side], dict[tuple[str, ...], float]]) -> list[ConflictShares]:
    first, second = shares_of(a), shares_of(b)
    found: list[ConflictShares] = [
        {"members": list(members), "a": first.get(members, 0.0), "b": second.get(members, 0.0)}
        for members in sorted({*first, *second})
    ]
    return sorted(found, key=lambda conflict: -abs(conflict["b"] - conflict["a"]))


def _conflict_shares(side: Side) -> dict[tuple[str, ...], float]:
    counts = side.array("deal.conflicts.count")
    reading = np.repeat(np.tile(np.arange(len(READINGS)), len(counts)), counts.reshape(-1))
    return _tally(side, side.array("deal.conflicts.members")[reading == _READING], len(counts))


def _strict_conflict_shares(side: Side) -> dict[tuple[str, ...], float]:
    counts = side.array("deal.strict_conflicts.count")
    return _tally(side, side.array("deal.strict_conflicts.members"), len(counts))


def _tally(side: Side, members: NDArray[np.uint64], draws: int) -> dict[tuple[str, ...], float]:
    """Conflict → share of all draws that have it."""
    rows, times = np.unique(members, axis=0, return_counts=True)
    ids = [constraint["id"] for constraint in side.case["constraints"]]
    return {
        tuple(name for c, name in enumerate(ids) if int(row[c // 64]) >> (c % 64) & 1): int(count) / draws
        for row, count in zip(rows, times, strict=True)
    }
