"""What paths start from: a theatre's draws and its levers as the plain arrays that the kernel follows."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts
from irenic.acts.stretches import Stretches
from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.model.package_index import Integers
from irenic.war.inputs import WarInputs
from irenic.war.kernels import path_rows as row
from irenic.war.odds import gate
from irenic.war.theatre import Theatre

_OF_SIDES: Final = {
    "replenishment": row.REPLENISHMENT,
    "loss_rate": row.LOSS_RATE,
    "materiel": row.MATERIEL,
    "aid": row.AID,
    "aid_lag": row.AID_LAG,
    "revenue": row.REVENUE,
    "grants": row.GRANTS,
    "cost": row.COST,
}
_OF_BATTLE: Final = {"effectiveness": row.EFFECTIVENESS, "initiative": row.INITIATIVE}
_STOCKS: Final = {"money": row.MONEY_ADDED, "forces": row.FORCES_ADDED}
_SHARED: Final = {
    "theatre.battle.b0": row.B0,
    "theatre.battle.b1": row.B1,
    "theatre.attrition.p": row.P,
    "theatre.attrition.q": row.Q,
}
_OPERATIONS: Final = {"multiply": row.MULTIPLY, "add": row.ADD, "set": row.SET}


@dataclass(frozen=True, slots=True, eq=False)
class PathTables:
    """Plain arrays of some draws. Quantities are the rows of `irenic.war.kernels.path_rows`.

    Attributes:
        first: number of the first draw.
        sides: the belligerents.
        places: ids of the places of the line, with the ends.
        months: the horizon H.
        base: float64[draw, quantity], at the dossier's date.
        forces: float64[draw, side], thousands of men.
        money: float64[draw, side], billion USD; 0 where none is stated.
        counts_money: for each side, whether its money is stated and may run out.
        need: float64[draw, side], billion USD a month with which the replenishment comes in full; 0 where not known.
        gate: float64[draw], chance that a won attack moves the line.
        quantity: int64[stretch], what it changes.
        operation: int64[stretch].
        use: int64[stretch], name of the use; stretches of the same use fire together.
        begin: float64[draw, stretch], months.
        end: float64[draw, stretch].
        size: float64[draw, stretch], a month, also of what is added to a stock.
        chance: float64[draw, stretch].
        law: of losses.
        line: int64[9], see `irenic.war.kernels.paths.follow`.
    """

    first: int
    sides: tuple[str, str]
    places: tuple[str, ...]
    months: int
    base: Floats
    forces: Floats
    money: Floats
    counts_money: tuple[bool, bool]
    need: Floats
    gate: Floats
    quantity: Integers
    operation: Integers
    use: Integers
    begin: Floats
    end: Floats
    size: Floats
    chance: Floats
    law: int
    line: Integers

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.gate)

    @property
    def untouched(self) -> Floats:
        """float64[quantity], 1 where no stretch changes it."""
        found = np.ones(row.QUANTITIES)
        found[self.quantity] = 0.0
        return found


def path_tables(theatre: Theatre, inputs: WarInputs, acts: Acts, drawn: DrawnActs, stretches: Stretches) -> PathTables:
    """The arrays of a theatre in one course of events.

    Args:
        theatre: with all that forces need (`theatre.missing` is empty).
        inputs: its draws.
        acts: the dossier's levers and clocks.
        drawn: their numbers, of the same draws.
        stretches: when each of them works.
    """
    quantities = quantities_of(theatre)
    rules = [acts.rules[k] for k in stretches.rule]
    rows = [n for n, rule in enumerate(rules) if rule.path in quantities]
    size = drawn.size[:, stretches.rule[rows]]
    begin, end = stretches.begin[:, rows].copy(), stretches.end[:, rows].copy()
    for n, k in enumerate(rows):
        if rules[k].stock:
            begin[:, n], end[:, n], size[:, n] = _instalments(
                begin[:, n], end[:, n], size[:, n], drawn.duration[:, stretches.rule[k]]
            )
    changed = {rules[k].path for k in rows}
    return PathTables(
        first=inputs.start,
        sides=theatre.sides,
        places=tuple(place.id for place in theatre.places),
        months=theatre.horizon,
        base=_base(inputs),
        forces=np.ascontiguousarray(inputs.forces),
        money=np.nan_to_num(inputs.money, nan=0.0),
        counts_money=_counts_money(theatre),
        need=np.ascontiguousarray(inputs.need),
        gate=gate(inputs),
        quantity=np.array([quantities[rules[k].path] for k in rows], dtype=np.int64),
        operation=np.array([_OPERATIONS[rules[k].op] for k in rows], dtype=np.int64),
        use=stretches.use[rows],
        begin=begin,
        end=end,
        size=np.ascontiguousarray(size),
        chance=np.ascontiguousarray(stretches.chance[:, rows]),
        law=_law(theatre, inputs, changed),
        line=_line(theatre),
    )


def quantities_of(theatre: Theatre) -> dict[str, int]:
    """Path of every number that moves a path of the war → its row."""
    found = dict(_SHARED)
    for k, side in enumerate(theatre.sides):
        for names, prefix, suffix in (
            (_OF_SIDES, f"theatre.sides.{side}.", ""),
            (_STOCKS, f"theatre.sides.{side}.", ""),
            (_OF_BATTLE, "theatre.battle.", f".{side}"),
        ):
            found |= {f"{prefix}{name}{suffix}": at + k for name, at in names.items()}
    return found


def _base(inputs: WarInputs) -> Floats:
    base = np.zeros((inputs.draws, row.QUANTITIES))
    for name, at in (_OF_SIDES | _OF_BATTLE).items():
        base[:, at : at + 2] = getattr(inputs, name)
    base[:, row.B0], base[:, row.B1] = inputs.b0, inputs.b1
    base[:, row.P], base[:, row.Q] = inputs.p, inputs.q
    return base


def _instalments(begin: Floats, end: Floats, size: Floats, duration: Floats) -> tuple[Floats, Floats, Floats]:
    """A total as an amount a month: evenly over its duration, or all of it in the month in which it comes."""
    spread = np.isfinite(duration)
    month = np.floor(begin)
    return (
        np.where(spread, begin, month),
        np.where(spread, end, month + 1.0),
        size / np.where(spread, duration, 1.0),
    )


def _counts_money(theatre: Theatre) -> tuple[bool, bool]:
    stated = {feed.at for feed in theatre.feeds.money}
    return (0,) in stated, (1,) in stated


def _law(theatre: Theatre, inputs: WarInputs, changed: set[str]) -> int:
    """A law with a name, if every draw has its exponents and no lever changes them.

    It does not look at what was drawn: an uncertain exponent is general in every part of the draws.
    """
    feeds = theatre.feeds.p + theatre.feeds.q
    if changed & {"theatre.attrition.p", "theatre.attrition.q"} or not all(feed.distribution.sure for feed in feeds):
        return row.GENERAL
    exponents = (float(inputs.p[0]), float(inputs.q[0]))
    return {(1.0, 0.0): row.SQUARE, (1.0, 1.0): row.LINEAR}.get(exponents, row.GENERAL)


def _line(theatre: Theatre) -> Integers:
    ends: Truths = theatre.is_end
    endless = sum(1 << k for k, counts in enumerate(_counts_money(theatre)) if not counts)
    return np.array(
        [len(theatre.places), theatre.start, ends[0], ends[-1], *theatre.gain, *theatre.collapse_to, endless],
        dtype=np.int64,
    )
