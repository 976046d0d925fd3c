"""What the search for fixes looks at: package spaces, what is in force in them, and what giving way costs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import numpy as np

from irenic.deal.blocking import Blocking
from irenic.deal.conditions import as_written, strict_spaces
from irenic.deal.constraints import constraints_in_force, word_count
from irenic.deal.kernels.types import Floats, Integers, Words
from irenic.deal.spaces import Spaces
from irenic.fast.grid import to_grid
from irenic.model.inputs import Inputs
from irenic.model.structure import Model
from irenic.model.tables import option_contributions

_BY_DRAW: Final = ("contributions", "feasible", "hard_allowed", "no_deal", "scale", "floors", "alpha")
"""Arrays of a space that have the draw as their first axis."""


@dataclass(frozen=True, slots=True, eq=False)
class FixDraws:
    """Some draws, one space a draw.

    Attributes:
        spaces: the package spaces.
        in_force: uint64[draw, word], constraints in force.
        line_cost: float64[draw, red line], stated costs, points on the grid.
        points: float64[draw, party, flat option], what options are worth by themselves, points on the grid.
    """

    spaces: Spaces
    in_force: Words
    line_cost: Floats
    points: Floats

    def at(self, rows: Integers) -> "FixDraws":
        """Some of the draws, by position."""
        own = {field: getattr(self.spaces, field)[rows] for field in _BY_DRAW}
        spaces = replace(self.spaces, **own, blocking=self.spaces.blocking.at(rows))
        return FixDraws(spaces, self.in_force[rows], self.line_cost[rows], self.points[rows])


def joined(pieces: Sequence[FixDraws]) -> FixDraws:
    """Draws one after the other (at least one piece)."""
    own = {field: np.concatenate([getattr(piece.spaces, field) for piece in pieces]) for field in _BY_DRAW}
    blocking = Blocking.joined([piece.spaces.blocking for piece in pieces])
    return FixDraws(
        replace(pieces[0].spaces, **own, blocking=blocking),
        *(np.concatenate([getattr(piece, field) for piece in pieces]) for field in ("in_force", "line_cost", "points")),
    )


DrawsOf: TypeAlias = Callable[[int, int], FixDraws]
"""Draws `start <= d < stop`; called from several threads at once."""


def strict_draws(model: Model, inputs: Inputs, no_deal: Floats) -> FixDraws:
    """A dossier's draws on the strict basis: options as written, nothing moved where a consenting party is silent.

    Args:
        model: the model.
        inputs: its draws.
        no_deal: float64[draw, reading, party], points.
    """
    return FixDraws(
        spaces=strict_spaces(model, inputs, no_deal),
        in_force=constraints_in_force(model, inputs),
        line_cost=to_grid(inputs.cost),
        points=option_contributions(model, as_written(inputs), "silent_zero"),
    )


def domain_draws(model: Model, spaces: Spaces) -> FixDraws:
    """A domain's one space: every party consents, every issue is a block, and nothing but no-deal values binds."""
    return FixDraws(
        spaces=spaces,
        in_force=np.zeros((spaces.count, word_count(model)), dtype=np.uint64),
        line_cost=np.zeros((spaces.count, 0)),
        points=spaces.contributions,
    )
