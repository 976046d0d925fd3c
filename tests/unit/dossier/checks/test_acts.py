import pytest

from irenic.dossier.checks.acts import ENDLESS, NEEDED
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
        "{on: option-chosen, package: {dam: shared}}",
        "talks-fail",
    ],
)
def test_a_whole_trigger_is_fine(told: Tell, trigger: str) -> None:
    assert told((TRIGGER, f"trigger: {trigger}")) == []


def test_a_lever_may_wait_for_another_to_end(told: Tell) -> None:
    loan = "  loan: {holder: coria, trigger: {on: lever-ends, lever: credit}, assumed: later}\nbodies:\n"
    assert told(("bodies:\n", loan)) == []


def test_a_lever_may_only_be_declared(told: Tell) -> None:
    assert told(("    path: parties.brenland.no_deal\n    op: add\n", "")) == []


def test_a_lever_without_a_path_changes_nothing(told: Tell) -> None:
    assert told(("    path: parties.brenland.no_deal\n", "")) == [("dossier.lever-incomplete", "levers.credit")]


SOWING = "sowing: {date: 2031-05-01, who: brenland}"


@pytest.mark.parametrize("event", ENDLESS)
def test_what_never_comes_ends_nothing(told: Tell, event: str) -> None:
    assert told((TRIGGER, f"{TRIGGER}\n    end: {event}")) == [("dossier.end-impossible", "levers.credit.end")]


@pytest.mark.parametrize("event", ["own-choice", "yearly"])
def test_no_clock_counts_from_what_never_comes(told: Tell, event: str) -> None:
    after = (SOWING, f"sowing: {{after: {event}, months: {{value: 2, assumed: short}}, who: brenland}}")
    assert told(after) == [("dossier.end-impossible", "clocks.sowing.after")]


def test_a_yearly_act_has_a_clock(told: Tell) -> None:
    yearly = (TRIGGER, "trigger: yearly\n    end: {on: clock, clock: sowing}")
    assert told(yearly) == []
    never = (TRIGGER, "trigger: yearly\n    end: talks-fail")
    assert told(never) == [("dossier.yearly-without-clock", "levers.credit.trigger")]


def test_a_clock_that_is_waited_for_strikes(told: Tell) -> None:
    yearly = (TRIGGER, "trigger: yearly\n    end: {on: clock, clock: sowing}")
    silent = (SOWING, "sowing: {since: 2031-05-01, who: brenland}")
    assert told(yearly, silent) == [("dossier.clock-never-strikes", "levers.credit.end")]
    counted = (SOWING, "sowing: {every: {value: 12, assumed: yearly}, who: brenland}")
    assert told(yearly, counted) == []


def test_levers_and_clocks_may_wait_in_a_row_but_not_in_a_circle(told: Tell) -> None:
    row = (SOWING, "sowing: {after: {on: lever-ends, lever: credit}, who: brenland}")
    assert told(row) == []
    circle = (TRIGGER, f"{TRIGGER}\n    end: {{on: clock, clock: sowing}}")
    assert told(row, circle) == [
        ("dossier.lever-circle", "levers.credit.end"),
        ("dossier.lever-circle", "clocks.sowing.after"),
    ]
    itself = (TRIGGER, "trigger: {on: lever-ends, lever: credit}")
    assert told(itself) == [("dossier.lever-circle", "levers.credit.trigger")]
