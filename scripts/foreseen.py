"""What a dossier's theatre foresees by its own draws, carried forward without any lever or clock."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from irenic.acts.rules import is_stock
from irenic.dossier.schema.root import Dossier
from irenic.model.compilation import compile_model
from irenic.numbers.draws import Sampler
from irenic.war.forecast import course
from irenic.war.inputs import draw_theatre
from irenic.war.observed import steps_to_go
from irenic.war.odds import gate, step_chances, win_chances
from irenic.war.theatre import compile_theatre

Floats = NDArray[np.float64]

DRAWS: Final = 2048
SEED: Final = 1


@dataclass(frozen=True)
class WarAhead:
    """Months 0, 1, … from the dossier's date, in every draw.

    Attributes:
        draws: how many.
        flows: what → float64[draw, month]: `area` (km² that the line moves towards the side that gains upwards),
            `casualties.SIDE` (thousands), `aid.SIDE` and `grants.SIDE` (billion USD).
    """

    draws: int
    flows: dict[str, Floats]

    def mean_month(self, what: str, months: int) -> tuple[float, float, float]:
        """5th, 50th and 95th percentile of a draw's mean month over the first months."""
        means = self.flows[what][:, :months].mean(axis=1)
        low, middle, high = (float(x) for x in np.percentile(means, (5.0, 50.0, 95.0)))
        return low, middle, high


def look_ahead(dossier: Dossier) -> WarAhead:
    """The theatre's draws carried forward.

    Raises:
        ValueError: the dossier has no theatre that can be carried forward.
    """
    theatre = compile_theatre(dossier, compile_model(dossier))
    if theatre is None or theatre.missing:
        raise ValueError("the dossier's theatre lacks what a forecast needs")
    pairs = [(*c.between, c.coefficient.value.median) for c in dossier.file.correlations.values()]
    inputs = draw_theatre(theatre, Sampler(SEED, pairs), 0, DRAWS)
    horizon = theatre.horizon

    def unmoved(path: str, base: Floats) -> Floats:
        at = np.zeros_like(base) if is_stock(path) else base
        return np.repeat(at[:, np.newaxis], horizon, axis=1)

    ahead = course(theatre, inputs, unmoved)
    won = win_chances(inputs.b0[:, np.newaxis], inputs.b1[:, np.newaxis], ahead.log_ratio)
    opened = gate(inputs)[:, np.newaxis]
    steps = step_chances(*(ahead.initiative[:, k] * won[k] * opened for k in (0, 1)))
    up = 0 if theatre.gain[0] > 0 else 1
    step_area = inputs.contested[:, np.newaxis] / steps_to_go(theatre, up)
    flows = {"area": (steps[up] - steps[1 - up]) * step_area}
    for k, side in enumerate(theatre.sides):
        flows[f"casualties.{side}"] = ahead.casualties[:, k]
        flows[f"aid.{side}"] = np.repeat(inputs.aid[:, k, np.newaxis], horizon, axis=1)
        flows[f"grants.{side}"] = np.repeat(inputs.grants[:, k, np.newaxis], horizon, axis=1)
    return WarAhead(DRAWS, flows)
