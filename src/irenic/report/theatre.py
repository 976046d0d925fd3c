"""What the report tells of no deal: its value, the war, months, levers, votes; nothing where a dossier has nothing."""

from dataclasses import dataclass

from irenic.report.levers import LeversView, levers_view
from irenic.report.months import MonthsView, months_view
from irenic.report.no_deal import NoDealView, basis_used, has_computed, no_deal_view
from irenic.report.summary_data import Summary
from irenic.report.theatre_words import breaks_words, ended_words, ends_words, first_to_give_way
from irenic.report.votes import VotesView, votes_view
from irenic.report.war import WarView, leading, war_view
from irenic.report.war_data import Scenario, War
from irenic.report.wording import Wording


@dataclass(frozen=True, slots=True)
class TheatreView:
    """The sections on the war and on bodies; None where there is nothing to show."""

    no_deal: NoDealView | None
    war: WarView | None
    months: MonthsView | None
    levers: LeversView | None
    votes: VotesView | None


def theatre_view(summary: Summary, wording: Wording) -> TheatreView:
    """Every section on the war and on bodies that the results allow."""
    war, by_month, votes = summary["war"], summary["by_month"], summary["votes"]
    return TheatreView(
        no_deal_view(summary, wording),
        None if war is None else war_view(war, wording),
        None if by_month is None else months_view(by_month, wording),
        None if war is None else levers_view(war, wording),
        None if votes is None else votes_view(votes, wording),
    )


def theatre_findings(summary: Summary, wording: Wording) -> list[str]:
    """What the conclusion says of no-deal values and of the war."""
    found = []
    other, war = summary["other_basis"], summary["war"]
    if other is not None and has_computed(summary):
        used = basis_used(summary, wording)
        key = "wartime.finding-no-deal" if used == "computed" else "wartime.finding-no-deal-stated"
        found.append(wording.say(key, share=wording.percent(other["share"])))
    first = None if war is None else leading(war)
    if war is not None and first is not None:
        found.append(_balance(first, war, wording))
    return found


def _balance(scenario: Scenario, war: War, wording: Wording) -> str:
    """When the balance breaks, and how often the war has ended, which may come first."""
    breaks, months = scenario["breaks"], war["months"]
    never = wording.percent(breaks["never"])
    ended = wording.say(
        "wartime.finding-ended",
        months=months,
        ended=ended_words(scenario, [months], wording),
        ends=ends_words(scenario, months, wording),
    )
    if breaks["median"] is None:
        first = first_to_give_way(breaks, war["sides"], wording)
        broken = wording.say("wartime.finding-holds", months=months, never=never, first=first)
    else:
        broken = wording.say("wartime.finding-breaks", month=breaks_words(breaks, months, wording), never=never)
    return wording.say("brief.sentence-mark").join((ended, broken))
