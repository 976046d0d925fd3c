"""Pictures of the middle case: packages, zone, frontier, solutions and no deal, for each pair of consenting parties."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from irenic.plot.packages import Kind, Points, package_plane
from irenic.plot.render import svg_element
from irenic.report.opening_data import Frontier, Middle
from irenic.report.pictures import Picture
from irenic.report.wording import Wording

SOLUTION_KINDS: Final[tuple[Kind, ...]] = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian", "raiffa")


def package_pictures(middle: Middle, frontier: Frontier, wording: Wording) -> list[Picture]:
    """A picture for each pair of consenting parties.

    The frontier is drawn only where its points are those of the middle case.
    """
    consenting = _consenting(wording)
    return [_picture(middle, frontier, pair, consenting, wording) for pair in combinations(consenting, 2)]


def frontier_sentences(frontier: Frontier, draws: int, wording: Wording) -> tuple[str, ...]:
    """What the frontier is, how large it is over the draws, and how to read it in a picture.

    Args:
        frontier: the frontier.
        draws: draws of the run.
        wording: the case in a language.
    """
    sentences = [wording.say(f"opening.frontier-of-{frontier['within']}"), _frontier_size(frontier, draws, wording)]
    if len(_consenting(wording)) > 2:
        sentences.append(wording.say("opening.packages-several"))
    return tuple(sentences)


def _frontier_size(frontier: Frontier, draws: int, wording: Wording) -> str:
    if not frontier["computed"]:
        return wording.say("opening.frontier-size-none")
    ends = [wording.count(frontier[end]) for end in ("low", "high")]
    told = {
        "median": wording.count(frontier["size"]),
        "range": ends[0] if ends[0] == ends[1] else wording.say("report.range", low=ends[0], high=ends[1]),
        "draws": wording.count(draws),
    }
    if frontier["computed"] == draws:
        return wording.say("opening.frontier-size", **told)
    return wording.say("opening.frontier-size-some", found=wording.count(frontier["computed"]), **told)


def _consenting(wording: Wording) -> list[str]:
    return [party for party, data in wording.parties.items() if data["consents"]]


def _picture(
    middle: Middle, frontier: Frontier, pair: tuple[str, str], consenting: Sequence[str], wording: Wording
) -> Picture:
    first, second = (wording.party(party) for party in pair)
    kinds = _kinds(middle, frontier, pair, consenting, wording)
    title = wording.say("opening.pair-title", first=first, second=second)
    spec = package_plane(
        wording.say("report.points-of", party=first),
        wording.say("report.points-of", party=second),
        kinds,
        joined=len(consenting) == 2,
    )
    identity = f"{wording.language}-packages-{pair[0]}-{pair[1]}"
    told = [wording.say("opening.picture", first=first, second=second), *(kind.label for kind in kinds)]
    return Picture(title, svg_element(spec, identity, title, wording.say("report.part-mark").join(told)))


def _kinds(
    middle: Middle, frontier: Frontier, pair: tuple[str, str], consenting: Sequence[str], wording: Wording
) -> list[Points]:
    at = [consenting.index(party) for party in pair]
    shown = [(row[at[0]], row[at[1]]) for row in middle["packages"]]
    inside = [point for point, within in zip(shown, middle["in_zone"], strict=True) if within]
    outside = [point for point, within in zip(shown, middle["in_zone"], strict=True) if not within]
    no_deal = _of(middle["no_deal"], pair)
    efficient = [_of(point["utilities"], pair) for point in frontier["points"]] if frontier["draw"] == "middle" else []
    kinds = [
        Points("allowed", wording.say("opening.kind-allowed", n=wording.count(len(outside))), outside),
        Points("zone", wording.say("opening.kind-zone", n=wording.count(len(inside))), inside),
        Points("frontier", _frontier_label(frontier, len(efficient), wording), efficient),
        Points("no_deal", _at(wording.say("opening.kind-no_deal"), no_deal, wording), [no_deal]),
    ]
    for name in SOLUTION_KINDS:
        worth = middle["solutions"].get(name)
        if worth is not None:
            point = _of(worth, pair)
            kinds.append(Points(name, _at(wording.say(f"report.solution-{name}"), point, wording), [point]))
    return kinds


def _frontier_label(frontier: Frontier, shown: int, wording: Wording) -> str:
    identity, size = f"opening.kind-frontier-{frontier['within']}", frontier["of_draw"]
    if size is None:
        return wording.say("opening.kind-frontier-unknown")
    if size == shown:
        return wording.say(identity, n=wording.count(size))
    return wording.say(f"{identity}-part", shown=wording.count(shown), size=wording.count(size))


def _at(what: str, point: tuple[float, float], wording: Wording) -> str:
    first, second = (f"{worth:.0f}" for worth in point)
    return wording.say("opening.at", what=what, first=first, second=second)


def _of(worth: dict[str, float], pair: tuple[str, str]) -> tuple[float, float]:
    return worth[pair[0]], worth[pair[1]]
