import pytest

from irenic.report.case_data import Case
from irenic.report.matrix import matrix_view, red_line_views
from irenic.report.wording import Wording


@pytest.fixture
def en(case: Case) -> Wording:
    return Wording(case, "en")


def test_every_party_that_is_heard_has_a_column(en: Wording) -> None:
    view = matrix_view(en)
    assert [party.name for party in view.parties] == ["Ardenia", "Borland", "Calmar"]
    assert [(party.name, party.unresolved) for party in view.outside] == [("A distant power", True)]
    assert [row.issue for row in view.rows] == ["East bank", "Upper dam", "Payments", "Monitors"]
    assert all(len(row.cells) == 3 for row in view.rows)


def test_a_party_that_must_consent_has_a_column_even_if_silent(en: Wording) -> None:
    en.case["parties"][3]["consents"] = True
    assert [party.name for party in matrix_view(en).parties][-1] == "A distant power"


def test_a_party_without_a_row_is_silent_everywhere(en: Wording) -> None:
    del en.case["matrix"]["distant-power"]
    view = matrix_view(en)
    assert [party.name for party in view.outside] == ["A distant power"]
    en.case["parties"][3]["consents"] = True
    assert all(row.cells[-1].silent for row in matrix_view(en).rows)


def test_a_silent_cell_is_silent_and_no_zero(en: Wording) -> None:
    cell = matrix_view(en).rows[2].cells[0]
    assert cell.silent
    assert (cell.declared, cell.inferred, cell.weight, cell.grade, cell.claims) == ("", "", "", "", 0)
    assert (matrix_view(en).silent, matrix_view(en).cells) == (9, 16)


def test_a_cell_in_words(en: Wording) -> None:
    ardenia, borland = matrix_view(en).rows[0].cells[:2]
    assert ardenia.declared == "Both armies stay where they are"
    assert (ardenia.weight, ardenia.grade, ardenia.claims, ardenia.anchor) == ("100", "B2", 2, "en-claims-bank-ardenia")
    assert (borland.declared, borland.inferred) == ("Ardenia leaves the bank", "Joint administration, no armies")
    line = ardenia.lines[0]
    assert (line.refused, line.binding, line.cost) == ("Ardenia leaves the bank", "80–95\u00a0%", "30 to 50")
    assert line.lifted == "a vote of the people"


def test_the_head_of_a_column(en: Wording) -> None:
    calmar = matrix_view(en).parties[2]
    assert (calmar.roles, calmar.consents, calmar.no_deal) == ("mediator, financier", False, "10 to 30")


def test_all_red_lines_in_one_list(en: Wording) -> None:
    views = red_line_views(en)
    assert [(view.party, view.claims) for view in views] == [
        ("Ardenia", ("A1",)),
        ("Ardenia", ("A1",)),
        ("Borland", ("B2",)),
    ]
    assert views[2].refused == "“Borland pays” (Payments)"
    assert views[2].binding == "90\u00a0%"
    assert views[2].lifted == ""
    assert views[1].lifted == "a deal with “An outside operator runs it” (Upper dam)"
