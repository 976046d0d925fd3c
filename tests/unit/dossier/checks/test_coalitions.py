import pytest

from irenic.dossier.pending import ON_PACKAGES, Feeding
from irenic.dossier.trace import trace
from tests.unit.dossier.river import Edit, Read, Tell

AFTER = "channels:\n  bridge:"
VALUES = "{aldovan: 0, shared: 60, brenlandic: 100}"
DAM = (
    "  brenland:\n    water:",
    f"  brenland:\n    dam: {{weight: 50, values: {VALUES}, assumed: fields}}\n    water:",
)


def valley(members: str, controls: str) -> Edit:
    return AFTER, f"coalitions:\n  valley: {{members: {members}, controls: {controls}, because: C1}}\n{AFTER}"


@pytest.mark.parametrize("controls", ["{water: 30}", "{water: [10, 50]}", "{dam: [shared, brenlandic], water: 50}"])
def test_what_members_know_and_can_do_is_fine(told: Tell, controls: str) -> None:
    assert told(DAM, valley("[aldova, brenland]", controls)) == []


def test_members_are_needed_and_named_once(told: Tell) -> None:
    assert told(valley("[aldova, coria, aldova]", "{water: 30}")) == [
        ("dossier.coalition-unneeded", "coalitions.valley.members.1"),
        ("dossier.coalition-repeats", "coalitions.valley.members.2"),
    ]


def test_members_state_what_they_control(told: Tell) -> None:
    assert told(valley("[aldova, brenland]", "{dam: shared}")) == [
        ("dossier.coalition-silent", "coalitions.valley.members.1")
    ]


def test_keeping_everything_is_no_side_deal(told: Tell) -> None:
    assert told(DAM, valley("[aldova, brenland]", "{water: 10, dam: aldovan}")) == [
        ("dossier.coalition-idle", "coalitions.valley.controls")
    ]


def test_what_needs_others_is_not_controlled(told: Tell) -> None:
    needs = ("needs: [aldova, brenland]", "needs: [aldova, coria]")
    assert told(DAM, needs, valley("[aldova, brenland]", "{dam: [brenlandic, shared]}")) == [
        ("dossier.coalition-needs", "coalitions.valley.controls.dam.1")
    ]


def test_what_is_unknown_is_left_to_the_check_of_references(told: Tell) -> None:
    assert told(valley("[aldova, brenlan]", "{wate: 10, dam: share}")) == [
        ("dossier.party-unknown", "coalitions.valley.members.1"),
        ("dossier.issue-unknown", "coalitions.valley.controls.wate"),
        ("dossier.option-unknown", "coalitions.valley.controls.dam"),
    ]


def test_every_answer_rests_on_a_coalition(reading: Read) -> None:
    dossier = reading(valley("[aldova, brenland]", "{water: 30}")).dossier
    assert dossier is not None
    assert Feeding(dossier).answers_of("coalitions.valley") == ON_PACKAGES
    assert "coalitions.valley" in {link.path for link in trace(dossier, "C1").elements}
    assert "coalitions.valley" in {link.path for link in trace(dossier, "zone").elements}
