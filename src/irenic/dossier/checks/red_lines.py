"""Red lines refuse one thing each, and what lifts them is named."""

from collections.abc import Iterator

from irenic.dossier.positions import Positions
from irenic.dossier.schema.positions import CombinationRedLine, RedLine
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import Problem


def red_lines_of(dossier: Dossier) -> Iterator[tuple[Way, RedLine]]:
    """Every red line with its path."""
    for party, held in dossier.file.positions.items():
        for name, line in held.red_lines.items():
            yield ("positions", party, "red_lines", name), line
        for issue, cell in held.cells.items():
            for option, red_line in cell.red_lines.items():
                yield ("positions", party, issue, "red_lines", option), red_line


def check_forms(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A combination is refused by `refuses` or by `more`, the latter between quantities; `unless` says what lifts."""
    for way, line in red_lines_of(dossier):
        if line.unless and not line.unless.body and not line.unless.package:
            yield positions.problem("dossier.unless-empty", (*way, "unless"), at_key=True)
        if isinstance(line, CombinationRedLine):
            if bool(line.refuses) == bool(line.more):
                yield positions.problem("dossier.red-line-form", way, {"line": way[-1]}, at_key=True)
            yield from _more_problems(dossier, way, line, positions)


def _more_problems(dossier: Dossier, way: Way, line: CombinationRedLine, positions: Positions) -> Iterator[Problem]:
    for place, name in enumerate(line.more or ()):
        issue = dossier.file.issues.get(name)
        if issue is not None and issue.amounts is None:
            yield positions.problem("dossier.more-without-grid", (*way, "more", str(place)), {"issue": name})
