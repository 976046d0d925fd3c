"""Coalitions consist of parties that a deal needs, know what they want, and can do what they are said to control."""

from collections.abc import Iterator
from math import prod
from typing import Final

from irenic.dossier.positions import Positions
from irenic.dossier.schema.coalitions import Coalition
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import Problem

MOST_SIDE_DEALS: Final = 4_096
"""Ways in which a coalition may settle what it controls: a run takes longer the more of them are worth making."""


def check_members(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Each member is named once, must consent to a deal, and states a position on every issue that is controlled."""
    parties = dossier.file.parties
    for name, coalition in dossier.file.coalitions.items():
        for place, member in enumerate(coalition.members):
            at = ("coalitions", name, "members", str(place))
            params = {"member": member, "coalition": name}
            if member in coalition.members[:place]:
                yield positions.problem("dossier.coalition-repeats", at, params)
            elif member in parties and not parties[member].consents:
                yield positions.problem("dossier.coalition-unneeded", at, params)
            elif member in parties:
                yield from _silence_problems(dossier, coalition, member, at, positions)


def _silence_problems(
    dossier: Dossier, coalition: Coalition, member: str, at: Way, positions: Positions
) -> Iterator[Problem]:
    held = dossier.file.positions.get(member)
    cells = held.cells if held else {}
    for issue in coalition.controls:
        if issue in dossier.file.issues and not (issue in cells and cells[issue].stated):
            yield positions.problem("dossier.coalition-silent", at, {"member": member, "issue": issue})


def check_control(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A coalition can change something, in not too many ways, and what it is said to control needs its members only."""
    for name, coalition in dossier.file.coalitions.items():
        way = ("coalitions", name, "controls")
        known = {i: options for i, options in coalition.controls.items() if i in dossier.file.issues}
        if known and all(options == (dossier.file.issues[i].status_quo,) for i, options in known.items()):
            yield positions.problem("dossier.coalition-idle", way, {"coalition": name}, at_key=True)
        ways = prod(len({dossier.file.issues[i].status_quo, *options}) for i, options in known.items())
        if ways > MOST_SIDE_DEALS:
            params = {"coalition": name, "count": f"{ways:,}", "most": f"{MOST_SIDE_DEALS:,}"}
            yield positions.problem("dossier.coalition-too-large", way, params, at_key=True)
        for issue, options in known.items():
            for place, option in enumerate(options):
                element = dossier.file.issues[issue].options.get(option)
                outside = [p for p in (element.needs if element else ()) if p not in coalition.members]
                if outside and option != dossier.file.issues[issue].status_quo:
                    params = {"coalition": name, "option": option, "issue": issue, "outside": ", ".join(outside)}
                    yield positions.problem("dossier.coalition-needs", (*way, issue, str(place)), params)
