import pytest

from irenic.dossier.checks.acts import NEEDED
from irenic.dossier.schema.acts import TriggerRule
from tests.unit.dossier.river import Tell

TRIGGER = "trigger: {on: offer-refused, by: brenland}"


@pytest.mark.parametrize("event", NEEDED)
def test_a_trigger_says_what_it_is_about(told: Tell, event: str) -> None:
    assert told((TRIGGER, f"trigger: {event}")) == [("dossier.trigger-incomplete", "levers.credit.trigger")]
    assert NEEDED[event] in TriggerRule.model_fields


@pytest.mark.parametrize(
    "trigger",
    [
        "{on: date, date: 2031-06-01}",
        "{on: body-decides, body: assembly}",
        "{on: clock, clock: sowing}",
        "{on: lever-ends, lever: credit}",
        "{on: option-chosen, package: {dam: shared}}",
        "talks-fail",
    ],
)
def test_a_whole_trigger_is_fine(told: Tell, trigger: str) -> None:
    assert told((TRIGGER, f"trigger: {trigger}")) == []


def test_a_lever_may_only_be_declared(told: Tell) -> None:
    assert told(("    path: parties.brenland.no_deal\n    op: add\n", "")) == []


def test_a_lever_without_a_path_changes_nothing(told: Tell) -> None:
    assert told(("    path: parties.brenland.no_deal\n", "")) == [("dossier.lever-incomplete", "levers.credit")]


def test_a_vote_may_name_who_casts_it(told: Tell) -> None:
    assert told(('upland: {position: "no"}', 'lowland: {party: aldova, position: "no"}')) == []
