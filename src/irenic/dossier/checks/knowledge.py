"""What is known says who computes with it, and how that is seen."""

from collections.abc import Iterator, Mapping
from typing import Final

from irenic.dossier.positions import Positions
from irenic.dossier.schema.knowledge import Demonstration, Measure
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Problem

NEEDED: Final[Mapping[Measure, tuple[str, ...]]] = {
    "no-deal": ("party",),
    "front": ("party",),
    "breaks": ("party",),
    "number": ("number",),
    "vote": ("body",),
    "utility": ("party", "package"),
    "borne": ("party",),
}
"""Measure → what a demonstration by it must name."""


def check_mechanisms(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A mechanism is executed by an element, or says why it is only declared."""
    for name, mechanism in dossier.file.mechanisms.items():
        if bool(mechanism.executed_by) == (mechanism.declared_only is not None):
            yield positions.problem("dossier.mechanism-form", ("mechanisms", name), {"mechanism": name}, at_key=True)


def check_demonstrations(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A demonstration belongs to a mechanism that is executed, switches something, and names what it looks at."""
    for name, mechanism in dossier.file.mechanisms.items():
        shown, way = mechanism.shown_by, ("mechanisms", name, "shown_by")
        if shown is None:
            continue
        if not mechanism.executed_by:
            yield positions.problem("dossier.shown-undone", way, {"mechanism": name}, at_key=True)
        missing = ([] if shown.on or shown.off else ["on"]) + _missing(shown)
        if missing:
            params = {"measure": shown.measure, "keys": ", ".join(missing)}
            yield positions.problem("dossier.shown-incomplete", way, params, at_key=True)


def _missing(shown: Demonstration) -> list[str]:
    return [key for key in NEEDED[shown.measure] if not getattr(shown, key)]
