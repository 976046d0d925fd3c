"""The answer in sentences: what brief and report both lead with."""

from collections.abc import Iterable
from typing import Literal

from irenic.report.opening_data import Package
from irenic.report.summary_data import CONDITIONS, Answer, Mode, Reading, Solution, Summary
from irenic.report.wording import Wording

SolutionName = Literal["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]
LEADING: tuple[SolutionName, ...] = ("nash", "kalai_smorodinsky")
"""Solutions that compare no parties' points: what the brief, the findings and the clouds of deals show."""
SOLUTIONS: tuple[SolutionName, ...] = (*LEADING, "egalitarian", "utilitarian")
"""All solutions that are packages."""


def headline_answer(summary: Summary) -> Answer:
    """The answer in the headline's reading and mode."""
    return summary["by"][summary["headline"]["reading"]][summary["headline"]["mode"]]


def answer_of(summary: Summary, reading: Reading, mode: Mode) -> Answer:
    """The answer in one reading of silence and one mode of red lines."""
    return summary["by"][reading][mode]


def headline_sentence(summary: Summary, wording: Wording) -> str:
    """Whether a deal is possible, in one sentence; a share of cases, never a probability."""
    possible = summary["possible"]
    if not possible["determined"]:
        shares = {summary["headline"]["reading"]: possible["share"], other_reading(summary): possible["silent_share"]}
        return wording.say(
            "report.answer-open",
            zero=wording.percent(shares["silent_zero"]),
            wide=wording.percent(shares["silent_wide"]),
        )
    if possible["share"] == 0:
        return wording.say("report.answer-none")
    if possible["share"] == 1:
        return wording.say("report.answer-all")
    return wording.say("report.answer-share", share=wording.percent(possible["share"]))


def condition_sentences(summary: Summary, wording: Wording) -> list[str]:
    """What becomes of the answer once a convenience is taken away; only conditions that the case can feel."""
    options = [option for issue in wording.issues.values() for option in issue["options"]]
    felt = {
        "as_written": any(option["ambiguous"] for option in options),
        "still_in_silence": any(silences(issue, wording) for issue in wording.issues),
    }
    felt["both"] = all(felt.values())
    told = [(condition, summary["conditions"][condition]) for condition in CONDITIONS if felt[condition]]
    return [
        wording.say(
            f"report.condition-{condition}",
            share=wording.percent(found["share"]),
            range=wording.percent_range(found["simulation_low"], found["simulation_high"]),
        )
        for condition, found in told
    ]


def other_reading(summary: Summary) -> Reading:
    """The reading of silence that is not the headline's."""
    return "silent_wide" if summary["headline"]["reading"] == "silent_zero" else "silent_zero"


def solutions(answer: Answer, names: Iterable[SolutionName] = SOLUTIONS) -> dict[SolutionName, Solution]:
    """The solutions that there are, of those named."""
    found = {name: answer["solutions"][name] for name in names}
    return {name: solution for name, solution in found.items() if solution is not None}


def silences(issue: str, wording: Wording) -> tuple[str, ...]:
    """Names of the parties that must consent and are silent on an issue."""
    silent = {party for party, on in wording.case["silent_cells"] if on == issue}
    return tuple(
        wording.words(party["name"])
        for party in wording.case["parties"]
        if party["consents"] and (party["id"] in silent or party["id"] not in wording.case["matrix"])
    )


def rests_on_silence(packages: Iterable[Package], wording: Wording) -> str:
    """Issues that a package changes although a party that must consent is silent there, with the parties; or empty."""
    changed = {issue for package in packages for issue, option in package.items() if _changes(issue, option, wording)}
    heard = [(issue, silences(issue, wording)) for issue in wording.issues if issue in changed]
    return wording.listed(
        wording.say("report.silent-on", issue=wording.issue(issue), parties=wording.listed(parties))
        for issue, parties in heard
        if parties
    )


def _changes(issue: str, option: str, wording: Wording) -> bool:
    return option != wording.issues[issue]["status_quo"]


def exactness_sentence(summary: Summary, wording: Wording) -> str:
    """Which packages of which draws the shares of packages count."""
    exactness, count = summary["exactness"], wording.count
    k = count(exactness["zone_draws"])
    match exactness["method"]:
        case "every_package":
            return wording.say("report.exactness-every_package", k=k)
        case "first_draws":
            return wording.say("report.exactness-first_draws", k=k, draws=count(summary["draws"]))
        case "sampled_packages":
            return wording.say("report.exactness-sampled_packages", n=count(exactness["sampled_packages"] or 0), k=k)
