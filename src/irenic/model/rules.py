"""Rules as marks on combinations."""

from irenic.dossier.schema.issues import Rule
from irenic.model.combinations import Marker, Truths, pattern_issues


def rule_issues(rule: Rule) -> tuple[str, ...]:
    """Issues that a rule ties together."""
    same = dict.fromkeys(rule.same or (), ())
    return pattern_issues(same, rule.forbid or {}, rule.require or {}, rule.when)


def broken_by(rule: Rule, marker: Marker) -> Truths:
    """Combinations that break a rule: bool[combination]. `same` compares the options' ids."""
    block = marker.block_of(rule_issues(rule))
    concerned = marker.matching(rule.when, block)
    if rule.same is not None:
        wrong = ~marker.same(rule.same, block)
    elif rule.forbid is not None:
        wrong = marker.matching(rule.forbid, block)
    else:
        wrong = ~marker.matching(rule.require or {}, block)
    return marker.everywhere(block, concerned & wrong)
