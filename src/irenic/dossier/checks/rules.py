"""Rules say one thing each, and leave something to agree on."""

from collections.abc import Iterator, Mapping
from typing import Final

from irenic.dossier.positions import Positions
from irenic.dossier.schema.ids import Pattern
from irenic.dossier.schema.issues import Rule
from irenic.dossier.schema.root import Dossier
from irenic.dossier.ties import blocks_of
from irenic.errors.problem import Problem

MOST_STEPS: Final = 50_000
"""Steps of the search for a package; beyond them the compiled model finds out."""


def check_forms(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Exactly one of `same`, `forbid`, `require`; `same` joins issues with the same options; no pattern is empty."""
    issues = dossier.file.issues
    for name, rule in dossier.file.rules.items():
        way = ("rules", name)
        if sum(part is not None for part in (rule.same, rule.forbid, rule.require)) != 1:
            yield positions.problem("dossier.rule-form", way, {"rule": name}, at_key=True)
        joined = [issues[issue] for issue in rule.same or () if issue in issues]
        if len({issue.option_ids for issue in joined}) > 1:
            yield positions.problem("dossier.same-differs", (*way, "same"), {"rule": name}, at_key=True)
        for part, pattern in (("forbid", rule.forbid), ("require", rule.require)):
            if pattern is not None and not pattern:
                yield positions.problem("dossier.pattern-empty", (*way, part), at_key=True)
    for party, held in dossier.file.positions.items():
        for name, interaction in held.interactions.items():
            if not interaction.package:
                yield positions.problem(
                    "dossier.pattern-empty", ("positions", party, "interactions", name, "package"), at_key=True
                )


def check_some_package_is_left(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Some package breaks no rule; looked for block by block, since no rule reaches beyond its block."""
    known = dossier.file.issues.keys()
    rules = tuple(rule for rule in dossier.file.rules.values() if _issues_of(rule) <= known)
    for block in blocks_of(dossier):
        concerned = [rule for rule in rules if _issues_of(rule) & set(block)]
        if concerned and not _some_combination(dossier, block, concerned):
            yield positions.problem(
                "dossier.rules-leave-nothing", ("rules",), {"issues": ", ".join(block)}, at_key=True
            )


def _some_combination(dossier: Dossier, block: tuple[str, ...], rules: list[Rule]) -> bool:
    """Whether the rules leave a combination of the block: depth first, each rule tried once its issues are chosen."""
    order = [issue for issue in block if any(issue in _issues_of(rule) for rule in rules)]
    due: list[list[Rule]] = [[] for _ in order]
    for rule in rules:
        due[max(order.index(issue) for issue in _issues_of(rule))].append(rule)
    options = [dossier.file.issues[issue].option_ids for issue in order]
    chosen: dict[str, str] = {}
    tried = [0]
    for _ in range(MOST_STEPS):
        depth = len(tried) - 1
        if tried[depth] == len(options[depth]):
            tried.pop()
            if not tried:
                return False
            continue
        chosen[order[depth]] = options[depth][tried[depth]]
        tried[depth] += 1
        if any(_broken(rule, chosen) for rule in due[depth]):
            continue
        if depth + 1 == len(order):
            return True
        tried.append(0)
    return True


def _issues_of(rule: Rule) -> set[str]:
    return {*(rule.same or ()), *(rule.forbid or ()), *(rule.require or ()), *rule.when}


def _broken(rule: Rule, chosen: Mapping[str, str]) -> bool:
    if not _matches(rule.when, chosen):
        return False
    if rule.same is not None:
        return len({chosen[issue] for issue in rule.same}) > 1
    if rule.forbid is not None:
        return _matches(rule.forbid, chosen)
    return not _matches(rule.require or {}, chosen)


def _matches(pattern: Pattern, chosen: Mapping[str, str]) -> bool:
    return all(chosen[issue] in options for issue, options in pattern.items())
