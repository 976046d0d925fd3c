"""The brief: one page of terminal text, conclusion first."""

from typing import TYPE_CHECKING, cast

from irenic import __version__
from irenic.language.messages import Language
from irenic.report.answer import (
    LEADING,
    SolutionName,
    answer_of,
    condition_sentences,
    exactness_sentence,
    headline_answer,
    headline_sentence,
    rests_on_silence,
    solutions,
)
from irenic.report.assumptions import Reason, reasons
from irenic.report.case_data import Case
from irenic.report.conflicts import conflict_members
from irenic.report.layout import padded, width, wrapped
from irenic.report.no_deal import used_words
from irenic.report.opening import fix_sentence, telling_fixes
from irenic.report.page import COLUMNS, Page
from irenic.report.paths import path_words
from irenic.report.summary_data import MODES, READINGS, Possible, Solution, Summary
from irenic.report.theatre_brief import theatre_lines
from irenic.report.trades import trade_views
from irenic.report.votes import lever_sentences, signed_sentence
from irenic.report.wording import Wording

if TYPE_CHECKING:
    from irenic.results.folder import ResultsFolder

LINES = 60
_FREE = 2
"""Lines of the page that lists don't fill: for what the terminal says after the brief."""
_LENGTHS = (5, 4, 3, 2, 1, 0, -1, -2, -3)
"""Entries of a list, from many to few. With none, votes on levers, what deals are worth, what trades, which cells are
silent and which disputes stand are left to the report; below that, also the ends of the war and most months of the
zone; then who is silent on every issue; at last the first reason for assuming. What becomes of the deal once signed
always stands."""


def brief(results: "ResultsFolder", language: Language) -> str:
    """The answer of a results folder on one page: at most 60 lines of 100 columns, as far as the dossier's texts allow.

    Lists of conflicts, reasons and disputes are cut to what fits, and say how much more the report has.
    """
    case, summary = cast(Case, results.case), cast(Summary, results.summary)
    return _fitted(case, summary, language, str(results.manifest["irenic"]), str(results.manifest["digest"])[:12])


def brief_unwritten(case: Case, summary: Summary, language: Language) -> str:
    """The same page for an answer of which no results folder is kept."""
    return _fitted(case, summary, language, __version__, None)


def _fitted(case: Case, summary: Summary, language: Language, version: str, digest: str | None) -> str:
    wording = Wording(case, language)
    if digest is None:
        origin = wording.say("brief.origin-unwritten", version=version)
    else:
        origin = wording.say("brief.origin", version=version, digest=digest)
    for length in _LENGTHS:
        lines = _page(case, summary, wording, origin, length)
        if len(lines) <= LINES - _FREE:
            break
    return "\n".join(lines) + "\n"


def _page(case: Case, summary: Summary, wording: Wording, origin: str, length: int) -> list[str]:
    page = Page()
    page.title(case, wording)
    _answer(page, summary, wording)
    _theatre(page, summary, wording, length)
    _deals(page, summary, wording, length)
    _conflicts(page, summary, wording, length)
    _opening(page, summary, wording, length)
    _carries(page, case, summary, wording, length)
    _silent(page, case, wording, length)
    _disputes(page, case, wording, length)
    _method(page, summary, wording, origin)
    return page.lines


def _answer(page: Page, summary: Summary, wording: Wording) -> None:
    page.paragraph(headline_sentence(summary, wording), indent=0)
    note = wording.say("brief.share-note" if summary["possible"]["determined"] else "brief.difference-note")
    page.paragraph(_ranges(summary["possible"], wording) + wording.say("brief.sentence-mark") + note, indent=0)
    _table(page, summary, wording)
    for sentence in condition_sentences(summary, wording):
        page.paragraph(sentence)
    zone = headline_answer(summary)["zone"]
    page.paragraph(
        wording.say(
            "brief.zone",
            count=wording.count(zone["count"]),
            feasible=wording.count(summary["feasible"]),
            share=wording.small_percent(zone["share"]),
        )
    )


def _ranges(possible: Possible, wording: Wording) -> str:
    simulation = wording.percent_range(possible["simulation_low"], possible["simulation_high"])
    if possible["low"] is None or possible["high"] is None:
        return wording.say("brief.ranges-simulation", simulation=simulation)
    assumptions = wording.percent_range(possible["low"], possible["high"])
    return wording.say("brief.ranges-both", simulation=simulation, assumptions=assumptions)


def _table(page: Page, summary: Summary, wording: Wording) -> None:
    """Shares with ranges: a row a mode of red lines, a column a reading of silence."""
    first, column = 30, 34
    page.heading(wording.say("brief.table-title"))
    heads = [wording.say(f"report.reading-{reading}") for reading in READINGS]
    page.lines.append("  " + padded("", first) + "".join(padded(head, column) for head in heads).rstrip())
    for mode in MODES:
        cells = [_table_cell(answer_of(summary, reading, mode)["possible"], wording) for reading in READINGS]
        row = padded(wording.say(f"report.mode-{mode}"), first) + "".join(padded(cell, column) for cell in cells)
        page.lines.append("  " + row.rstrip())


def _table_cell(possible: Possible, wording: Wording) -> str:
    share = wording.percent(possible["share"])
    simulation = wording.percent_range(possible["simulation_low"], possible["simulation_high"])
    if possible["low"] is None or possible["high"] is None:
        return wording.say("brief.cell-simulation", share=share, simulation=simulation)
    assumptions = wording.percent_range(possible["low"], possible["high"])
    return wording.say("brief.cell-both", share=share, simulation=simulation, assumptions=assumptions)


def _theatre(page: Page, summary: Summary, wording: Wording, length: int) -> None:
    """What no deal is worth, when the balance of the war breaks, what becomes of the zone; how bodies decide."""
    lines = list(theatre_lines(summary, wording, few=length < 0, ends=length >= 0))
    if lines:
        page.heading(wording.say("wartime.brief-no-deal"))
    for line in lines:
        page.paragraph(line)
    told = () if summary["votes"] is None else lever_sentences(summary["votes"], wording)[: max(length, 0)]
    if told:
        page.heading(wording.say("wartime.brief-votes"))
        page.bullets(told)


def _deals(page: Page, summary: Summary, wording: Wording, length: int) -> None:
    """The deals of the leading solutions; what the second is worth only where there is room."""
    found = solutions(headline_answer(summary), LEADING)
    page.heading(wording.say("brief.deals"))
    if not found:
        page.paragraph(wording.say("brief.deals-none"))
    for name in found:
        page.paragraph(_deal(name, found, wording))
    for name, solution in list(found.items())[: max(length, 0)]:
        title = wording.say(f"report.solution-{name}")
        page.paragraph(wording.say("brief.points", name=title, points=_points(solution, summary, wording)))
    if issues := rests_on_silence((solution["package"] for solution in found.values()), wording):
        told = wording.say("brief.on-silence", issues=issues)
        page.paragraph(told if length > 0 else _shortened(told, 2))
    if summary["votes"] is not None and (signed := signed_sentence(summary["votes"], wording)):
        page.paragraph(signed)


def _deal(name: SolutionName, found: dict[SolutionName, Solution], wording: Wording) -> str:
    """A solution's package in words; the second by what differs from the first, where that is little."""
    solution, first = found[name], next(iter(found))
    title, share = wording.say(f"report.solution-{name}"), wording.percent(solution["share"])
    if name == first:
        return wording.say("brief.deal", name=title, share=share, package=wording.package(solution["package"]))
    before = found[first]["package"]
    changes = {issue: option for issue, option in solution["package"].items() if option != before[issue]}
    if not changes:
        return wording.say("brief.deal-same", name=title, share=share)
    if len(changes) > len(before) // 2:
        return wording.say("brief.deal", name=title, share=share, package=wording.package(solution["package"]))
    return wording.say(
        "brief.deal-but",
        name=title,
        share=share,
        first=wording.say(f"report.solution-{first}"),
        changes=wording.choices(changes),
    )


def _points(solution: Solution, summary: Summary, wording: Wording) -> str:
    texts = []
    for party in wording.case["parties"]:
        if party["consents"] and party["id"] in solution["utilities"]:
            no_deal = used_words(party["id"], summary, wording) or "?"
            points = f"{solution['utilities'][party['id']]:.0f}"
            name = wording.words(party["name"])
            texts.append(wording.say("brief.points-of", party=name, points=points, no_deal=no_deal))
    return wording.listed(texts)


def _conflicts(page: Page, summary: Summary, wording: Wording, length: int) -> None:
    page.heading(wording.say("brief.conflicts"))
    conflicts = headline_answer(summary)["conflicts"]
    if not conflicts:
        page.paragraph(wording.say("brief.conflicts-none"))
        conflicts = summary["strict_conflicts"]
        if conflicts:
            page.paragraph(wording.say("report.conflicts-strict"))
    page.bullets(
        wording.say(
            "brief.conflict",
            share=wording.percent(conflict["share"]),
            members=wording.say("report.part-mark").join(conflict_members(conflict["members"], wording)),
        )
        for conflict in conflicts[: max(length, 1)]
    )
    _more(page, len(conflicts) - max(length, 1), wording)


def _opening(page: Page, summary: Summary, wording: Wording, length: int) -> None:
    """The most telling fixes, and the logrolls that come first."""
    fixes = [fix for fix in summary["fixes"] if fix["rank"] is not None]
    if fixes:
        shown = telling_fixes(fixes)
        page.heading(wording.say("brief.opening", before=wording.percent(summary["conditions"]["both"]["share"])))
        page.bullets(
            wording.say("brief.fix", share=wording.percent(fix["share_after"]), steps=fix_sentence(fix, wording))
            for fix in shown
        )
        _more(page, len(fixes) - len(shown), wording)
    trades = [logroll for logroll in summary["logrolls"] if logroll["rank"] is not None]
    if trades and length > 0:
        page.heading(wording.say("brief.trades"))
        for view in trade_views(trades[:length], wording):
            gains = wording.listed(view.gains)
            sides = wording.say("report.part-mark").join(view.sides)
            page.bullets([wording.say("brief.trade", share=view.share, sides=sides, gains=gains)])


def _carries(page: Page, case: Case, summary: Summary, wording: Wording, length: int) -> None:
    numbers = case["numbers"]
    counts = {key: numbers[key] for key in ("backed", "inherited", "assumed", "bare")}
    page.heading(wording.say("brief.carries"))
    told = [wording.say("brief.numbers", total=sum(counts.values()), **counts)]
    if case["pending"]:
        told.append(wording.say("brief.pending", n=len(case["pending"])))
    page.paragraph(wording.say("brief.sentence-mark").join(told))
    given = reasons(case, summary)
    if given and length >= -2:
        page.paragraph(wording.say("brief.assumed-first", n=len(given)))
        page.bullets(_shortened(_reason(reason, wording), 2 if length > 0 else 1) for reason in given[: max(length, 1)])


def _reason(reason: Reason, wording: Wording) -> str:
    first, others = reason.numbers[0], len(reason.numbers) - 1
    what = path_words(first["path"], wording)
    if others:
        return wording.say("brief.assumed-more", what=what, notation=first["notation"], n=others, text=reason.text)
    return wording.say("brief.assumed", what=what, notation=first["notation"], text=reason.text)


def _shortened(text: str, lines: int) -> str:
    """The text, cut to what fills so many lines of a list."""
    room = COLUMNS - 4
    found = wrapped(text, room)
    if len(found) <= lines:
        return text
    kept = found[:lines]
    while width(kept[-1]) > room - 1:
        kept[-1] = kept[-1][:-1]
    return " ".join(kept).rstrip() + "…"


def _silent(page: Page, case: Case, wording: Wording, length: int) -> None:
    """Silent cells by party; cut to a line a party, then to their number, where the page is full."""
    lines = 3 if length > 1 else 1
    cells = len(case["matrix"]) * len(case["issues"])
    page.heading(wording.say("brief.silent", silent=len(case["silent_cells"]), cells=cells))
    if not case["silent_cells"]:
        page.paragraph(wording.say("brief.silent-none"))
    everywhere, counts = [], []
    for party in case["parties"]:
        issues = [issue for silent, issue in case["silent_cells"] if silent == party["id"]]
        if party["id"] not in case["matrix"] or len(issues) == len(case["issues"]):
            everywhere.append(wording.words(party["name"]))
        elif issues and length < 1:
            counts.append(wording.say("brief.silent-count", party=wording.words(party["name"]), n=len(issues)))
        elif issues:
            names = wording.listed(wording.issue(issue) for issue in issues)
            told = wording.say("brief.silent-party", party=wording.words(party["name"]), issues=names)
            page.paragraph(_shortened(told, lines))
    if counts:
        page.paragraph(wording.listed(counts))
    if everywhere and length >= -1:
        told = wording.say("brief.silent-all-parties", parties=wording.listed(everywhere))
        page.paragraph(_shortened(told, lines))


def _disputes(page: Page, case: Case, wording: Wording, length: int) -> None:
    disputes = case["disputes"]
    if not disputes:
        return
    told = wording.say("brief.disputes", n=len(disputes))
    if length < 1:
        page.paragraph(told)
        return
    page.heading(told)
    page.bullets(_shortened(wording.words(dispute["about"]), 1) for dispute in disputes[:length])
    _more(page, len(disputes) - length, wording)


def _more(page: Page, n: int, wording: Wording) -> None:
    """How many entries of a list the report has beside those told: in the last line if there is room for it."""
    if n < 1:
        return
    told = wording.say("brief.more", n=n)
    if width(page.lines[-1]) + 1 + width(told) <= COLUMNS:
        page.lines[-1] += wording.say("brief.sentence-mark") + told
    else:
        page.paragraph(told)


def _method(page: Page, summary: Summary, wording: Wording, origin: str) -> None:
    page.lines.append("─" * COLUMNS)
    page.paragraph(
        wording.say(
            "brief.method",
            draws=wording.count(summary["draws"]),
            seed=summary["seed"],
            packages=wording.count(summary["packages"]),
            exactness=exactness_sentence(summary, wording),
        ),
        indent=0,
    )
    page.paragraph(origin, indent=0)
