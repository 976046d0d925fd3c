"""A comparison in words: what differs between two dossiers, and what that does to the answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from irenic.language.messages import Language
from irenic.report.case_data import Case
from irenic.report.comparison_data import (
    Apart,
    Comparison,
    ConflictShares,
    DossierDifference,
    Move,
    PairedShare,
    SideOf,
    SolutionChange,
    Spread,
)
from irenic.report.conflicts import conflict_members
from irenic.report.layout import padded, wrapped
from irenic.report.paths import path_words
from irenic.report.summary_data import CONDITIONS, MODES, READINGS
from irenic.report.wording import Wording

COLUMNS: Final = 100
MOVED: Final = 0.005
"""A share that moves by less is told as unmoved."""

_FIRST: Final = 34
_COLUMN: Final = 10
_WIDE: Final = 24
_PLACES: Final = 20
_FEW: Final = 5
_MANY: Final = 8


def comparison_words(found: Comparison, a: Case, b: Case, language: Language) -> str:
    """The comparison as a page of text: sides, what differs, the answer, deals, conflicts.

    Args:
        found: the comparison.
        a: the case of its first side.
        b: the case of its second.
        language: the language of every sentence.
    """
    page = _Page(Wording(a, language), Wording(b, language))
    _sides(page, found)
    _differences(page, found)
    _possible(page, found)
    _zone(page, found)
    _s_star(page, found)
    _deals(page, found)
    _options(page, found)
    _conflicts(page, found)
    return "\n".join(page.lines) + "\n"


@dataclass(slots=True)
class _Page:
    """Lines of text, and the words of both sides; what both know is named as the second names it."""

    a: Wording
    b: Wording
    lines: list[str] = field(default_factory=list)

    def say(self, identity: str, **params: str | int) -> str:
        return self.b.say(f"compare.{identity}", **params)

    def heading(self, text: str) -> None:
        self.lines += ["", text]

    def paragraph(self, text: str, mark: str = "", indent: int = 2) -> None:
        room = COLUMNS - indent - len(mark)
        for i, line in enumerate(wrapped(text, room)):
            self.lines.append(" " * indent + (mark if i == 0 else " " * len(mark)) + line)

    def bullets(self, texts: Sequence[str], most: int) -> None:
        for text in texts[:most]:
            self.paragraph(text, "· ")
        if len(texts) > most:
            self.paragraph(self.say("more", n=len(texts) - most))

    def with_issue(self, issue: str) -> Wording:
        """The side that knows an issue."""
        return self.b if issue in self.b.issues else self.a

    def with_option(self, issue: str, option: str) -> Wording:
        """The side that knows an option."""
        return self.b if (issue, option) in self.b.options else self.a

    def with_constraints(self, members: Iterable[str]) -> Wording:
        """The side that knows these constraints."""
        known = {constraint["id"] for constraint in self.b.case["constraints"]}
        return self.b if known.issuperset(members) else self.a


# --- Sides and dossiers


def _sides(page: _Page, found: Comparison) -> None:
    for name, side, wording in (("A", found["a"], page.a), ("B", found["b"], page.b)):
        page.paragraph(_side(page, name, side, wording), indent=0)
    page.lines.append("─" * COLUMNS)
    draws = page.b.count(found["draws"])
    page.paragraph(page.say("draws", draws=draws, seed=str(found["seed"])), indent=0)


def _side(page: _Page, name: str, side: SideOf, wording: Wording) -> str:
    parts = [page.say("side", side=name, title=wording.words(side["title"]), name=side["name"])]
    if side["results"]:
        parts.append(page.say("side-results", folder=side["results"]))
    parts += [page.say("side-set", setting=setting) for setting in side["set"]]
    return page.b.say("report.part-mark").join(parts)


def _differences(page: _Page, found: Comparison) -> None:
    page.heading(page.say("differences"))
    counting = [d for d in found["differences"] if d["kind"] not in {"words", "backing"}]
    page.bullets([_difference(page, difference) for difference in counting], _PLACES)
    others = len(found["differences"]) - len(counting)
    if not counting:
        page.paragraph(page.say("differences-none"))
    if others:
        page.paragraph(page.say("differences-words", n=others))
    if not found["whole"]:
        page.paragraph(page.say("differences-of-results"))
    for name, apart in (("A", found["only_a"]), ("B", found["only_b"])):
        if text := _apart(page, name, apart):
            page.paragraph(text)


def _difference(page: _Page, difference: DossierDifference) -> str:
    path, a, b = difference["path"], difference["a"], difference["b"]
    if a is None or b is None:
        wording = page.a if b is None else page.b
        side, value = ("A", a) if b is None else ("B", b)
        what = path_words(path, wording)
        if difference["kind"] == "element":
            return page.say("only", side=side, what=what)
        return page.say("only-value", side=side, what=what, value=_value(path, value or "", wording))
    what = path_words(path, page.b)
    return page.say("difference", what=what, a=_value(path, a, page.a), b=_value(path, b, page.b))


def _value(path: str, text: str, wording: Wording) -> str:
    """What stands at a path: truth values and options by their names, all else as the format writes it."""
    parts = path.split(".")
    if text in {"true", "false"}:
        return wording.say(f"compare.{text}")
    issue = {"positions": parts[2:3], "issues": parts[1:2]}.get(parts[0], [])
    if parts[-1] in {"declared", "status_quo"} and issue and (issue[0], text) in wording.options:
        return wording.quoted(wording.option(issue[0], text))
    return text


def _apart(page: _Page, name: str, apart: Apart) -> str:
    wording = page.a if name == "A" else page.b
    texts = [wording.issue(issue) for issue in apart["issues"]]
    texts += [
        wording.say("report.issue-option", issue=wording.issue(i), option=wording.quoted(wording.option(i, o)))
        for i, o in apart["options"]
    ]
    return page.say("apart", side=name, what=wording.listed(texts)) if texts else ""


# --- The answer


def _possible(page: _Page, found: Comparison) -> None:
    page.heading(page.say("possible"))
    heads = ["A", "B", page.say("difference-head"), page.say("only-a"), page.say("only-b")]
    page.lines.append(_row("", heads))
    for reading in READINGS:
        page.lines.append("  " + page.b.say(f"report.reading-{reading}"))
        for mode in MODES:
            page.lines.append(_share_row(page, page.b.say(f"report.mode-{mode}"), found["possible"][reading][mode]))
    page.lines.append("  " + page.say("conditions"))
    for condition in CONDITIONS:
        page.lines.append(_share_row(page, page.say(f"condition-{condition}"), found["conditions"][condition]))
    headline = found["possible"][found["headline"]["reading"]][found["headline"]["mode"]]
    page.paragraph(_flips(page, headline))


def _share_row(page: _Page, name: str, share: PairedShare) -> str:
    percent = page.b.percent
    cells = [
        percent(share["a"]),
        percent(share["b"]),
        _apart_by(page, share["difference"], share["low"], share["high"]),
    ]
    return _row("  " + name, [*cells, percent(share["only_a"]), percent(share["only_b"])])


def _row(first: str, cells: Sequence[str]) -> str:
    widths = (_COLUMN, _COLUMN, _WIDE, _COLUMN, _COLUMN)
    row = padded(first, _FIRST) + "".join(padded(cell, width) for cell, width in zip(cells, widths, strict=True))
    return "  " + row.rstrip()


def _flips(page: _Page, share: PairedShare) -> str:
    if not share["only_a"] and not share["only_b"]:
        return page.say("flips-none")
    return page.say("flips", only_a=page.b.percent(share["only_a"]), only_b=page.b.percent(share["only_b"]))


def _apart_by(page: _Page, difference: float, low: float | None, high: float | None) -> str:
    """A difference of shares in points of per cent, with its interval."""
    if low is None or high is None:
        return page.say("points", n=_signed(difference))
    return page.say("points-range", n=_signed(difference), low=_signed(low), high=_signed(high))


def _signed(difference: float) -> str:
    """Points of per cent with their sign; one decimal where it is under ten, so that little is not told as nothing."""
    points = 100 * difference
    text = f"{points:+.0f}" if abs(points) >= 10 else f"{points:+.1f}"
    return "0" if float(text) == 0 else text.replace("-", "−")


def _zone(page: _Page, found: Comparison) -> None:
    zone, percent = found["zone"], page.b.small_percent
    page.heading(page.say("zone"))
    page.paragraph(
        page.say(
            "zone-shares",
            a=percent(zone["a"]),
            b=percent(zone["b"]),
            difference=_apart_by(page, zone["difference"], zone["low"], zone["high"]),
            draws=page.b.count(found["zone_draws"]),
        )
    )


def _s_star(page: _Page, found: Comparison) -> None:
    s_star, percent = found["s_star"], page.b.percent
    a, b = _spread(page, s_star["a"]), _spread(page, s_star["b"])
    page.paragraph(page.say("s-star", a=a, b=b, rises=percent(s_star["rises"]), falls=percent(s_star["falls"])))


def _spread(page: _Page, spread: Spread) -> str:
    if spread["low"] is None or spread["median"] is None or spread["high"] is None:
        return page.say("s-star-none")
    numbers = [f"{100 * x:.0f}".replace("-", "−") for x in (spread["median"], spread["low"], spread["high"])]
    return page.say("spread", median=numbers[0], low=numbers[1], high=numbers[2])


# --- Deals


def _deals(page: _Page, found: Comparison) -> None:
    page.heading(page.say("deals"))
    changes = {name: change for name, change in found["solutions"].items() if change is not None}
    if not changes:
        page.paragraph(page.say("deals-none"))
    for name, change in changes.items():
        _solution(page, page.b.say(f"report.solution-{name}"), change)


def _solution(page: _Page, name: str, change: SolutionChange) -> None:
    if not change["changed"]:
        page.paragraph(page.say("solution-same", name=name))
        return
    page.paragraph(page.say("solution-changed", name=name, share=page.b.percent(change["changed"])))
    for move in change["moves"][:2]:
        page.paragraph(_move(page, move), "· ", indent=4)


def _move(page: _Page, move: Move) -> str:
    texts = [
        page.say(
            "move",
            issue=page.with_issue(issue).issue(issue),
            a=page.a.quoted(page.a.option(issue, old)),
            b=page.b.quoted(page.b.option(issue, new)),
        )
        for issue, (old, new) in page.b.in_order(move["issues"])
    ]
    return page.say("moves", share=page.b.percent(move["share"]), what=page.b.say("report.part-mark").join(texts))


def _options(page: _Page, found: Comparison) -> None:
    moved = [share for share in found["options"] if abs(share["b"] - share["a"]) >= MOVED]
    if not moved:
        return
    page.heading(page.say("options"))
    texts = []
    for share in moved:
        wording = page.with_option(share["issue"], share["option"])
        option = wording.quoted(wording.option(share["issue"], share["option"]))
        what = wording.say("report.issue-option", issue=wording.issue(share["issue"]), option=option)
        texts.append(page.say("difference", what=what, a=page.b.percent(share["a"]), b=page.b.percent(share["b"])))
    page.bullets(texts, _MANY)


# --- Conflicts


def _conflicts(page: _Page, found: Comparison) -> None:
    page.heading(page.say("conflicts"))
    conflicts = found["conflicts"]
    if not conflicts:
        conflicts = found["strict_conflicts"]
        page.paragraph(page.say("conflicts-none"))
        if conflicts:
            page.paragraph(page.b.say("report.conflicts-strict"))
    groups = {
        "appear": [c for c in conflicts if not c["a"]],
        "vanish": [c for c in conflicts if not c["b"]],
        "move": [c for c in conflicts if c["a"] and c["b"] and abs(c["b"] - c["a"]) >= MOVED],
    }
    for name, group in groups.items():
        if group:
            page.paragraph(page.say(f"conflicts-{name}"))
            page.bullets([_conflict(page, name, conflict) for conflict in group], _FEW)
    if conflicts and not any(groups.values()):
        page.paragraph(page.say("conflicts-same"))


def _conflict(page: _Page, group: str, conflict: ConflictShares) -> str:
    wording = page.with_constraints(conflict["members"])
    members = wording.say("report.part-mark").join(conflict_members(conflict["members"], wording))
    percent = page.b.percent
    if group == "move":
        return page.say("difference", what=members, a=percent(conflict["a"]), b=percent(conflict["b"]))
    share = conflict["b"] if group == "appear" else conflict["a"]
    return page.say("conflict", share=percent(share), members=members)
