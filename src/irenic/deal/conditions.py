"""What the answer rests on: is a deal still possible once a convenience is taken away?

Two conveniences make deals look easier than talks find them. A text that each side reads its own way counts, at
signing, as what each side reads. And an issue on which a party has said nothing weighs nothing for that party, so that
it seems to give way for free. Each condition takes one away, or both, in the headline's reading and mode.
"""

from dataclasses import replace
from typing import Final, Literal, TypeAlias

import numpy as np

from irenic.deal.constraints import breaches_of, coalition_bits, constraints_in_force
from irenic.deal.crowding import telling_crowds
from irenic.deal.existence import possible_draws
from irenic.deal.kernels.conflicts import conflicts_of_draws
from irenic.deal.kernels.types import Floats, Integers, Truths, Words
from irenic.deal.spaces import Spaces, in_reading, spaces_of
from irenic.deal.unblocked import exist
from irenic.model.inputs import Inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables

Condition: TypeAlias = Literal["as_written", "still_in_silence", "both"]
"""Options are worth what they say, not what each side reads into them; nothing moves from the status quo on an issue
where a consenting party is silent; both."""

CONDITIONS: Final[tuple[Condition, ...]] = ("as_written", "still_in_silence", "both")


@telling_crowds
def possible_on_conditions(model: Model, inputs: Inputs, no_deal: Floats) -> Truths:
    """Whether a deal is possible under each condition, silent cells weighing nothing and red lines hard.

    Returns:
        bool[draw, condition].
    """
    written, still = written_spaces(model, inputs, no_deal), ~model.moved_in_silence
    found = [
        exist(written, written.hard_allowed),
        possible_draws(model, inputs, no_deal, "silent_zero", "hard", still),
        exist(written, written.hard_allowed & still),
    ]
    return np.stack(found, axis=1)


def written_spaces(model: Model, inputs: Inputs, no_deal: Floats) -> Spaces:
    """The package space of each draw with options worth what they say, silent cells weighing nothing.

    Args:
        model: the model.
        inputs: its draws.
        no_deal: float64[draw, reading, party], points.
    """
    given = as_written(inputs)
    tables = block_tables(model, given, "silent_zero")
    return spaces_of(model, given, in_reading(no_deal, "silent_zero"), [tables])


def strict_spaces(model: Model, inputs: Inputs, no_deal: Floats) -> Spaces:
    """The package space of each draw once both conveniences are taken away: what no silent cell carries.

    Silent cells weigh nothing, options count as written, and combinations that move an issue from the status quo on
    which a consenting party is silent are neither feasible nor allowed. Scales, and hence floors, range
    over all feasible packages, those included that move in silence: a gain is measured the same whether or not they
    count.

    Args:
        model: the model.
        inputs: its draws.
        no_deal: float64[draw, reading, party], points.
    """
    spaces = written_spaces(model, inputs, no_deal)
    still = ~model.moved_in_silence
    return replace(spaces, feasible=spaces.feasible & still, hard_allowed=spaces.hard_allowed & still)


def conflicts_on_both(model: Model, inputs: Inputs, strict: Spaces, wanted: Truths) -> tuple[Integers, Words]:
    """What cannot hold together once both conveniences are taken away.

    Options count as written, and only packages are looked at that keep the status quo wherever a consenting party is
    silent.

    Args:
        model: the model.
        inputs: its draws.
        strict: their spaces, from `strict_spaces`.
        wanted: bool[draw], draws without a deal on both conditions.

    Returns:
        the number of conflicts int64[draw], and their members uint64[conflict, word] in draw order.
    """
    kept = ~model.moved_in_silence
    sizes = np.add.reduceat(kept, strict.starts[:-1], dtype=np.int64)
    return conflicts_of_draws(
        np.ascontiguousarray(strict.contributions[:, :, kept]),
        breaches_of(model)[kept],
        constraints_in_force(model, inputs),
        np.concatenate(([0], np.cumsum(sizes))),
        strict.floors,
        wanted,
        strict.blocking.deals,
        coalition_bits(model, strict.blocking),
        strict.deal_starts,
    )


def as_written(inputs: Inputs) -> Inputs:
    """The same draws with every option worth what it says (ambiguity 0)."""
    return replace(inputs, ambiguity=np.zeros_like(inputs.ambiguity))
