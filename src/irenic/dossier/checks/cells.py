"""A cell states all it must, or is silent."""

from collections.abc import Iterator
from typing import Final

from irenic.dossier.positions import Positions
from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.positions import Cell
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import Problem, Severity
from irenic.numbers.ranges import LogitNormalRange, LognormalRange, NormalRange

TOP: Final = 100.0
"""Value of the best option of an issue."""
BOTTOM: Final = 0.0
"""Value of the worst."""


def check_cells(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Weight and values stand together, every option has a value, and the values span the scale.

    On a quantity the two ends of the grid must have one; what lies between stated points is read off the line.
    """
    for party, held in dossier.file.positions.items():
        for name, cell in held.cells.items():
            issue = dossier.file.issues.get(name)
            if issue is None or not cell.stated:
                continue
            way = ("positions", party, name)
            if cell.weight is None:
                yield positions.problem("dossier.weight-missing", (*way, "values"), {"issue": name}, at_key=True)
            needed = issue.option_ids if issue.grid is None else (issue.option_ids[0], issue.option_ids[-1])
            missing = [option for option in dict.fromkeys(needed) if option not in cell.values]
            if not cell.values:
                yield positions.problem("dossier.values-missing", (*way, "weight"), {"issue": name}, at_key=True)
            elif missing:
                code = "dossier.values-incomplete" if issue.grid is None else "dossier.values-without-end"
                params = {"issue": name, "options": ", ".join(missing)}
                yield positions.problem(code, (*way, "values"), params, at_key=True)
            else:
                yield from _scale_problems(cell, name, way, positions)


def _scale_problems(cell: Cell, issue: str, way: Way, positions: Positions) -> Iterator[Problem]:
    ends = [_ends(value) for value in cell.values.values()]
    place = (*way, "values")
    if not any(high >= TOP for _, high in ends):
        yield positions.problem(
            "dossier.values-without-top", place, {"issue": issue}, at_key=True, severity=Severity.WARNING
        )
    if not any(low <= BOTTOM for low, _ in ends):
        yield positions.problem(
            "dossier.values-without-bottom", place, {"issue": issue}, at_key=True, severity=Severity.WARNING
        )


def _ends(quantity: Quantity) -> tuple[float, float]:
    """Lowest and highest value as written: a range goes from its first to its second number, whatever its tails."""
    number = quantity.value
    if isinstance(number, NormalRange | LognormalRange | LogitNormalRange):
        return number.lower, number.upper
    return number.least, number.most
