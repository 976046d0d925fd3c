"""Issues can be settled, and are read as written."""

from collections.abc import Iterator
from itertools import pairwise

from irenic.dossier.positions import Positions
from irenic.dossier.schema.issues import Issue
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import Problem


def check_options(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Each issue has options or a grid, at least two of them, and grids ascend."""
    for name, issue in dossier.file.issues.items():
        way = ("issues", name)
        if (issue.grid is not None) == bool(issue.options):
            yield positions.problem("dossier.issue-form", way, {"issue": name}, at_key=True)
            continue
        yield from _option_problems(issue, name, way, positions)


def _option_problems(issue: Issue, name: str, way: Way, positions: Positions) -> Iterator[Problem]:
    if len(issue.option_ids) < 2:
        part = "options" if issue.grid is None else "grid"
        yield positions.problem("dossier.one-option", (*way, part), {"issue": name}, at_key=True)
    if issue.grid is not None:
        for number, (lower, upper) in enumerate(pairwise(issue.grid.points)):
            if lower >= upper:
                yield positions.problem(
                    "dossier.grid-order", (*way, "grid", "points", str(number + 1)), {"issue": name}
                )
    if issue.unit is None:
        for option_id, option in issue.options.items():
            if option.amount is not None:
                place = (*way, "options", option_id, "amount")
                yield positions.problem("dossier.amount-without-unit", place, {"issue": name}, at_key=True)


def check_readings(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """An ambiguous option says how it is read, and only ambiguous options do."""
    for name, issue in dossier.file.issues.items():
        for option_id, option in issue.options.items():
            way = ("issues", name, "options", option_id)
            if option.ambiguity is not None and not option.reads:
                yield positions.problem(
                    "dossier.ambiguity-unread", (*way, "ambiguity"), {"option": option_id}, at_key=True
                )
            if option.reads and option.ambiguity is None:
                yield positions.problem("dossier.readings-idle", (*way, "reads"), {"option": option_id}, at_key=True)
