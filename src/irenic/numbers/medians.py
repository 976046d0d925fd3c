"""Every number at its median, every event as is more likely: the middle case of a dossier."""

import numpy as np
from numpy.typing import NDArray

from irenic.numbers.distribution import Distribution, Floats


class Medians:
    """Gives each path the same value in every draw: its median. Has the methods of a `Sampler` that inputs need."""

    def uniform(self, path: str, start: int, stop: int) -> Floats:
        """One half: float64[stop − start]."""
        return np.full(stop - start, 0.5)

    def draw(self, path: str, distribution: Distribution, start: int, stop: int) -> Floats:
        """The distribution's median: float64[stop − start]."""
        return distribution.quantile(np.full(stop - start, 0.5))

    def event(self, path: str, probability: Floats, start: int, stop: int) -> NDArray[np.bool_]:
        """Whether it is at least as likely as not: bool[stop − start]."""
        return probability >= 0.5
