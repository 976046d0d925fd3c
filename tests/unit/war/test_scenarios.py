from irenic.war.scenarios import Variant, scenarios
from tests.unit.war.wars_with_levers import dossier_with, lever, theatre_and_acts


def told(working: list[str] | None = None) -> list[Variant]:
    theatre, acts = theatre_and_acts(dossier_with())
    return list(scenarios(theatre, acts, [lever.id for lever in acts.levers] if working is None else working))


def test_what_feeds_a_side_is_switched_off_and_free_choices_are_pulled() -> None:
    assert [variant.id for variant in told()] == [
        "as-written",
        "without:arms",
        "without:squeeze",
        "without:loan",
        "without:gift",
        "without:embargo",
        "without:bonds",
        "no-new-money-or-aid",
        "pulled:push",
    ]


def test_all_at_once_are_those_that_bring_more() -> None:
    everything = next(variant for variant in told() if variant.id == "no-new-money-or-aid")
    assert everything.without == ("levers.arms", "levers.loan", "levers.gift", "levers.bonds")
    assert everything.changes == ("arms", "loan", "gift", "bonds")


def test_what_sets_a_number_brings_more_if_it_is_more_than_without() -> None:
    levers = {
        "pledge": lever("theatre.sides.avia.aid", "set", "3"),  # 1 to 2 without it
        "cut": lever("theatre.sides.avia.aid", "set", "0.5"),
        "gift": lever("theatre.sides.avia.grants", "set", "1"),  # nothing without it
    }
    theatre, acts = theatre_and_acts(dossier_with(levers=levers))
    found = scenarios(theatre, acts, [lever.id for lever in acts.levers])
    everything = next(variant for variant in found if variant.id == "no-new-money-or-aid")
    assert everything.without == ("levers.pledge", "levers.gift")


def test_what_never_works_is_not_switched_off() -> None:
    assert [variant.id for variant in told(working=["levers.squeeze"])] == [
        "as-written",
        "without:squeeze",
        "pulled:push",
    ]


def test_a_war_without_levers_has_one_course() -> None:
    theatre, acts = theatre_and_acts(dossier_with(levers={"talk": lever("parties.avia.discount", "multiply", "0.9")}))
    assert list(scenarios(theatre, acts, ["levers.talk"])) == [Variant("as-written")]
