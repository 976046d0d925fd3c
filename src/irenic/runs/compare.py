"""Two answers to the same draws side by side: what differs in the dossiers, and what that does to the answer."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.summary import HEADLINE
from irenic.dossier.differences import differences
from irenic.report.comparison_data import Apart, Comparison, ConflictShares, DossierDifference, Paired, SStar
from irenic.report.summary_data import CONDITIONS, MODES, READINGS
from irenic.runs.case_leaves import case_leaves
from irenic.runs.compare_deals import lives_changes, option_shares, raiffa_change, solution_change
from irenic.runs.compare_opening import fix_changes, frontier_change, logroll_changes
from irenic.runs.compare_shares import paired_mean, paired_share, share_of, spread_of
from irenic.runs.compare_sides import Side, both
from irenic.runs.settings import Settings

_READING: Final = READINGS.index(HEADLINE[0])
_MODE: Final = MODES.index(HEADLINE[1])


def compare(a: Side, b: Side, settings: Settings) -> Comparison:
    """The two sides compared, draw by draw.

    Args:
        a: the first side.
        b: the second; differences are b − a.
        settings: the draws of both.

    Raises:
        IrenicError: a results folder lacks a variable, or can't be read.
    """
    possible = both(a, b, "deal.possible")
    on_condition = both(a, b, "deal.possible_on_condition")
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
            r: {m: paired_share(*(side[:, i, k] for side in possible)) for k, m in enumerate(MODES)}
            for i, r in enumerate(READINGS)
        },
        "conditions": {c: paired_share(*(side[:, i] for side in on_condition)) for i, c in enumerate(CONDITIONS)},
        "zone": zone,
        "zone_draws": counted,
        "s_star": _s_star(*(side[:, _READING, _MODE] for side in both(a, b, "deal.s_star"))),
        "solutions": {name: solution_change(a, b, name) for name in SOLUTIONS},
        "raiffa": raiffa_change(a, b),
        "options": option_shares(a, b),
        "conflicts": _conflicts(a, b, _conflict_shares),
        "strict_conflicts": _conflicts(a, b, _strict_conflict_shares),
        "options_life": lives_changes(a, b),
        "frontier": frontier_change(a, b),
        "fixes": fix_changes(a, b),
        "logrolls": logroll_changes(a, b),
        "opening_draws": b.opening_draws,
    }


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


# --- Room for a deal


def _zone(a: Side, b: Side) -> tuple[Paired, int]:
    """Share of feasible packages that are in the zone, and how many draws are counted on both sides."""
    counts = [count[:, _READING, _MODE] for count in both(a, b, "deal.zone_count")]
    draws = np.flatnonzero((counts[0] >= 0) & (counts[1] >= 0))
    shares = [
        count[draws] / np.maximum(feasible[draws], 1)
        for count, feasible in zip(counts, both(a, b, "deal.feasible_count"), strict=True)
    ]
    return paired_mean(shares[0], shares[1], draws), len(draws)


def _s_star(a: NDArray[np.float64], b: NDArray[np.float64]) -> SStar:
    draws = np.flatnonzero(np.isfinite(a) & np.isfinite(b))
    return {
        "a": spread_of(a),
        "b": spread_of(b),
        "difference": paired_mean(a[draws], b[draws], draws) if len(draws) else None,
        "rises": share_of(b > a),
        "falls": share_of(b < a),
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
