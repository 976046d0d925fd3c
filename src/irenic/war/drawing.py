"""The draws of a war, as an analysis of it receives them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts
from irenic.fast.grid import Floats
from irenic.war.inputs import WarInputs
from irenic.war.observed import Sighting
from irenic.war.theatre import Theatre


@dataclass(frozen=True, slots=True, eq=False)
class DrawnWar:
    """Some draws of a war.

    Attributes:
        inputs: what the theatre leaves open.
        acts: numbers of levers and clocks.
        decisions: body → float64[draw], probability of a yes.
        utilities: float64[draw, party, place], points of the packages of the places, headline's reading.
    """

    inputs: WarInputs
    acts: DrawnActs
    decisions: Mapping[str, Floats]
    utilities: Floats


Drawing: TypeAlias = Callable[[int, int], DrawnWar]
"""The draws `start <= d < stop`; the same numbers however they are cut."""


@dataclass(frozen=True, slots=True, eq=False)
class WarCase:
    """A war ready to be followed.

    Attributes:
        theatre: the war.
        acts: levers and clocks.
        drawing: gives its draws.
        sightings: what has been observed.
    """

    theatre: Theatre
    acts: Acts
    drawing: Drawing
    sightings: tuple[Sighting, ...] = ()
