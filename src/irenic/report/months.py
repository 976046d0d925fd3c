"""Month by month: the zone as the war moves what no deal is worth."""

from dataclasses import dataclass

from irenic.plot.course import LABEL_COLUMNS, ShareLine, lines_by_month
from irenic.plot.render import svg_element
from irenic.report.layout import wrapped
from irenic.report.pictures import Picture
from irenic.report.theatre_words import marks, spread_words
from irenic.report.war import Table
from irenic.report.war_data import ByMonth, Month
from irenic.report.wording import Wording


@dataclass(frozen=True, slots=True)
class MonthsView:
    """The section: a sentence, the picture and a table."""

    text: str
    picture: Picture
    table: Table


def months_view(by_month: ByMonth, wording: Wording) -> MonthsView:
    """The section."""
    text = wording.say("wartime.months-text", draws=wording.count(by_month["draws"]))
    return MonthsView(text, _picture(by_month, wording), _table(by_month, wording))


def told_months(by_month: ByMonth) -> list[Month]:
    """The months that tables and the brief tell, of those that were looked at."""
    wanted = marks(max((month["month"] for month in by_month["months"]), default=0))
    return [month for month in by_month["months"] if month["month"] in wanted]


def _picture(by_month: ByMonth, wording: Wording) -> Picture:
    months = by_month["months"]
    at = [month["month"] for month in months]
    main = ShareLine(
        wrapped(wording.say("wartime.months-main"), LABEL_COLUMNS),
        at,
        [month["share"] for month in months],
        [month["low"] for month in months],
        [month["high"] for month in months],
    )
    strict = wrapped(wording.say("wartime.months-strict"), LABEL_COLUMNS)
    other = ShareLine(strict, at, [month["strict"] for month in months])
    title = wording.say("wartime.months-picture")
    across, up = wording.say("wartime.months-axis"), wording.say("wartime.months-axis-up")
    spec = lines_by_month(across, up, max(at, default=0), main, other)
    told = wording.say("report.part-mark").join(zone_words(month, wording) for month in told_months(by_month))
    return Picture(title, svg_element(spec, f"{wording.language}-months-picture", title, told))


def zone_words(month: Month, wording: Wording) -> str:
    """The share with a deal in a month, on both bases."""
    share, strict = wording.percent(month["share"]), wording.percent(month["strict"])
    return wording.say("wartime.brief-zone-at", n=month["month"], share=share, strict=strict)


def _table(by_month: ByMonth, wording: Wording) -> Table:
    parties = [party for party in wording.parties if any(party in month["no_deal"] for month in by_month["months"])]
    heads = (
        wording.say("wartime.month"),
        wording.say("wartime.months-share"),
        wording.say("wartime.months-strict-column"),
        *(wording.say("wartime.months-no-deal", party=wording.party(party)) for party in parties),
    )
    rows = tuple(_row(month, parties, wording) for month in told_months(by_month))
    return Table(wording.say("wartime.months-title"), heads, rows)


def _row(month: Month, parties: list[str], wording: Wording) -> tuple[str, ...]:
    share = wording.say(
        "wartime.spread",
        median=wording.percent(month["share"]),
        range=wording.percent_range(month["low"], month["high"]),
    )
    worth = (spread_words(month["no_deal"][party], wording) if party in month["no_deal"] else "–" for party in parties)
    return (str(month["month"]), share, wording.percent(month["strict"]), *worth)
