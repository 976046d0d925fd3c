"""Bodies of made-up countries, and games, for tests of votes."""

from typing import Any

import numpy as np

from irenic.dossier.schema.root import Dossier
from irenic.fast.grid import Floats
from irenic.model.compilation import compile_model
from irenic.numbers.draws import Sampler
from irenic.votes.council import Council, compile_bodies
from irenic.votes.game import Game, House, double_game, majority_game, number_game, quota_game
from irenic.votes.stakes import Stakes
from tests.unit.model.examples import dossier_of, party


def one_house(game: Game) -> list[House]:
    """A body whose members all sit in one game."""
    return [House(tuple(range(game.size)), game)]


def random_houses(rng: np.random.Generator, members: int) -> list[House]:
    """A random rule among so many members: a quota, a number, a double majority, or two chambers."""
    weights = [int(w) for w in rng.integers(0, 7, members)]
    kind = int(rng.integers(0, 4))
    if kind == 0:
        return one_house(quota_game(weights, int(rng.integers(1, sum(weights) + 2))))
    if kind == 1:
        return one_house(number_game(members, int(rng.integers(1, members + 1))))
    if kind == 2 or members < 2:
        return one_house(double_game([w + 1 for w in weights], 0.55, 0.65, int(rng.integers(1, members + 1))))
    cut = int(rng.integers(1, members))
    parts = tuple(range(cut)), tuple(range(cut, members))
    return [House(part, majority_game([weights[m] for m in part], 0.5)) for part in parts]


def dossier(**bodies: dict[str, Any]) -> Dossier:
    """Aldova and Brenland dispute a dam: bodies as written in a dossier."""
    return dossier_of(
        parties={
            "aldova": {
                **party(no_deal="40"),
                "members": {"upland": {"name": "Upland"}, "lowland": {"name": "Lowland", "no_deal": "70"}},
                "people": {"premier": {"name": "The premier", "office": "Premier", "acts": ["signs"]}},
            },
            "brenland": party(no_deal="30"),
        },
        issues={
            "dam": {"question": "?", "status_quo": "closed", "options": {"closed": {}, "shared": {}, "open": {}}},
            "fish": {"question": "?", "status_quo": "none", "options": {"none": {}, "some": {}}},
        },
        positions={
            "aldova": {
                "dam": {"weight": "80", "values": {"closed": "0", "shared": "60", "open": "100"}},
                "fish": {"weight": "20", "values": {"none": "0", "some": "100"}},
            },
            "brenland": {"dam": {"weight": "100", "values": {"closed": "100", "shared": "50", "open": "0"}}},
        },
        levers={"credit": {"holder": "aldova", "trigger": "always", "label": "A credit"}},
        bodies=bodies,
    )


def council_of(**body: Any) -> tuple[Council, Dossier]:
    """The only body of the example."""
    example = dossier(body=body)
    return compile_bodies(example, compile_model(example))["body"], example


def stakes_of(example: Dossier, draws: int = 4, no_deal: Floats | None = None) -> Stakes:
    """What the example's members vote by."""
    return Stakes(compile_model(example), Sampler(0), 0, draws, without=no_deal)
