"""Every cell of the matrix, the silent ones too."""

from irenic.dossier.schema.root import Dossier
from irenic.dossier.silence import silent_cells
from irenic.runs.case_matrix import matrix_data
from irenic.runs.case_parts import Lookup


def test_the_matrix_is_complete_and_silence_is_shown(tutorial: Dossier) -> None:
    matrix = matrix_data(Lookup.of(tutorial))
    assert all(set(row) == set(tutorial.file.issues) for row in matrix.values())
    silent = {(party, issue) for party, row in matrix.items() for issue, cell in row.items() if cell["silent"]}
    assert silent == {(cell.party, cell.issue) for cell in silent_cells(tutorial)}
    assert silent == {("highfell", "market")}


def test_a_spoken_cell_has_its_numbers_and_best_grade(tutorial: Dossier) -> None:
    cell = matrix_data(Lookup.of(tutorial))["highfell"]["water"]
    assert cell["weight"] is not None
    assert set(cell["values"]) == set(tutorial.file.issues["water"].options)
    assert cell["claims"]
    assert cell["grade"] is not None
    assert cell["grade"][0] in "ABCDEF"
