from tests.unit.dossier.river import Tell


def test_a_front_without_places_is_not_looked_at(told: Tell) -> None:
    places = (
        "    positions:\n"
        '      bank: {z: 0, meaning: "The river", sq: {dam: aldovan}}\n'
        '      hills: {z: 1, meaning: "The hills beyond"}\n'
    )
    assert told((places, "")) == []


def test_an_end_may_lie_below_the_places(told: Tell) -> None:
    assert told(("rout: {z: 2,", "rout: {z: -1,")) == []


def test_a_third_side_is_too_much(told: Tell) -> None:
    third = ("    brenland: {}\n", "    brenland: {}\n    coria: {}\n")
    assert told(third, ("aldova: {patrons: coria}", "aldova: {}")) == [("dossier.two-sides", "theatre")]
