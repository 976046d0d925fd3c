"""What `summary.json` says of mechanisms: causes and effects that the dossier names, and whether they are seen."""

from typing import Literal, TypeAlias, TypedDict

from irenic.report.case_data import Words
from irenic.report.war_data import Spread

Measure: TypeAlias = Literal["no-deal", "front", "breaks", "number", "vote", "utility", "borne"]
"""What moves: a party's war value; steps of the line in a party's favour; the month in which a side gives way; a number
after levers and clocks; the chance of a body's yes; what a package is worth to a party; levers at work whose cost a
party bears."""


class Demonstrated(TypedDict):
    """A mechanism with its cause switched: what moves in the same draws with the cause and without."""

    measure: Measure
    of: str
    """The party, the body, or the path of the number."""
    package: dict[str, str]
    """The package looked at: options that differ from the status quo."""
    month: int
    """The month looked at, of a number; the months in which steps of the line are counted."""
    moves: Literal["up", "down"]
    """Which way the dossier says it moves."""
    so: float
    """Share of draws in which it does."""
    against: float
    """Share of draws in which it moves the other way."""
    change: Spread
    """With the cause less without it, over the draws."""


class MechanismEntry(TypedDict):
    """A mechanism of the dossier."""

    id: str
    cause: Words
    effect: Words
    executed_by: list[str]
    """Dotted paths of the elements that execute it; empty where it is only declared."""
    declared_only: Words | None
    """Why nothing executes it."""
    shown: Demonstrated | None
    """How it is seen at work; none where the dossier does not say how to switch its cause, or it can't be measured."""
