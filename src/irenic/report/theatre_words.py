"""Words for the war: places of the line, courses of events, levers, numbers with their ranges."""

from collections.abc import Mapping, Sequence

from irenic.report.case_data import LeverWords, Place, TheatreWords
from irenic.report.war_data import Breaks, Fan, Scenario, Spread
from irenic.report.wording import Wording

MARKS = (0, 6, 12, 24, 36)
"""Months that tables tell, as far as the horizon goes; its last month is told in any case."""

END_MARKS = (12, 24, 36)
"""Months by which it is told in how many paths the war has ended; the horizon is told in any case."""

NOTHING = "0"
"""A number that rounds to nothing."""


def marks(last: int) -> list[int]:
    """Months that a table tells."""
    return sorted({month for month in (*MARKS, last) if month <= last})


def end_marks(last: int) -> list[int]:
    """Months by which it is told in how many paths the war has ended."""
    return sorted({month for month in (*END_MARKS, last) if month <= last})


def theatre_of(wording: Wording) -> TheatreWords:
    """The names of the case's war.

    Raises:
        ValueError: the case has none.
    """
    theatre = wording.case["theatre"]
    if theatre is None:
        raise ValueError("the case has no theatre")
    return theatre


def positions_of(wording: Wording) -> int:
    """How many positions the line has, ends not counted."""
    return sum(not place["end"] for place in theatre_of(wording)["places"])


def places_with_distance(wording: Wording) -> list[tuple[Place, int | None]]:
    """Places in the order of the line, with how many steps they lie from the start; None for ends."""
    theatre = theatre_of(wording)
    start = next(place["z"] for place in theatre["places"] if place["id"] == theatre["start"])
    return [(place, None if place["end"] else abs(place["z"] - start)) for place in theatre["places"]]


def ends_of(wording: Wording) -> list[Place]:
    """The ends of the line, in its order; a side's collapse counts as the end that it leads to."""
    return [place for place in theatre_of(wording)["places"] if place["end"]]


def ended_words(scenario: Scenario, months: Sequence[int], wording: Wording) -> str:
    """The shares of paths in which the war has ended by each of the months, whatever its end."""
    ends = [scenario["front"][place["id"]] for place in ends_of(wording) if place["id"] in scenario["front"]]
    return wording.listed(wording.percent(sum(shares[month] for shares in ends)) for month in months)


def ends_words(scenario: Scenario, month: int, wording: Wording) -> str:
    """Each end of the war with the share of paths that have come to it by the month."""
    return wording.say("report.part-mark").join(
        wording.say(
            "wartime.share-at",
            what=wording.words(place["meaning"]),
            share=wording.small_percent(scenario["front"][place["id"]][month]),
        )
        for place in ends_of(wording)
        if place["id"] in scenario["front"]
    )


def levers_by_id(wording: Wording) -> Mapping[str, LeverWords]:
    """Levers and clocks of the case by id, as in `levers.x`."""
    return {lever["id"]: lever for lever in wording.case["levers"]}


def lever_name(identity: str, wording: Wording) -> str:
    """Name of a lever or clock, with or without `levers.` or `clocks.` before its id."""
    known = levers_by_id(wording)
    path = next((path for path in (identity, f"levers.{identity}", f"clocks.{identity}") if path in known), None)
    return identity if path is None else wording.words(known[path]["label"])


def course_name(scenario: Scenario, wording: Wording) -> str:
    """Name of a course of events."""
    kind, _, _ = scenario["id"].partition(":")
    levers = wording.listed(lever_name(lever, wording) for lever in scenario["levers"])
    match kind:
        case "without":
            return wording.say("wartime.course-without", levers=levers)
        case "pulled":
            return wording.say("wartime.course-pulled", levers=levers)
        case "no-new-money-or-aid":
            return wording.say("wartime.course-no-new-money-or-aid")
        case "as-written":
            return wording.say("wartime.course-as-written")
    return wording.say("wartime.course-asked", changes=levers) if levers else wording.say("wartime.course-asked-events")


def digits(value: float, decimals: int = 0) -> str:
    """A number with a proper minus sign."""
    text = f"{value:,.{decimals}f}"
    return NOTHING if text.strip("-0.") == "" else text.replace("-", "−")


def spread_words(spread: Spread, wording: Wording, decimals: int = 0) -> str:
    """A number with its range; alone where both ends are the same."""
    low, median, high = (digits(spread[end], decimals) for end in ("low", "median", "high"))
    if low == high:
        return median
    return wording.say("wartime.spread", median=median, range=wording.say("report.range", low=low, high=high))


def telling_decimals(spreads: Sequence[Spread]) -> int:
    """Decimals that keep a number's ends apart: none where it is in tens, up to two where it is small."""
    largest = max((abs(spread[end]) for spread in spreads for end in ("low", "median", "high")), default=0.0)
    return 0 if largest >= 10 else 1 if largest >= 1 else 2


def signed_words(spread: Spread, wording: Wording) -> str:
    """A gain or loss with its range."""
    low, median, high = (_signed(spread[end]) for end in ("low", "median", "high"))
    if low == high:
        return median
    return wording.say("wartime.spread", median=median, range=wording.say("report.range", low=low, high=high))


def share_words(spread: Spread, wording: Wording) -> str:
    """A share with its range."""
    if f"{100 * spread['low']:.0f}" == f"{100 * spread['high']:.0f}":
        return wording.percent(spread["median"])
    between = wording.percent_range(spread["low"], spread["high"])
    return wording.say("wartime.spread", median=wording.percent(spread["median"]), range=between)


def fan_spread(fan: Fan, month: int) -> Spread:
    """A fan's number in a month."""
    return {"low": fan["p5"][month], "median": fan["p50"][month], "high": fan["p95"][month]}


def breaks_words(breaks: Breaks, months: int, wording: Wording) -> str:
    """The month in which the balance breaks, with its range; ends beyond the horizon are told as such."""
    median, low, high = (_month(breaks[end], months, wording) for end in ("median", "low", "high"))
    if low == high:
        return median
    return wording.say("wartime.spread", median=median, range=wording.say("report.range", low=low, high=high))


def first_to_give_way(breaks: Breaks, sides: Sequence[str], wording: Wording) -> str:
    """In what share of paths each side gives way first."""
    return wording.listed(
        wording.say("wartime.of-party", party=wording.party(side), worth=wording.percent(breaks["by_side"][side]))
        for side in sides
    )


def _month(month: float | None, months: int, wording: Wording) -> str:
    return wording.say("wartime.beyond", months=months) if month is None else digits(month)


def _signed(value: float) -> str:
    text = digits(value, 1 if abs(value) < 9.95 else 0)
    return text if text.startswith(("−", "0")) and not text.startswith("0.") else f"+{text}"
