"""Chance that a body says yes, given each member's chance and what moves all votes alike.

Given the shock, votes are independent, and the chance that they carry is exact: a convolution of the votes, or a pass
over halves where weights are too many. Over the shock, which is normal, it is integrated by the trapezoidal rule: for
a smooth function under a normal density that converges faster than any power of the step (Goodwin 1949, "The
evaluation of integrals of the form ∫ f(x) e^(−x²) dx"), and for steep votes far faster than Gauss–Hermite quadrature
(decision 20).
"""

from collections.abc import Sequence
from itertools import product
from typing import Final

import numpy as np

from irenic.errors.problem import IrenicError, Problem
from irenic.fast.grid import Floats
from irenic.votes.counting import winning_sets
from irenic.votes.game import NEVER, Game, House
from irenic.votes.halves import MOST_MEMBERS, passing_by_halves

REACH: Final = 8.5
"""Standard deviations of the shock over which is integrated on either side: beyond lies a chance of 2·10⁻¹⁷."""
STEP: Final = 0.5
STEEPEST: Final = 0.35
"""The step is STEP, halved until it moves log-odds by no more than STEEPEST: the error is then below 10⁻¹²."""
_MOST_QUOTA: Final = 4096
"""Weights needed up to which votes are convolved."""
_MOST_ALONE: Final = 8
"""Members unlike the others up to whom each of their votes is tried."""
_MOST_HELD: Final = 2**22
"""Numbers of a convolution held at once."""
_MOST_SHIFTED: Final = 2**19
"""Log-odds for several values of the shock held at once."""


def body_chances(houses: Sequence[House], log_odds: Floats, shock: Floats) -> Floats:
    """Chance that a body says yes in each draw: float64[draw].

    Args:
        houses: what must carry.
        log_odds: float64[draw, member], log-odds of a yes without the shock; ±inf for members whose vote is sure.
        shock: float64[draw], standard deviation of what is added to all log-odds alike.
    """
    rows, first, back = np.unique(np.column_stack([log_odds, shock]), axis=0, return_index=True, return_inverse=True)
    return _of_rows(houses, log_odds[first], rows[:, -1])[back.reshape(-1)]


def _of_rows(houses: Sequence[House], log_odds: Floats, shock: Floats) -> Floats:
    found = np.empty(len(log_odds))
    moved = (shock > 0) & np.isfinite(log_odds).any(axis=1)
    found[~moved] = passing(houses, logistic(log_odds[~moved]))
    halvings = np.ceil(np.log2(np.maximum(shock, STEEPEST / STEP) * STEP / STEEPEST)).astype(np.int64)
    for k in np.unique(halvings[moved]):
        rows = moved & (halvings == k)
        found[rows] = _integrated(houses, log_odds[rows], shock[rows], STEP / 2**k)
    return found


def _integrated(houses: Sequence[House], log_odds: Floats, shock: Floats, step: float) -> Floats:
    total = np.zeros(len(log_odds))
    nodes, weights = shock_nodes(step)
    together = max(1, _MOST_SHIFTED // log_odds.size)
    for first in range(0, len(nodes), together):
        shifts = nodes[first : first + together, np.newaxis] * shock
        shifted = log_odds + shifts[:, :, np.newaxis]
        found = passing(houses, logistic(shifted.reshape(-1, log_odds.shape[1]))).reshape(shifts.shape)
        for weight, of_node in zip(weights[first : first + together], found, strict=True):
            total += weight * of_node
    return np.minimum(total, 1.0)


def shock_nodes(step: float) -> tuple[Floats, Floats]:
    """Points of a standard normal that lie a step apart, and their weights, which sum to 1."""
    most = int(REACH / step)
    nodes = np.asarray(step * np.arange(-most, most + 1), dtype=np.float64)
    weights = np.exp(-nodes * nodes / 2)
    return nodes, np.asarray(weights / weights.sum(), dtype=np.float64)


def logistic(x: Floats) -> Floats:
    """Λ(x) = 1 / (1 + e⁻ˣ), without overflow; 0 and 1 at ∓inf."""
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, small) / (1.0 + small)


def log_odds_of(chances: Floats) -> Floats:
    """ln(p / (1 − p)), ∓inf for 0 and 1."""
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(chances) - np.log1p(-chances), dtype=np.float64)


def passing(houses: Sequence[House], chances: Floats) -> Floats:
    """Chance that independent votes carry in every house: float64[row] for chances of a yes, float64[row, member].

    Raises:
        IrenicError: `vote.too-large`, where the sets of members are too many.
    """
    found = np.ones(len(chances))
    for house in houses:
        found *= _passing(house.game.reduced, chances[:, list(house.members)])
    return found


def _passing(game: Game, chances: Floats) -> Floats:
    finite = {n for n in game.need if n != NEVER}
    if not finite:
        return np.zeros(len(chances))
    if finite == {0}:
        return _convolved(Game((1,) * game.size, game.need), game.need.index(0), chances)
    quota = game.need[0]
    if len(set(game.need)) == 1 and (quota <= _MOST_QUOTA or game.size > MOST_MEMBERS):
        return _convolved(game, quota, chances)
    alone = _not_alike(chances)
    if len(alone) <= _MOST_ALONE:
        return _by_number(game, chances, alone)
    if game.size > MOST_MEMBERS:
        raise IrenicError([Problem("vote.too-large", {"members": game.size, "most": MOST_MEMBERS})])
    return passing_by_halves(game, chances)


def _not_alike(chances: Floats) -> tuple[int, ...]:
    """Members who are not among the largest group whose chances are the same in every row."""
    _, group = np.unique(chances, axis=1, return_inverse=True)
    group = group.reshape(-1)
    return tuple(np.flatnonzero(group != np.bincount(group).argmax()).tolist())


def _by_number(game: Game, chances: Floats, alone: tuple[int, ...]) -> Floats:
    """Chance that a game carries in which most members are alike: how many of these are in favour is all that counts.

    For every vote of the others, the sets of the alike that carry are counted by size.
    """
    alike = [k for k in range(game.size) if k not in alone]
    p = chances[:, alike[0]]
    numbers = np.arange(len(alike) + 1)
    terms = p[:, np.newaxis] ** numbers * (1.0 - p[:, np.newaxis]) ** numbers[::-1]
    found = np.zeros(len(chances))
    for votes in product((False, True), repeat=len(alone)):
        how = np.ones(len(chances))
        for k, favour in zip(alone, votes, strict=True):
            how *= chances[:, k] if favour else 1.0 - chances[:, k]
        if not how.any():
            continue
        favoured = [k for k, favour in zip(alone, votes, strict=True) if favour]
        given = sum(game.weights[k] for k in favoured)
        need = game.need[len(favoured) : len(favoured) + len(alike) + 1]
        left = Game(tuple(game.weights[k] for k in alike), tuple(n if n == NEVER else n - given for n in need))
        winning, _ = winning_sets(left)
        found += how * (terms * np.array(winning, dtype=np.float64)).sum(axis=1)
    return found


def _convolved(game: Game, quota: int, chances: Floats) -> Floats:
    """Chance that the weights in favour reach a quota; what lies beyond it is held as one."""
    quota = max(quota, 0)
    if game.weights and sum(game.weights) >= quota > sum(game.weights) - min(game.weights):
        return np.asarray(np.multiply.reduce(chances, axis=1))  # everybody is needed
    found = np.empty(len(chances))
    step = max(1, _MOST_HELD // (quota + 1))
    for start in range(0, len(chances), step):
        part = chances[start : start + step]
        held = np.zeros((quota + 1, len(part)))
        held[0] = 1.0
        for i, weight in enumerate(game.weights):
            w, p = min(weight, quota), part[:, i]
            if w == 0:
                continue
            gained = held * p
            held[:quota] *= 1.0 - p
            held[w:quota] += gained[: quota - w]
            held[quota] += gained[quota - w : quota].sum(axis=0)
        found[start : start + step] = held[quota]
    return found
