"""The deals of two answers in words: solutions, Raiffa's point, chosen options, live options, the frontier."""

from typing import Final

from irenic.report.compare_page import MOVED, Sides
from irenic.report.comparison_data import (
    Comparison,
    FrontierSizes,
    LivesChange,
    Move,
    OptionLives,
    RaiffaChange,
    SolutionChange,
)
from irenic.report.option_life import BASES, life_words

_MANY: Final = 8
_FEW: Final = 5


def deals_words(sides: Sides, found: Comparison) -> None:
    """What becomes of the deals, on the page."""
    for part in (_solutions, _options, _lives, _frontier):
        part(sides, found)


# --- Solutions


def _solutions(sides: Sides, found: Comparison) -> None:
    sides.page.heading(sides.say("compare.deals"))
    changes = {name: change for name, change in found["solutions"].items() if change is not None}
    if not changes:
        sides.told("compare.deals-none")
    for name, change in changes.items():
        _solution(sides, sides.say(f"report.solution-{name}"), change)
    if found["raiffa"] is not None:
        _raiffa(sides, found["raiffa"])


def _solution(sides: Sides, name: str, change: SolutionChange) -> None:
    if change["changed"]:
        sides.page.paragraph(sides.say("compare.solution-changed", name=name, share=sides.b.percent(change["changed"])))
        for move in change["moves"][:2]:
            sides.page.paragraph(_move(sides, move), indent=4, mark="· ")
    else:
        sides.told("compare.solution-same", name=name)
    if points := sides.mean_points(change["utilities"].items()):
        sides.page.paragraph(sides.say("compare.solution-points", points=points), indent=4)


def _move(sides: Sides, move: Move) -> str:
    texts = [
        sides.say(
            "compare.move",
            issue=sides.with_issue(issue).issue(issue),
            a=sides.a.quoted(sides.a.option(issue, old)),
            b=sides.b.quoted(sides.b.option(issue, new)),
        )
        for issue, (old, new) in sides.b.in_order(move["issues"])
    ]
    return sides.say(
        "compare.moves", share=sides.b.percent(move["share"]), what=sides.say("report.part-mark").join(texts)
    )


def _raiffa(sides: Sides, change: RaiffaChange) -> None:
    name = sides.say("report.solution-raiffa")
    points = sides.mean_points(change["utilities"].items())
    if points:
        sides.told("compare.raiffa", name=name, points=points)
    else:
        sides.told("compare.raiffa-same", name=name)


# --- Options


def _options(sides: Sides, found: Comparison) -> None:
    moved = [share for share in found["options"] if abs(share["b"] - share["a"]) >= MOVED]
    if not moved:
        return
    sides.page.heading(sides.say("compare.options"))
    percent = sides.b.percent
    texts = [
        sides.say(
            "compare.difference",
            what=sides.option(share["issue"], share["option"]),
            a=percent(share["a"]),
            b=percent(share["b"]),
        )
        for share in moved
    ]
    sides.bullets(texts, _MANY)


def _lives(sides: Sides, found: Comparison) -> None:
    sides.page.heading(sides.say("compare.lives"))
    for basis in BASES:
        change = found["options_life"][basis]
        sides.page.lines.append("  " + sides.say(f"opening.life-{basis}"))
        has = [name for name in ("a", "b") if any(option[name] is not None for option in change["options"])]
        flipped = [option for option in change["options"] if _flips(option)]
        if not has:
            sides.told("compare.lives-none")
        elif len(has) == 1:
            sides.told("compare.lives-one", side=has[0].upper())
        elif flipped:
            sides.bullets([_life(sides, change, option) for option in flipped], _FEW)
        else:
            sides.told("compare.lives-same")


def _flips(option: OptionLives) -> bool:
    """Whether its life on the two sides is told apart: by the shares, or by single draws."""
    a, b = option["a"], option["b"]
    if a is None or b is None:
        return False
    return any(
        share >= MOVED
        for share in (
            abs(a["live"] - b["live"]),
            abs(a["decisive"] - b["decisive"]),
            option["live_only_a"],
            option["live_only_b"],
            option["decisive_only_a"],
            option["decisive_only_b"],
        )
    )


def _life(sides: Sides, change: LivesChange, option: OptionLives) -> str:
    lives = sides.say(
        "compare.difference",
        what=sides.option(option["issue"], option["option"]),
        a=life_words(option["a"], sides.b),
        b=life_words(option["b"], sides.b),
    )
    if not change["deals"]:
        return lives
    percent = sides.b.percent
    flips = [
        sides.say(f"compare.lives-{name}", share=percent(share))
        for name, share in (
            ("dies", option["live_only_a"]),
            ("revives", option["live_only_b"]),
            ("frees", option["decisive_only_a"]),
            ("decides", option["decisive_only_b"]),
        )
        if share >= MOVED
    ]
    return sides.say("compare.lives-flips", lives=lives, flips=sides.b.listed(flips)) if flips else lives


# --- The frontier


def _frontier(sides: Sides, found: Comparison) -> None:
    frontier, percent = found["frontier"], sides.b.percent
    a, b = _sizes(sides, frontier["a"]), _sizes(sides, frontier["b"])
    sides.page.heading(sides.say("compare.frontier"))
    if frontier["difference"] is None:
        alike = frontier["a"]["within"] == frontier["b"]["within"]
        sides.told("compare.frontier-sizes" if alike else "compare.frontier-unlike", a=a, b=b)
        return
    larger, smaller = percent(frontier["larger"]), percent(frontier["smaller"])
    sides.told("compare.frontier-change", a=a, b=b, larger=larger, smaller=smaller)


def _sizes(sides: Sides, sizes: FrontierSizes) -> str:
    found = [sides.b.count(size) for size in (sizes["median"], sizes["low"], sizes["high"]) if size is not None]
    if not found:
        return sides.say("compare.frontier-none")
    return sides.say("compare.spread", median=found[0], low=found[1], high=found[2])
