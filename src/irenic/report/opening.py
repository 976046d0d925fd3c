"""What would open the zone, in words: the steps of each fix, who bears them, and the package that they lead to."""

from collections.abc import Sequence
from dataclasses import dataclass

from irenic.report.case_data import Constraint
from irenic.report.conflicts import constraint_words, red_line_of
from irenic.report.opening_data import Fix, Gives, Points, Step
from irenic.report.wording import Wording

OPEN_FIXES = 5
"""Fixes of as many steps that stand open; further ones are folded away."""


@dataclass(frozen=True, slots=True)
class FixView:
    """A fix in words.

    Attributes:
        share: share of cases with a deal after it.
        rank: its place in the order, or that it has none.
        steps: what it asks for.
        facts: labels with what stands beside them: how many cases it opens, what it costs whom, the package that it
            opens, and where its bearers give most.
        norms: labels of the norms that it runs against.
    """

    share: str
    rank: str
    steps: tuple[str, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixGroup:
    """Fixes of as many steps, those that stand open and the others."""

    title: str
    shown: tuple[FixView, ...]
    folded: tuple[FixView, ...]


@dataclass(frozen=True, slots=True)
class OpeningView:
    """All fixes: ranked ones by number of steps, and those that run against norms."""

    groups: tuple[FixGroup, ...]
    flagged: tuple[FixView, ...]


def opening_view(fixes: Sequence[Fix], wording: Wording) -> OpeningView:
    """Every fix in words, in the order given."""
    groups = []
    for size, title in ((1, "opening.single"), (2, "opening.paired"), (3, "opening.triple")):
        views = tuple(fix_view(fix, wording) for fix in fixes if len(fix["steps"]) == size and not fix["norms"])
        if views:
            groups.append(FixGroup(wording.say(title), views[:OPEN_FIXES], views[OPEN_FIXES:]))
    return OpeningView(tuple(groups), tuple(fix_view(fix, wording) for fix in fixes if fix["norms"]))


def fix_view(fix: Fix, wording: Wording) -> FixView:
    """One fix in words."""
    opens = wording.say(
        "opening.opens",
        share=wording.percent(fix["opens"]),
        range=wording.percent_range(fix["simulation_low"], fix["simulation_high"]),
    )
    gives = tuple(
        wording.say("opening.gives-of", party=wording.party(party), losses=losses)
        for party, losses in _losses(fix["gives"], wording).items()
    )
    facts = {"opens": (opens,), "cost": (_cost(fix, wording),), "package": (wording.package(fix["package"]),)}
    told = {**facts, "gives": gives} if gives else facts
    rank = fix["rank"]
    return FixView(
        share=wording.percent(fix["share_after"]),
        rank=wording.say("opening.unranked") if rank is None else wording.say("opening.rank", n=rank),
        steps=tuple(_as_sentence(step_words(step, wording)) for step in fix["steps"]),
        facts=tuple((wording.say(f"opening.label-{label}"), texts) for label, texts in told.items()),
        norms=tuple(wording.norms[norm] for norm in fix["norms"]),
    )


def telling_fixes(fixes: Sequence[Fix]) -> list[Fix]:
    """Of ranked fixes the first, the single step that opens most, and the fix that opens most; none twice."""
    if not fixes:
        return []
    single = [fix for fix in fixes if len(fix["steps"]) == 1] or fixes
    most = [max(of, key=lambda fix: fix["share_after"]) for of in (single, fixes)]
    chosen = [fixes[0], *most]
    return [fix for k, fix in enumerate(chosen) if fix not in chosen[:k]]


def fix_sentence(fix: Fix, wording: Wording) -> str:
    """The steps of a fix in one sentence part."""
    return wording.say("opening.steps-mark").join(step_words(step, wording) for step in fix["steps"])


def step_words(step: Step, wording: Wording) -> str:
    """One step in words.

    Raises:
        KeyError: it names what the case doesn't have, or lacks what its kind needs.
    """
    kind, constraints = step["kind"], {constraint["id"]: constraint for constraint in wording.case["constraints"]}
    if kind == "concession":
        party = wording.party(_named(step["party"]))
        # Where a party could join in a side deal, what it settles for may be less than that offers.
        of_coalition = any(step["party"] in coalition["members"] for coalition in wording.case["coalitions"])
        key = "opening.step-concession-of-member" if of_coalition else "opening.step-concession"
        return wording.say(key, party=party, points=priced(step["points"], wording))
    if kind == "side_payment":
        return wording.say(
            "opening.step-side_payment",
            party=wording.party(_named(step["party"])),
            to=wording.party(_named(step["to"])),
            points=priced(step["points"], wording),
        )
    constraint = constraints[_named(step["constraint"])]
    if kind == "rule":
        return wording.say("opening.step-rule", rule=constraint_words(constraint, wording))
    if kind == "feasibility":
        issue, option = _named(constraint["issue"]), _named(constraint["option"])
        return wording.say("opening.step-feasibility", issue=wording.issue(issue), option=wording.option(issue, option))
    party, line = wording.party(_named(constraint["party"])), _line(constraint, wording)
    points = priced(step["points"], wording)
    if kind == "red_line":
        return wording.say("opening.step-red_line", party=party, line=line, points=points)
    issue, option = _named(step["issue"]), _named(step["option"])
    return wording.say(
        "opening.step-linkage",
        party=party,
        line=line,
        issue=wording.issue(issue),
        option=wording.option(issue, option),
        points=points,
    )


def priced(points: Points | None, wording: Wording) -> str:
    """Points with their unit: median with range; one number where both ends round to it."""
    if points is None:
        return "?"
    low, median, high = (_rounded(points[end]) for end in ("low", "median", "high"))
    worth = wording.say("opening.point" if median == "1" else "opening.points", n=median)
    if f"{points['low']:.0f}" == f"{points['high']:.0f}":
        return worth
    return wording.say("opening.points-between", points=worth, low=low, high=high)


def points_words(points: Points | None, wording: Wording) -> str:
    """Points as median with range; one number where both ends round to it."""
    if points is None:
        return "?"
    low, median, high = (f"{points[end]:.0f}" for end in ("low", "median", "high"))
    if low == high:
        return f"{points['median']:.1f}" if low == "0" and points["median"] > 0 else median
    return wording.say("opening.points-range", median=median, low=low, high=high)


def gives_words(gives: Sequence[Gives], wording: Wording) -> tuple[str, ...]:
    """Where parties give most, a sentence a party."""
    return tuple(
        wording.say("opening.gives", party=wording.party(party), losses=losses)
        for party, losses in _losses(gives, wording).items()
    )


def _losses(gives: Sequence[Gives], wording: Wording) -> dict[str, str]:
    """Party → the issues on which it gives most, as far as a point is lost there."""
    found = {}
    for party in dict.fromkeys(loss["party"] for loss in gives):
        losses = [
            wording.say(
                "opening.gives-on",
                issue=wording.issue(loss["issue"]),
                option=wording.option(loss["issue"], loss["option"]),
                points=f"{loss['points']:.0f}",
            )
            for loss in gives
            if loss["party"] == party and round(loss["points"]) > 0
        ]
        if losses:
            found[party] = wording.say("report.part-mark").join(losses)
    return found


def _cost(fix: Fix, wording: Wording) -> str:
    """Who bears how many points, and their sum where that compares parties."""
    if not fix["bearers"]:
        return wording.say("opening.borne-by-nobody")
    bearers = wording.listed(
        wording.say("opening.borne-by", party=wording.party(party), points=_rounded(fix["bearers"][party]))
        for party in wording.parties
        if party in fix["bearers"]
    )
    if len(fix["bearers"]) == 1:
        return wording.say("opening.borne", bearers=bearers)
    return wording.say("opening.borne-together", bearers=bearers, points=priced(fix["cost"], wording))


def _rounded(points: float) -> str:
    """Whole points; a decimal where they would round to none."""
    text = f"{points:.0f}"
    return f"{points:.1f}" if text == "0" and points >= 0.05 else text


def _line(constraint: Constraint, wording: Wording) -> str:
    """A red line as its own party would be asked about it."""
    line = red_line_of(constraint, wording)
    if line["label"]:
        return wording.say("opening.line-named", label=wording.quoted(wording.words(line["label"])))
    return wording.say("opening.line", refused=wording.refused(constraint["issue"], line))


def _as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _named(identity: str | None) -> str:
    if identity is None:
        raise KeyError("a step lacks the id that its kind needs")
    return identity
