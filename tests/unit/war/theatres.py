"""Made-up theatres: two sides, a short line, numbers drawn by a seed."""

from dataclasses import replace
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from irenic.acts.rules import is_stock
from irenic.dossier.schema.acts import Lever
from irenic.dossier.schema.root import Dossier
from irenic.war.forecast import Monthly
from irenic.war.inputs import WarInputs
from irenic.war.theatre import NOWHERE, Place, Theatre, WarFeeds
from tests.unit.model.examples import cell, dossier_of, issue, party

Floats = NDArray[np.float64]

NO_FEEDS = WarFeeds(**dict.fromkeys(WarFeeds.__dataclass_fields__, ()))

PARTIES = ("avia", "bruma", "corla", "delph")
"""Two belligerents, a patron of the second, and one that looks on."""


def theatre_of(
    line: int = 3, below: bool = True, above: bool = True, first_gains_upward: bool = True, horizon: int = 12
) -> Theatre:
    """A theatre with so many places, with or without an end on either hand; the line starts in the middle."""
    ids = [*(["low-end"] if below else []), *(f"place-{k}" for k in range(line)), *(["high-end"] if above else [])]
    nothing = np.zeros(1, dtype=np.int64)
    places = tuple(Place(name, name.endswith("end"), nothing) for name in ids)
    gain = (1, -1) if first_gains_upward else (-1, 1)
    ends = {1: len(places) - 1 if above else NOWHERE, -1: 0 if below else NOWHERE}
    return Theatre(
        sides=("avia", "bruma"),
        parties=PARTIES,
        side_of=(0, 1, 1, NOWHERE),
        belligerent=(0, 1, NOWHERE, NOWHERE),
        horizon=horizon,
        places=places,
        start=int(below) + line // 2,
        gain=gain,
        collapse_to=(ends[gain[1]], ends[gain[0]]),
        feeds=NO_FEEDS,
    )


def inputs_of(seed: int, draws: int = 1, **given: Any) -> WarInputs:
    """Numbers of any war of two armies; those given stand in all draws."""
    rng = np.random.default_rng(seed)

    def sides(low: float, high: float) -> Floats:
        return rng.uniform(low, high, (draws, 2))

    found = WarInputs(
        start=0,
        stop=draws,
        forces=sides(100, 600),
        replenishment=sides(0, 30),
        loss_rate=sides(5, 120),
        materiel=sides(0.5, 2),
        aid=sides(0, 5),
        need=np.full((draws, 2), np.nan),
        aid_lag=sides(0, 6),
        money=sides(0, 60),
        revenue=sides(2, 10),
        grants=sides(0, 2),
        cost=sides(3, 12),
        points_cost=sides(0, 1),
        effectiveness=sides(0.5, 2),
        initiative=sides(0.05, 0.95),
        optimism=rng.uniform(-0.5, 0.8, (draws, len(PARTIES))),
        discount=rng.uniform(0.7, 0.99, (draws, len(PARTIES))),
        standstill=rng.uniform(0.1, 0.9, draws),
        step=np.full(draws, 5.0),
        contested=np.full(draws, 600.0),
        b0=rng.normal(0.4, 0.1, draws),
        b1=rng.normal(0.5, 0.12, draws),
        p=rng.uniform(0.8, 1.1, draws),
        q=rng.uniform(0.0, 0.2, draws),
    )
    stated: dict[str, Any] = {
        name: np.broadcast_to(np.asarray(value, dtype=float), getattr(found, name).shape).copy()
        for name, value in given.items()
    }
    whole = replace(found, **stated)
    return whole if "need" in given else replace(whole, need=whole.cost + whole.aid)


def steady(horizon: int) -> Monthly:
    """No levers: every number stays what it is, and nothing is added to stocks."""

    def told(path: str, base: Floats) -> Floats:
        start = np.zeros_like(base) if is_stock(path) else base
        return np.repeat(start[:, np.newaxis], horizon, axis=1)

    return told


def moving(horizon: int, seed: int) -> Monthly:
    """Levers of all kinds: every number wanders, each in its own way, and stocks get something each month."""

    def told(path: str, base: Floats) -> Floats:
        wave = np.random.default_rng([seed, crc32(path.encode())]).uniform(0.8, 1.2, horizon)
        if is_stock(path):
            return np.repeat((wave - 1.0)[np.newaxis] * 5.0, len(base), axis=0)
        return base[:, np.newaxis] * wave

    return told


def warring(**theatre: Any) -> Dossier:
    """A dossier with a war over a valley; keywords replace parts of its theatre (scalars as text)."""
    side = {"forces": "100 to 200", "replenishment": "5", "loss_rate": "20 to 40", "cost": "4", "revenue": "3"}
    written: dict[str, Any] = {
        "sides": {"avia": {**side, "money": "50", "points_cost": "0.5"}, "bruma": {**side, "patrons": "corla"}},
        "front": {
            "step": "5",
            "contested": "600",
            "positions": {
                "river": {"z": "0", "meaning": "The river", "sq": {}},
                "hills": {"z": "1", "meaning": "The hills", "sq": {"valley": "split"}},
            },
            "ends": {
                "avia-wins": {"z": "2", "meaning": "Avia wins", "term": {"valley": "avian"}, "collapse_of": "bruma"},
                "bruma-wins": {"z": "-1", "meaning": "Bruma wins", "term": {"valley": "brumic"}},
            },
        },
        "battle": {"standstill": "0.6", "initiative": {"avia": "0.5"}},
        "beliefs": {"avia": {"optimism": "0 to 0.4"}},
    }
    written.update(theatre)
    return dossier_of(
        parties={"avia": party(discount="0.9"), "bruma": party(discount="0.8 to 0.95"), "corla": party(False, None)},
        issues={"valley": issue("shared", "split", "avian", "brumic")},
        positions={
            "avia": {"valley": cell("100", shared="50", split="70", avian="100", brumic="0")},
            "bruma": {"valley": cell("100", shared="50", split="30", avian="0", brumic="100")},
        },
        theatre=written,
    )


def with_levers(dossier: Dossier, **levers: dict[str, Any]) -> Dossier:
    """The dossier with levers (scalars as text)."""
    written = {name: Lever.model_validate(lever) for name, lever in levers.items()}
    return dossier.model_copy(update={"file": dossier.file.model_copy(update={"levers": written})})
