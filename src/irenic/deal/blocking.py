"""Side deals: what coalitions could get without the others, and hence which packages they block.

A coalition blocks a package if it has a side deal that is worth more to every member: the status quo but for issues
that it controls, at options that it controls. A side deal breaks no rule, uses no infeasible option and breaks no
binding red line of a member, unless the status quo does. To a member it is worth what no deal is worth, and what the
change from the status quo adds: outside the coalition things go on as without a deal. Side deals from which some
member doesn't gain block nothing that its no-deal value doesn't refuse already, and are left out. A line that a party
gives up in a deal is not given up in a side deal: soft red lines are soft for packages only.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from irenic.deal.kernels.corners import corners_of
from irenic.deal.kernels.side_deals import side_deal_gains
from irenic.deal.kernels.thresholds import FAR, zone_floors
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.model.inputs import Inputs
from irenic.model.structure import CoalitionMark, Model


def _no_rows() -> Floats:
    return np.empty((0, 0))


def _no_numbers() -> Integers:
    return np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Blocking:
    """What coalitions block in spaces in a row; everything is empty where no coalition is declared.

    Attributes:
        deals: float64[side deal, consenting party], space by space: what gives every party less than this is blocked.
            FAR for parties that are no members.
        coalitions: int64[side deal], position of the coalition whose side deal it is.
        deal_starts: int64[space + 1], where the side deals of each space begin.
        corners: float64[corner, consenting party], space by space: what reaches a corner is not blocked, and nothing
            else. −FAR where anything will do; at least one a space.
        corner_starts: int64[space + 1].
    """

    deals: Floats = field(default_factory=_no_rows)
    coalitions: Integers = field(default_factory=_no_numbers)
    deal_starts: Integers = field(default_factory=_no_numbers)
    corners: Floats = field(default_factory=_no_rows)
    corner_starts: Integers = field(default_factory=_no_numbers)

    @property
    def declared(self) -> bool:
        """Whether there is a coalition at all."""
        return len(self.deal_starts) > 0

    def corners_of(self, space: int) -> Floats:
        """The corners of one space: float64[corner, consenting party]."""
        return self.corners[self.corner_starts[space] : self.corner_starts[space + 1]]

    def deals_of(self, space: int) -> Floats:
        """The side deals of one space: float64[side deal, consenting party]."""
        return self.deals[self.deal_starts[space] : self.deal_starts[space + 1]]

    def at(self, rows: Integers) -> "Blocking":
        """What is blocked in some of the spaces."""
        if not self.declared:
            return self
        spaces = rows.tolist()
        deals = [self.deals_of(s) for s in spaces]
        corners = [self.corners_of(s) for s in spaces]
        whose = [self.coalitions[self.deal_starts[s] : self.deal_starts[s + 1]] for s in spaces]
        return Blocking(
            np.concatenate([self.deals[:0], *deals]),
            np.concatenate([self.coalitions[:0], *whose]),
            _starts(deals),
            np.concatenate([self.corners[:0], *corners]),
            _starts(corners),
        )

    @classmethod
    def joined(cls, pieces: "Sequence[Blocking]") -> "Blocking":
        """What is blocked in the spaces of several pieces, one after the other (at least one piece)."""
        if not pieces[0].declared:
            return pieces[0]
        return cls(
            np.concatenate([piece.deals for piece in pieces]),
            np.concatenate([piece.coalitions for piece in pieces]),
            _joined_starts([piece.deal_starts for piece in pieces]),
            np.concatenate([piece.corners for piece in pieces]),
            _joined_starts([piece.corner_starts for piece in pieces]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """What a coalition can bring about.

    Attributes:
        members: positions of its members among the consenting parties.
        usable: bool[space, combination], what its side deals may consist of; the status quo of every block is.
    """

    members: tuple[int, ...]
    usable: Truths


def blocking_of(
    model: Model, inputs: Inputs, contributions: Floats, no_deal: Floats, scale: Floats, readings: int
) -> Blocking:
    """What the model's coalitions block.

    Args:
        model: the model.
        inputs: its draws.
        contributions: float64[space, consenting party, combination], points on the grid; the readings of a draw follow
            each other.
        no_deal: float64[space, consenting party].
        scale: float64[space, consenting party].
        readings: spaces of a draw.
    """
    if not model.coalitions:
        return Blocking()
    coalitions = [
        Reach(
            tuple(model.consenting.index(p) for p in mark.members),
            np.repeat(_usable(model, inputs, mark), readings, axis=0),
        )
        for mark in model.coalitions
    ]
    return blocked_by(coalitions, model.stays, contributions, no_deal, scale, model.numbers, model.block_starts)


def blocked_by(
    coalitions: Sequence[Reach],
    stays: Truths,
    contributions: Floats,
    no_deal: Floats,
    scale: Floats,
    numbers: Integers,
    starts: Integers,
) -> Blocking:
    """What some coalitions block.

    Args:
        coalitions: at least one.
        stays: bool[combination], the status quo of every block.
        contributions: float64[space, consenting party, combination], points on the grid.
        no_deal: float64[space, consenting party].
        scale: float64[space, consenting party].
        numbers: int64[combination], parts of the package number.
        starts: int64[block + 1].
    """
    gains = contributions - np.repeat(contributions[:, :, stays], np.diff(starts), axis=2)
    deals: list[Floats] = []
    whose: list[Integers] = []
    for s in range(len(no_deal)):
        offers = [_offers(c, s, gains[s], no_deal[s], scale[s], numbers, starts) for c in coalitions]
        deals.append(np.concatenate(offers))
        whose.append(np.repeat(np.arange(len(offers)), [len(part) for part in offers]))
    corners = [corners_of(of) for of in deals]
    return Blocking(
        np.concatenate(deals), np.concatenate(whose), _starts(deals), np.concatenate(corners), _starts(corners)
    )


def _offers(
    coalition: Reach, space: int, gains: Floats, no_deal: Floats, scale: Floats, numbers: Integers, starts: Integers
) -> Floats:
    """What a coalition's side deals offer in one space, as in `Blocking.deals`: float64[side deal, party]."""
    members = list(coalition.members)
    found = side_deal_gains(np.ascontiguousarray(gains[members]), coalition.usable[space], numbers, starts)
    offers = np.full((len(found), len(no_deal)), FAR)
    offers[:, members] = zone_floors(
        no_deal[members] + found, np.repeat(scale[np.newaxis, members], len(found), axis=0)
    )
    return offers


def _joined_starts(pieces: Sequence[Integers]) -> Integers:
    lengths = np.concatenate([np.diff(starts) for starts in pieces])
    return np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)


def _starts(rows: list[Floats]) -> Integers:
    return np.concatenate(([0], np.cumsum([len(part) for part in rows]))).astype(np.int64)


def _usable(model: Model, inputs: Inputs, mark: CoalitionMark) -> Truths:
    """What side deals may consist of: bool[draw, combination]. What the status quo violates is no objection."""
    stays = model.stays
    usable = np.repeat(mark.reach[np.newaxis], inputs.draws, axis=0)
    for rule in model.rules:
        if not rule.broken[stays].any():
            usable &= ~rule.broken
    for k, entry in enumerate(model.infeasible):
        if not entry.used[stays].any():
            usable &= ~(inputs.infeasible[:, k, np.newaxis] & entry.used)
    for k, line in enumerate(model.red_lines):
        if line.party in mark.members and not line.broken[stays].any():
            usable &= ~(inputs.binds[:, k, np.newaxis] & line.broken)
    return usable
