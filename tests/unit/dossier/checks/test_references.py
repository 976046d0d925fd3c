from irenic.dossier.checks.references import references_of
from irenic.dossier.schema.root import Dossier
from tests.unit.dossier.river import Tell


def test_references_of_all_files_are_found(river: Dossier) -> None:
    kinds = {reference.kind for reference in references_of(river)}
    assert {
        "party",
        "actor",
        "person",
        "issue",
        "option",
        "claim",
        "source",
        "segment",
        "holder",
        "path",
        "number",
    } <= kinds


def test_an_unknown_key_stands_at_the_key(told: Tell) -> None:
    assert told(("values: {10: 100, 30: 50 to 70, 50: 0}", "values: {10: 100, 30: 50 to 70, 50: 0, 70: 0}")) == [
        ("dossier.option-unknown", "positions.aldova.water.values.70")
    ]


def test_options_of_an_unknown_issue_are_not_told(told: Tell) -> None:
    assert told(("sq: {dam: aldovan}", "sq: {damm: aldovan}")) == [
        ("dossier.issue-unknown", "theatre.front.positions.bank.sq.damm")
    ]


def test_an_option_is_looked_for_in_its_own_issue(told: Tell) -> None:
    assert told(("reads: {aldova: aldovan, brenland: brenlandic}", "reads: {aldova: aldovan, brenland: 10}")) == [
        ("dossier.option-unknown", "issues.dam.options.shared.reads.brenland")
    ]


def test_a_member_is_an_actor_but_no_party(told: Tell) -> None:
    assert told(("members: [aldova, brenland]", "members: [aldova, brenland, upland]")) == []
    assert told(("needs: [aldova, brenland]", "needs: [aldova, upland]")) == [
        ("dossier.party-unknown", "issues.dam.options.shared.needs.1")
    ]


def test_a_person_may_send_and_hold_but_not_be_a_member_of_a_channel(told: Tell) -> None:
    assert told(("sender: brenland", "sender: minister")) == []
    assert told(("members: [aldova, brenland]", "members: [aldova, brenland, minister]")) == [
        ("dossier.actor-unknown", "channels.bridge.members.2")
    ]
