from tests.unit.dossier.river import Tell


def test_a_correlation_of_a_number_that_is_not_stated_is_no_problem_here(told: Tell) -> None:
    between = "between: [parties.aldova.no_deal, parties.brenland.no_deal]"
    assert told((between, "between: [parties.aldova.no_deal, positions.aldova.dam.values.shared]")) == []


def test_the_word_of_a_coefficient_is_refused(told: Tell) -> None:
    assert told(("coefficient: {value: 0.5,", "coefficient: {value: likely,")) == [
        ("number.word-only-for-probability", "correlations.patience.coefficient.value")
    ]


def test_a_certain_correlation_is_impossible(told: Tell) -> None:
    assert told(("coefficient: {value: 0.5,", "coefficient: {value: 1,")) == [
        ("number.correlations-impossible", "correlations.patience")
    ]
