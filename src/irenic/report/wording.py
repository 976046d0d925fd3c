"""Words for what a case holds, in one language: names, packages, red lines, rules, shares."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from irenic.errors.problem import Parameter
from irenic.language.messages import Language, message
from irenic.report.case_data import (
    Case,
    Coalition,
    Issue,
    LiftedBy,
    Number,
    Option,
    Party,
    Pattern,
    RedLine,
    Rule,
    Words,
)
from irenic.report.opening_data import Package

T = TypeVar("T")


@dataclass(frozen=True)
class Wording:
    """A case in one language.

    Attributes:
        case: the case whose names are used.
        language: the language of every sentence.
    """

    case: Case
    language: Language

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Parties by id."""
        return {party["id"]: party for party in self.case["parties"]}

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        """Issues by id."""
        return {issue["id"]: issue for issue in self.case["issues"]}

    @cached_property
    def options(self) -> Mapping[tuple[str, str], Option]:
        """Options by issue and id."""
        return {(issue["id"], option["id"]): option for issue in self.case["issues"] for option in issue["options"]}

    @cached_property
    def norms(self) -> Mapping[str, str]:
        """Labels of norms by id."""
        return {norm["id"]: self.words(norm["label"]) for norm in self.case["norms"]}

    def say(self, identity: str, **params: Parameter) -> str:
        """The catalogue entry of that id, filled."""
        return message(identity, self.language, **params)

    def chosen(self, text: Words | None) -> tuple[str, str]:
        """The text in this language, else in the unnamed one, else English, else any; and the language it is in."""
        for key in (self.language, "", "en", *(text or ())):
            if text and key in text:
                return text[key], key
        return "", ""

    def words(self, text: Words | None) -> str:
        """The text in this language, or the nearest there is."""
        return self.chosen(text)[0]

    def party(self, identity: str) -> str:
        """Name of a party."""
        return self.words(self.parties[identity]["name"])

    def issue(self, identity: str) -> str:
        """Short name of an issue."""
        return self.words(self.issues[identity]["label"])

    def option(self, issue: str, identity: str) -> str:
        """Short name of an option."""
        return self.words(self.options[issue, identity]["label"])

    def listed(self, items: Iterable[str]) -> str:
        """The items in a row."""
        return self.say("report.list-mark").join(items)

    def percent(self, share: float) -> str:
        """A share in whole per cent; a share that is neither none nor all is never shown as 0 or 100."""
        text = f"{100 * share:.0f}"
        if text == "0" and share > 0:
            return self.say("report.percent-under", n="1")
        if text == "100" and share < 1:
            return self.say("report.percent-over", n="99")
        return self.say("report.percent", n=text)

    def small_percent(self, share: float) -> str:
        """A share that may be tiny, with two significant digits."""
        if share == 0 or share >= 0.1:
            return self.percent(share)
        if share < 1e-6:
            return self.say("report.percent-under", n="0.0001")
        return self.say("report.percent", n=f"{100 * share:.{_decimals(100 * share)}f}")

    def percent_range(self, low: float, high: float) -> str:
        """Two shares as a range; one number where both round to the same."""
        ends = f"{100 * low:.0f}", f"{100 * high:.0f}"
        if ends[0] == ends[1]:
            return self.percent((low + high) / 2)
        return self.say("report.percent-range", low=ends[0], high=ends[1])

    def probability(self, number: Number) -> str:
        """A probability of the dossier as 5th to 95th percentile."""
        return self.percent_range(number["low"], number["high"])

    def points(self, number: Number) -> str:
        """Points of the dossier as 5th to 95th percentile."""
        low, high = f"{number['low']:.0f}", f"{number['high']:.0f}"
        return low if low == high else self.say("report.range", low=low, high=high)

    def count(self, number: float) -> str:
        """A count with marks between thousands."""
        return f"{number:,.0f}"

    def in_order(self, by_issue: Mapping[str, T]) -> Iterator[tuple[str, T]]:
        """What a mapping holds for issues, in the dossier's order (JSON files sort their keys)."""
        return ((issue, by_issue[issue]) for issue in self.issues if issue in by_issue)

    def pattern(self, pattern: Pattern) -> str:
        """A pattern: issues with the options that match."""
        either = self.say("report.or-mark")
        quoted = self.quoted
        return self.say("report.with-mark").join(
            self.say(
                "report.issue-option",
                issue=self.issue(issue),
                option=either.join(quoted(self.option(issue, option)) for option in options),
            )
            for issue, options in self.in_order(pattern)
        )

    def quoted(self, text: str) -> str:
        """The text between quotation marks."""
        return self.say("report.quoted", text=text)

    def package(self, package: Package) -> str:
        """A package in one sentence part: what departs from the state without a deal, then that the rest stays."""
        changes = {i: o for i, o in package.items() if o != self.issues[i]["status_quo"]}
        if not changes:
            return self.say("report.package-nothing")
        parts = [self.choices(changes)]
        if len(changes) < len(package):
            parts.append(self.say("report.package-rest", n=len(package) - len(changes)))
        return self.say("report.part-mark").join(parts)

    def choices(self, package: Package) -> str:
        """A part of a package, issue by issue."""
        return self.say("report.part-mark").join(
            self.say("report.issue-choice", issue=self.issue(issue), option=self.option(issue, option))
            for issue, option in self.in_order(package)
        )

    def red_line(self, party: str, issue: str | None, line: RedLine) -> str:
        """A red line with its party: by its name where it has one, else by what it refuses."""
        if line["label"]:
            label = self.quoted(self.words(line["label"]))
            return self.say("report.constraint-red-line-named", party=self.party(party), label=label)
        return self.say("report.constraint-red-line", party=self.party(party), refused=self.refused(issue, line))

    def refused(self, issue: str | None, line: RedLine) -> str:
        """What a red line refuses; `issue` is the issue of its cell, or None for a line over several issues."""
        if issue is not None and line["option"] is not None:
            option = self.quoted(self.option(issue, line["option"]))
            return self.say("report.issue-option", issue=self.issue(issue), option=option)
        if line["more"]:
            first, second = line["more"]
            return self.say("report.more-than", first=self.issue(first), second=self.issue(second))
        return self.pattern(line["pattern"])

    def red_line_at(self, path: str) -> str | None:
        """The red line at a dotted path, with its party, or None where there is none."""
        for party in self.case["parties"]:
            row = self.case["matrix"].get(party["id"], {})
            lines = [(issue, line) for issue, cell in row.items() for line in cell["red_lines"]]
            for issue, line in [*lines, *((None, line) for line in party["red_lines"])]:
                if line["id"] == path:
                    return self.red_line(party["id"], issue, line)
        return None

    def lifted_by(self, lifted: LiftedBy) -> str:
        """What lifts a red line."""
        parts = [self.words(lifted["body"])] if lifted["body"] else []
        if lifted["pattern"]:
            parts.append(self.say("report.deal-with", pattern=self.pattern(lifted["pattern"])))
        return self.say("report.or-mark").join(parts)

    def rule(self, rule: Rule) -> str:
        """A rule: its name, else what it holds."""
        if rule["label"]:
            return self.say("report.rule-named", label=self.quoted(self.words(rule["label"])))
        if rule["form"] == "same":
            text = self.say("report.rule-same", issues=self.listed(map(self.issue, rule["issues"])))
        elif rule["form"] == "forbid":
            text = self.say("report.rule-forbid", pattern=self.pattern(rule["pattern"]))
        else:
            text = self.say("report.rule-require", pattern=self.pattern(rule["pattern"]))
        if not rule["when"]:
            return text
        return self.say("report.rule-when", rule=text, pattern=self.pattern(rule["when"]))

    def coalition(self, coalition: Coalition) -> str:
        """A coalition by its side deal: its name, else who could make it, on which issues."""
        members = self.say("report.and-mark").join(map(self.party, coalition["members"]))
        if coalition["label"]:
            label = self.quoted(self.words(coalition["label"]))
            return self.say("report.constraint-coalition-named", members=members, label=label)
        issues = self.listed(self.issue(issue) for issue, _ in self.in_order(coalition["controls"]))
        return self.say("report.constraint-coalition", members=members, issues=issues)


def _decimals(value: float) -> int:
    """Decimals that leave two significant digits of a value below 10."""
    decimals = 0
    while value < 10 and decimals < 6:
        value *= 10
        decimals += 1
    return decimals
