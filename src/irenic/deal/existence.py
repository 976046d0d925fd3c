"""Whether a deal is possible, over points of assumed numbers: what the range of the answer is made of."""

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from irenic.deal.crowding import telling_crowds
from irenic.deal.kernels.types import Floats, Integers, Truths
from irenic.deal.spaces import in_every_reading, in_reading, spaces_of
from irenic.deal.unblocked import exist
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Mode, Model, Reading
from irenic.model.tables import block_tables
from irenic.numbers.draws import Draws, Sampler

Drawn: TypeAlias = tuple[Inputs, Floats]
"""What some draws decide: inputs, and no-deal values float64[draw, reading, party], points."""

Drawing: TypeAlias = Callable[[Draws, int, int], Drawn]
"""The draws `start <= d < stop` of a sampler."""


@dataclass(frozen=True, slots=True)
class Replication:
    """How the share of possible deals is looked at under the assumed numbers.

    Attributes:
        points: points at which the assumed numbers are fixed; the first draws of the run.
        replicates: independent draws of everything else at each point.
    """

    points: int = 512
    replicates: int = 8


REPLICATION: Final = Replication()


def drawing_as_stated(model: Model) -> Drawing:
    """Draws whose no-deal values are those that the dossier states, the same in every reading."""

    def drawing(sampler: Draws, start: int, stop: int) -> Drawn:
        inputs = draw_inputs(model, sampler, start, stop)
        return inputs, in_every_reading(inputs.no_deal)

    return drawing


@telling_crowds
def possible_draws(
    model: Model, inputs: Inputs, no_deal: Floats, reading: Reading, mode: Mode, within: Truths | None = None
) -> Truths:
    """Whether a deal is possible in each draw, in one reading and mode: bool[draw].

    Args:
        model: the model.
        inputs: its draws.
        no_deal: float64[draw, reading, party], points.
        reading: what silent cells are taken for.
        mode: whether binding red lines forbid.
        within: bool[combination], combinations that a deal may consist of; all of them for None.
    """
    spaces = spaces_of(model, inputs, in_reading(no_deal, reading), [block_tables(model, inputs, reading)])
    allowed = spaces.hard_allowed if mode == "hard" else spaces.feasible
    if within is not None:
        allowed = allowed & within
    return exist(spaces, allowed)


@telling_crowds
def assumption_replicates(
    model: Model,
    sampler: Sampler,
    assumed: Collection[str],
    drawing: Drawing,
    replication: Replication = REPLICATION,
    threads: int = 1,
) -> Integers:
    """In how many replicates a deal is possible at each point of the assumed numbers: int64[point].

    The answer looked at is the headline's: silent cells weigh nothing, binding red lines forbid. At point i the
    numbers in `assumed` have the values of draw i; all other numbers, and what happens with the probabilities drawn,
    are drawn anew in every replicate.

    Args:
        model: the model.
        sampler: the run's sampler.
        assumed: paths of the numbers that rest on assumptions.
        drawing: inputs and no-deal values of a sampler's draws.
        replication: number of points and replicates.
        threads: how many replicates are worked at once; never changes a result.
    """
    kept = frozenset(assumed)

    def possible(replicate: int) -> Truths:
        fresh = sampler.with_fresh(replicate, lambda stream: stream not in kept)
        inputs, no_deal = drawing(fresh, 0, replication.points)
        return possible_draws(model, inputs, no_deal, "silent_zero", "hard")

    successes = np.zeros(replication.points, dtype=np.int64)
    with ThreadPoolExecutor(max_workers=threads) as pool:
        for found in pool.map(possible, range(1, replication.replicates + 1)):
            successes += found
    return successes
