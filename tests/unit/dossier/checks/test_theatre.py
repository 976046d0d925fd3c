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


def test_an_end_on_either_hand_is_right(told: Tell) -> None:
    lost = '      rout: {z: 2, meaning: "Brenland at the dam"'
    flight = '      flight: {z: -1, meaning: "Brenland flees", term: {dam: aldovan}, collapse_of: brenland}\n'
    assert told((lost, flight + lost)) == []


def test_optimism_of_a_patron_is_that_of_its_side(told: Tell) -> None:
    beliefs = '  beliefs:\n    coria: {optimism: {value: 0.2, assumed: "hears good news"}}\n  battle:\n'
    assert told(("  battle:\n", beliefs)) == []


def test_an_observation_in_words_needs_nothing(told: Tell) -> None:
    assert told(("  battle:\n", '  observed:\n    pressure: {says: "They push on", of: [aldova]}\n  battle:\n')) == []


def test_an_advance_needs_the_depth_of_a_step(told: Tell) -> None:
    forces = '{forces: {value: %d, assumed: "%s"}}'
    changed = (
        ("    aldova: {patrons: coria}", "    aldova: " + forces % (20, "seen from a hill")),
        ("    brenland: {}", "    brenland: " + forces % (30, "told by a miller")),
    )
    quantity = '{value: 40, assumed: "read off a map"}'
    seen = f"  observed:\n    pace: {{measures: advance, of: aldova, quantity: {quantity}}}\n  battle:\n"
    assert told(*changed, ("  battle:\n", seen)) == [
        ("dossier.observed-lacks", "theatre.observed.pace.measures"),
    ]
    step = ("    start: 0\n", '    start: 0\n    step: {value: 5, assumed: "a day on foot"}\n')
    assert told(*changed, step, ("  battle:\n", seen)) == []
