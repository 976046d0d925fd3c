"""Everything that a draw decides, as arrays whose first axis is the draw."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from irenic.fast.grid import Floats, to_grid
from irenic.model.combinations import Truths
from irenic.model.structure import Feed, Model
from irenic.numbers.draws import Draws

MOST_POINTS: Final = 100.0
"""Values run from 0 to this."""


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """Draws start … stop − 1 of all that a model leaves open. Axes as said, float64 unless said otherwise.

    Attributes:
        start: first draw.
        stop: end of the draws.
        weights: [draw, party, issue], swing weights as drawn, sorted where an order is declared; 0 in silent cells.
        silent_weights: [draw, party, issue], weights of the silent cells in the wide reading; 0 elsewhere.
        values: [draw, party, flat option], points; in silent cells those of the wide reading.
        no_deal: [draw, party], points on the grid; NaN where the dossier states none.
        alpha: [draw, consenting party], weights in the terms of a deal; they sum to 1.
        binds: bool[draw, red line].
        cost: [draw, red line], points.
        infeasible: bool[draw, entry].
        ambiguity: [draw, entry], share of the option that each side reads its own way.
        interactions: [draw, entry], points.
        lever_sizes: [draw, entry], by how much levers that a deal sets off change what they change.
        lever_credibilities: [draw, entry], how likely they are used; 1 where not stated.
    """

    start: int
    stop: int
    weights: Floats
    silent_weights: Floats
    values: Floats
    no_deal: Floats
    alpha: Floats
    binds: Truths
    cost: Floats
    infeasible: Truths
    ambiguity: Floats
    interactions: Floats
    lever_sizes: Floats
    lever_credibilities: Floats

    @property
    def draws(self) -> int:
        """Number of draws."""
        return self.stop - self.start


def draw_inputs(model: Model, sampler: Draws, start: int, stop: int) -> Inputs:
    """Draw what the model leaves open: the same numbers however the draws are cut.

    Raises:
        IrenicError: two paths collide, or correlations can't hold together (from the sampler).
    """
    drawn = _Drawn(sampler, start, stop)
    parties, issues, options = len(model.parties), len(model.index.issues), int(model.option_starts[-1])
    weights = drawn.array(model.feeds.weights, (parties, issues), 0.0)
    _sort_as_declared(weights, model)
    values = drawn.array(model.feeds.values, (parties, options), 0.0)
    _fill_between(values, model)
    return Inputs(
        start=start,
        stop=stop,
        weights=weights,
        silent_weights=_silent_weights(model, weights, drawn),
        values=_with_silent_values(model, values, drawn),
        no_deal=to_grid(drawn.array(model.feeds.no_deal, (parties,), np.nan)),
        alpha=_alpha(model, drawn),
        binds=drawn.events(model.feeds.binding),
        cost=drawn.array(model.feeds.cost, (len(model.red_lines),), 0.0),
        infeasible=drawn.events(model.feeds.infeasible),
        ambiguity=drawn.array(model.feeds.ambiguity, (len(model.ambiguous),), 0.0),
        interactions=drawn.array(model.feeds.interactions, (len(model.interactions),), 0.0),
        lever_sizes=drawn.array(model.feeds.lever_sizes, (len(model.deal_levers),), 0.0),
        lever_credibilities=drawn.array(model.feeds.lever_credibilities, (len(model.deal_levers),), 1.0),
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Draws of a chunk."""

    sampler: Draws
    start: int
    stop: int

    def array(self, feeds: tuple[Feed, ...], shape: tuple[int, ...], otherwise: float) -> Floats:
        """The draws of each number at its place: float64[draw, *shape]."""
        found = np.full((self.stop - self.start, *shape), otherwise)
        for feed in feeds:
            at: tuple[slice | int, ...] = (slice(None), *feed.at)
            found[at] = self.sampler.draw(feed.path, feed.distribution, self.start, self.stop)
        return found

    def events(self, feeds: tuple[Feed, ...]) -> Truths:
        """What happens with the probabilities drawn: bool[draw, number]."""
        found = np.zeros((self.stop - self.start, len(feeds)), dtype=np.bool_)
        for k, feed in enumerate(feeds):
            probability = self.sampler.draw(feed.path, feed.distribution, self.start, self.stop)
            found[:, k] = self.sampler.event(feed.path, probability, self.start, self.stop)
        return found

    def uniform(self, path: str) -> Floats:
        return self.sampler.uniform(path, self.start, self.stop)


def _sort_as_declared(weights: Floats, model: Model) -> None:
    """Hand the drawn weights of ranked issues out again from the largest down, in the declared order."""
    for party, issues in model.orders:
        ranked = list(issues)
        weights[:, party, ranked] = -np.sort(-weights[:, party, ranked], axis=1)


def _fill_between(values: Floats, model: Model) -> None:
    """Values of quantities between two stated points lie on the line between these, in every draw."""
    for point in model.feeds.between:
        below, above = values[:, point.party, point.below], values[:, point.party, point.above]
        on_line = below + point.way * (above - below)
        values[:, point.party, point.option] = np.clip(on_line, np.minimum(below, above), np.maximum(below, above))


def _silent_weights(model: Model, weights: Floats, drawn: _Drawn) -> Floats:
    found = np.zeros_like(weights)
    for p, party in enumerate(model.parties):
        stated = np.flatnonzero(~model.silent[p])
        most = np.median(weights[:, p, stated], axis=1) if len(stated) else 1.0
        for i in np.flatnonzero(model.silent[p]):
            path = f"positions.{party}.{model.index.issues[i]}#silent-weight"
            found[:, p, i] = drawn.uniform(path) * most
    return found


def _with_silent_values(model: Model, values: Floats, drawn: _Drawn) -> Floats:
    starts = model.option_starts
    for p, party in enumerate(model.parties):
        for i in np.flatnonzero(model.silent[p]):
            for k, option in enumerate(model.index.options[i]):
                path = f"positions.{party}.{model.index.issues[i]}#silent-value.{option}"
                values[:, p, starts[i] + k] = drawn.uniform(path) * MOST_POINTS
    return values


def _alpha(model: Model, drawn: _Drawn) -> Floats:
    """Influence over impatience, α_i ∝ influence_i / (−ln δ_i); equal where not stated for every consenting party."""
    parties, consenting = len(model.parties), list(model.consenting)
    if len(model.feeds.influence) == len(consenting) == len(model.feeds.discount):
        influence = drawn.array(model.feeds.influence, (parties,), 1.0)[:, consenting]
        discount = drawn.array(model.feeds.discount, (parties,), 1.0)[:, consenting]
        terms = influence / -np.log(discount)
    else:
        terms = np.ones((drawn.stop - drawn.start, len(consenting)))
    total = np.zeros(len(terms))
    for p in range(len(consenting)):
        total += terms[:, p]
    return np.asarray(terms / total[:, np.newaxis], dtype=np.float64)
