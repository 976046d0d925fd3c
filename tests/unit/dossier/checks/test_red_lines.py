from irenic.dossier.checks.red_lines import red_lines_of
from irenic.dossier.schema.root import Dossier
from tests.unit.dossier.river import Tell


def test_red_lines_are_found_in_cells_and_beside_them(river: Dossier) -> None:
    assert [".".join(way) for way, _ in red_lines_of(river)] == [
        "positions.aldova.red_lines.both-lost",
        "positions.aldova.dam.red_lines.brenlandic",
    ]


def test_a_comparison_of_quantities_is_fine(told: Tell) -> None:
    assert told(("refuses: {dam: [shared, brenlandic], water: 50}", "more: [water, release]")) == []


def test_a_red_line_that_refuses_nothing_is_told(told: Tell) -> None:
    assert told(("        refuses: {dam: [shared, brenlandic], water: 50}\n", "")) == [
        ("dossier.red-line-form", "positions.aldova.red_lines.both-lost")
    ]


def test_a_pattern_may_lift_a_red_line(told: Tell) -> None:
    assert told(("unless: {body: assembly}", "unless: {package: {release: 10}}")) == []
