"""The brief's lines on no-deal values, the balance of the war and the zone by month."""

from collections.abc import Iterator, Sequence

from irenic.report.months import told_months, zone_words
from irenic.report.no_deal import basis_used, consenting_values, has_computed
from irenic.report.summary_data import Summary
from irenic.report.theatre_words import breaks_words, course_name, end_marks, ended_words, ends_words
from irenic.report.war_data import Scenario, War
from irenic.report.wording import Wording

_COURSES = ("as-written", "no-new-money-or-aid")
"""Courses that the brief tells."""


def theatre_lines(summary: Summary, wording: Wording, *, few: bool = False, ends: bool = True) -> Iterator[str]:
    """Paragraphs for the brief; none where no value is computed.

    Args:
        summary: the answers.
        wording: the case's words.
        few: of the zone by month, only the first, the middle and the last month.
        ends: also in how many paths the war has come to each of its ends.
    """
    if not has_computed(summary):
        return
    values = wording.say("report.part-mark").join(consenting_values(summary, wording))
    told = [wording.say("wartime.brief-values", values=values)]
    used, other = basis_used(summary, wording), summary["other_basis"]
    if used is not None and other is not None:
        told.append(wording.say(f"wartime.brief-used-{used}", share=wording.percent(other["share"])))
    yield wording.say("brief.sentence-mark").join(told)
    if summary["war"] is not None and summary["war"]["scenarios"]:
        yield wording.say("brief.sentence-mark").join(_war(summary["war"], wording, ends=ends))
    if summary["by_month"] is not None:
        months = told_months(summary["by_month"])
        if few and len(months) > 2:
            months = [months[0], months[len(months) // 2], months[-1]]
        yield wording.say("wartime.brief-zone", months=wording.listed(zone_words(month, wording) for month in months))


def _war(war: War, wording: Wording, *, ends: bool) -> Iterator[str]:
    """When the balance breaks, and beside it how often the war has ended, with or without its breaking."""
    courses, marks = [scenario for scenario in war["scenarios"] if scenario["id"] in _COURSES], end_marks(war["months"])
    breaks = [breaks_words(scenario["breaks"], war["months"], wording) for scenario in courses]
    yield wording.say("wartime.brief-breaks", courses=_by_course(courses, breaks, wording))
    ended = [ended_words(scenario, marks, wording) for scenario in courses]
    yield wording.say(
        "wartime.brief-ended", months=wording.listed(map(str, marks)), courses=_by_course(courses, ended, wording)
    )
    if ends:
        for scenario in courses[:1]:
            yield wording.say("wartime.brief-ends", ends=ends_words(scenario, marks[-1], wording))


def _by_course(courses: Sequence[Scenario], told: Sequence[str], wording: Wording) -> str:
    return wording.say("report.part-mark").join(
        wording.say("wartime.brief-course", course=course_name(scenario, wording), worth=worth)
        for scenario, worth in zip(courses, told, strict=True)
    )
