"""A comparison in words: what differs between two dossiers, and what that does to the answer."""

from collections.abc import Sequence
from typing import Final

from irenic.language.messages import Language
from irenic.report.case_data import Case
from irenic.report.compare_deals import deals_words
from irenic.report.compare_opening import opening_words
from irenic.report.compare_page import MOVED, Sides
from irenic.report.comparison_data import (
    Apart,
    Comparison,
    ConflictShares,
    DossierDifference,
    PairedShare,
    SideOf,
    Spread,
)
from irenic.report.conflicts import conflict_members
from irenic.report.layout import padded
from irenic.report.page import COLUMNS, Page
from irenic.report.paths import path_words
from irenic.report.summary_data import CONDITIONS, MODES, READINGS
from irenic.report.wording import Wording

_FIRST: Final = 34
_COLUMN: Final = 10
_WIDE: Final = 24
_PLACES: Final = 20
_FEW: Final = 5


def comparison_words(found: Comparison, a: Case, b: Case, language: Language) -> str:
    """The comparison as a page of text: sides, what differs, the answer, deals, conflicts, what opens and trades.

    Args:
        found: the comparison.
        a: the case of its first side.
        b: the case of its second.
        language: the language of every sentence.
    """
    sides = Sides(Page(), Wording(a, language), Wording(b, language))
    for part in (_title, _differences, _possible, _zone, _s_star, deals_words, _conflicts, opening_words):
        part(sides, found)
    return sides.page.text


# --- Sides and dossiers


def _title(sides: Sides, found: Comparison) -> None:
    for name, side, wording in (("A", found["a"], sides.a), ("B", found["b"], sides.b)):
        sides.page.paragraph(_side(sides, name, side, wording), indent=0)
    sides.page.lines.append("─" * COLUMNS)
    draws = sides.b.count(found["draws"])
    sides.page.paragraph(sides.say("compare.draws", draws=draws, seed=str(found["seed"])), indent=0)


def _side(sides: Sides, name: str, side: SideOf, wording: Wording) -> str:
    parts = [sides.say("compare.side", side=name, title=wording.words(side["title"]), name=side["name"])]
    if side["results"]:
        parts.append(sides.say("compare.side-results", folder=side["results"]))
    parts += [sides.say("compare.side-set", setting=setting) for setting in side["set"]]
    return sides.say("report.part-mark").join(parts)


def _differences(sides: Sides, found: Comparison) -> None:
    sides.page.heading(sides.say("compare.differences"))
    counting = [d for d in found["differences"] if d["kind"] not in {"words", "backing"}]
    sides.bullets([_difference(sides, difference) for difference in counting], _PLACES)
    others = len(found["differences"]) - len(counting)
    if not counting:
        sides.told("compare.differences-none")
    if others:
        sides.told("compare.differences-words", n=others)
    if not found["whole"]:
        sides.told("compare.differences-of-results")
    for name, apart in (("A", found["only_a"]), ("B", found["only_b"])):
        if text := _apart(sides, name, apart):
            sides.page.paragraph(text)


def _difference(sides: Sides, difference: DossierDifference) -> str:
    path, a, b = difference["path"], difference["a"], difference["b"]
    if a is None or b is None:
        wording = sides.a if b is None else sides.b
        side, value = ("A", a) if b is None else ("B", b)
        what = path_words(path, wording)
        if difference["kind"] == "element":
            return sides.say("compare.only", side=side, what=what)
        return sides.say("compare.only-value", side=side, what=what, value=_value(path, value or "", wording))
    what = path_words(path, sides.b)
    return sides.say("compare.difference", what=what, a=_value(path, a, sides.a), b=_value(path, b, sides.b))


def _value(path: str, text: str, wording: Wording) -> str:
    """What stands at a path: truth values and options by their names, all else as the format writes it."""
    parts = path.split(".")
    if text in {"true", "false"}:
        return wording.say("compare.true" if text == "true" else "compare.false")
    issue = {"positions": parts[2:3], "issues": parts[1:2]}.get(parts[0], [])
    if parts[-1] in {"declared", "status_quo"} and issue and (issue[0], text) in wording.options:
        return wording.quoted(wording.option(issue[0], text))
    return text


def _apart(sides: Sides, name: str, apart: Apart) -> str:
    wording = sides.a if name == "A" else sides.b
    texts = [wording.issue(issue) for issue in apart["issues"]]
    texts += [
        wording.say("report.issue-option", issue=wording.issue(i), option=wording.quoted(wording.option(i, o)))
        for i, o in apart["options"]
    ]
    return sides.say("compare.apart", side=name, what=wording.listed(texts)) if texts else ""


# --- The answer


def _possible(sides: Sides, found: Comparison) -> None:
    sides.page.heading(sides.say("compare.possible"))
    heads = ["A", "B", sides.say("compare.difference-head"), sides.say("compare.only-a"), sides.say("compare.only-b")]
    sides.page.lines.append(_row("", heads))
    for reading in READINGS:
        sides.page.lines.append("  " + sides.say(f"report.reading-{reading}"))
        for mode in MODES:
            sides.page.lines.append(
                _share_row(sides, sides.say(f"report.mode-{mode}"), found["possible"][reading][mode])
            )
    sides.page.lines.append("  " + sides.say("compare.conditions"))
    for condition in CONDITIONS:
        sides.page.lines.append(
            _share_row(sides, sides.say(f"compare.condition-{condition}"), found["conditions"][condition])
        )
    headline = found["possible"][found["headline"]["reading"]][found["headline"]["mode"]]
    sides.page.paragraph(_flips(sides, headline))


def _share_row(sides: Sides, name: str, share: PairedShare) -> str:
    percent = sides.b.percent
    cells = [
        percent(share["a"]),
        percent(share["b"]),
        sides.points_apart(share["difference"], share["low"], share["high"]),
    ]
    return _row("  " + name, [*cells, percent(share["only_a"]), percent(share["only_b"])])


def _row(first: str, cells: Sequence[str]) -> str:
    widths = (_COLUMN, _COLUMN, _WIDE, _COLUMN, _COLUMN)
    row = padded(first, _FIRST) + "".join(padded(cell, width) for cell, width in zip(cells, widths, strict=True))
    return "  " + row.rstrip()


def _flips(sides: Sides, share: PairedShare) -> str:
    if not share["only_a"] and not share["only_b"]:
        return sides.say("compare.flips-none")
    return sides.say("compare.flips", only_a=sides.b.percent(share["only_a"]), only_b=sides.b.percent(share["only_b"]))


def _zone(sides: Sides, found: Comparison) -> None:
    zone, percent = found["zone"], sides.b.small_percent
    sides.page.heading(sides.say("compare.zone"))
    sides.page.paragraph(
        sides.say(
            "compare.zone-shares",
            a=percent(zone["a"]),
            b=percent(zone["b"]),
            difference=sides.points_apart(zone["difference"], zone["low"], zone["high"]),
            draws=sides.b.count(found["zone_draws"]),
        )
    )


def _s_star(sides: Sides, found: Comparison) -> None:
    s_star, percent = found["s_star"], sides.b.percent
    a, b = _spread(sides, s_star["a"]), _spread(sides, s_star["b"])
    sides.page.paragraph(
        sides.say("compare.s-star", a=a, b=b, rises=percent(s_star["rises"]), falls=percent(s_star["falls"]))
    )


def _spread(sides: Sides, spread: Spread) -> str:
    if spread["low"] is None or spread["median"] is None or spread["high"] is None:
        return sides.say("compare.s-star-none")
    numbers = [f"{100 * x:.0f}".replace("-", "−") for x in (spread["median"], spread["low"], spread["high"])]
    return sides.say("compare.spread", median=numbers[0], low=numbers[1], high=numbers[2])


# --- Conflicts


def _conflicts(sides: Sides, found: Comparison) -> None:
    sides.page.heading(sides.say("compare.conflicts"))
    conflicts = found["conflicts"]
    if not conflicts:
        conflicts = found["strict_conflicts"]
        sides.told("compare.conflicts-none")
        if conflicts:
            sides.told("report.conflicts-strict")
    groups = {
        "appear": [c for c in conflicts if not c["a"]],
        "vanish": [c for c in conflicts if not c["b"]],
        "move": [c for c in conflicts if c["a"] and c["b"] and abs(c["b"] - c["a"]) >= MOVED],
    }
    for name, group in groups.items():
        if group:
            sides.page.paragraph(sides.say(f"compare.conflicts-{name}"))
            sides.bullets([_conflict(sides, name, conflict) for conflict in group], _FEW)
    if conflicts and not any(groups.values()):
        sides.told("compare.conflicts-same")


def _conflict(sides: Sides, group: str, conflict: ConflictShares) -> str:
    wording = sides.with_constraints(conflict["members"])
    members = wording.say("report.part-mark").join(conflict_members(conflict["members"], wording))
    percent = sides.b.percent
    if group == "move":
        return sides.say("compare.difference", what=members, a=percent(conflict["a"]), b=percent(conflict["b"]))
    share = conflict["b"] if group == "appear" else conflict["a"]
    return sides.say("compare.conflict", share=percent(share), members=members)
