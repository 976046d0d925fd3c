"""Cells of the positions: one party on one issue."""

from collections.abc import Mapping

from irenic.dossier.schema.positions import Cell
from irenic.dossier.schema.root import DossierFile


def cells_of(file: DossierFile, party: str) -> Mapping[str, Cell]:
    """Issue → cell of a party, as written, in dossier order of the issues."""
    written = file.positions[party].cells if party in file.positions else {}
    return {issue: written[issue] for issue in file.issues if issue in written}


def is_silent(cell: Cell | None) -> bool:
    """Whether a cell gives neither weight nor values, written or not."""
    return cell is None or not cell.stated
