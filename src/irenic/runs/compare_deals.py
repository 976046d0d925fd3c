"""The deals of two answers: which packages change, what these are worth, which options are chosen, which live."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from irenic.deal.live import BASES, Basis, decisive_options
from irenic.deal.summary import HEADLINE
from irenic.report.comparison_data import (
    LivesChange,
    Move,
    OptionLives,
    OptionShare,
    Paired,
    RaiffaChange,
    SolutionChange,
)
from irenic.report.opening_data import OptionLife
from irenic.report.summary_data import CONDITIONS, MODES, READINGS
from irenic.runs.compare_shares import paired_mean, share_of
from irenic.runs.compare_sides import Side, both

MOST_MOVES: Final = 10
"""So many ways in which a solution's package changes are told."""

_ANSWER: Final = (slice(None), READINGS.index(HEADLINE[0]), MODES.index(HEADLINE[1]))
"""All draws of an array with axes draw, reading, mode, …"""

# --- Solutions


def solution_change(a: Side, b: Side, name: str) -> SolutionChange | None:
    """What becomes of a solution that is a package; None where no draw has a deal on both sides."""
    numbers = [side[_ANSWER] for side in both(a, b, f"deal.{name}")]
    deals = (numbers[0] >= 0) & (numbers[1] >= 0)
    if not deals.any():
        return None
    issues = [issue for issue in a.index.issues if issue in b.index.issues]
    chosen = [_chosen(side, found[deals], issues) for side, found in zip((a, b), numbers, strict=True)]
    differs = chosen[0] != chosen[1]
    return {
        "deals": share_of(deals),
        "changed": share_of(differs.any(axis=1)),
        "issues": {issue: share_of(differs[:, i]) for i, issue in enumerate(issues)},
        "moves": _moves(issues, chosen, differs),
        "utilities": _points(a, b, f"deal.{name}_utility", np.flatnonzero(deals)),
    }


def raiffa_change(a: Side, b: Side) -> RaiffaChange | None:
    """What becomes of Raiffa's point; None where no draw has one on both sides."""
    told = _told(a, b, "deal.raiffa_utility")
    if not told.any():
        return None
    continuous = _told(a, b, "deal.raiffa_continuous_utility")
    return {
        "told": share_of(told),
        "utilities": _points(a, b, "deal.raiffa_utility", np.flatnonzero(told)),
        "continuous": _points(a, b, "deal.raiffa_continuous_utility", np.flatnonzero(continuous)) or None,
    }


def _told(a: Side, b: Side, name: str) -> NDArray[np.bool_]:
    """Draws in which both sides have points for some party: bool[draw]."""
    first, second = (np.isfinite(points[_ANSWER]).any(axis=1) for points in both(a, b, name))
    return np.asarray(first & second)


def _points(a: Side, b: Side, name: str, draws: NDArray[np.int64]) -> dict[str, Paired]:
    """Mean points over these draws of every party that has points in all of them on both sides."""
    first, second = (points[_ANSWER][draws] for points in both(a, b, name))
    found = {}
    for party in a.parties:
        if party not in b.parties:
            continue
        points = first[:, a.parties.index(party)], second[:, b.parties.index(party)]
        if len(draws) and np.isfinite(points).all():
            found[party] = paired_mean(*points, draws)
    return found


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


# --- Options


def option_shares(a: Side, b: Side) -> list[OptionShare]:
    """How often options are in the Nash deals, the one that moves most first; empty where a side has no deal."""
    shares = [_nash_shares(side) for side in (a, b)]
    if not all(shares):
        return []
    found: list[OptionShare] = [
        {"issue": issue, "option": option, "a": share, "b": shares[1][issue, option]}
        for (issue, option), share in shares[0].items()
        if (issue, option) in shares[1]
    ]
    return sorted(found, key=lambda share: -abs(share["b"] - share["a"]))


def _nash_shares(side: Side) -> dict[tuple[str, str], float]:
    """How often each option is in the Nash deal; empty where no draw has one."""
    numbers = side.array("deal.nash")[_ANSWER]
    numbers, index = numbers[numbers >= 0], side.index
    if not len(numbers):
        return {}
    positions = index.positions(numbers)
    return {
        (issue, option): share_of(positions[:, i] == k)
        for i, issue in enumerate(index.issues)
        for k, option in enumerate(index.options[i])
    }


def lives_changes(a: Side, b: Side) -> dict[Basis, LivesChange]:
    """What becomes of the options that both sides have, on each basis."""
    return {basis: _lives_change(a, b, basis) for basis in BASES}


def _lives_change(a: Side, b: Side, basis: Basis) -> LivesChange:
    deals = [_deals(side, basis) for side in (a, b)]
    shared = deals[0] & deals[1]
    told: list[OptionLives] = []
    if deals[0].any() or deals[1].any():
        live = both(a, b, "deal.live")
        marks = [_marks(side, lives[:, BASES.index(basis)]) for side, lives in zip((a, b), live, strict=True)]
        common = [option for option in marks[0] if option in marks[1]]
        told = [_option_lives(option, [side[option] for side in marks], deals, shared) for option in common]
    return {"deals": share_of(shared), "options": sorted(told, key=lambda option: -_flips(option))}


def _option_lives(
    option: tuple[str, str],
    marks: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]],
    deals: list[NDArray[np.bool_]],
    shared: NDArray[np.bool_],
) -> OptionLives:
    """One option from its marks, live and decisive, on both sides."""
    lives: list[OptionLife | None] = [
        {"live": share_of(side[0][has]), "decisive": share_of(side[1][has])} if has.any() else None
        for side, has in zip(marks, deals, strict=True)
    ]
    (live_a, decisive_a), (live_b, decisive_b) = ((side[0][shared], side[1][shared]) for side in marks)
    return {
        "issue": option[0],
        "option": option[1],
        "a": lives[0],
        "b": lives[1],
        "live_only_a": _share_or_none(live_a & ~live_b),
        "live_only_b": _share_or_none(live_b & ~live_a),
        "decisive_only_a": _share_or_none(decisive_a & ~decisive_b),
        "decisive_only_b": _share_or_none(decisive_b & ~decisive_a),
    }


def _flips(option: OptionLives) -> float:
    """How often an option changes between live and dead, or between decisive and not."""
    live = option["live_only_a"] + option["live_only_b"]
    return max(live, option["decisive_only_a"] + option["decisive_only_b"])


def _share_or_none(marks: NDArray[np.bool_]) -> float:
    return share_of(marks) if len(marks) else 0.0


def _deals(side: Side, basis: Basis) -> NDArray[np.bool_]:
    """Draws with a deal on that basis: bool[draw]."""
    if basis == "headline":
        return np.asarray(side.array("deal.possible")[_ANSWER])
    return np.asarray(side.array("deal.possible_on_condition")[:, CONDITIONS.index("both")])


def _marks(side: Side, live: NDArray[np.bool_]) -> dict[tuple[str, str], tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """(issue, option) → in which draws it is live, and in which decisive."""
    index = side.index
    decisive = decisive_options(live, index.sizes)
    names = [(issue, option) for i, issue in enumerate(index.issues) for option in index.options[i]]
    return {name: (live[:, k], decisive[:, k]) for k, name in enumerate(names)}
