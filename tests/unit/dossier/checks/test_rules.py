import pytest

from tests.unit.dossier.river import Tell

LAST = '  no-gift: {forbid: {dam: brenlandic, water: 10}, assumed: "a dam without water is worth nothing"}\n'


@pytest.mark.parametrize("rule", ["{assumed: none}", "{forbid: {dam: shared}, same: [water, release], assumed: two}"])
def test_a_rule_says_one_thing(told: Tell, rule: str) -> None:
    assert told((LAST, f"{LAST}  odd: {rule}\n")) == [("dossier.rule-form", "rules.odd")]


@pytest.mark.parametrize(
    "rules",
    [
        "{forbid: {dam: [aldovan, shared, brenlandic]}, assumed: none left}",
    ],
)
def test_one_rule_may_leave_nothing(told: Tell, rules: str) -> None:
    assert told((LAST, f"{LAST}  odd: {rules}\n")) == [("dossier.rules-leave-nothing", "rules")]


def test_rules_may_leave_nothing_together(told: Tell) -> None:
    more = (
        "  a: {require: {release: 30}, when: {water: [10, 30]}, assumed: a}\n"
        "  b: {require: {water: [10, 30]}, assumed: b}\n"
        "  c: {forbid: {release: 30}, assumed: c}\n"
    )
    assert told((LAST, LAST + more)) == [("dossier.rules-leave-nothing", "rules")]


def test_a_rule_that_never_applies_takes_nothing_away(told: Tell) -> None:
    never = "  odd: {forbid: {dam: aldovan}, when: {dam: shared}, assumed: never both}\n"
    assert told((LAST, LAST + never)) == []


def test_an_empty_condition_always_holds(told: Tell) -> None:
    always = "  odd: {require: {dam: shared}, assumed: always}\n"
    assert told((LAST, LAST + always)) == []


def test_an_empty_pattern_forbids_everything_and_is_told(told: Tell) -> None:
    assert told((LAST, LAST + "  odd: {forbid: {}, assumed: all}\n")) == [("dossier.pattern-empty", "rules.odd.forbid")]


def test_a_rule_on_an_unknown_issue_is_left_to_the_check_of_references(told: Tell) -> None:
    unknown = "  odd: {forbid: {toll: both}, assumed: unknown}\n"
    assert told((LAST, LAST + unknown)) == [("dossier.issue-unknown", "rules.odd.forbid.toll")]
