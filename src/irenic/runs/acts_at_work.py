"""Levers and clocks at work while there is no deal: what they make of the numbers that the package space rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from irenic.acts.course import no_deal_course
from irenic.acts.drawn import DrawnActs, draw_acts
from irenic.acts.rules import Acts
from irenic.acts.stretches import Stretches, changed, stretches
from irenic.fast.grid import Floats
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Model
from irenic.numbers.distribution import Distribution
from irenic.numbers.draws import Draws
from irenic.numbers.support import AMOUNT, ANY, FRACTION, POINTS, POSITIVE, PROBABILITY, Support

_SUPPORTS: Final = {
    "discount": FRACTION,
    "influence": POSITIVE,
    "weight": AMOUNT,
    "cost": AMOUNT,
    "binding": PROBABILITY,
    "infeasible": PROBABILITY,
    "ambiguity": PROBABILITY,
}
"""Where a number stays whatever changes it, by the last word of its path."""


@dataclass(frozen=True, slots=True, eq=False)
class ActsAtWork:
    """The levers and clocks of some draws, in the courses that begin where a party has refused.

    Attributes:
        acts: levers and clocks.
        drawn: their numbers.
        decisions: body → float64[draw], probability of a yes.
    """

    acts: Acts
    drawn: DrawnActs
    decisions: Mapping[str, Floats]
    _stretches: dict[str, Stretches] = field(default_factory=dict)

    def number(self, path: str, base: Floats, months: int = 1) -> Floats:
        """A number in the first months without a deal: float64[draw, month].

        What a party wants, waits for and has without a deal is changed in the course that its own refusal sets going.
        The rest is, where talks fail without anybody's refusal.

        Args:
            path: dotted path of the number.
            base: float64[draw] or float64[draw, month], the number without levers.
            months: number of months.
        """
        party = _party_of(path)
        if party not in self._stretches:
            course = no_deal_course(party or None)
            self._stretches[party] = stretches(self.acts, self.drawn, course, self.decisions)
        found = changed(self.acts, self.drawn, self._stretches[party], path, base, months)
        support = _support_of(path)
        return np.clip(found, support.first, support.last)


class _Changed:
    """Draws of a sampler as levers and clocks change them; those of weights, which may be ranked, are left alone."""

    def __init__(self, sampler: Draws, work: ActsAtWork) -> None:
        self._sampler, self._work = sampler, work

    def uniform(self, path: str, start: int, stop: int) -> Floats:
        """As the sampler."""
        return self._sampler.uniform(path, start, stop)

    def draw(self, path: str, distribution: Distribution, start: int, stop: int) -> Floats:
        """As the sampler, then changed."""
        base = self._sampler.draw(path, distribution, start, stop)
        if path not in self._work.acts.paths or _is_weight(path):
            return base
        return self._work.number(path, base)[:, 0]

    def event(self, path: str, probability: Floats, start: int, stop: int) -> NDArray[np.bool_]:
        """As the sampler, with the probability as it is drawn here."""
        return self._sampler.event(path, probability, start, stop)


def acts_at_work(acts: Acts, sampler: Draws, decisions: Mapping[str, Floats], start: int, stop: int) -> ActsAtWork:
    """The levers and clocks of the draws `start <= d < stop`.

    Raises:
        IrenicError: two paths collide, or correlations can't hold together (from the sampler).
    """
    return ActsAtWork(acts, draw_acts(acts, sampler, start, stop), decisions)


def inputs_at_work(model: Model, sampler: Draws, work: ActsAtWork) -> Inputs:
    """What the model leaves open, with what levers and clocks make of it in month 0.

    Rankings are of the weights that the dossier states: they are heeded before a lever changes one.
    """
    start, stop = work.drawn.start, work.drawn.stop
    inputs = draw_inputs(model, _Changed(sampler, work), start, stop)
    touched = [path for path in sorted(work.acts.paths) if _is_weight(path)]
    if not touched:
        return inputs
    weights = inputs.weights.copy()
    for path in touched:
        _, party, issue, _ = path.split(".")
        p, i = model.parties.index(party), model.index.issues.index(issue)
        if not model.silent[p, i]:
            weights[:, p, i] = work.number(path, weights[:, p, i])[:, 0]
    return replace(inputs, weights=weights)


def _is_weight(path: str) -> bool:
    match path.split("."):
        case ["positions", _, _, "weight"]:
            return True
    return False


def _party_of(path: str) -> str:
    match path.split("."):
        case ["parties" | "positions", party, *_]:
            return party
    return ""


def _support_of(path: str) -> Support:
    match path.split("."):
        case ["positions", _, _, "values", _]:
            return POINTS
        case [*_, last]:
            return _SUPPORTS.get(last, ANY)
    return ANY
