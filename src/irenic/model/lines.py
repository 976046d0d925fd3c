"""Red lines of a dossier, in the order in which they are numbered: cells first, then combinations."""

from collections.abc import Iterator

from irenic.dossier.schema.positions import CombinationRedLine, RedLine
from irenic.dossier.schema.root import DossierFile
from irenic.model.cells import cells_of


def lines_on_options(file: DossierFile) -> Iterator[tuple[str, str, str, RedLine]]:
    """(party, issue, refused option, line) of every line that stands in a cell."""
    for party in file.parties:
        for issue, cell in cells_of(file, party).items():
            for option, line in cell.red_lines.items():
                yield party, issue, option, line


def lines_on_combinations(file: DossierFile) -> Iterator[tuple[str, str, CombinationRedLine]]:
    """(party, id, line) of every line over several issues."""
    for party in file.parties:
        if party in file.positions:
            for name, line in file.positions[party].red_lines.items():
                yield party, name, line


def option_line_path(party: str, issue: str, option: str) -> str:
    """Path of a line that stands in a cell."""
    return f"positions.{party}.{issue}.red_lines.{option}"


def combination_line_path(party: str, name: str) -> str:
    """Path of a line over several issues."""
    return f"positions.{party}.red_lines.{name}"


def line_paths(file: DossierFile) -> Iterator[tuple[str, RedLine]]:
    """Every line with its path, in order."""
    for party, issue, option, line in lines_on_options(file):
        yield option_line_path(party, issue, option), line
    for party, name, combination in lines_on_combinations(file):
        yield combination_line_path(party, name), combination
