from tests.unit.dossier.river import Tell


def test_influence_and_discount_may_both_be_left_out(told: Tell) -> None:
    influence = '    influence: {value: 20 to 40, assumed: "holds the dam"}\n'
    discount = '    discount: {value: 0.8 to 0.95, assumed: "an election is far off"}\n'
    assert told((influence, ""), (discount, "")) == []


def test_who_does_not_consent_needs_no_value_and_no_position(told: Tell) -> None:
    assert told(("    roles: [mediator]\n", "    roles: [mediator]\n    consents: false\n")) == []


def test_a_declared_wish_is_no_stated_cell(told: Tell) -> None:
    silent = "  brenland:\n    water: {declared: 50}\n"
    spoken = (
        "  brenland:\n    water:\n      weight: 100\n      values: {10: 0, 30: 40 to 60, 50: 100}\n      because: B1\n"
    )
    assert told((spoken, silent)) == [("dossier.consent-without-position", "parties.brenland.consents")]


def test_one_person_may_speak_for_two(told: Tell) -> None:
    speaker = '    roles: [mediator]\n    people: {minister: {name: "Ada Morn"}}\n'
    assert told(("    roles: [mediator]\n", speaker)) == []


def test_a_party_and_a_person_have_ids_of_their_own(told: Tell) -> None:
    person = '    roles: [mediator]\n    people: {aldova: {name: "Al Dova"}, author: {name: "An Author"}}\n'
    assert told(("    roles: [mediator]\n", person)) == [
        ("dossier.name-shared", "parties.coria.people.aldova"),
        ("dossier.name-shared", "parties.coria.people.author"),
    ]
