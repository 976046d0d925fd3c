from tests.unit.dossier.river import Tell


def test_a_mechanism_may_only_be_declared(told: Tell) -> None:
    assert told(("executed_by: clocks.sowing", 'declared_only: "outside the model"')) == []


def test_a_mechanism_is_not_both(told: Tell) -> None:
    both = 'executed_by: clocks.sowing, declared_only: "outside the model"'
    assert told(("executed_by: clocks.sowing", both)) == [("dossier.mechanism-form", "mechanisms.drought")]
