"""Conflicts in words: which constraints cannot hold together."""

from collections.abc import Sequence

from irenic.language.messages import Language
from irenic.report.case_data import Case, Constraint, RedLine
from irenic.report.wording import Wording


def conflict_sentence(members: Sequence[str], case: Case, language: Language) -> str:
    """A conflict as one sentence that names every member.

    Args:
        members: ids of constraints of the case, at least one.
        case: the case.
        language: language of the sentence.

    Raises:
        KeyError: a member is no constraint of the case.
    """
    names = conflict_members(members, Wording(case, language))
    if len(names) == 1:
        return message_alone(names[0], Wording(case, language))
    wording = Wording(case, language)
    return wording.say("report.conflict", members=wording.say("report.part-mark").join(names))


def message_alone(name: str, wording: Wording) -> str:
    """The sentence for a constraint that rules out a deal by itself."""
    return wording.say("report.conflict-alone", member=name)


def conflict_members(members: Sequence[str], wording: Wording) -> list[str]:
    """The members of a conflict in words, in the order given."""
    constraints = {constraint["id"]: constraint for constraint in wording.case["constraints"]}
    return [constraint_words(constraints[member], wording) for member in members]


def constraint_words(constraint: Constraint, wording: Wording) -> str:
    """One constraint in words: whose it is, what it refuses, and what could lift it."""
    match constraint["kind"]:
        case "no_deal":
            return wording.say("report.constraint-no-deal", party=wording.party(_named(constraint["party"])))
        case "red_line":
            return _red_line(constraint, wording)
        case "rule":
            rules = {rule["id"]: rule for rule in wording.case["rules"]}
            return wording.rule(rules[_named(constraint["rule"])])
        case "infeasible":
            issue, option = _named(constraint["issue"]), _named(constraint["option"])
            return wording.say(
                "report.constraint-infeasible", issue=wording.issue(issue), option=wording.option(issue, option)
            )
        case "coalition":
            coalitions = {coalition["id"]: coalition for coalition in wording.case["coalitions"]}
            return wording.coalition(coalitions[_named(constraint["coalition"])])


def _red_line(constraint: Constraint, wording: Wording) -> str:
    line = red_line_of(constraint, wording)
    text = wording.red_line(_named(constraint["party"]), constraint["issue"], line)
    if line["lifted_by"] is None:
        return text
    return text + wording.say("report.lifted-by", by=wording.lifted_by(line["lifted_by"]))


def red_line_of(constraint: Constraint, wording: Wording) -> RedLine:
    """The red line that a constraint is."""
    party, issue = _named(constraint["party"]), constraint["issue"]
    lines = wording.parties[party]["red_lines"] if issue is None else wording.case["matrix"][party][issue]["red_lines"]
    return next(line for line in lines if line["id"] == constraint["red_line"])


def _named(identity: str | None) -> str:
    if identity is None:
        raise KeyError("a constraint lacks the id that its kind needs")
    return identity
