"""What going on with the war is worth month by month, as it goes: on one path of every draw."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts
from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.model.package_index import Integers
from irenic.war.forecast import carried_on, first_collapse, monthly, numbers_of
from irenic.war.inputs import WarInputs
from irenic.war.learning import learned
from irenic.war.odds import Beliefs, beliefs_of
from irenic.war.paths import PathRecords
from irenic.war.theatre import NOWHERE, Theatre
from irenic.war.value import PartyCourse, Prospect, outlook, values_ahead

BEFORE: Final = -1
"""As the month of a collapse: the war is over already."""


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """One path of every draw, at the start of months 0 … H, or in months 0 … H − 1.

    Attributes:
        places: int64[draw, month + 1], where the line stands.
        forces: float64[draw, side, month + 1], thousands.
        money: float64[draw, side, month + 1], billion USD; NaN where none is stated.
        attacked: bool[draw, side, month].
        won: bool[draw, side, month], whether the attack was won.
        collapse: int64[draw, side], the month in whose course a side gives way; beyond H if never.
    """

    places: Integers
    forces: Floats
    money: Floats
    attacked: Truths
    won: Truths
    collapse: Integers


def followed_by(records: PathRecords, inputs: WarInputs) -> Followed:
    """Records of one path a draw as what parties see of it."""
    measured, seen = records.measured.transpose(0, 2, 1), records.seen
    unstated = np.isnan(inputs.money)[:, :, np.newaxis]
    return Followed(
        places=records.places,
        forces=measured[:, 0:2],
        money=np.where(unstated, np.nan, measured[:, 2:4]),
        attacked=np.stack(((seen & 1) > 0, (seen & 4) > 0), axis=1),
        won=np.stack(((seen & 2) > 0, (seen & 8) > 0), axis=1),
        collapse=records.collapse,
    )


def values_along(
    theatre: Theatre,
    inputs: WarInputs,
    acts: Acts,
    drawn: DrawnActs,
    utilities: Floats,
    courses: tuple[PartyCourse, ...],
    path: Followed,
) -> Floats:
    """War values at the start of every month of a path, if a party refuses then or has refused before.

    In each month parties know the line, forces and money, and have learned from the battles so far; from there on they
    reckon as at the dossier's date: with levers by their chances, under their own optimism, up to the same horizon.

    Args:
        theatre: with nothing missing.
        inputs: its draws.
        acts: levers and clocks.
        drawn: their numbers.
        utilities: float64[draw, reading, party, place], points of the packages of the places.
        courses: of those parties whose values are wanted.
        path: how the war goes.

    Returns:
        float64[draw, reading, party, month + 1]; NaN for parties in no course, or without discount or positions. Once
        the war is over, the value of what it has brought.
    """
    draws, readings, parties, _ = utilities.shape
    found = np.full((draws, readings, parties, theatre.horizon + 1), np.nan)
    beliefs = beliefs_of(theatre)
    for of in courses:
        told = monthly(acts, drawn, of.stretches, theatre.horizon)
        numbers = numbers_of(theatre, inputs, told)
        start = outlook(theatre, inputs, of.parties, told, carried_on(numbers, inputs.forces, inputs.money))
        own, weight = utilities[:, :, of.parties], _prior(beliefs, draws, len(of.parties))
        for month in range(theatre.horizon + 1):
            expected = carried_on(numbers, path.forces[:, :, month], path.money[:, :, month], month)
            collapse, collapse_to = first_collapse(theatre, expected.collapse)
            over = (path.collapse < month).any(axis=1)
            ahead = replace(
                start,
                forecast=expected,
                lean=start.lean[:, :, month:],
                discount=start.discount[:, :, month:],
                cost=start.cost[:, :, month:],
                collapse=np.where(over, BEFORE, collapse),
                collapse_to=np.where(over, NOWHERE, collapse_to),
            )
            now = values_ahead(theatre, ahead, own, beliefs, weight, np.ascontiguousarray(path.places[:, month]))
            found[:, :, of.parties, month] = now.value
            if month < theatre.horizon:
                weight = _after_battle(ahead, beliefs, weight, path, month)
    return found


def _prior(beliefs: Beliefs, draws: int, parties: int) -> Floats:
    return np.repeat(np.repeat(beliefs.weight[np.newaxis, np.newaxis], parties, axis=1), draws, axis=0)


def _after_battle(ahead: Prospect, beliefs: Beliefs, weight: Floats, path: Followed, month: int) -> Floats:
    """Weights after a month; the month is the first of what is ahead."""
    return learned(ahead, beliefs, weight, 0, path.attacked[:, :, month], path.won[:, :, month])
