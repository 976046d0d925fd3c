"""The brief's lines on no-deal values, the balance of the war and the zone by month."""

from collections.abc import Iterator

from irenic.report.months import told_months, zone_words
from irenic.report.no_deal import basis_used, consenting_values, has_computed
from irenic.report.summary_data import Summary
from irenic.report.theatre_words import breaks_words, course_name
from irenic.report.war_data import War
from irenic.report.wording import Wording

_COURSES = ("as-written", "no-new-money-or-aid")
"""Courses that the brief tells."""


def theatre_lines(summary: Summary, wording: Wording, *, few: bool = False) -> Iterator[str]:
    """Paragraphs for the brief; none where no value is computed.

    Args:
        summary: the answers.
        wording: the case's words.
        few: of the zone by month, only the first, the middle and the last month.
    """
    if not has_computed(summary):
        return
    yield wording.say("report.part-mark").join(consenting_values(summary, wording))
    used, other = basis_used(summary, wording), summary["other_basis"]
    if used is not None and other is not None:
        yield wording.say(f"wartime.brief-used-{used}", share=wording.percent(other["share"]))
    if summary["war"] is not None and summary["war"]["scenarios"]:
        yield wording.say("wartime.brief-breaks", courses=_breaks(summary["war"], wording))
    if summary["by_month"] is not None:
        told = told_months(summary["by_month"])
        if few and len(told) > 2:
            told = [told[0], told[len(told) // 2], told[-1]]
        yield wording.say("wartime.brief-zone", months=wording.listed(zone_words(month, wording) for month in told))


def _breaks(war: War, wording: Wording) -> str:
    return wording.say("report.part-mark").join(
        wording.say(
            "wartime.brief-course",
            course=course_name(scenario, wording),
            month=breaks_words(scenario["breaks"], war["months"], wording),
        )
        for scenario in war["scenarios"]
        if scenario["id"] in _COURSES
    )
