"""Small dossiers with levers and clocks, about made-up countries."""

from typing import Any

import numpy as np

from irenic.acts.course import Course
from irenic.acts.drawn import DrawnActs, draw_acts
from irenic.acts.rules import Acts, compile_acts
from irenic.acts.stretches import Stretches, changed, stretches
from irenic.fast.grid import Floats
from irenic.numbers.draws import Draws, Sampler
from tests.unit.model.examples import dossier_of, everything

AID, REVENUE, MONEY = (f"theatre.sides.avia.{quantity}" for quantity in ("aid", "revenue", "money"))
DRAWS = 8


def acts_of(
    levers: dict[str, Any] | None = None, clocks: dict[str, Any] | None = None, horizon: str = "36", **more: Any
) -> Acts:
    """Levers and clocks of a dossier of 1 January 2030."""
    clock = {"period": "month", "horizon": horizon}
    return compile_acts(dossier_of(**everything(), levers=levers or {}, clocks=clocks or {}, clock=clock, **more))


def lever(path: str | None = AID, op: str = "add", size: str = "2", **more: Any) -> dict[str, Any]:
    """A lever that is always at work, unless said otherwise."""
    number = {} if path is None else {"path": path, "op": op, "size": size}
    return {"holder": "chor", "trigger": "always", **number, **more}


def effect(path: str = AID, op: str = "multiply", size: str = "0.5") -> dict[str, Any]:
    """An effect."""
    return {"path": path, "op": op, "size": size}


class At:
    """Levers and clocks in one course of events."""

    def __init__(
        self,
        acts: Acts,
        course: Course = (),
        decisions: dict[str, float] | None = None,
        pulled: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
        sampler: Draws | None = None,
    ) -> None:
        self.acts = acts
        self.drawn: DrawnActs = draw_acts(acts, sampler or Sampler(11), 0, DRAWS)
        self.decisions = {body: np.full(DRAWS, yes) for body, yes in (decisions or {}).items()}
        self.stretches: Stretches = stretches(acts, self.drawn, course, self.decisions, pulled, without)

    def of(self, rule: str, draw: int = 0) -> list[tuple[float, float, float]]:
        """Stretches of a rule that are not empty: begin, end, chance."""
        k = next(k for k, found in enumerate(self.acts.rules) if found.id == rule)
        rows = self.stretches.rows_of([k])
        parts = (self.stretches.begin, self.stretches.end, self.stretches.chance)
        found = [tuple(float(part[draw, row]) for part in parts) for row in rows]
        return [(begin, end, chance) for begin, end, chance in found if begin < end]

    def changed(self, path: str, base: float = 10.0, months: int = 36) -> Floats:
        """A number month by month: float64[draw, month]."""
        return changed(self.acts, self.drawn, self.stretches, path, np.full(DRAWS, base), months)
