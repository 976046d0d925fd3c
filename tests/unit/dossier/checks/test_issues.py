from tests.unit.dossier.river import Tell


def test_an_issue_without_options_and_grid_is_told_once(told: Tell) -> None:
    assert told(("issues:\n", 'issues:\n  toll: {question: "Who pays?", status_quo: nobody}\n')) == [
        ("dossier.issue-form", "issues.toll")
    ]


def test_a_grid_of_one_point_settles_nothing(told: Tell) -> None:
    toll = '  toll: {question: "How much?", status_quo: 0, grid: {points: [0], unit: crowns}}\n'
    assert told(("issues:\n", "issues:\n" + toll)) == [("dossier.one-option", "issues.toll.grid")]


def test_equal_points_do_not_ascend(told: Tell) -> None:
    toll = '  toll: {question: "How much?", status_quo: 0, grid: {points: [0, 5, 5, 3], unit: crowns}}\n'
    assert told(("issues:\n", "issues:\n" + toll)) == [
        ("dossier.grid-order", "issues.toll.grid.points.2"),
        ("dossier.grid-order", "issues.toll.grid.points.3"),
    ]


def test_amounts_with_a_unit_are_fine(told: Tell) -> None:
    amount = ('aldovan: {label: "Aldova alone"}', 'aldovan: {amount: {value: 1, assumed: "one owner"}}')
    assert (
        told(amount, ('    question: "Who runs the dam?"\n', '    question: "Who runs it?"\n    unit: owners\n')) == []
    )
