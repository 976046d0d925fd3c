"""The war has two sides and one line."""

from collections.abc import Iterator
from itertools import pairwise

from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.theatre import Front, Observation, Theatre
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


def check_ends(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """One end lies on either hand of the line, and one says whose collapse it is: that tells who gains which way."""
    front = dossier.file.theatre.front if dossier.file.theatre else None
    if front is None or not front.positions or not front.ends:
        return
    top = max(place.z for place in front.positions.values())
    above: dict[bool, str] = {}
    lost: dict[str, str] = {}
    for name, end in front.ends.items():
        at = ("theatre", "front", "ends", name)
        if end.z > top in above:
            params = {"end": name, "first": above[end.z > top]}
            yield positions.problem("dossier.ends-same-way", (*at, "z"), params)
        above.setdefault(end.z > top, name)
        if end.collapse_of in lost:
            params = {"end": name, "first": lost[end.collapse_of], "side": end.collapse_of}
            yield positions.problem("dossier.ends-same-collapse", (*at, "collapse_of"), params)
        elif end.collapse_of is not None:
            lost[end.collapse_of] = name
    if not lost:
        yield positions.problem("dossier.ends-no-collapse", ("theatre", "front", "ends"), at_key=True)


def check_beliefs(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Optimism is that of a party on one side."""
    theatre = dossier.file.theatre
    if theatre is None:
        return
    for party, belief in theatre.beliefs.items():
        if belief.optimism is not None and len(_sides_of(theatre, party)) != 1:
            at = ("theatre", "beliefs", party, "optimism")
            yield positions.problem("dossier.optimism-without-side", at, {"party": party}, at_key=True)


def check_observations(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """What an observation measures can be set beside what the theatre implies."""
    theatre = dossier.file.theatre
    if theatre is None:
        return
    for name, seen in theatre.observed.items():
        at = ("theatre", "observed", name)
        if seen.since is not None and seen.measures not in {"casualties", "area"}:
            yield positions.problem("dossier.observed-not-summed", (*at, "since"), {"observation": name})
        elif seen.since is not None and seen.since >= (seen.date or dossier.file.as_of):
            yield positions.problem("dossier.observed-since", (*at, "since"), {"observation": name})
        if seen.measures is None:
            continue
        if seen.quantity is None:
            yield positions.problem("dossier.observed-no-quantity", (*at, "measures"), {"observation": name})
        if len(seen.of) != 1 or seen.of[0] not in theatre.sides:
            yield positions.problem("dossier.observed-one-side", at, {"observation": name}, at_key=True)
        else:
            for path in _lacking(theatre, seen):
                params = {"observation": name, "path": path}
                yield positions.problem("dossier.observed-lacks", (*at, "measures"), params)


def _sides_of(theatre: Theatre, party: str) -> list[str]:
    """Sides that a party is or helps."""
    return [name for name, side in theatre.sides.items() if party == name or party in side.patrons]


def _lacking(theatre: Theatre, seen: Observation) -> Iterator[str]:
    """Numbers that are not stated though the observation can't be compared without them."""
    own = seen.of[0]
    if seen.measures in {"forces", "casualties"}:
        needed = theatre.sides if seen.measures == "casualties" else (own,)
        yield from (f"theatre.sides.{name}.forces" for name in needed if theatre.sides[name].forces is None)
        if seen.measures == "casualties" and theatre.sides[own].loss_rate is None:
            yield f"theatre.sides.{own}.loss_rate"
        return
    yield from (f"theatre.sides.{name}.forces" for name, side in theatre.sides.items() if side.forces is None)
    field = "step" if seen.measures == "advance" else "contested"
    if theatre.front is None or getattr(theatre.front, field) is None:
        yield f"theatre.front.{field}"


def _number_problems(front: Front, positions: Positions) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for name, place in front.positions.items():
        if place.z in first:
            at = ("theatre", "front", "positions", name, "z")
            yield positions.problem("dossier.front-twice", at, {"z": place.z, "first": first[place.z]})
        first.setdefault(place.z, name)
