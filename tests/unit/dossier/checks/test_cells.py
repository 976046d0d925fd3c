import pytest

from tests.unit.dossier.river import Tell

VALUES = "{10: 0, 30: 40 to 60, 50: 100}"


@pytest.mark.parametrize(
    "values",
    [
        "{10: 0 to 20, 30: 40 to 60, 50: 80 to 100}",
        "{10: {pert: [0, 5, 20]}, 30: 50, 50: {uniform: [90, 100]}}",
        "{10: 0, 30: {choice: [{weight: 1, value: 50}, {weight: 1, value: 100}]}, 50: 90}",
    ],
)
def test_the_scale_may_be_reached_by_an_end(told: Tell, values: str) -> None:
    assert told((VALUES, values)) == []


def test_the_tails_of_a_range_reach_nothing(told: Tell) -> None:
    assert told((VALUES, "{10: 5 to 20, 30: 50, 50: 80 to 95}")) == [
        ("dossier.values-without-bottom", "positions.brenland.water.values"),
        ("dossier.values-without-top", "positions.brenland.water.values"),
    ]


def test_a_silent_cell_with_a_red_line_is_fine(told: Tell) -> None:
    cell = (
        "  brenland:\n    dam:\n      red_lines:\n        aldovan: {binding: 0.5, cost: 5, because: B1}\n    water:\n"
    )
    assert told(("  brenland:\n    water:\n", cell)) == []


def test_a_quantity_needs_values_at_its_ends_only(told: Tell) -> None:
    assert told((VALUES, "{10: 0, 50: 100}")) == []
    assert told((VALUES, "{10: 0, 30: 100}")) == [("dossier.values-without-end", "positions.brenland.water.values")]
    assert told((VALUES, "{30: 0 to 100}")) == [("dossier.values-without-end", "positions.brenland.water.values")]
