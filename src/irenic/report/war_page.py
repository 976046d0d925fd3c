"""The page of `irenic war`: the war without a deal as terminal text."""

from collections.abc import Mapping, Sequence
from typing import Final

from irenic.language.messages import Language
from irenic.report.case_data import Case
from irenic.report.layout import padded, width, wrapped
from irenic.report.no_deal import value_words
from irenic.report.page import COLUMNS, Page
from irenic.report.theatre_words import (
    course_name,
    fan_spread,
    marks,
    places_with_distance,
    positions_of,
    spread_words,
    telling_decimals,
)
from irenic.report.war import (
    breaks_table,
    collapse_table,
    ended_table,
    leading,
    missing_sentence,
    observed_table,
    values_table,
)
from irenic.report.war_data import QUANTITIES, NoDealValue, Scenario, War
from irenic.report.wording import Wording

_NAME: Final = 34
"""Columns of a row's name; longer names stand on a line of their own."""


def war_words(war: War, no_deal: Mapping[str, NoDealValue], case: Case, language: Language) -> str:
    """The war on a page: where the line stands, fans, when the balance breaks, what it is worth.

    Args:
        war: the war; its first course of events leads.
        no_deal: what no deal is worth, by party.
        case: the case whose names are used.
        language: the language.
    """
    wording, page = Wording(case, language), Page()
    page.title(case, wording)
    scenario = leading(war)
    if scenario is None:
        page.paragraph(missing_sentence(war, wording), indent=0)
    else:
        _followed(page, scenario, war, wording)
    if told_values := [value_words(party, no_deal[party], wording) for party in wording.parties if party in no_deal]:
        page.heading(wording.say("wartime.page-no-deal"))
        page.bullets(filter(None, told_values))
    if scenario is not None:
        page.lines.append("─" * COLUMNS)
        page.paragraph(wording.say("wartime.page-coarse", positions=positions_of(wording)), indent=0)
    return page.text


def _followed(page: Page, scenario: Scenario, war: War, wording: Wording) -> None:
    """What the paths of the war came to."""
    runs, draws = wording.count(war["runs"]), wording.count(war["draws"])
    page.paragraph(wording.say("wartime.page-runs", runs=runs, draws=draws, months=war["months"]), indent=0)
    if scenario["id"] != "as-written":
        page.paragraph(wording.say("wartime.page-course", course=course_name(scenario, wording)), indent=0)
    _front(page, scenario, war, wording)
    _fans(page, scenario, war, wording)
    collapse = collapse_table(scenario, war, wording)
    _rows(page, wording.say("wartime.page-collapse"), collapse.heads[1:], collapse.rows)
    breaks = breaks_table(war, wording)
    _rows(page, wording.say("wartime.page-breaks"), breaks.heads[1:], breaks.rows)
    ended = ended_table(scenario, war, wording)
    _rows(page, wording.say("wartime.page-ended"), ended.heads[1:], ended.rows)
    if values := values_table(war, wording):
        _rows(page, wording.say("wartime.page-values"), values.heads[1:], values.rows)
    if observed := observed_table(war, wording):
        _rows(page, wording.say("wartime.page-observed"), observed.heads[1:], observed.rows)


def _front(page: Page, scenario: Scenario, war: War, wording: Wording) -> None:
    months = marks(war["months"])
    rows = [
        (
            wording.words(place["meaning"]),
            *(wording.percent(scenario["front"][place["id"]][month]) for month in months),
        )
        for place, _ in places_with_distance(wording)
        if place["id"] in scenario["front"]
    ]
    _rows(page, wording.say("wartime.page-front"), _month_heads(months, wording), rows)


def _fans(page: Page, scenario: Scenario, war: War, wording: Wording) -> None:
    months = marks(war["months"])
    rows = []
    for quantity in QUANTITIES:
        unit = wording.say(f"wartime.unit-{quantity}")
        for side in war["sides"]:
            fan = scenario["fans"][side].get(quantity)
            if fan is not None:
                spreads = [fan_spread(fan, month) for month in months]
                decimals = telling_decimals(spreads)
                what = wording.say(f"wartime.quantity-{quantity}", party=wording.party(side))
                name = wording.say("wartime.page-quantity", what=what, unit=unit)
                rows.append((name, *(spread_words(spread, wording, decimals) for spread in spreads)))
    _rows(page, wording.say("wartime.page-fans"), _month_heads(months, wording), rows)


def _month_heads(months: Sequence[int], wording: Wording) -> list[str]:
    return [wording.say("wartime.month-n", n=month) for month in months]


def _rows(page: Page, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table: names at the left, cells in columns that are wide enough; wide tables are told in parts."""
    if not rows:
        return
    page.heading(title)
    for start, stop in _parts(heads, rows):
        _part(page, heads[start:stop], [(row[0], *row[1 + start : 1 + stop]) for row in rows])


def _parts(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Runs of columns that fit beside the names."""
    widths = [_column(heads, rows, k) for k in range(len(heads))]
    parts, start, used = [], 0, 0
    for k, each in enumerate(widths):
        if k > start and used + each > COLUMNS - 2 - _NAME:
            parts.append((start, k))
            start, used = k, 0
        used += each
    return [*parts, (start, len(heads))]


def _column(heads: Sequence[str], rows: Sequence[Sequence[str]], k: int) -> int:
    return 2 + max(width(heads[k]), *(width(row[1 + k]) for row in rows))


def _part(page: Page, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [_column(heads, rows, k) for k in range(len(heads))]
    page.lines.append(_line("", heads, widths))
    for name, *cells in rows:
        first, *others = wrapped(name, _NAME - 2) if width(name) > _NAME - 1 else [name]
        page.lines += [_line(first, cells if not others else [], widths)]
        page.lines += [_line(f"  {line}", cells if line is others[-1] else [], widths) for line in others]


def _line(name: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    told = "".join(padded(cell, room) for cell, room in zip(cells, widths, strict=False))
    return ("  " + padded(name, _NAME) + told).rstrip()
