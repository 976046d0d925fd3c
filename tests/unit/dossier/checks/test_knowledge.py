from tests.unit.dossier.river import Tell


def test_a_mechanism_may_only_be_declared(told: Tell) -> None:
    assert told(("executed_by: clocks.sowing", 'declared_only: "outside the model"')) == []


def test_a_mechanism_is_not_both(told: Tell) -> None:
    both = 'executed_by: clocks.sowing, declared_only: "outside the model"'
    assert told(("executed_by: clocks.sowing", both)) == [("dossier.mechanism-form", "mechanisms.drought")]


SHOWN = (
    "executed_by: clocks.sowing, shown_by: {on: {clocks.sowing.every: '6'}, "
    "measure: number, number: clocks.sowing.every, moves: up}"
)


def test_a_mechanism_may_say_how_it_is_seen(told: Tell) -> None:
    assert told(("executed_by: clocks.sowing", SHOWN)) == []


def test_what_is_only_declared_is_not_seen(told: Tell) -> None:
    declared = SHOWN.replace("executed_by: clocks.sowing", 'declared_only: "outside the model"')
    assert told(("executed_by: clocks.sowing", declared)) == [
        ("dossier.shown-undone", "mechanisms.drought.shown_by"),
    ]


def test_a_demonstration_switches_something_and_names_what_moves(told: Tell) -> None:
    bare = "executed_by: clocks.sowing, shown_by: {measure: vote, moves: down}"
    assert told(("executed_by: clocks.sowing", bare)) == [
        ("dossier.shown-incomplete", "mechanisms.drought.shown_by"),
    ]
