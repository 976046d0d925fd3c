"""Options that a norm of the dossier flags: shown with the norm, never ranked among the rest."""

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np

from irenic.deal.kernels.types import Truths
from irenic.model.combinations import Pattern
from irenic.model.structure import Model

Norms: TypeAlias = Mapping[str, Pattern]
"""Norm → issue → the options that it flags."""


def flagged_by(model: Model, norm: Pattern) -> Truths:
    """bool[flat option], options that run against a norm; what is in force without a deal never does."""
    found = np.zeros(int(model.option_starts[-1]), dtype=np.bool_)
    for issue, options in norm.items():
        i = model.index.issues.index(issue)
        for option in options:
            k = model.index.options[i].index(option)
            found[model.option_starts[i] + k] = not model.status_quo or model.status_quo[i] != k
    return found


def norms_against(model: Model, norms: Norms, options: list[int]) -> list[str]:
    """The norms that one of these options (flat positions) runs against, in the dossier's order."""
    return [name for name, norm in norms.items() if flagged_by(model, norm)[options].any()]


def flagged_options(model: Model, norms: Norms) -> Truths:
    """bool[flat option], options that run against some norm."""
    found = np.zeros(int(model.option_starts[-1]), dtype=np.bool_)
    for norm in norms.values():
        found |= flagged_by(model, norm)
    return found


def combinations_against(model: Model, norms: Norms) -> Truths:
    """bool[combination], combinations with an option that runs against some norm."""
    flagged = flagged_options(model, norms)
    found = np.zeros(model.combinations, dtype=np.bool_)
    for block in model.blocks:
        for column, issue in enumerate(block.issues):
            found[block.span] |= flagged[model.option_starts[issue] + block.positions[:, column]]
    return found
