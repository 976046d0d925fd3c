"""The zone by month: no-deal values if talks fail later, and whether a deal is possible with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from irenic.deal.by_month import possible_by_month
from irenic.deal.live import BASES
from irenic.deal.summary import HEADLINE
from irenic.fast.grid import to_grid
from irenic.model.structure import READINGS
from irenic.numbers.draws import Draws
from irenic.results.layout import Dimension, Variable
from irenic.runs.no_deal import NoDealDraws, NoDealSource
from irenic.war.by_month import LaterValues, values_by_month

FOLLOWED: Final = 512
"""Draws whose war is followed month by month: the first ones, which are balanced over the scrambles."""

BLOCK: Final = 256
"""Draws that are followed together: months cost as much for one draw as for many."""

NOT_FOLLOWED: Final = -1
"""Where the line stands in a draw that is not followed."""

VARIABLES: Final = (
    Variable(
        "war",
        "no_deal_by_month",
        ("draw", "month", "party"),
        "<f8",
        "points",
        "what no deal is worth if talks fail in a month, on one path of the war a draw; NaN where there is no value, "
        "and in draws that were not followed",
    ),
    Variable(
        "war",
        "front_by_month",
        ("draw", "month"),
        "<i8",
        "",
        "where the line then stands, as position among the places of the front; -1 in draws that were not followed",
    ),
    Variable(
        "war",
        "possible_by_month",
        ("draw", "month", "basis"),
        "|b1",
        "",
        "whether a deal is possible with these values; false in draws that were not followed",
    ),
)


def told_by_month(source: NoDealSource) -> bool:
    """Whether there is anything to tell by month: answers rest on what a war computes."""
    return source.fights is not None and source.basis == "computed"


def month_dimension(source: NoDealSource) -> dict[str, Dimension]:
    """The dimension of these variables, where there are any."""
    theatre = source.fights
    return {"month": Dimension(theatre.horizon + 1)} if theatre is not None and told_by_month(source) else {}


@dataclass(slots=True)
class Months:
    """The variables by month of one run, worked out in blocks whatever chunks ask for them.

    Attributes:
        source: where no-deal values come from.
        sampler: the run's sampler.
        seed: of the paths of the war.
        draws: number of draws of the run.
    """

    source: NoDealSource
    sampler: Draws
    seed: int
    draws: int
    _blocks: dict[int, dict[str, NDArray[Any]]] = field(default_factory=dict)
    _locks: dict[int, Lock] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def rows(self, start: int, stop: int) -> dict[str, NDArray[Any]]:
        """The draws `start <= d < stop` of every variable, by full name."""
        if not told_by_month(self.source):
            return {}
        parts = list(self._parts(start, stop))
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}

    def _parts(self, start: int, stop: int) -> Iterator[dict[str, NDArray[Any]]]:
        """What was followed of these draws, then what was not."""
        end = min(stop, self.draws, FOLLOWED)
        at = start
        while at < end:
            first = at - at % BLOCK
            last = min(first + BLOCK, end)
            yield {name: values[at - first : last - first] for name, values in self._block(first).items()}
            at = last
        yield self._not_followed(stop - at)

    def _block(self, first: int) -> dict[str, NDArray[Any]]:
        with self._lock:
            lock = self._locks.setdefault(first, Lock())
        with lock:
            if first not in self._blocks:
                last = min(first + BLOCK, self.draws, FOLLOWED)
                self._blocks[first] = _told(self.source, self.source.drawn(self.sampler, first, last), self.seed)
            return self._blocks[first]

    def _not_followed(self, draws: int) -> dict[str, NDArray[Any]]:
        months = month_dimension(self.source)["month"].size
        return {
            "war.no_deal_by_month": np.full((draws, months, len(self.source.model.parties)), np.nan),
            "war.front_by_month": np.full((draws, months), NOT_FOLLOWED, dtype=np.int64),
            "war.possible_by_month": np.zeros((draws, months, len(BASES)), dtype=np.bool_),
        }


def _told(source: NoDealSource, found: NoDealDraws, seed: int) -> dict[str, NDArray[Any]]:
    later = later_values(source, found, seed)
    values = to_grid(later.value)
    return {
        "war.no_deal_by_month": values,
        "war.front_by_month": later.front,
        "war.possible_by_month": possible_by_month(source.model, found.inputs, values),
    }


def later_values(source: NoDealSource, found: NoDealDraws, seed: int) -> LaterValues:
    """No-deal values by the month in which talks fail, with what levers and clocks add to them in that month.

    Args:
        source: where no-deal values come from; answers rest on computed ones.
        found: its draws.
        seed: of the paths of the war.
    """
    theatre, war, work = source.fights, found.war, found.work
    assert theatre is not None  # else nothing is computed
    assert war is not None
    utilities = np.ascontiguousarray(war.utilities[:, READINGS.index(HEADLINE[0])])
    return values_by_month(theatre, war.inputs, work.acts, work.drawn, work.decisions, utilities, seed)
