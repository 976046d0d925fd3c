"""The page of a comparison: both sides' words, and how shares and differences are told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from irenic.report.comparison_data import Paired
from irenic.report.page import Page
from irenic.report.wording import Wording

MOVED: Final = 0.005
"""A share that moves by less is told as unmoved."""

MOVED_POINTS: Final = 0.5
"""The same of points."""


@dataclass(slots=True)
class Sides:
    """A page, and the words of both sides; what both know is named as the second names it."""

    page: Page
    a: Wording
    b: Wording

    def say(self, identity: str, **params: str | int) -> str:
        """The catalogue entry of that id, filled."""
        return self.b.say(identity, **params)

    def told(self, identity: str, **params: str | int) -> None:
        """A paragraph of the catalogue."""
        self.page.paragraph(self.say(identity, **params))

    def bullets(self, texts: Sequence[str], most: int) -> None:
        """Texts one below the other, and how many more there are."""
        self.page.bullets(texts[:most])
        if len(texts) > most:
            self.told("compare.more", n=len(texts) - most)

    def with_issue(self, issue: str) -> Wording:
        """The side that knows an issue."""
        return self.b if issue in self.b.issues else self.a

    def with_option(self, issue: str, option: str) -> Wording:
        """The side that knows an option."""
        return self.b if (issue, option) in self.b.options else self.a

    def with_party(self, party: str) -> Wording:
        """The side that knows a party."""
        return self.b if party in self.b.parties else self.a

    def with_constraints(self, members: Iterable[str]) -> Wording:
        """The side that knows these constraints."""
        known = {constraint["id"] for constraint in self.b.case["constraints"]}
        return self.b if known.issuperset(members) else self.a

    def option(self, issue: str, option: str) -> str:
        """An option with its issue."""
        wording = self.with_option(issue, option)
        quoted = wording.quoted(wording.option(issue, option))
        return wording.say("report.issue-option", issue=wording.issue(issue), option=quoted)

    def points_apart(self, difference: float, low: float | None, high: float | None) -> str:
        """A difference of shares in points of per cent, with its interval."""
        if low is None or high is None:
            return self.say("compare.points", n=_signed_percent(difference))
        return self.say(
            "compare.points-range", n=_signed_percent(difference), low=_signed_percent(low), high=_signed_percent(high)
        )

    def mean_points(self, by_party: Iterable[tuple[str, Paired]]) -> str:
        """What parties' mean points come to; empty where nobody's move."""
        pairs = list(by_party)
        if all(abs(pair["difference"]) < MOVED_POINTS for _, pair in pairs):
            return ""
        return self.b.listed(
            self.say(
                "compare.party-points",
                party=self.with_party(party).party(party),
                a=_whole(pair["a"]),
                b=_whole(pair["b"]),
            )
            for party, pair in pairs
        )


def _whole(points: float) -> str:
    text = f"{points:.0f}".replace("-", "−")
    return "0" if text == "−0" else text


def _signed_percent(difference: float) -> str:
    """Points of per cent with their sign; one decimal where it is under ten, so that little is not told as nothing."""
    points = 100 * difference
    text = f"{points:+.0f}" if abs(points) >= 10 else f"{points:+.1f}"
    return "0" if float(text) == 0 else text.replace("-", "−")
