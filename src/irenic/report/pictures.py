"""The report's pictures, drawn from the results with words in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from irenic.plot.render import svg_element
from irenic.plot.shares import LABEL_COLUMNS, OptionShare, ShareRange, option_shares, possible_ranges
from irenic.plot.utilities import Cloud, packages_against_no_deal
from irenic.report.answer import LEADING, answer_of, headline_answer, other_reading
from irenic.report.case_data import Issue
from irenic.report.layout import wrapped
from irenic.report.summary_data import MODES, READINGS, Possible, Summary
from irenic.report.wording import Wording

if TYPE_CHECKING:
    from irenic.results.folder import ResultsFolder

POINTS_SHOWN: Final = 250
"""Draws shown in a cloud: the first ones, which are balanced over the scrambles."""


OPEN_PAIRS: Final = 3
"""Pictures of pairs of parties that stand open; those of further pairs are folded away."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what stands around it.

    Attributes:
        title: what it shows.
        svg: the inline SVG element.
        note: a sentence below it, or empty.
    """

    title: str
    svg: str
    note: str = ""


def ranges_picture(summary: Summary, wording: Wording) -> Picture:
    """The shares of all readings and modes with their ranges."""
    headline = summary["headline"]
    rows = [
        (_place(reading, mode, wording), answer_of(summary, reading, mode)["possible"], (reading, mode))
        for mode in MODES
        for reading in READINGS
    ]
    shown = [
        ShareRange(
            [label],
            possible["share"],
            wording.percent(possible["share"]),
            (possible["simulation_low"], possible["simulation_high"]),
            _assumption_range(possible),
            headline=place == (headline["reading"], headline["mode"]),
        )
        for label, possible, place in rows
    ]
    title = wording.say("report.ranges-picture")
    told = wording.say("report.part-mark").join(_told_range(label, possible, wording) for label, possible, _ in rows)
    svg = svg_element(possible_ranges(shown), f"{wording.language}-ranges", title, told)
    return Picture(title, svg, wording.say("report.ranges-note"))


def option_pictures(summary: Summary, wording: Wording) -> list[Picture]:
    """A picture for each issue: how often each option is in the Nash deal; none where no draw has a deal."""
    shares = headline_answer(summary)["options"]
    other = answer_of(summary, other_reading(summary), summary["headline"]["mode"])["options"]
    if not shares:
        return []
    return [
        _option_picture(issue, shares[issue["id"]], other.get(issue["id"]), wording) for issue in wording.case["issues"]
    ]


def utility_pictures(results: "ResultsFolder", summary: Summary, wording: Wording) -> list[Picture]:
    """Deals against no deal, a picture for each pair of consenting parties whose no-deal values are known."""
    consenting = [i for i, party in enumerate(wording.case["parties"]) if party["consents"]]
    no_deal = _no_deal(results, summary)
    known = [i for i in consenting if np.isfinite(no_deal[:, i]).all()]
    return [_utility_picture(results, summary, pair, wording) for pair in combinations(known, 2)]


def _option_picture(
    issue: Issue, shares: dict[str, float], other: dict[str, float] | None, wording: Wording
) -> Picture:
    rows, told = [], []
    for option in issue["options"]:
        name = wording.words(option["label"])
        if option["id"] == issue["status_quo"]:
            name = wording.say("report.status-quo-mark", option=name)
        share = shares[option["id"]]
        rows.append(
            OptionShare(
                wrapped(name, LABEL_COLUMNS),
                share,
                wording.percent(share),
                None if other is None else other[option["id"]],
            )
        )
        told.append(wording.say("report.issue-choice", issue=name, option=wording.percent(share)))
    title = wording.words(issue["label"])
    identity = f"{wording.language}-options-{issue['id']}"
    svg = svg_element(option_shares(rows), identity, title, wording.say("report.part-mark").join(told))
    return Picture(title, svg, wording.words(issue["question"]))


def _utility_picture(results: "ResultsFolder", summary: Summary, pair: tuple[int, int], wording: Wording) -> Picture:
    headline = summary["headline"]
    place = (READINGS.index(headline["reading"]), MODES.index(headline["mode"]))
    parties = [wording.case["parties"][i] for i in pair]
    first, second = (wording.words(party["name"]) for party in parties)
    clouds = [_cloud(wording.say("report.no-deal-values"), _no_deal(results, summary)[:, list(pair)], wording)]
    for name in LEADING:
        deals = results.array(f"deal.{name}_utility")[:, place[0], place[1], :][:, list(pair)]
        title = wording.say("report.deals-of", name=wording.say(f"report.solution-{name}"))
        clouds.append(_cloud(title, deals, wording))
    title = wording.say("report.utilities-pair-title", first=first, second=second)
    told = wording.say("report.part-mark").join(cloud.label for cloud in clouds)
    spec = packages_against_no_deal(
        wording.say("report.points-of", party=first),
        wording.say("report.points-of", party=second),
        clouds[0],
        clouds[1:],
    )
    identity = f"{wording.language}-utilities-{parties[0]['id']}-{parties[1]['id']}"
    return Picture(title, svg_element(spec, identity, title, told))


def _no_deal(results: "ResultsFolder", summary: Summary) -> NDArray[Any]:
    """What no deal is worth in the headline's reading: [draw, party]."""
    return results.array("deal.no_deal")[:, READINGS.index(summary["headline"]["reading"])]


def _cloud(title: str, values: NDArray[Any], wording: Wording) -> Cloud:
    """The draws that have values, their first points and the mean of all."""
    there = values[np.isfinite(values).all(axis=1)]
    if not len(there):
        return Cloud(wording.say("report.cloud-empty", title=title), [], None)
    x, y = (float(value) for value in there.mean(axis=0))
    label = wording.say("report.cloud", title=title, first=f"{x:.0f}", second=f"{y:.0f}")
    return Cloud(label, _pairs(there[:POINTS_SHOWN]), (round(x, 2), round(y, 2)))


def _pairs(values: NDArray[Any]) -> Sequence[tuple[float, float]]:
    return [(round(float(x), 2), round(float(y), 2)) for x, y in values]


def _place(reading: str, mode: str, wording: Wording) -> str:
    parts = [wording.say(f"report.mode-{mode}"), wording.say(f"report.reading-{reading}")]
    return wording.say("report.part-mark").join(parts)


def _assumption_range(possible: Possible) -> tuple[float, float] | None:
    low, high = possible["low"], possible["high"]
    return None if low is None or high is None else (low, high)


def _told_range(label: str, possible: Possible, wording: Wording) -> str:
    return wording.say("report.issue-choice", issue=label, option=range_words(possible, wording))


def range_words(possible: Possible, wording: Wording) -> str:
    """A share with the ranges that there are."""
    share = wording.percent(possible["share"])
    simulation = wording.percent_range(possible["simulation_low"], possible["simulation_high"])
    between = _assumption_range(possible)
    if between is None:
        return wording.say("report.share-simulation", share=share, simulation=simulation)
    return wording.say(
        "report.share-both", share=share, simulation=simulation, assumptions=wording.percent_range(*between)
    )
