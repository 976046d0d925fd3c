"""The war has two sides and one line."""

from collections.abc import Iterator
from itertools import pairwise

from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.theatre import Front
from irenic.errors.problem import Problem


def check_sides(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """The theatre has two sides, and no side is its own patron."""
    theatre = dossier.file.theatre
    if theatre is None:
        return
    if len(theatre.sides) != 2:
        yield positions.problem("dossier.two-sides", ("theatre",), {"count": len(theatre.sides)}, at_key=True)
    for name, side in theatre.sides.items():
        for place, patron in enumerate(side.patrons):
            if patron in theatre.sides:
                at = ("theatre", "sides", name, "patrons", str(place))
                yield positions.problem("dossier.patron-is-side", at, {"patron": patron})


def check_front(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Places of the front have numbers of their own, without gaps; ends lie outside; the line starts on a place."""
    theatre = dossier.file.theatre
    front = theatre.front if theatre else None
    if front is None or not front.positions:
        return
    places = {position.z for position in front.positions.values()}
    if front.start not in places:
        yield positions.problem("dossier.front-start", ("theatre", "front", "start"), {"z": front.start})
    yield from _number_problems(front, positions)
    for before, after in pairwise(sorted(places)):
        if after != before + 1:
            yield positions.problem(
                "dossier.front-gap", ("theatre", "front", "positions"), {"z": before + 1}, at_key=True
            )
    for name, end in front.ends.items():
        if min(places) <= end.z <= max(places):
            yield positions.problem("dossier.end-inside", ("theatre", "front", "ends", name, "z"), {"end": name})


def _number_problems(front: Front, positions: Positions) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for name, place in front.positions.items():
        if place.z in first:
            at = ("theatre", "front", "positions", name, "z")
            yield positions.problem("dossier.front-twice", at, {"z": place.z, "first": first[place.z]})
        first.setdefault(place.z, name)
