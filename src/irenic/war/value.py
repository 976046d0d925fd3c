"""What going on with the war is worth to every party, under its own belief and along the course of its own refusal."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from irenic.acts.course import Course, no_deal_course
from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts
from irenic.acts.stretches import Stretches, stretches
from irenic.fast.grid import Floats
from irenic.model.package_index import Integers
from irenic.war.forecast import Forecast, Monthly, course, first_collapse, monthly
from irenic.war.inputs import WarInputs
from irenic.war.odds import Beliefs, beliefs_of, gate
from irenic.war.theatre import NOWHERE, Theatre

MONTHS_A_YEAR: Final = 12.0
"""Discounts are stated per year."""


@dataclass(frozen=True, slots=True, eq=False)
class PartyCourse:
    """Parties whose refusal sets off the same levers and clocks.

    Attributes:
        parties: their positions.
        stretches: when these work.
    """

    parties: tuple[int, ...]
    stretches: Stretches


@dataclass(frozen=True, slots=True, eq=False)
class WarValues:
    """War values at the dossier's date.

    Attributes:
        value: float64[draw, reading, party], points; NaN for parties without discount or positions.
        tail: float64[draw, party], the share of the value's weight that lies beyond the horizon, where the line is
            taken to stand still.
    """

    value: Floats
    tail: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Prospect:
    """What the parties of one course reckon with, month by month.

    Attributes:
        parties: their positions.
        forecast: the war as they expect it.
        lean: float64[draw, party, month], their optimism as what it adds to side 0's log-odds.
        discount: float64[draw, party, month], a month's discount factor.
        cost: float64[draw, party, month], points.
        gate: float64[draw], chance that a won attack moves the line.
        collapse: int64[draw], month in whose course the war ends by collapse.
        collapse_to: int64[draw], the place which that brings, or −1.
    """

    parties: tuple[int, ...]
    forecast: Forecast
    lean: Floats
    discount: Floats
    cost: Floats
    gate: Floats
    collapse: Integers
    collapse_to: Integers


def party_courses(
    theatre: Theatre,
    acts: Acts,
    drawn: DrawnActs,
    decisions: Mapping[str, Floats],
    pulled: Collection[str] = (),
    without: Collection[str] = (),
    events: Course = (),
) -> tuple[PartyCourse, ...]:
    """The courses that the parties' own refusals set going; parties with equal ones together.

    Args:
        theatre: whose parties.
        acts: levers and clocks.
        drawn: their numbers.
        decisions: body → float64[draw], probability of a yes.
        pulled: levers of free choice that are pulled.
        without: levers and clocks that are switched off.
        events: what happens besides.
    """
    found: list[PartyCourse] = []
    for p, party in enumerate(theatre.parties):
        own = stretches(acts, drawn, (*no_deal_course(party), *events), decisions, pulled, without)
        for k, known in enumerate(found):
            if _same(known.stretches, own):
                found[k] = PartyCourse((*known.parties, p), known.stretches)
                break
        else:
            found.append(PartyCourse((p,), own))
    return tuple(found)


def _same(a: Stretches, b: Stretches) -> bool:
    pairs = ((a.rule, b.rule), (a.begin, b.begin), (a.end, b.end), (a.chance, b.chance))
    return all(np.array_equal(x, y) for x, y in pairs)


def prospect_of(theatre: Theatre, inputs: WarInputs, acts: Acts, drawn: DrawnActs, of: PartyCourse) -> Prospect:
    """What the parties of a course reckon with."""
    return prospect(theatre, inputs, of.parties, monthly(acts, drawn, of.stretches, theatre.horizon))


def prospect(theatre: Theatre, inputs: WarInputs, parties: tuple[int, ...], told: Monthly) -> Prospect:
    """What parties reckon with, given what tells each number month by month."""
    lean = np.zeros((inputs.draws, len(parties), theatre.horizon))
    cost = np.zeros_like(lean)
    discount = np.empty_like(lean)
    for k, p in enumerate(parties):
        party = theatre.parties[p]
        yearly = np.clip(told(f"parties.{party}.discount", inputs.discount[:, p]), 0.0, 1.0)
        discount[:, k] = yearly ** (1.0 / MONTHS_A_YEAR)
        if theatre.side_of[p] != NOWHERE:
            sign = 1.0 if theatre.side_of[p] == 0 else -1.0
            lean[:, k] = sign * told(f"theatre.beliefs.{party}.optimism", inputs.optimism[:, p])
        if (side := theatre.belligerent[p]) != NOWHERE:
            cost[:, k] = told(f"theatre.sides.{party}.points_cost", inputs.points_cost[:, side])
    expected = course(theatre, inputs, told)
    collapse, collapse_to = first_collapse(theatre, expected.collapse)
    return Prospect(parties, expected, lean, discount, cost, gate(inputs), collapse, collapse_to)


def war_values(
    theatre: Theatre,
    inputs: WarInputs,
    acts: Acts,
    drawn: DrawnActs,
    utilities: Floats,
    courses: tuple[PartyCourse, ...],
) -> WarValues:
    """War values of all parties at the dossier's date, averaged over what each believes of the odds.

    Args:
        theatre: with nothing missing.
        inputs: its draws.
        acts: levers and clocks.
        drawn: their numbers.
        utilities: float64[draw, reading, party, place], points of the packages of the places.
        courses: from `party_courses`.
    """
    draws, readings, parties, _ = utilities.shape
    value = np.full((draws, readings, parties), np.nan)
    tail = np.full((draws, parties), np.nan)
    beliefs = beliefs_of(theatre)
    for of in courses:
        ahead = prospect_of(theatre, inputs, acts, drawn, of)
        found = values_ahead(theatre, ahead, utilities[:, :, of.parties], beliefs)
        value[:, :, of.parties], tail[:, of.parties] = found.value, found.tail
    return WarValues(value, tail)


def values_ahead(theatre: Theatre, ahead: Prospect, utilities: Floats, beliefs: Beliefs) -> WarValues:
    """War values of the parties of one course.

    Args:
        theatre: the theatre.
        ahead: what they reckon with.
        utilities: float64[draw, reading, party, place], their points.
        beliefs: what may be believed of the odds, with weights.
    """
    from irenic.war.kernels.induction import induce_values

    draws, readings, parties, _ = utilities.shape
    value, tail = np.empty((draws, readings, parties)), np.empty((draws, parties))
    whole, expected = np.ascontiguousarray, ahead.forecast
    induce_values(
        (
            whole(expected.log_ratio),
            whole(expected.shift),
            whole(expected.slope_shift),
            whole(expected.initiative),
            ahead.gate,
        ),
        (beliefs.b0, beliefs.b1),
        (whole(ahead.lean), whole(ahead.discount), whole(ahead.cost), whole(utilities.transpose(0, 2, 1, 3))),
        (ahead.collapse, ahead.collapse_to),
        (theatre.is_end, np.int64(theatre.upward)),
        beliefs.weight,
        np.int64(theatre.start),
        value,
        tail,
    )
    return WarValues(value, tail)
