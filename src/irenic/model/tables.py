"""Tables of a reading: what every combination of every block adds to every party's utility, and what is allowed."""

from dataclasses import dataclass

import numpy as np

from irenic.errors.problem import IrenicError, Problem
from irenic.fast.grid import REACH, Floats, to_grid
from irenic.model.combinations import Truths
from irenic.model.deal_levers import operated
from irenic.model.inputs import Inputs
from irenic.model.package_index import Integers
from irenic.model.structure import Model, Reading


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The package space of every draw in one reading of silence.

    A package's utility is the sum of its combinations' contributions, one of each block. Contributions lie on the grid
    of 2⁻⁴⁰ points, so these sums are exact.

    Attributes:
        contributions: float64[draw, party, combination], points.
        feasible: bool[draw, combination]: no rule broken, no option drawn infeasible.
        hard_allowed: bool[draw, combination]: feasible, and no binding red line forbids it.
    """

    contributions: Floats
    feasible: Truths
    hard_allowed: Truths


def block_tables(model: Model, inputs: Inputs, reading: Reading) -> Tables:
    """The tables of a chunk of draws.

    Raises:
        IrenicError: `model.points-out-of-reach`, where interactions and costs are so large that sums could be inexact.
    """
    options = option_contributions(model, inputs, reading)
    levers = deal_lever_points(model, inputs, reading)
    interactions, cost = to_grid(inputs.interactions), to_grid(inputs.cost)
    _refuse_beyond_reach(model, options, levers, interactions, cost)
    contributions = np.zeros((inputs.draws, len(model.parties), model.combinations))
    for block in model.blocks:
        part = contributions[:, :, block.span]
        for column, issue in enumerate(block.issues):
            part += options[:, :, model.option_starts[issue] + block.positions[:, column]]
    for k, interaction in enumerate(model.interactions):
        contributions[:, interaction.party, interaction.matches] += interactions[:, k, np.newaxis]
    for lever, points in zip(model.deal_levers, levers, strict=True):
        set_off = lever.chosen >= 0
        contributions[:, lever.party, set_off] += points[:, lever.chosen[set_off] - model.option_starts[lever.issue]]
    for k, line in enumerate(model.red_lines):
        contributions[:, line.party, line.broken] -= cost[:, k, np.newaxis]
    feasible = _feasible(model, inputs)
    return Tables(contributions, feasible, feasible & _unforbidden(model, inputs))


def utilities(model: Model, tables: Tables, packages: Integers) -> Floats:
    """Utility of one package a draw to every party: float64[draw, party], NaN where the package is −1.

    Args:
        model: the model.
        tables: its tables in the reading wanted.
        packages: int64[draw], package numbers, or −1 for none.
    """
    chosen = model.combinations_of(np.maximum(packages, 0))
    found = np.zeros(tables.contributions.shape[:2])
    draws = np.arange(len(packages))
    for b in range(len(model.blocks)):
        found += tables.contributions[draws, :, chosen[:, b]]
    found[packages < 0] = np.nan
    return found


def _weights_and_total(inputs: Inputs, reading: Reading) -> tuple[Floats, Floats]:
    """Weights of the reading as drawn, and their sum, 1 where it is 0: float64[draw, party, issue], [draw, party]."""
    weights = inputs.weights if reading == "silent_zero" else inputs.weights + inputs.silent_weights
    total = np.zeros(weights.shape[:2])
    for i in range(weights.shape[2]):
        total += weights[:, :, i]
    return weights, np.where(total > 0.0, total, 1.0)


def option_contributions(model: Model, inputs: Inputs, reading: Reading) -> Floats:
    """Weight times value, with ambiguity: float64[draw, party, flat option], points on the grid.

    What each option is worth by itself: interactions, the costs of red lines and what levers add belong to
    combinations.
    """
    weights, total = _weights_and_total(inputs, reading)
    in_force = weights / total[:, :, np.newaxis]
    return to_grid(np.repeat(in_force, model.index.sizes, axis=2) * _as_read(model, inputs, inputs.values))


def deal_lever_points(model: Model, inputs: Inputs, reading: Reading) -> list[Floats]:
    """What each lever that a deal sets off adds to packages that set it off, by the option of its issue.

    A lever that turns the weight w into w′ adds c (w′ − w) / Σw times the option's value, one that turns a value v into
    v′ adds c w / Σw times (v′ − v), ambiguity heeded in both: c its credibility, Σw the sum of the party's weights,
    which stays as it is.

    Returns:
        for each lever float64[draw, option of its issue], points on the grid.
    """
    weights, total = _weights_and_total(inputs, reading)
    values = _as_read(model, inputs, inputs.values)
    found = []
    for k, lever in enumerate(model.deal_levers):
        options = slice(*model.option_starts[lever.issue : lever.issue + 2])
        weight, worth = weights[:, lever.party, lever.issue], values[:, lever.party, options]
        if lever.option is None:
            gained = (operated(lever.op, weight, inputs.lever_sizes[:, k]) - weight)[:, np.newaxis] * worth
        else:
            changed = inputs.values.copy()
            stated = changed[:, lever.party, lever.option]
            changed[:, lever.party, lever.option] = operated(lever.op, stated, inputs.lever_sizes[:, k])
            gained = weight[:, np.newaxis] * (_as_read(model, inputs, changed)[:, lever.party, options] - worth)
        share = inputs.lever_credibilities[:, k] / total[:, lever.party]
        found.append(to_grid(share[:, np.newaxis] * gained))
    return found


def _as_read(model: Model, inputs: Inputs, values: Floats) -> Floats:
    """Values at signing: an ambiguous option counts in part as what the party reads into it."""
    found = values.copy()
    for k, entry in enumerate(model.ambiguous):
        share = inputs.ambiguity[:, k]
        for party, meant in entry.reads:
            found[:, party, entry.option] = (1.0 - share) * values[:, party, entry.option] + share * values[
                :, party, meant
            ]
    return found


def _feasible(model: Model, inputs: Inputs) -> Truths:
    feasible = np.repeat(model.rules_kept[np.newaxis], inputs.draws, axis=0)
    for k, entry in enumerate(model.infeasible):
        feasible &= ~(inputs.infeasible[:, k, np.newaxis] & entry.used)
    return feasible


def _unforbidden(model: Model, inputs: Inputs) -> Truths:
    free = np.ones((inputs.draws, model.combinations), dtype=np.bool_)
    for k, line in enumerate(model.red_lines):
        free &= ~(inputs.binds[:, k, np.newaxis] & line.broken)
    return free


def _refuse_beyond_reach(
    model: Model, options: Floats, levers: list[Floats], interactions: Floats, cost: Floats
) -> None:
    """Utilities stay exact while no sum of parts can pass ±REACH."""
    most = np.zeros(options.shape[:2])
    for start, stop in zip(model.option_starts[:-1], model.option_starts[1:], strict=True):
        most += np.abs(options[:, :, start:stop]).max(axis=2)
    for k, interaction in enumerate(model.interactions):
        most[:, interaction.party] += np.abs(interactions[:, k])
    for lever, points in zip(model.deal_levers, levers, strict=True):
        most[:, lever.party] += np.abs(points).max(axis=1)
    for k, line in enumerate(model.red_lines):
        most[:, line.party] += cost[:, k]
    for p, party in enumerate(model.parties):
        if most[:, p].size and most[:, p].max() > REACH:
            raise IrenicError(
                [Problem("model.points-out-of-reach", {"party": party, "most": int(REACH)}, path=f"positions.{party}")]
            )
