"""What packages that are named one by one are worth: those of places of a front, and of ends of a war."""

from dataclasses import replace

import numpy as np

from irenic.fast.grid import Floats, to_grid
from irenic.model.inputs import Inputs
from irenic.model.package_index import Integers
from irenic.model.structure import READINGS, Model
from irenic.model.tables import option_contributions


def named_utilities(model: Model, inputs: Inputs, packages: Integers) -> Floats:
    """Utilities of packages that come about without being signed.

    Options count as written (ambiguity 0) and interactions count; red lines cost nothing, since what is suffered is not
    signed.

    Args:
        model: the model.
        inputs: its draws.
        packages: int64[package, issue], positions of the options in force.

    Returns:
        float64[draw, reading, party, package], points, readings as in `READINGS`; NaN for parties without positions.
    """
    written = replace(inputs, ambiguity=np.zeros_like(inputs.ambiguity))
    flat = model.option_starts[:-1] + packages
    numbers = np.array([model.index.number([int(k) for k in chosen]) for chosen in packages], dtype=np.int64)
    combinations = model.combinations_of(numbers)
    points = to_grid(inputs.interactions)
    found = np.empty((inputs.draws, len(READINGS), len(model.parties), len(packages)))
    for r, reading in enumerate(READINGS):
        options = option_contributions(model, written, reading)
        for k, chosen in enumerate(flat):
            found[:, r, :, k] = options[:, :, chosen].sum(axis=2)
            for i, interaction in enumerate(model.interactions):
                if interaction.matches[combinations[k]].any():
                    found[:, r, interaction.party, k] += points[:, i]
    found[:, :, ~model.stating] = np.nan
    return found
