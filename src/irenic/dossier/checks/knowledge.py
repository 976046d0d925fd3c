"""What is known says who computes with it."""

from collections.abc import Iterator

from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Problem


def check_mechanisms(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A mechanism is executed by an element, or says why it is only declared."""
    for name, mechanism in dossier.file.mechanisms.items():
        if bool(mechanism.executed_by) == (mechanism.declared_only is not None):
            yield positions.problem("dossier.mechanism-form", ("mechanisms", name), {"mechanism": name}, at_key=True)
