"""The packages that the solutions choose most often, issue by issue, with the norms that flag their options."""

from collections.abc import Sequence
from dataclasses import dataclass

from irenic.report.answer import SOLUTIONS, SolutionName, headline_answer, silences, solutions
from irenic.report.case_data import Issue
from irenic.report.no_deal import used_words
from irenic.report.summary_data import RaiffaPoint, Solution, Summary
from irenic.report.wording import Wording


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """An option in a package.

    Attributes:
        option: its name.
        changed: whether it differs from the state without a deal.
        norms: norms that flag it.
        silent: parties that must consent and are silent on the issue, where it is changed.
    """

    option: str
    changed: bool
    norms: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueChoices:
    """What a deal says on one issue.

    Attributes:
        issue: name of the issue.
        without: the option in force without a deal.
        choices: the option that each solution chooses.
    """

    issue: str
    without: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class Worth:
    """What the deals are worth to a party.

    Attributes:
        party: its name.
        consents: whether a deal needs it.
        no_deal: what no deal is worth to it, as a range, or empty.
        points: mean points of each solution's deals, and of Raiffa's point where there is one; "–" without points.
    """

    party: str
    consents: bool
    no_deal: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DealsView:
    """The solutions side by side.

    Attributes:
        names: names of the solutions that there are and that are packages.
        shares: how often each chooses its package, in words.
        raiffa: name of Raiffa's point, or empty where there is none.
        raiffa_share: in how many of the draws with a deal it is told, in words; empty where in all.
        issues: what they say, issue by issue.
        worth: what they are worth, for parties that have a no-deal value.
        flagged: labels of the norms that flag an option of one of them.
    """

    names: tuple[str, ...]
    shares: tuple[str, ...]
    raiffa: str
    raiffa_share: str
    issues: tuple[IssueChoices, ...]
    worth: tuple[Worth, ...]
    flagged: tuple[str, ...]


def deals_view(summary: Summary, wording: Wording) -> DealsView | None:
    """The solutions in the headline's reading and mode, or None where no draw has a deal."""
    answer = headline_answer(summary)
    found, raiffa = solutions(answer), answer["solutions"]["raiffa"]
    if not found:
        return None
    names: list[SolutionName] = [name for name in SOLUTIONS if name in found]
    chosen = [found[name] for name in names]
    issues = tuple(_issue_choices(issue, chosen, wording) for issue in wording.case["issues"])
    norms = dict.fromkeys(norm for issue in issues for choice in issue.choices for norm in choice.norms)
    return DealsView(
        tuple(wording.say(f"report.solution-{name}") for name in names),
        tuple(wording.percent(solution["share"]) for solution in chosen),
        "" if raiffa is None else wording.say("report.solution-raiffa"),
        "" if raiffa is None or raiffa["share"] == 1 else wording.percent(raiffa["share"]),
        issues,
        _worth(chosen if raiffa is None else [*chosen, raiffa], summary, wording),
        tuple(norms),
    )


def _issue_choices(issue: Issue, chosen: list[Solution], wording: Wording) -> IssueChoices:
    choices = []
    for solution in chosen:
        identity = solution["package"][issue["id"]]
        option = wording.options[issue["id"], identity]
        norms = tuple(wording.norms[norm] for norm in option["norms"])
        changed = identity != issue["status_quo"]
        silent = silences(issue["id"], wording) if changed else ()
        choices.append(ChoiceView(wording.words(option["label"]), changed, norms, silent))
    without = wording.option(issue["id"], issue["status_quo"])
    return IssueChoices(wording.words(issue["label"]), without, tuple(choices))


def _worth(chosen: Sequence[Solution | RaiffaPoint], summary: Summary, wording: Wording) -> tuple[Worth, ...]:
    return tuple(
        Worth(
            wording.words(party["name"]),
            party["consents"],
            used_words(party["id"], summary, wording),
            tuple(
                f"{solution['utilities'][party['id']]:.0f}" if party["id"] in solution["utilities"] else "–"
                for solution in chosen
            ),
        )
        for party in wording.case["parties"]
        if used_words(party["id"], summary, wording)
    )
