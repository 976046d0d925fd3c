"""Draws of a run whose no-deal values are there already; what else they decide is drawn anew, and held for a while."""

from dataclasses import dataclass, field, fields
from typing import Final

import numpy as np

from irenic.deal.existence import Drawn
from irenic.fast.grid import Floats
from irenic.model.inputs import Inputs
from irenic.numbers.draws import Draws
from irenic.runs.no_deal import NoDealSource

MOST_HELD: Final = 2**27
"""Bytes of inputs that are held at most."""


@dataclass(slots=True)
class KeptDraws:
    """The draws `start <= d < stop` of a run; may be called from several threads at once.

    Searches go over the same pieces of the draws several times, so inputs of a piece are held while there is room.

    Attributes:
        source: where no-deal values come from.
        sampler: the run's sampler.
        no_deal: float64[draw, reading, party], of all draws.
    """

    source: NoDealSource
    sampler: Draws
    no_deal: Floats
    _held: dict[tuple[int, int], Inputs] = field(default_factory=dict)
    _bytes: int = 0

    def __call__(self, start: int, stop: int) -> Drawn:
        """Inputs, and no-deal values in each reading."""
        inputs = self._held.get((start, stop))
        if inputs is None:
            inputs = self.source.inputs(self.sampler, start, stop)
            self._hold(start, stop, inputs)
        return inputs, self.no_deal[start:stop]

    def _hold(self, start: int, stop: int, inputs: Inputs) -> None:
        arrays = [getattr(inputs, entry.name) for entry in fields(inputs)]
        size = sum(array.nbytes for array in arrays if isinstance(array, np.ndarray))
        if self._bytes + size <= MOST_HELD:
            self._bytes += size
            self._held[start, stop] = inputs
