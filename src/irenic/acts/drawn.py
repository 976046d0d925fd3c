"""What a draw decides about levers and clocks: sizes, lags, durations, credibility."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from irenic.acts.rules import Acts
from irenic.fast.grid import Floats
from irenic.model.package_index import Integers
from irenic.model.structure import Feed
from irenic.numbers.draws import Draws


@dataclass(frozen=True, slots=True, eq=False)
class DrawnActs:
    """Draws start … stop − 1 of the acts' numbers, float64. Elements are levers, then clocks.

    Attributes:
        start: first draw.
        stop: end of the draws.
        size: [draw, rule].
        element_lag: [draw, element], months; 0 where none is stated.
        element_duration: [draw, element], months; infinite where none is stated.
        element_credibility: [draw, element]; 1 where none is stated.
        every: [draw, clock], months between two strikes, at least 1; infinite where none is stated.
        months: [draw, clock], months after the event from which the clock counts; 0 where none are stated.
        element_of: int64[rule], position of each rule's element.
    """

    start: int
    stop: int
    size: Floats
    element_lag: Floats
    element_duration: Floats
    element_credibility: Floats
    every: Floats
    months: Floats
    element_of: Integers

    @property
    def draws(self) -> int:
        """Number of draws."""
        return self.stop - self.start

    @property
    def lag(self) -> Floats:
        """float64[draw, rule], months."""
        return self.element_lag[:, self.element_of]

    @property
    def duration(self) -> Floats:
        """float64[draw, rule], months; infinite where none is stated."""
        return self.element_duration[:, self.element_of]

    @property
    def credibility(self) -> Floats:
        """float64[draw, rule]."""
        return self.element_credibility[:, self.element_of]


def draw_acts(acts: Acts, sampler: Draws, start: int, stop: int) -> DrawnActs:
    """Draw what levers and clocks leave open, each number by its own path: the same however the draws are cut.

    Raises:
        IrenicError: two paths collide, or correlations can't hold together (from the sampler).
    """

    def drawn(feeds: Iterable[Feed | None], otherwise: float) -> Floats:
        columns = [
            np.full(stop - start, otherwise)
            if feed is None
            else sampler.draw(feed.path, feed.distribution, start, stop)
            for feed in feeds
        ]
        return np.column_stack(columns) if columns else np.empty((stop - start, 0))

    no_clocks: list[Feed | None] = [None] * len(acts.clocks)
    elements = acts.elements
    return DrawnActs(
        start=start,
        stop=stop,
        size=drawn((rule.size for rule in acts.rules), 0.0),
        element_lag=drawn([*(lever.lag for lever in acts.levers), *no_clocks], 0.0),
        element_duration=drawn([*(lever.duration for lever in acts.levers), *no_clocks], np.inf),
        element_credibility=drawn(
            [*(lever.credibility for lever in acts.levers), *(clock.credibility for clock in acts.clocks)], 1.0
        ),
        # Time is looked at month by month, so nothing strikes more often.
        every=np.maximum(drawn((clock.every for clock in acts.clocks), np.inf), 1.0),
        months=drawn((clock.months for clock in acts.clocks), 0.0),
        element_of=np.array([elements.index(rule.element) for rule in acts.rules], dtype=np.int64),
    )
