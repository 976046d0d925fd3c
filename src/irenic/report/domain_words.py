"""The answers for a domain of another tool, as a page of terminal text: conclusion first."""

from collections.abc import Iterable, Iterator

from irenic.errors.problem import Parameter
from irenic.language.messages import Language, message
from irenic.report.domain_data import DomainAnswer, DomainSolution
from irenic.report.layout import padded, width
from irenic.report.opening_data import Fix, Gives, Logroll, PackageDistance, Points, Step
from irenic.report.page import COLUMNS, Page

SHOWN = 5
"""Fixes and logrolls that are told."""

_SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def domain_words(answer: DomainAnswer, losses: Iterable[str], language: Language) -> str:
    """The answers in words.

    Args:
        answer: the answers.
        losses: sentences that say what reading the domain left out.
        language: language of every sentence.
    """
    say = _Say(language)
    page = _titled(answer, say)
    page.paragraph(_verdict(answer, say), indent=0)
    page.paragraph(say(f"interop.evaluations-{answer['evaluations']}"), indent=0)
    no_deal = say.listed(_worth(answer["no_deal"]))
    page.paragraph(say("interop.no-deal", values=no_deal), indent=0)
    size, within = answer["frontier"]["size"], answer["frontier"]["within"]
    told = say("interop.frontier-unknown") if size is None else say(f"interop.frontier-{within}", size=f"{size:,}")
    page.paragraph(told, indent=0)
    _solutions(page, answer, say)
    if not answer["fixes_sought"] and not answer["possible"]:
        page.paragraph(say("interop.fixes-unsought"), indent=0)
    _listed(page, say("interop.fixes"), [_fix(fix, say) for fix in answer["fixes"]], say)
    _listed(page, say("interop.logrolls"), [_logroll(logroll, say) for logroll in answer["logrolls"]], say)
    _notes(page, losses, say)
    return page.text


def distance_words(answer: DomainAnswer, found: PackageDistance, losses: Iterable[str], language: Language) -> str:
    """How far a package of a domain is from acceptance, in words; `answer` is that of the domain."""
    say = _Say(language)
    page = _titled(answer, say)
    page.paragraph(say("interop.package-accepted" if found["accepted"] else "interop.package-refused"), indent=0)
    filled = {issue: option for issue, option in found["package"].items() if issue in found["filled"]}
    given = {issue: option for issue, option in found["package"].items() if issue not in filled}
    if given:
        page.paragraph(say("interop.package-given", package=say.package(given)), indent=0)
    if filled:
        page.paragraph(say("interop.package-filled", package=say.package(filled)), indent=0)
    page.heading(say("interop.package-parties"))
    for party in found["parties"]:
        if party["lacks"] is None:
            page.bullets([say("interop.package-content", party=party["party"])])
        else:
            lacking = {"party": party["party"], "lacks": _figure(party["lacks"]["median"])}
            page.bullets([say("interop.package-lacks", **lacking) + _gives(party["gives"], say)])
    changes = [say.package(change["options"]) for change in found["changes"] if change["share"] > 0]
    _listed(page, say("interop.package-changes"), changes if not found["accepted"] else [], say)
    _notes(page, losses, say)
    return page.text


def fix_sentence(fix: Fix, language: Language) -> str:
    """The steps of a fix in one sentence part."""
    say = _Say(language)
    return say("report.part-mark").join(_step(step, say) for step in fix["steps"])


class _Say:
    """Words of one language."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language

    def __call__(self, identity: str, **params: Parameter) -> str:
        return message(identity, self._language, **params)

    def listed(self, items: Iterable[str]) -> str:
        return self("report.list-mark").join(items)

    def package(self, package: dict[str, str]) -> str:
        choices = [self("report.issue-choice", issue=issue, option=option) for issue, option in package.items()]
        return self("report.part-mark").join(choices)


def _titled(answer: DomainAnswer, say: _Say) -> Page:
    page = Page()
    title = say(
        "interop.title",
        name=answer["name"],
        format=say(f"interop.format-{answer['format']}"),
        parties=len(answer["parties"]),
        packages=f"{answer['packages']:,}",
    )
    page.paragraph(title, indent=0)
    page.lines.append("─" * COLUMNS)
    return page


def _verdict(answer: DomainAnswer, say: _Say) -> str:
    zone = answer["zone"]
    if not answer["possible"]:
        return say("interop.impossible")
    share = say("report.percent", n=f"{100 * zone['share']:.3g}")
    if zone["sampled"] is not None:
        return say("interop.possible-sampled", share=share, sampled=f"{zone['sampled']:,}")
    return say("interop.possible", count=f"{zone['count']:,}", share=share)


def _figure(number: float) -> str:
    """A utility as it is read: four significant digits."""
    return f"{number:.4g}".replace("-", "−", 1)


def _worth(utilities: dict[str, float]) -> Iterator[str]:
    return (f"{party} {_figure(utility)}" for party, utility in utilities.items())


def _solutions(page: Page, answer: DomainAnswer, say: _Say) -> None:
    """A line a solution with everyone's utility, then the packages."""
    found: list[tuple[str, DomainSolution]] = []
    for name in _SOLUTIONS:
        solution = answer["solutions"][name]  # type: ignore[literal-required]
        if solution is not None:
            found.append((say(f"report.solution-{name}"), solution))
    if not found:
        return
    raiffa = answer["solutions"]["raiffa"]
    page.heading(say("interop.solutions"))
    rows = [(title, list(_worth(solution["utilities"]))) for title, solution in found]
    if raiffa is not None:
        rows.append((say("interop.raiffa"), list(_worth(raiffa["utilities"]))))
    first = 2 + max(width(title) for title, _ in rows)
    for title, utilities in rows:
        page.paragraph(say.listed(utilities), mark=padded(title, first))
    page.paragraph(say("interop.solutions-note"))
    told: dict[str, list[str]] = {}
    for title, solution in found:
        told.setdefault(say.package(solution["package"]), []).append(title)
    page.bullets(say("interop.solution", names=say.listed(names), package=text) for text, names in told.items())


def _listed(page: Page, title: str, texts: list[str], say: _Say) -> None:
    """A heading with the first few texts and how many more there are; nothing where there are none."""
    if not texts:
        return
    page.heading(title)
    page.bullets(texts[:SHOWN])
    if len(texts) > SHOWN:
        page.paragraph(say("interop.more", n=len(texts) - SHOWN))


def _fix(fix: Fix, say: _Say) -> str:
    steps = say("report.part-mark").join(_step(step, say) for step in fix["steps"])
    return say("interop.fix", steps=steps, package=say.package(fix["package"]))


def _step(step: Step, say: _Say) -> str:
    params = {"party": step["party"] or "", "points": _median(step["points"])}
    if step["kind"] == "side_payment":
        return say("interop.step-side_payment", to=step["to"] or "", **params)
    return say("interop.step-concession", **params)


def _logroll(logroll: Logroll, say: _Say) -> str:
    sides = [
        say(
            "interop.logroll-side",
            party=trade["party"],
            issue=trade["issue"],
            option=trade["option"],
            points=_median(trade["points"]),
        )
        for trade in logroll["trades"]
    ]
    return say("report.part-mark").join(sides)


def _gives(gives: list[Gives], say: _Say) -> str:
    if not gives:
        return ""
    issues = [say("interop.package-gives", issue=loss["issue"], points=_figure(loss["points"])) for loss in gives]
    return say("interop.package-most", issues=say.listed(issues))


def _median(points: Points | None) -> str:
    return "" if points is None else _figure(points["median"])


def _notes(page: Page, losses: Iterable[str], say: _Say) -> None:
    told = list(losses)
    if told:
        page.heading(say("interop.left-out"))
        page.bullets(told)
