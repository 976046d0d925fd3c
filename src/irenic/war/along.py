"""What going on with the war is worth month by month, as it goes: on one path of every draw."""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import numpy as np

from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts
from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.model.package_index import Integers
from irenic.war.forecast import Numbers, carried_on, first_collapse, monthly, numbers_of
from irenic.war.inputs import WarInputs
from irenic.war.learning import learned
from irenic.war.odds import beliefs_of
from irenic.war.paths import PathRecords
from irenic.war.theatre import Theatre
from irenic.war.value import PartyCourse, Prospect, outlook, values_ahead

Arrays = TypeVar("Arrays", Numbers, Prospect)


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
    for of in courses:
        told = monthly(acts, drawn, of.stretches, theatre.horizon)
        numbers = numbers_of(theatre, inputs, told)
        start = outlook(theatre, inputs, of.parties, told, carried_on(numbers, inputs.forces, inputs.money))
        found[:, :, of.parties] = _of_course(theatre, numbers, start, utilities[:, :, of.parties], path)
    return found


def _of_course(theatre: Theatre, numbers: Numbers, start: Prospect, utilities: Floats, path: Followed) -> Floats:
    """Values of the parties of one course: float64[draw, reading, party, month + 1].

    Draws in which the war is over are left out from then on: what it has brought is known.
    """
    beliefs, over = beliefs_of(theatre), _over(theatre, path)
    found = _brought(start, utilities, path)
    draw = np.arange(len(utilities))
    weight = np.broadcast_to(beliefs.weight, (len(draw), len(start.parties), len(beliefs.weight)))
    for month in range(theatre.horizon):
        stay = ~over[draw, month]
        if not stay.all():
            numbers, start = _part(numbers, stay), _part(start, stay)
            draw, weight = draw[stay], weight[stay]
        ahead = _ahead(theatre, numbers, start, path, draw, month)
        line = path.places[draw, month]
        found[draw, :, :, month] = values_ahead(theatre, ahead, utilities[draw], beliefs, weight, line).value
        weight = learned(ahead, beliefs, weight, 0, path.attacked[draw, :, month], path.won[draw, :, month])
    return found


def _over(theatre: Theatre, path: Followed) -> Truths:
    """Whether the war is over at the start of each month: bool[draw, month + 1]."""
    first = np.minimum(path.collapse[:, 0], path.collapse[:, 1])
    return np.asarray(theatre.is_end[path.places] | (first[:, np.newaxis] < np.arange(theatre.horizon + 1)))


def _brought(start: Prospect, utilities: Floats, path: Followed) -> Floats:
    """What the places are worth at which the line stands: float64[draw, reading, party, month + 1]."""
    standing = path.places[:, np.newaxis, np.newaxis]
    valued = ~np.isnan(start.discount[:, np.newaxis, :, :1])
    wanted = np.broadcast_to(standing, (*utilities.shape[:3], path.places.shape[1]))
    return np.where(valued, np.take_along_axis(utilities, wanted, axis=3), np.nan)


def _ahead(theatre: Theatre, numbers: Numbers, start: Prospect, path: Followed, draw: Integers, month: int) -> Prospect:
    """What parties reckon with from a month on, in these draws."""
    expected = carried_on(numbers, path.forces[draw, :, month], path.money[draw, :, month], month)
    collapse, collapse_to = first_collapse(theatre, expected.collapse)
    return replace(
        start,
        forecast=expected,
        lean=start.lean[:, :, month:],
        discount=start.discount[:, :, month:],
        cost=start.cost[:, :, month:],
        collapse=collapse,
        collapse_to=collapse_to,
    )


def _part(whole: Arrays, stay: Truths) -> Arrays:
    """Some of the draws of something that consists of arrays."""
    arrays: dict[str, Any] = {field.name: getattr(whole, field.name) for field in fields(whole)}
    return replace(whole, **{name: array[stay] for name, array in arrays.items() if isinstance(array, np.ndarray)})
