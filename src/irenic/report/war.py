"""The war without a deal: where the line stands, fans of men, money and losses, when the balance breaks."""

from dataclasses import dataclass

from irenic.plot.course import LABEL_COLUMNS, Band, fan_by_month, shares_by_month
from irenic.plot.course import Fan as DrawnFan
from irenic.plot.render import svg_element
from irenic.report.layout import wrapped
from irenic.report.pictures import Picture
from irenic.report.theatre_words import (
    breaks_words,
    course_name,
    end_marks,
    ended_words,
    ends_of,
    fan_spread,
    first_to_give_way,
    marks,
    places_with_distance,
    positions_of,
    spread_words,
    telling_decimals,
)
from irenic.report.war_data import QUANTITIES, Fan, Observed, Quantity, Scenario, War
from irenic.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Table:
    """A table in words: heads of its columns, and rows whose first cell names them."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class WarView:
    """The section: sentences, pictures and tables; what there is nothing to tell of is None or empty."""

    sentences: tuple[str, ...]
    front: Picture | None = None
    fans: tuple[Picture, ...] = ()
    collapse: Table | None = None
    breaks: Table | None = None
    ended: Table | None = None
    values: Table | None = None
    values_text: str = ""
    observed: Table | None = None


def war_view(war: War, wording: Wording) -> WarView:
    """The section, from the course as the dossier has it and the others beside it."""
    first = leading(war)
    if first is None:
        return WarView((missing_sentence(war, wording),))
    return WarView(
        _sentences(war, wording),
        _front_picture(first, war["months"], wording),
        tuple(
            _fan_picture(first["fans"][side][quantity], quantity, side, wording)
            for quantity in QUANTITIES
            for side in war["sides"]
            if side in first["fans"] and quantity in first["fans"][side]
        ),
        collapse_table(first, war, wording),
        breaks_table(war, wording),
        ended_table(first, war, wording),
        values_table(war, wording),
        wording.say("wartime.values-text", draws=wording.count(war["valued"])),
        observed_table(war, wording),
    )


def leading(war: War) -> Scenario | None:
    """The course that leads: the one that was asked for, else events as the dossier has them."""
    by_id = {scenario["id"]: scenario for scenario in war["scenarios"]}
    return by_id.get("asked", by_id.get("as-written"))


def missing_sentence(war: War, wording: Wording) -> str:
    """What the dossier would have to say before the war can be followed."""
    return wording.say("wartime.war-missing", paths=wording.listed(war["missing"]))


def collapse_table(scenario: Scenario, war: War, wording: Wording) -> Table:
    """Side by month: share of paths in which it has collapsed."""
    months = marks(war["months"])
    rows = tuple(
        (wording.party(side), *(wording.percent(scenario["collapse"][side][month]) for month in months))
        for side in war["sides"]
    )
    heads = tuple(wording.say("wartime.month-n", n=month) for month in months)
    return Table(wording.say("wartime.collapse-title"), (wording.say("wartime.side"), *heads), rows)


def breaks_table(war: War, wording: Wording) -> Table:
    """Course of events: when the balance breaks, how often it doesn't, who gives way, how often the war has ended."""
    months = end_marks(war["months"])
    rows = tuple(
        (
            course_name(scenario, wording),
            breaks_words(scenario["breaks"], war["months"], wording),
            wording.percent(scenario["breaks"]["never"]),
            first_to_give_way(scenario["breaks"], war["sides"], wording),
            ended_words(scenario, months, wording),
        )
        for scenario in war["scenarios"]
    )
    heads = (
        wording.say("wartime.course"),
        wording.say("wartime.breaks-month"),
        wording.say("wartime.breaks-never", months=war["months"]),
        wording.say("wartime.breaks-first"),
        wording.say("wartime.ended-by", months=wording.listed(map(str, months))),
    )
    return Table(wording.say("wartime.breaks-title"), heads, rows)


def ended_table(scenario: Scenario, war: War, wording: Wording) -> Table:
    """End of the war, and all of them together, by month: share of paths in which it has come to it by then."""
    months = end_marks(war["months"])
    rows = [
        (
            wording.words(place["meaning"]),
            *(wording.small_percent(scenario["front"][place["id"]][month]) for month in months),
        )
        for place in ends_of(wording)
        if place["id"] in scenario["front"]
    ]
    whole = (wording.say("wartime.ended-any"), *(ended_words(scenario, [month], wording) for month in months))
    heads = tuple(wording.say("wartime.month-n", n=month) for month in months)
    return Table(wording.say("wartime.ended-title"), (wording.say("wartime.ended-end"), *heads), (*rows, whole))


def values_table(war: War, wording: Wording) -> Table | None:
    """Course of events by party: what the war is worth; None where it is worth nothing that can be computed."""
    parties = [party for party in wording.parties if any(party in s["values"] for s in war["scenarios"])]
    if not parties:
        return None
    rows = tuple(
        (
            course_name(scenario, wording),
            *(
                spread_words(scenario["values"][party], wording) if party in scenario["values"] else "–"
                for party in parties
            ),
        )
        for scenario in war["scenarios"]
    )
    heads = (wording.say("wartime.course"), *(wording.party(party) for party in parties))
    return Table(wording.say("wartime.values-title"), heads, rows)


def observed_table(war: War, wording: Wording) -> Table | None:
    """What was observed beside what is implied; None where nothing was."""
    if not war["observed"]:
        return None
    heads = (
        wording.say("wartime.what"),
        wording.say("wartime.observed-word"),
        wording.say("wartime.implied"),
        wording.say("wartime.within"),
    )
    rows = tuple(_observed_row(observed, wording) for observed in war["observed"])
    return Table(wording.say("wartime.observed-title"), heads, rows)


def _observed_row(observed: Observed, wording: Wording) -> tuple[str, str, str, str]:
    theatre = wording.case["theatre"]
    known = {} if theatre is None else {entry["id"]: entry for entry in theatre["observed"]}
    name, unit = observed["id"], ""
    if observed["id"] in known:
        name, unit = wording.words(known[observed["id"]]["label"]), wording.words(known[observed["id"]]["unit"])
    decimals = telling_decimals([observed["observed"], observed["implied"]])
    return (
        wording.say("wartime.page-quantity", what=name, unit=unit) if unit else name,
        spread_words(observed["observed"], wording, decimals),
        spread_words(observed["implied"], wording, decimals),
        _fit(observed, wording),
    )


def _fit(observed: Observed, wording: Wording) -> str:
    """How what was observed and what is implied go together; of a single figure, on which side of the range it lies."""
    told, implied = observed["observed"], observed["implied"]
    if told["low"] < told["high"]:
        return wording.percent(observed["share_within"])
    inside = implied["low"] <= told["median"] <= implied["high"]
    return wording.say("wartime.figure-inside" if inside else "wartime.figure-outside")


def _sentences(war: War, wording: Wording) -> tuple[str, ...]:
    count, positions = wording.count, positions_of(wording)
    return (
        wording.say("wartime.war-text", runs=count(war["runs"]), draws=count(war["draws"]), months=war["months"]),
        wording.say("wartime.war-coarse", positions=positions),
    )


def _front_picture(scenario: Scenario, months: int, wording: Wording) -> Picture:
    bands, told = [], []
    for place, away in places_with_distance(wording):
        shares = scenario["front"].get(place["id"], [0.0] * (months + 1))
        meaning = wording.words(place["meaning"])
        label = wording.say("wartime.share-at", what=meaning, share=wording.percent(shares[-1]))
        bands.append(Band(wrapped(label, LABEL_COLUMNS), shares, away))
        at = (wording.say("wartime.fan-at", n=month, worth=wording.percent(shares[month])) for month in marks(months))
        told.append(wording.say("wartime.share-at", what=meaning, share=wording.listed(at)))
    title = wording.say("wartime.front-title")
    spec = shares_by_month(wording.say("wartime.months-axis"), wording.say("wartime.front-axis"), bands)
    svg = svg_element(spec, f"{wording.language}-front", title, wording.say("report.part-mark").join(told))
    return Picture(title, svg, wording.say("wartime.front-note", months=months))


def _fan_picture(fan: Fan, quantity: Quantity, side: str, wording: Wording) -> Picture:
    title = wording.say(f"wartime.quantity-{quantity}", party=wording.party(side))
    labels = (
        wording.say("wartime.legend-wide"),
        wording.say("wartime.legend-half"),
        wording.say("wartime.legend-median"),
    )
    drawn = DrawnFan(fan["p5"], fan["p25"], fan["p50"], fan["p75"], fan["p95"])
    months = marks(len(fan["p50"]) - 1)
    decimals = telling_decimals([fan_spread(fan, month) for month in months])
    told = wording.say("report.part-mark").join(
        wording.say("wartime.fan-at", n=month, worth=spread_words(fan_spread(fan, month), wording, decimals))
        for month in months
    )
    spec = fan_by_month(wording.say("wartime.months-axis"), wording.say(f"wartime.unit-{quantity}"), drawn, labels)
    return Picture(title, svg_element(spec, f"{wording.language}-fan-{quantity}-{side}", title, told))
