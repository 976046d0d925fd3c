"""What has been observed of the war, beside what the theatre's draws imply at the dossier's date."""

from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict

import numpy as np

from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.theatre import Measure
from irenic.fast.grid import Floats
from irenic.numbers.distribution import Distribution
from irenic.numbers.spread import Spread, spread_of
from irenic.war.attrition import after
from irenic.war.inputs import WarInputs
from irenic.war.odds import gate, log_ratio_at_start, step_chances, win_chances
from irenic.war.theatre import Theatre

DAYS_A_MONTH: Final = 365.2425 / 12.0
METRES_A_KM: Final = 1000.0


class Compared(TypedDict):
    """An observation beside what the theatre implies."""

    id: str
    measures: str
    observed: Spread
    implied: Spread
    share_within: float
    """Share of draws whose implied quantity lies between the observed percentiles."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An observation that can be set beside the theatre.

    Attributes:
        id: its id in the dossier.
        measures: what it measures.
        side: of which side.
        quantity: how much.
        months: over how many months it was added up; one where it was not.
    """

    id: str
    measures: Measure
    side: int
    quantity: Distribution
    months: float


def sightings_of(dossier: Dossier, theatre: Theatre) -> tuple[Sighting, ...]:
    """The observations that measure something, in dossier order."""
    written = dossier.file.theatre
    found = []
    for name, seen in (written.observed if written else {}).items():
        if seen.measures is not None and seen.quantity is not None:
            side = theatre.sides.index(seen.of[0])
            months = _months(seen.since, seen.date or dossier.file.as_of)
            found.append(Sighting(name, seen.measures, side, seen.quantity.value, months))
    return tuple(found)


def _months(since: date | None, until: date) -> float:
    return 1.0 if since is None else (until - since).days / DAYS_A_MONTH


def compared(theatre: Theatre, inputs: WarInputs, seen: Sighting) -> Compared:
    """An observation beside the same quantity as the draws imply it."""
    told, found = seen.quantity, implied(theatre, inputs, seen)
    return {
        "id": seen.id,
        "measures": seen.measures,
        "observed": {"low": told.low, "median": told.median, "high": told.high},
        "implied": spread_of(found),
        "share_within": float(np.mean((found >= told.low) & (found <= told.high))),
    }


def implied(theatre: Theatre, inputs: WarInputs, seen: Sighting) -> Floats:
    """The quantity that was observed, as each draw implies it at the dossier's date, before any lever: float64[draw].

    Forces: thousands at the front. Casualties: thousands lost at the rate of the month that begins. Advance: metres a
    day that the line moves the side's way, net, at the draw's own odds. Area: km² that its steps take, gross; a step
    takes an even share of the contested area, as many as there are steps from the line's place to the end of its way.
    """
    if seen.measures == "forces":
        return inputs.forces[:, seen.side]
    if seen.measures == "casualties":
        return _lost(inputs)[:, seen.side] * seen.months
    own, other = _steps(inputs)[seen.side], _steps(inputs)[1 - seen.side]
    if seen.measures == "advance":
        return (own - other) * inputs.step * METRES_A_KM / DAYS_A_MONTH
    return own * inputs.contested / steps_to_go(theatre, seen.side) * seen.months


def steps_to_go(theatre: Theatre, side: int) -> int:
    """Steps from the line's place to the last place in a side's favour; at least one."""
    last = len(theatre.places) - 1 if theatre.gain[side] > 0 else 0
    return max(abs(last - theatre.start), 1)


def _lost(inputs: WarInputs) -> Floats:
    """Thousands of men lost in the first month: float64[draw, side]."""
    left = after(inputs.forces, inputs.replenishment, inputs.loss_rate, inputs.p, inputs.q)
    return inputs.forces + inputs.replenishment - left


def _steps(inputs: WarInputs) -> tuple[Floats, Floats]:
    """Chances that the line moves a step side 0's way, and side 1's, in the first month: float64[draw] each."""
    won = win_chances(inputs.b0, inputs.b1, log_ratio_at_start(inputs))
    g = gate(inputs)
    return step_chances(inputs.initiative[:, 0] * won[0] * g, inputs.initiative[:, 1] * won[1] * g)
