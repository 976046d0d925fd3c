"""Everything that is computed draw by draw."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from irenic.deal.conditions import CONDITIONS, conflicts_on_both, possible_on_conditions, strict_spaces
from irenic.deal.constraints import breaches_of, coalition_bits, constraints_in_force
from irenic.deal.crowding import telling_crowds
from irenic.deal.frontier import frontier_sizes
from irenic.deal.kernels.conflicts import conflicts_of_draws
from irenic.deal.kernels.count import sample_draws
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.kernels.thresholds import TOLERANCE
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.live import live_options
from irenic.deal.plan import CountPlan
from irenic.deal.raiffa import DRAWS_OF_MANY, MANY, raiffa_points
from irenic.deal.spaces import Spaces, packages_of, spaces_of
from irenic.deal.unblocked import count, solve
from irenic.fast.grid import to_grid
from irenic.model.inputs import Inputs
from irenic.model.structure import MODES, READINGS, Model
from irenic.model.tables import Tables, block_tables, utilities

NOT_COUNTED = -1
"""Zone count of a draw that the plan leaves out."""


@telling_crowds
def deal_chunk(model: Model, inputs: Inputs, no_deal: Floats, plan: CountPlan) -> dict[str, NDArray[Any]]:
    """The variables of docs/results.md for some draws, by full name.

    What stands in a draw's rows depends on that draw alone: the same bits however draws are cut into chunks.

    Args:
        model: the model.
        inputs: its draws.
        no_deal: float64[draw, reading, party], points, finite for consenting parties; where they come from is no
            matter here.
        plan: which packages of which draws are counted.

    Raises:
        ValueError: a consenting party has no no-deal value.
        IrenicError: `model.points-out-of-reach`.
    """
    tables = [block_tables(model, inputs, reading) for reading in READINGS]
    spaces = spaces_of(model, inputs, no_deal, tables)
    hard, soft = _solved_in_both_modes(spaces)
    found: dict[str, NDArray[Any]] = {
        "deal.no_deal": to_grid(no_deal),
        "deal.feasible_count": packages_of(tables[0].feasible, model.block_starts),
        "deal.s_star": _by_mode(hard.s_star, soft.s_star),
        "deal.possible": _by_mode(hard.possible, soft.possible),
        "deal.zone_count": _zone_count(inputs, spaces, (hard, soft), plan),
        "deal.frontier_size": frontier_sizes(spaces, np.arange(0, spaces.count, len(READINGS))),
    }
    for k, solution in enumerate(SOLUTIONS):
        found[f"deal.{solution}"] = _by_mode(hard.packages[:, k], soft.packages[:, k])
        found[f"deal.{solution}_utility"] = _told(model, _utility(model, tables, found[f"deal.{solution}"]))
    found |= _raiffa(model, inputs, spaces, (hard, soft), _utility(model, tables, found["deal.nash"]))
    on_condition = possible_on_conditions(model, inputs, no_deal)
    found["deal.possible_on_condition"] = on_condition
    strict = strict_spaces(model, inputs, no_deal)
    counts, members = conflicts_on_both(model, inputs, strict, ~on_condition[:, CONDITIONS.index("both")])
    found["deal.strict_conflicts.count"], found["deal.strict_conflicts.members"] = counts, members
    found["deal.live"] = _live(model, spaces, hard, strict, on_condition[:, CONDITIONS.index("both")])
    return found | _conflicts(model, inputs, spaces, ~hard.possible)


@dataclass(frozen=True, slots=True, eq=False)
class _Solved:
    """What the kernels say of the spaces in one mode: s* float64[space], package numbers int64[space, solution]."""

    s_star: Floats
    packages: Integers

    @property
    def possible(self) -> Truths:
        return self.s_star >= -TOLERANCE


def _solved_in_both_modes(spaces: Spaces) -> tuple[_Solved, _Solved]:
    """Hard and soft. Spaces in which no line binds on a feasible combination are the same in both, and solved once."""
    soft = _solved(spaces, spaces.feasible, np.arange(spaces.count))
    differing = _differing(spaces)
    other = _solved(spaces, spaces.hard_allowed, differing)
    hard = _Solved(soft.s_star.copy(), soft.packages.copy())
    hard.s_star[differing] = other.s_star
    hard.packages[differing] = other.packages
    return hard, soft


def _differing(spaces: Spaces) -> Integers:
    """Spaces in which a line binds on a feasible combination."""
    return np.flatnonzero((spaces.feasible != spaces.hard_allowed).any(axis=1))


def _solved(spaces: Spaces, allowed: Truths, rows: Integers) -> _Solved:
    return _Solved(*solve(spaces, allowed, rows))


def _zone_count(inputs: Inputs, spaces: Spaces, solved: tuple[_Solved, _Solved], plan: CountPlan) -> Integers:
    draws = np.arange(inputs.start, inputs.stop)
    counted = np.repeat(draws < plan.draws, len(READINGS))
    found = [np.where(counted, 0, NOT_COUNTED) for _ in MODES]
    for zone, mode, allowed in zip(found, solved, (spaces.hard_allowed, spaces.feasible), strict=True):
        wanted = counted & mode.possible
        if plan.packages is None:
            zone[wanted] = count(spaces, allowed, wanted)[wanted]
        else:
            keys = np.repeat(draws, len(READINGS))
            met = sample_draws(
                spaces.contributions,
                spaces.feasible,
                allowed,
                spaces.starts,
                spaces.floors,
                wanted,
                keys,
                plan.packages,
                spaces.blocking.deals,
                spaces.deal_starts,
            )
            share = met[wanted] / plan.packages
            zone[wanted] = np.rint(share * packages_of(spaces.feasible, spaces.starts)[wanted]).astype(np.int64)
    return _by_mode(*found)


def _live(model: Model, spaces: Spaces, hard: _Solved, strict: Spaces, strictly_possible: Truths) -> Truths:
    """Which options are live on each basis: bool[draw, basis, option]."""
    headline = np.arange(READINGS.index("silent_zero"), spaces.count, len(READINGS))
    of_headline = live_options(model, spaces, headline, hard.possible[headline], hard.packages[headline])
    nothing_known = np.empty((strict.count, 0), dtype=np.int64)
    of_strict = live_options(model, strict, np.arange(strict.count), strictly_possible, nothing_known)
    return np.stack([of_headline, of_strict], axis=1)


def _by_mode(hard: NDArray[Any], soft: NDArray[Any]) -> NDArray[Any]:
    """[space, …] in each mode as [draw, reading, mode, …]."""
    return np.stack([hard, soft], axis=1).reshape(-1, len(READINGS), len(MODES), *hard.shape[1:])


def _utility(model: Model, tables: list[Tables], packages: Integers) -> Floats:
    """Utility of the packages [draw, reading, mode] to every party, NaN where there is no package.

    Returns:
        float64[draw, reading, mode, party].
    """
    found = np.empty((*packages.shape, len(model.parties)))
    for r, table in enumerate(tables):
        for m in range(len(MODES)):
            found[:, r, m] = utilities(model, table, packages[:, r, m])
    return found


def _told(model: Model, utility: Floats) -> Floats:
    """Utilities as they are told: NaN for parties that state nothing, since nothing is known of what they want."""
    return np.where(model.stating, utility, np.nan)


def _raiffa(
    model: Model, inputs: Inputs, spaces: Spaces, solved: tuple[_Solved, _Solved], nash: Floats
) -> dict[str, NDArray[Any]]:
    """The two Raiffa solutions: points to the consenting parties, NaN to the others and where not computed.

    Args:
        model: the model.
        inputs: its draws.
        spaces: their spaces.
        solved: what is known of them in the hard and in the soft mode.
        nash: float64[draw, reading, mode, party], what the Nash package is worth.
    """
    consenting = list(model.consenting)
    draws = np.repeat(np.arange(inputs.start, inputs.stop), len(READINGS))
    looked_at = draws < (DRAWS_OF_MANY if len(consenting) > MANY else inputs.stop)
    attained = nash[..., consenting].reshape(spaces.count, len(MODES), len(consenting))
    everything = np.arange(spaces.count)
    differing = _differing(spaces)
    hard, soft = (looked_at & mode.possible for mode in solved)
    of_soft = raiffa_points(spaces, spaces.feasible, attained[:, 1], everything, soft)
    of_hard = raiffa_points(spaces, spaces.hard_allowed, attained[differing, 0], differing, hard[differing])
    found: dict[str, NDArray[Any]] = {}
    for name, in_soft, in_differing in zip(("raiffa", "raiffa_continuous"), of_soft, of_hard, strict=True):
        in_hard = in_soft.copy()
        in_hard[differing] = in_differing
        told = np.full((*nash.shape[:3], len(model.parties)), np.nan)
        told[..., consenting] = _by_mode(in_hard, in_soft)
        found[f"deal.{name}_utility"] = _told(model, told)
    return found


def _conflicts(model: Model, inputs: Inputs, spaces: Spaces, wanted: Truths) -> dict[str, NDArray[Any]]:
    in_force = np.repeat(constraints_in_force(model, inputs), len(READINGS), axis=0)
    counts, members = conflicts_of_draws(
        spaces.contributions,
        breaches_of(model),
        in_force,
        spaces.starts,
        spaces.floors,
        wanted,
        spaces.blocking.deals,
        coalition_bits(model, spaces.blocking),
        spaces.deal_starts,
    )
    return {"deal.conflicts.count": counts.reshape(-1, len(READINGS)), "deal.conflicts.members": members}
