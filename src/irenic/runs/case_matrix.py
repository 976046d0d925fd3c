"""The issue × party matrix of `case.json`: every cell, the silent ones too."""

from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.positions import Cell
from irenic.report import case_data as data
from irenic.runs.case_parts import Lookup, grade, red_line_data

_SILENT: data.Cell = {
    "silent": True,
    "declared": None,
    "inferred": None,
    "weight": None,
    "values": {},
    "red_lines": [],
    "claims": [],
    "assumed": [],
    "grade": None,
}


def matrix_data(look: Lookup) -> dict[str, dict[str, data.Cell]]:
    """Party → issue → cell, for parties that hold a position or must consent."""
    dossier = look.dossier.file
    rows: dict[str, dict[str, data.Cell]] = {}
    for party_id, party in dossier.parties.items():
        positions = dossier.positions.get(party_id)
        if positions is None and not party.consents:
            continue
        cells = positions.cells if positions else {}
        rows[party_id] = {
            issue: _cell(look, f"positions.{party_id}.{issue}", cells[issue]) if issue in cells else _SILENT
            for issue in dossier.issues
        }
    return rows


def _cell(look: Lookup, path: str, cell: Cell) -> data.Cell:
    claims = _claims(look, cell)
    return {
        "silent": cell.weight is None and not cell.values,
        "declared": cell.declared,
        "inferred": cell.inferred.option if cell.inferred else None,
        "weight": look.number(f"{path}.weight"),
        "values": {option: look.number_at(f"{path}.values.{option}") for option in cell.values},
        "red_lines": [
            red_line_data(look, f"{path}.red_lines.{option}", line, option) for option, line in cell.red_lines.items()
        ],
        "claims": claims,
        "assumed": _assumed(cell),
        "grade": grade(look.dossier, look.dossier.claims[claims[0]]) if claims else None,
    }


def _claims(look: Lookup, cell: Cell) -> list[str]:
    """Claims of the cell and of what stands in it, best grade first."""
    parts = [cell, cell.inferred, cell.weight, *cell.values.values(), *cell.red_lines.values()]
    found = dict.fromkeys(claim for part in parts if part is not None for claim in part.because)
    return sorted(found, key=lambda claim: grade(look.dossier, look.dossier.claims[claim]))


def _assumed(cell: Cell) -> list[str]:
    """Reasons given for the cell's assumed numbers, in the order of the file."""
    parts: list[Cell | Quantity | None] = [cell, cell.weight, *cell.values.values()]
    lines = [part for line in cell.red_lines.values() for part in (line, line.binding, line.cost)]
    return [part.assumed for part in [*parts, *lines] if part is not None and part.assumed]
