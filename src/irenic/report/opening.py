"""What would open the zone, in words: the steps of each fix, who bears them, and the package that they lead to."""

from collections.abc import Sequence
from dataclasses import dataclass

from irenic.report.conflicts import constraint_words
from irenic.report.opening_data import Fix, Gives, Points, Step
from irenic.report.wording import Wording

OPEN_FIXES = 5
"""Fixes of as many steps that stand open; further ones are folded away."""


@dataclass(frozen=True, slots=True)
class FixView:
    """A fix in words.

    Attributes:
        share: share of cases with a deal after it.
        steps: what it asks for.
        details: where it opens the zone, who bears it, where they give most, and the package.
        norms: labels of the norms that it runs against.
    """

    share: str
    steps: tuple[str, ...]
    details: tuple[str, ...]
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
    for size, name in ((1, "single"), (2, "paired"), (3, "triple")):
        views = tuple(fix_view(fix, wording) for fix in fixes if len(fix["steps"]) == size and not fix["norms"])
        if views:
            groups.append(FixGroup(wording.say(f"opening.{name}"), views[:OPEN_FIXES], views[OPEN_FIXES:]))
    return OpeningView(tuple(groups), tuple(fix_view(fix, wording) for fix in fixes if fix["norms"]))


def fix_view(fix: Fix, wording: Wording) -> FixView:
    """One fix in words."""
    return FixView(
        share=wording.percent(fix["share_after"]),
        steps=tuple(step_words(step, wording) for step in fix["steps"]),
        details=(
            wording.say(
                "opening.opens",
                share=wording.percent(fix["opens"]),
                low=wording.percent(fix["simulation_low"]),
                high=wording.percent(fix["simulation_high"]),
            ),
            _borne(fix, wording),
            wording.say("opening.leads-to", package=wording.package(fix["package"])),
            *gives_words(fix["gives"], wording),
        ),
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
        return wording.say(key, party=party, points=points_words(step["points"], wording))
    if kind == "side_payment":
        return wording.say(
            "opening.step-side_payment",
            party=wording.party(_named(step["party"])),
            to=wording.party(_named(step["to"])),
            points=points_words(step["points"], wording),
        )
    constraint = constraints[_named(step["constraint"])]
    if kind == "rule":
        return wording.say("opening.step-rule", rule=constraint_words(constraint, wording))
    if kind == "feasibility":
        issue, option = _named(constraint["issue"]), _named(constraint["option"])
        return wording.say("opening.step-feasibility", issue=wording.issue(issue), option=wording.option(issue, option))
    line, points = constraint_words(constraint, wording), points_words(step["points"], wording)
    if kind == "red_line":
        return wording.say("opening.step-red_line", line=line, points=points)
    issue, option = _named(step["issue"]), _named(step["option"])
    return wording.say(
        "opening.step-linkage",
        line=line,
        issue=wording.issue(issue),
        option=wording.option(issue, option),
        points=points,
    )


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
    found = []
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
            told = wording.say("report.part-mark").join(losses)
            found.append(wording.say("opening.gives", party=wording.party(party), losses=told))
    return tuple(found)


def _borne(fix: Fix, wording: Wording) -> str:
    if not fix["bearers"]:
        return wording.say("opening.borne-by-nobody")
    bearers = [
        wording.say("opening.borne-by", party=wording.party(party), points=f"{fix['bearers'][party]:.1f}")
        for party in wording.parties
        if party in fix["bearers"]
    ]
    return wording.say("opening.borne", bearers=wording.listed(bearers))


def _named(identity: str | None) -> str:
    if identity is None:
        raise KeyError("a step lacks the id that its kind needs")
    return identity
