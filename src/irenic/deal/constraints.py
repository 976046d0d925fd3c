"""Constraints as bits: which a combination violates, which a draw has in force, which a conflict names."""

from collections.abc import Iterable

import numpy as np

from irenic.deal.kernels.types import Truths, Words
from irenic.model.inputs import Inputs
from irenic.model.structure import Model

WORD = 64
"""Constraints that one word holds."""


def word_count(model: Model) -> int:
    """Words that a set of the model's constraints takes."""
    return -(-len(model.constraints) // WORD)


def breaches_of(model: Model) -> Words:
    """uint64[combination, word]: rules, red lines and uncertain options that each combination violates, if in force."""
    marks = [line.broken for line in model.red_lines]
    marks += [rule.broken for rule in model.rules]
    marks += [entry.used for entry in model.infeasible]
    nothing = np.zeros((model.combinations, len(model.consenting)), dtype=np.bool_)
    return packed(np.concatenate([nothing, np.stack(marks, axis=1)], axis=1) if marks else nothing)


def constraints_in_force(model: Model, inputs: Inputs) -> Words:
    """uint64[draw, word]: rules, and the red lines that bind and options that are infeasible in each draw."""
    nothing = np.zeros((inputs.draws, len(model.consenting)), dtype=np.bool_)
    rules = np.ones((inputs.draws, len(model.rules)), dtype=np.bool_)
    return packed(np.concatenate([nothing, inputs.binds, rules, inputs.infeasible], axis=1))


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
