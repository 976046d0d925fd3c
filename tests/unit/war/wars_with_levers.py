"""A made-up war with levers on everything that moves it, and its draws."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from irenic.acts.course import no_deal_course
from irenic.acts.drawn import DrawnActs, draw_acts
from irenic.acts.rules import Acts, compile_acts
from irenic.acts.stretches import Stretches, stretches
from irenic.dossier.schema.root import Dossier
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.named import named_utilities
from irenic.numbers.draws import Sampler
from irenic.war.drawing import DrawnWar, WarCase
from irenic.war.inputs import draw_theatre
from irenic.war.theatre import Theatre, compile_theatre
from tests.unit.model.examples import cell, dossier_of, issue, party

Floats = NDArray[np.float64]


def lever(path: str, op: str, size: str, trigger: Any = "always", **more: Any) -> dict[str, Any]:
    """A lever of Avia's patron."""
    return {"holder": "corla", "path": path, "op": op, "size": size, "trigger": trigger, **more}


LEVERS: dict[str, Any] = {
    "arms": lever("theatre.sides.avia.aid", "add", "1 to 3", lag="1 to 4", credibility="0.3 to 0.9"),
    "squeeze": lever("theatre.sides.avia.aid", "multiply", "0.4 to 0.9", "talks-fail", duration="6", credibility="0.5"),
    "loan": lever("theatre.sides.avia.money", "add", "20 to 60", lag="2 to 5", duration="10", credibility="0.6"),
    "gift": lever("theatre.sides.bruma.money", "add", "5 to 15", lag="3", credibility="0.5"),
    "volunteers": lever("theatre.sides.bruma.forces", "add", "10 to 30", lag="4", credibility="0.7"),
    "embargo": {
        **lever("theatre.sides.bruma.revenue", "multiply", "0.5 to 0.9", "talks-fail", credibility="0.4 to 0.8"),
        "effects": {
            "shells": {"path": "theatre.sides.bruma.materiel", "op": "set", "size": "0.6 to 0.9"},
            "delay": {"path": "theatre.sides.bruma.aid_lag", "op": "add", "size": "1 to 2"},
        },
    },
    "eyes": lever("theatre.battle.effectiveness.avia", "multiply", "1.0 to 1.3", credibility="0.9"),
    "push": lever("theatre.battle.initiative.avia", "add", "0.1 to 0.3", "own-choice"),
    "call-up": lever("theatre.sides.avia.replenishment", "multiply", "1.2 to 1.8", lag="2", credibility="0.5"),
    "ordnance": lever("theatre.sides.bruma.loss_rate", "multiply", "1.1 to 1.5", lag="1", credibility="0.5"),
    "bonds": lever("theatre.sides.bruma.grants", "add", "0.5 to 1.5", credibility="0.5"),
    "thrift": lever("theatre.sides.avia.cost", "set", "3", lag="5", credibility="0.5"),
    "drill": lever("theatre.battle.b0", "add", "-0.2 to 0.2", credibility="0.5"),
}


def dossier_with(levers: dict[str, Any] | None = None, **theatre: Any) -> Dossier:
    """The war, with these levers (all by default); keywords replace parts of its theatre."""
    avia = {
        "forces": "100 to 200",
        "replenishment": "2 to 8",
        "loss_rate": "20 to 60",
        "cost": "4",
        "revenue": "2 to 4",
    }
    bruma = {"forces": "150 to 250", "replenishment": "4 to 9", "loss_rate": "30 to 80", "cost": "5", "revenue": "4"}
    written: dict[str, Any] = {
        "sides": {
            "avia": {**avia, "aid": "1 to 2", "aid_lag": "1 to 5", "money": "3 to 12", "patrons": "corla"},
            "bruma": {**bruma, "money": "5 to 20", "aid": "0.5", "aid_lag": "2", "materiel": "0.8 to 1.2"},
        },
        "front": {
            "positions": {
                "ridge": {"z": "-1", "meaning": "The ridge", "sq": {"valley": "split"}},
                "river": {"z": "0", "meaning": "The river", "sq": {}},
                "hills": {"z": "1", "meaning": "The hills", "sq": {"valley": "split"}},
            },
            "ends": {
                "avia-wins": {"z": "2", "meaning": "Avia wins", "term": {"valley": "avian"}, "collapse_of": "bruma"},
                "bruma-wins": {"z": "-2", "meaning": "Bruma wins", "term": {"valley": "brumic"}},
            },
        },
        "battle": {"standstill": "0.4 to 0.8", "initiative": {"avia": "0.3 to 0.6", "bruma": "0.4 to 0.9"}},
        "beliefs": {"avia": {"optimism": "0 to 0.4"}},
        **theatre,
    }
    return dossier_of(
        clock={"period": "month", "horizon": "18"},
        parties={
            "avia": party(discount="0.9"),
            "bruma": party(discount="0.8 to 0.95"),
            "corla": party(False, discount="0.7 to 0.9"),
            "delph": party(False, None),
        },
        issues={"valley": issue("shared", "split", "avian", "brumic")},
        positions={
            "avia": {"valley": cell("100", shared="50", split="70", avian="100", brumic="0")},
            "bruma": {"valley": cell("100", shared="50", split="30", avian="0", brumic="100")},
            "corla": {"valley": cell("100", shared="60", split="70", avian="100", brumic="0")},
        },
        theatre=written,
        levers=LEVERS if levers is None else levers,
    )


def theatre_and_acts(dossier: Dossier) -> tuple[Theatre, Acts]:
    """Both compiled."""
    theatre = compile_theatre(dossier, compile_model(dossier))
    assert theatre is not None
    assert not theatre.missing
    return theatre, compile_acts(dossier)


def war_case(dossier: Dossier, seed: int = 5) -> WarCase:
    """The war ready to be followed."""
    theatre, acts = theatre_and_acts(dossier)
    model, sampler = compile_model(dossier), Sampler(seed)

    def drawing(start: int, stop: int) -> DrawnWar:
        utilities = named_utilities(model, draw_inputs(model, sampler, start, stop), theatre.packages)
        inputs, drawn = draw_theatre(theatre, sampler, start, stop), draw_acts(acts, sampler, start, stop)
        return DrawnWar(inputs, drawn, {}, np.ascontiguousarray(utilities[:, 0]))

    return WarCase(theatre, acts, drawing)


def course_without_deal(acts: Acts, drawn: DrawnActs) -> Stretches:
    """The course in which talks fail."""
    return stretches(acts, drawn, no_deal_course(), {})
