"""Fixes and logrolls of two answers in words: which come and go, and how those that stay move."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from irenic.report.compare_page import MOVED, MOVED_POINTS, Sides
from irenic.report.comparison_data import Comparison, FixChange, FixFigures, FixStep, LogrollChange, LogrollFigures
from irenic.report.conflicts import red_line_of
from irenic.report.opening import step_words
from irenic.report.trades import side_words
from irenic.report.wording import Wording

_FEW: Final = 3

_Change = TypeVar("_Change", FixChange, LogrollChange)


def opening_words(sides: Sides, found: Comparison) -> None:
    """What becomes of fixes and logrolls, on the page."""
    _fixes(sides, found)
    sides.page.heading(sides.say("compare.logrolls"))
    if not found["logrolls"]:
        sides.told("compare.logrolls-none")
    _groups(sides, found["logrolls"], _logroll_moves, _logroll)


def _groups(
    sides: Sides,
    changes: Sequence[_Change],
    moves: Callable[[_Change], bool],
    words: Callable[[Sides, _Change], str],
) -> None:
    """What only the second side has, what only the first has, and what moves between them."""
    groups = {
        "appear": [change for change in changes if change["a"] is None],
        "vanish": [change for change in changes if change["b"] is None],
        "move": [change for change in changes if moves(change)],
    }
    for name, group in groups.items():
        if group:
            sides.told(f"compare.found-{name}")
            sides.bullets([words(sides, change) for change in group], _FEW)
    if changes and not any(groups.values()):
        sides.told("compare.found-same")


def _known_to(sides: Sides, change: _Change) -> Wording:
    """The side that has it, and so knows all that it names."""
    return sides.a if change["b"] is None else sides.b


def _told(sides: Sides, what: Sequence[str], figures: Sequence[str]) -> str:
    """Steps or trades, and their figures."""
    joined = sides.say("opening.steps-mark").join(what)
    return sides.say("compare.with-figures", what=joined, figures=sides.say("report.part-mark").join(figures))


def _moved(sides: Sides, texts: Sequence[str]) -> str:
    """The texts of the sides that have one; one where both say the same."""
    return sides.say("compare.moved", a=texts[0], b=texts[1]) if len(set(texts)) > 1 else texts[0]


def _points(points: float) -> str:
    return f"{points:.1f}" if points < 10 else f"{points:.0f}"


# --- Fixes


def _fixes(sides: Sides, found: Comparison) -> None:
    sides.page.heading(sides.say("compare.fixes"))
    fixes, strict = found["fixes"], found["conditions"]["both"]
    shares = _moved(sides, [sides.b.percent(strict[side]) for side in ("a", "b")])
    if fixes:
        sides.told("compare.fixes-text", shares=shares)
    else:
        sides.told("compare.fixes-needless" if strict["a"] == strict["b"] == 1 else "compare.fixes-none", shares=shares)
    _groups(sides, fixes, _fix_moves, _fix)


def _fix_moves(fix: FixChange) -> bool:
    a, b = fix["a"], fix["b"]
    if a is None or b is None:
        return False
    costs = abs((b["cost"] or 0.0) - (a["cost"] or 0.0))
    return costs >= MOVED_POINTS or abs(b["share_after"] - a["share_after"]) >= MOVED or a["norms"] != b["norms"]


def _fix(sides: Sides, fix: FixChange) -> str:
    wording = _known_to(sides, fix)
    held = [side for side in (fix["a"], fix["b"]) if side is not None]
    return _told(sides, [_step(step, wording) for step in fix["steps"]], _fix_figures(sides, held))


def _fix_figures(sides: Sides, held: Sequence[FixFigures]) -> list[str]:
    costs = [_points(side["cost"]) for side in held if side["cost"] is not None]
    figures = [sides.say("compare.fix-cost", points=_moved(sides, costs))] if costs else []
    shares = [sides.b.percent(side["share_after"]) for side in held]
    figures.append(sides.say("compare.fix-after", share=_moved(sides, shares)))
    return figures + _against(sides, held)


def _against(sides: Sides, held: Sequence[FixFigures] | Sequence[LogrollFigures]) -> list[str]:
    """That it runs against norms, on the sides that have it."""
    flagged = [bool(side["norms"]) for side in held]
    if all(flagged):
        return [sides.say("compare.norms")]
    return [sides.say("compare.norms-only", side="A" if flagged[0] else "B")] if any(flagged) else []


def _step(step: FixStep, wording: Wording) -> str:
    """A step without its points."""
    kind, party, to = step["kind"], step["party"] or "", step["to"] or ""
    if kind in {"rule", "feasibility"}:
        return step_words({**step, "points": None}, wording)
    if kind == "concession":
        of_coalition = any(party in coalition["members"] for coalition in wording.case["coalitions"])
        key = "compare.step-concession-of-member" if of_coalition else "compare.step-concession"
        return wording.say(key, party=wording.party(party))
    if kind == "side_payment":
        return wording.say("compare.step-side_payment", party=wording.party(party), to=wording.party(to))
    constraints = {constraint["id"]: constraint for constraint in wording.case["constraints"]}
    constraint = constraints[step["constraint"] or ""]
    line = wording.red_line(constraint["party"] or "", constraint["issue"], red_line_of(constraint, wording))
    if kind == "red_line":
        return wording.say("compare.step-red_line", line=line)
    issue, option = step["issue"] or "", step["option"] or ""
    told = wording.option(issue, option)
    return wording.say("compare.step-linkage", line=line, issue=wording.issue(issue), option=told)


# --- Logrolls


def _logroll_moves(logroll: LogrollChange) -> bool:
    a, b = logroll["a"], logroll["b"]
    if a is None or b is None:
        return False
    gains = zip(a["gains"], b["gains"], strict=True)
    return abs(b["share"] - a["share"]) >= MOVED or any(abs(y - x) >= MOVED_POINTS for x, y in gains)


def _logroll(sides: Sides, logroll: LogrollChange) -> str:
    wording = _known_to(sides, logroll)
    held = [side for side in (logroll["a"], logroll["b"]) if side is not None]
    shares = [sides.b.percent(side["share"]) for side in held]
    figures = [sides.say("compare.logroll-share", share=_moved(sides, shares))]
    for k, trade in enumerate(logroll["trades"]):
        points = _moved(sides, [_points(side["gains"][k]) for side in held])
        figures.append(sides.say("compare.logroll-gain", party=wording.party(trade["party"]), points=points))
    return _told(sides, [side_words(trade, wording) for trade in logroll["trades"]], figures + _against(sides, held))
