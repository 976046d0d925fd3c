"""What a dossier's parties gain or lose by a package, drawn when a vote first needs it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

import numpy as np

from irenic.fast.grid import Floats
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Feed, Model, Reading
from irenic.model.tables import Tables, block_tables, utilities
from irenic.numbers.draws import Draws

HEADLINE: Reading = "silent_zero"

Drawing: TypeAlias = Callable[[int, int], Inputs]
"""The draws `start <= d < stop` of what a model leaves open."""


@dataclass(frozen=True)
class Stakes:
    """Draws start … stop − 1 of what members vote by.

    Attributes:
        model: the dossier compiled.
        sampler: gives every number its draws.
        start: first draw.
        stop: end of the draws.
        drawing: what draws all that the model leaves open, when a vote needs it; levers and clocks aside where None.
        without: float64[draw, party], what each party gets without a deal, NaN where not known; as stated where None.
    """

    model: Model
    sampler: Draws
    start: int
    stop: int
    drawing: Drawing | None = None
    without: Floats | None = None
    _known: dict[int, Floats] = field(default_factory=dict)

    @property
    def draws(self) -> int:
        """Number of draws."""
        return self.stop - self.start

    @property
    def no_deal(self) -> Floats:
        """What each party gets without a deal: float64[draw, party]."""
        return self._inputs.no_deal if self.without is None else self.without

    def first(self, draws: int) -> "Stakes":
        """The first of the draws."""
        few = min(self.draws, draws)
        without = None if self.without is None else self.without[:few]
        return Stakes(self.model, self.sampler, self.start, self.start + few, self.drawing, without)

    def of(self, feed: Feed | None, otherwise: float) -> Floats:
        """Draws of a number, or a value where the dossier gives none: float64[draw]."""
        if feed is None:
            return np.full(self.draws, otherwise)
        return self.sampler.draw(feed.path, feed.distribution, self.start, self.stop)

    def utilities(self, package: int) -> Floats:
        """Utilities of a package, by its number, in the headline's reading: float64[draw, party].

        Raises:
            IrenicError: utilities are out of reach.
        """
        if package not in self._known:
            packages = np.full(self.draws, package, dtype=np.int64)
            self._known[package] = utilities(self.model, self._tables, packages)
        return self._known[package]

    @cached_property
    def _inputs(self) -> Inputs:
        if self.drawing is not None:
            return self.drawing(self.start, self.stop)
        return draw_inputs(self.model, self.sampler, self.start, self.stop)

    @cached_property
    def _tables(self) -> Tables:
        return block_tables(self.model, self._inputs, HEADLINE)
