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
    consenting = [party for party, data in wording.parties.items() if data["consents"]]
    return [_picture(middle, frontier, pair, consenting, wording) for pair in combinations(consenting, 2)]


def frontier_sentence(frontier: Frontier, wording: Wording) -> str:
    """How large the frontier is over the draws."""
    if not frontier["computed"]:
        return wording.say("opening.frontier-size-none")
    return wording.say(
        "opening.frontier-size",
        median=wording.count(frontier["size"]),
        low=wording.count(frontier["low"]),
        high=wording.count(frontier["high"]),
        draws=wording.count(frontier["computed"]),
    )


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
    told = wording.say("report.part-mark").join(kind.label for kind in kinds if kind.points)
    note = wording.say("opening.packages-several") if len(consenting) > 2 else ""
    return Picture(title, svg_element(spec, identity, title, told), note)


def _kinds(
    middle: Middle, frontier: Frontier, pair: tuple[str, str], consenting: Sequence[str], wording: Wording
) -> list[Points]:
    at = [consenting.index(party) for party in pair]
    seen = [
        ((row[at[0]], row[at[1]]), inside) for row, inside in zip(middle["packages"], middle["in_zone"], strict=True)
    ]
    efficient = [_of(point["utilities"], pair) for point in frontier["points"]] if frontier["draw"] == "middle" else []
    kinds = [
        Points("allowed", wording.say("opening.kind-allowed"), [point for point, inside in seen if not inside]),
        Points("zone", wording.say("opening.kind-zone"), [point for point, inside in seen if inside]),
        Points("frontier", _frontier_label(frontier, len(efficient), wording), efficient),
        Points("no_deal", wording.say("opening.kind-no_deal"), [_of(middle["no_deal"], pair)]),
    ]
    for name in SOLUTION_KINDS:
        worth = middle["solutions"].get(name)
        if worth is not None:
            kinds.append(Points(name, wording.say(f"report.solution-{name}"), [_of(worth, pair)]))
    return kinds


def _frontier_label(frontier: Frontier, shown: int, wording: Wording) -> str:
    identity = "opening.kind-frontier-zone" if frontier["within"] == "zone" else "opening.kind-frontier"
    size = frontier["of_draw"]
    return wording.say(identity, shown=wording.count(shown), size="?" if size is None else wording.count(size))


def _of(worth: dict[str, float], pair: tuple[str, str]) -> tuple[float, float]:
    return worth[pair[0]], worth[pair[1]]
