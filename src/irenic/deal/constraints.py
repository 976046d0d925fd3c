"""Constraints as bits: which a combination violates, which a draw has in force, which a conflict names."""

from collections.abc import Iterable

import numpy as np

from irenic.deal.blocking import Blocking
from irenic.deal.kernels.types import Integers, Truths, Words
from irenic.model.inputs import Inputs
from irenic.model.structure import Model

WORD = 64
"""Constraints that one word holds."""


def word_count(model: Model) -> int:
    """Words that a set of the model's constraints takes."""
    return -(-len(model.constraints) // WORD)


def breaches_of(model: Model) -> Words:
    """uint64[combination, word]: rules, red lines and uncertain options that each combination violates, if in force.

    No-deal values and coalitions depend on whole packages: their bits are empty.
    """
    marks = [line.broken for line in model.red_lines]
    marks += [rule.broken for rule in model.rules]
    marks += [entry.used for entry in model.infeasible]
    found = np.zeros((model.combinations, len(model.constraints)), dtype=np.bool_)
    for c, mark in enumerate(marks, len(model.consenting)):
        found[:, c] = mark
    return packed(found)


def coalition_bits(model: Model, blocking: Blocking) -> Integers:
    """int64[side deal], the constraint that a package violates which this side deal blocks."""
    return len(model.constraints) - len(model.coalitions) + blocking.coalitions


def constraints_in_force(model: Model, inputs: Inputs) -> Words:
    """uint64[draw, word]: rules, and the red lines that bind and options that are infeasible in each draw."""
    found = np.zeros((inputs.draws, len(model.constraints)), dtype=np.bool_)
    parts = (inputs.binds, np.ones((inputs.draws, len(model.rules)), dtype=np.bool_), inputs.infeasible)
    kept = np.concatenate(parts, axis=1)
    found[:, len(model.consenting) : len(model.consenting) + kept.shape[1]] = kept
    return packed(found)


def packed(marks: Truths) -> Words:
    """uint64[row, word] from bool[row, constraint]: bit b of word w is constraint 64 w + b."""
    words = -(-marks.shape[1] // WORD)
    found = np.zeros((len(marks), words), dtype=np.uint64)
    for c in range(marks.shape[1]):
        found[:, c // WORD] |= marks[:, c].astype(np.uint64) << np.uint64(c % WORD)
    return found


def members_of(model: Model, row: Iterable[int]) -> tuple[str, ...]:
    """Ids of the constraints in a set, in the model's order."""
    words = [int(word) for word in row]
    return tuple(constraint.id for c, constraint in enumerate(model.constraints) if words[c // WORD] >> (c % WORD) & 1)
