"""Votes as pages of terminal text: the bodies of a case, or the power of weights that somebody typed."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from irenic.language.messages import Language, message
from irenic.report.case_data import Case
from irenic.report.layout import padded, width
from irenic.report.page import Page
from irenic.report.vote_data import Votes, WeightedRule
from irenic.report.votes import BodyView, votes_view
from irenic.report.wording import Wording


def votes_page(votes: Votes, case: Case, language: Language) -> str:
    """Every body with its votes; members are listed where one body alone was asked for.

    Args:
        votes: the bodies.
        case: the case that they belong to.
        language: language of every sentence.
    """
    wording = Wording(case, language)
    page = Page()
    page.title(case, wording)
    view = votes_view(votes, wording)
    for sentence in view.ratified:
        page.paragraph(sentence, indent=0)
    page.paragraph(view.text, indent=0)
    for body in view.bodies:
        _body(page, body, wording, members=len(view.bodies) == 1)
    return page.text


def _body(page: Page, view: BodyView, wording: Wording, *, members: bool) -> None:
    page.heading(view.title)
    if view.note:
        page.paragraph(view.note)
    for vote in view.votes:
        page.paragraph(vote.outcome, mark="· ")
        if vote.sentences:
            page.paragraph(wording.say("brief.sentence-mark").join(vote.sentences), indent=4)
        for change in vote.changes:
            page.paragraph(change, indent=4)
        if vote.rules:
            page.paragraph(wording.say("vote.rules"), indent=4)
        for rule in vote.rules:
            page.paragraph(rule, indent=4, mark="– ")
    if view.power:
        page.paragraph(view.power)
    if members and view.members:
        heads = ("member", "weight", "votes-how", "yes-alone", "shapley-shubik", "banzhaf")
        rows = [(m.name, m.weight, m.basis, m.chance, m.shapley_shubik, m.banzhaf) for m in view.members]
        page.lines += ["", *_table([[wording.say(f"vote.column-{head}") for head in heads], *rows])]


def weights_page(rule: WeightedRule, language: Language) -> str:
    """The power of each vote of a weighted rule; equal neighbours in one line."""
    page = Page()
    total = sum(map(_number, rule["weights"]))
    page.lines.append(
        message("vote.weights-title", language, votes=len(rule["weights"]), quota=rule["quota"], sum=f"{total:g}")
    )
    sets = {"winning": f"{rule['winning']:,}", "swings": f"{rule['swings_in_all']:,}"}
    page.lines += [message("vote.weights-sets", language, **sets), ""]
    heads = ("votes-number", "weight", "shapley-shubik", "banzhaf", "swings")
    columns = (rule["weights"], rule["shapley_shubik"], rule["banzhaf"], rule["swings"])
    rows = [
        [f"{len(list(same))} ×", weight, shapley, banzhaf, f"{swings:,}"]
        for (weight, shapley, banzhaf, swings), same in groupby(zip(*columns, strict=True))
    ]
    page.lines += _table([[message(f"vote.column-{head}", language) for head in heads], *rows])
    return page.text


def _number(text: str) -> float:
    over, _, under = text.partition("/")
    return float(over) / float(under or 1)


def _table(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Rows in columns that are as wide as they need to be."""
    widths = [max(width(cell) for cell in column) + 2 for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "".join(padded(cell, w) for cell, w in zip(row, widths, strict=True)).rstrip()
