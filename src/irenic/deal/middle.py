"""The middle case: one space in which every number is at its median and every event is as more likely.

An illustration for pictures: no draw is like it, and nothing is inferred from it.
"""

from itertools import pairwise
from math import prod
from typing import Any, Final

import numpy as np

from irenic.deal.existence import Drawing, Drawn
from irenic.deal.kernels.sample import sample_packages
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.kernels.types import Floats, Integers
from irenic.deal.raiffa import raiffa_points
from irenic.deal.spaces import Spaces, in_reading, spaces_of
from irenic.deal.unblocked import solve, unblocked
from irenic.model.inputs import Inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables
from irenic.numbers.medians import Medians

PICTURED: Final = 1_500
"""Packages that are pictured at most."""

_KEY: Final = np.uint64(0x6D6964646C65)
"""What the sample is keyed by."""


def middle_draw(drawing: Drawing) -> Drawn:
    """What is left open, each number at its median and each event as is more likely, as one draw."""
    return drawing(Medians(), 0, 1)


def middle_spaces(model: Model, inputs: Inputs, no_deal: Floats) -> Spaces:
    """The one space of the middle case in the headline's reading.

    Args:
        model: the model.
        inputs: from `middle_draw`.
        no_deal: float64[1, reading, party], points.

    Raises:
        ValueError: a consenting party has no no-deal value.
    """
    return spaces_of(model, inputs, in_reading(no_deal, "silent_zero"), [block_tables(model, inputs, "silent_zero")])


def space_picture(model: Model, spaces: Spaces, row: int, most: int = PICTURED) -> dict[str, Any]:
    """What a picture of one space shows, red lines being hard: no deal, some packages, the solutions.

    Args:
        model: the model.
        spaces: its spaces.
        row: which of them.
        most: packages at most; all allowed ones where they are no more, else a sample of so many.

    Returns:
        `no_deal`, `packages`, `in_zone` and `solutions` as `summary.json` tells them of the middle case.
    """
    utilities = _worth(spaces, row, _some_packages(spaces, row, most))
    return {
        "no_deal": _by_party(model, spaces.no_deal[row]),
        "packages": utilities.tolist(),
        "in_zone": (unblocked(spaces, row, utilities) & (utilities >= spaces.floors[row]).all(axis=1)).tolist(),
        "solutions": _solutions(model, spaces, row),
    }


def _solutions(model: Model, spaces: Spaces, row: int) -> dict[str, dict[str, float] | None]:
    _, packages = solve(spaces, spaces.hard_allowed, np.array([row]))
    if packages[0, 0] < 0:
        return dict.fromkeys((*SOLUTIONS, "raiffa"))
    utilities = _worth(spaces, row, model.combinations_of(packages[0]))
    raiffa, _ = raiffa_points(spaces, spaces.hard_allowed, utilities[:1], np.array([row]), np.ones(1, dtype=np.bool_))
    points = zip((*SOLUTIONS, "raiffa"), [*utilities, *raiffa], strict=True)
    return {name: None if np.isnan(worth).any() else _by_party(model, worth) for name, worth in points}


def _some_packages(spaces: Spaces, row: int, most: int) -> Integers:
    """Allowed packages in the order of their numbers, none twice: the combination of each block, int64[package, block].

    All of them where they are at most `most`.
    """
    allowed = spaces.hard_allowed[row]
    choices = [first + np.flatnonzero(allowed[first:last]) for first, last in pairwise(spaces.starts)]
    count = prod(map(len, choices))
    if count > most:
        chosen = sample_packages(allowed, spaces.starts, _KEY, np.int64(most))
    else:
        chosen = np.stack(np.meshgrid(*choices, indexing="ij"), axis=-1).reshape(count, len(choices))
    _, first = np.unique(spaces.numbers[chosen].sum(axis=1), return_index=True)
    return np.asarray(chosen[first], dtype=np.int64)


def _worth(spaces: Spaces, row: int, chosen: Integers) -> Floats:
    """Utilities of packages to the consenting parties: float64[package, party] from int64[package, block]."""
    found = np.zeros((len(chosen), spaces.no_deal.shape[1]))
    for b in range(chosen.shape[1]):
        found += spaces.contributions[row][:, chosen[:, b]].T
    return found


def _by_party(model: Model, values: Floats) -> dict[str, float]:
    return {model.parties[p]: float(x) for p, x in zip(model.consenting, values, strict=True)}
