"""The theatre compiled: sides, places of the front, who gains which way, and which numbers feed which array."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from irenic.acts.rules import months_ahead
from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.ids import Package
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.dossier.schema.theatre import Theatre as TheatreFile
from irenic.model.combinations import Truths
from irenic.model.package_index import Integers
from irenic.model.structure import Feed, Model

NOWHERE: Final = -1
"""No place: the collapse of a side leads nowhere, or a party is on no side."""

Feeds: TypeAlias = tuple[Feed, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place of the front, or an end beyond it.

    Attributes:
        id: its id in the dossier.
        is_end: whether the war is over there.
        package: int64[issue], the position of the option in force on each issue.
    """

    id: str
    is_end: bool
    package: Integers


@dataclass(frozen=True, slots=True)
class WarFeeds:
    """Numbers that feed each array of `WarInputs`; those of sides are at (side,), those of parties at (party,)."""

    forces: Feeds
    replenishment: Feeds
    loss_rate: Feeds
    materiel: Feeds
    aid: Feeds
    need: Feeds
    aid_lag: Feeds
    money: Feeds
    revenue: Feeds
    grants: Feeds
    cost: Feeds
    points_cost: Feeds
    effectiveness: Feeds
    initiative: Feeds
    optimism: Feeds
    discount: Feeds
    standstill: Feeds
    step: Feeds
    contested: Feeds
    b0: Feeds
    b1: Feeds
    p: Feeds
    q: Feeds


@dataclass(frozen=True, slots=True, eq=False)
class Theatre:
    """What does not change from draw to draw.

    Attributes:
        sides: the belligerents, in dossier order: side 0 and side 1.
        parties: all parties, in dossier order.
        side_of: for each party the side that it is or helps, or −1.
        belligerent: for each party the side that it is, or −1.
        horizon: months that are looked at, H.
        places: the end below, the places of the line from the lowest, the end above, as far as they exist.
        start: position among `places` where the line stands.
        gain: for each side +1 if it gains where the line goes up among `places`, −1 if where it goes down.
        collapse_to: for each side the place that its collapse brings, or −1: then the line stands where it is.
        feeds: which numbers feed which array.
        missing: paths of numbers without which no value can be computed; empty where all is there.
    """

    sides: tuple[str, str]
    parties: tuple[str, ...]
    side_of: tuple[int, ...]
    belligerent: tuple[int, ...]
    horizon: int
    places: tuple[Place, ...]
    start: int
    gain: tuple[int, int]
    collapse_to: tuple[int, int]
    feeds: WarFeeds
    missing: tuple[str, ...] = ()

    @property
    def packages(self) -> Integers:
        """Positions of the options in force at every place: int64[place, issue]."""
        return np.array([place.package for place in self.places], dtype=np.int64)

    @property
    def upward(self) -> int:
        """The side that gains where the line goes up among `places`."""
        return 0 if self.gain[0] > 0 else 1

    @property
    def is_end(self) -> Truths:
        """Whether the war is over at each place: bool[place]."""
        return np.array([place.is_end for place in self.places], dtype=np.bool_)


def compile_theatre(dossier: Dossier, model: Model) -> Theatre | None:
    """The dossier's theatre, or None where it has none (or not two sides)."""
    file = dossier.file
    written = file.theatre
    if written is None or len(written.sides) != 2:
        return None
    first, second = written.sides
    places = tuple(_places(written, model))
    directions = _directions(written, (first, second))
    line = written.front.start if written.front else 0
    start = next((k for k, (z, _) in enumerate(places) if z == line), 0)
    return Theatre(
        sides=(first, second),
        parties=tuple(file.parties),
        side_of=tuple(_side_of(written, party) for party in file.parties),
        belligerent=tuple((first, second).index(p) if p in written.sides else NOWHERE for p in file.parties),
        horizon=months_ahead(file),
        places=tuple(place for _, place in places),
        start=start,
        gain=directions or (1, -1),
        collapse_to=(NOWHERE, NOWHERE) if directions is None else _collapse_to(places, directions),
        feeds=_feeds(file, written),
        missing=tuple(_missing(written, directions)),
    )


def _places(theatre: TheatreFile, model: Model) -> Iterator[tuple[int, Place]]:
    """The places with their numbers z, from the lowest."""
    if theatre.front is None:
        return
    line = [(p.z, Place(name, False, _package(p.sq, model))) for name, p in theatre.front.positions.items()]
    ends = [(e.z, Place(name, True, _package(e.term, model))) for name, e in theatre.front.ends.items()]
    yield from sorted([*line, *ends], key=lambda numbered: numbered[0])


def _package(differs: Package, model: Model) -> Integers:
    """The status quo with some options in place of its own."""
    found = np.array(model.status_quo, dtype=np.int64)
    for issue, option in differs.items():
        i = model.index.issues.index(issue)
        found[i] = model.index.options[i].index(option)
    return found


def _directions(theatre: TheatreFile, sides: tuple[str, str]) -> tuple[int, int] | None:
    """Which way each side gains: the end that is a side's collapse lies the other one's way."""
    front = theatre.front
    if front is None or not front.positions:
        return None
    top = max(place.z for place in front.positions.values())
    for end in front.ends.values():
        if end.collapse_of is not None:
            upward = 1 if end.z > top else -1
            return (-upward, upward) if end.collapse_of == sides[0] else (upward, -upward)
    return None


def _collapse_to(places: tuple[tuple[int, Place], ...], gain: tuple[int, int]) -> tuple[int, int]:
    """A side's collapse brings the end that lies the other one's way."""
    found = [NOWHERE, NOWHERE]
    for side in (0, 1):
        last = len(places) - 1 if gain[1 - side] > 0 else 0
        if places[last][1].is_end:
            found[side] = last
    return found[0], found[1]


def _side_of(theatre: TheatreFile, party: str) -> int:
    """The side that a party is or helps; who helps both is on none."""
    helped = [k for k, (name, side) in enumerate(theatre.sides.items()) if party == name or party in side.patrons]
    return helped[0] if len(helped) == 1 else NOWHERE


def _missing(theatre: TheatreFile, directions: tuple[int, int] | None) -> Iterator[str]:
    for name, side in theatre.sides.items():
        if side.forces is None:
            yield f"theatre.sides.{name}.forces"
    if theatre.front is None or not theatre.front.positions:
        yield "theatre.front.positions"
    elif directions is None:
        yield "theatre.front.ends"


def _feeds(file: DossierFile, theatre: TheatreFile) -> WarFeeds:
    def of_sides(field: str) -> Feeds:
        numbers = ((f"theatre.sides.{name}.{field}", getattr(side, field)) for name, side in theatre.sides.items())
        return _fed(numbers)

    def of_battle(field: str) -> Feeds:
        stated = {} if theatre.battle is None else getattr(theatre.battle, field)
        return _fed((f"theatre.battle.{field}.{name}", stated.get(name)) for name in theatre.sides)

    def single(part: str, field: str) -> Feeds:
        element = getattr(theatre, part)
        quantity: Quantity | None = None if element is None else getattr(element, field)
        return () if quantity is None else (Feed(f"theatre.{part}.{field}", quantity.value, ()),)

    beliefs = theatre.beliefs
    return WarFeeds(
        forces=of_sides("forces"),
        replenishment=of_sides("replenishment"),
        loss_rate=of_sides("loss_rate"),
        materiel=of_sides("materiel"),
        aid=of_sides("aid"),
        need=of_sides("need"),
        aid_lag=of_sides("aid_lag"),
        money=of_sides("money"),
        revenue=of_sides("revenue"),
        grants=of_sides("grants"),
        cost=of_sides("cost"),
        points_cost=of_sides("points_cost"),
        effectiveness=of_battle("effectiveness"),
        initiative=of_battle("initiative"),
        optimism=_fed(
            (f"theatre.beliefs.{party}.optimism", beliefs[party].optimism if party in beliefs else None)
            for party in file.parties
        ),
        discount=_fed((f"parties.{name}.discount", party.discount) for name, party in file.parties.items()),
        standstill=single("battle", "standstill"),
        step=single("front", "step"),
        contested=single("front", "contested"),
        b0=single("battle", "b0"),
        b1=single("battle", "b1"),
        p=single("attrition", "p"),
        q=single("attrition", "q"),
    )


def _fed(numbers: Iterator[tuple[str, Quantity | None]]) -> Feeds:
    """Feeds of what is stated, each at its place in the row of numbers."""
    return tuple(Feed(path, quantity.value, (k,)) for k, (path, quantity) in enumerate(numbers) if quantity is not None)
