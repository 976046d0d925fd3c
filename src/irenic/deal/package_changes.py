"""Which few changes bring a package closest to acceptance."""

from itertools import combinations
from typing import Any, Final

import numpy as np

from irenic.deal.completions import BUDGET, MOST, Weighing, silent_to_consenting
from irenic.deal.kernels.types import Integers
from irenic.deal.norms import Norms, flagged_options
from irenic.model.structure import Model

CHANGES: Final = 3
"""Issues that are changed at most."""


def best_changes(weighing: Weighing, package: int, accepted: int, norms: Norms) -> list[dict[str, Any]]:
    """The best change of one, of two and of three issues, each if it is accepted in more draws than the one before.

    Every package is looked at that differs in so many issues; where these are more than can be looked at, changes of so
    many issues are left out. No issue is changed on which a consenting party is silent, and none to an option that runs
    against a norm. Of equally good changes the one is told whose package has the lowest number.

    Args:
        weighing: the spaces turned round.
        package: number of the package.
        accepted: draws in which the package itself is accepted.
        norms: options that are flagged.
    """
    model = weighing.model
    steps = _steps(model, package, norms)
    most = accepted
    found = []
    for changed in range(1, CHANGES + 1):
        if most == weighing.draws or _count(steps, changed) > min(MOST, BUDGET // weighing.draws):
            break
        numbers = _neighbours(steps, changed, package)
        if not len(numbers):
            break
        counts, _ = weighing.weigh(numbers)
        best = int(np.argmax(counts))
        if counts[best] > most:
            most = int(counts[best])
            options = _difference(model, package, int(numbers[best]))
            found.append({"options": options, "share": most / weighing.draws})
    return found


def _steps(model: Model, package: int, norms: Norms) -> list[Integers]:
    """For every issue that may be changed, what each other option adds to the package number."""
    silent = silent_to_consenting(model)
    flagged = flagged_options(model, norms)
    taken = model.index.positions(np.array(package, dtype=np.int64))
    found = []
    for i, size in enumerate(model.index.sizes):
        others = [k for k in range(size) if k != taken[i] and not flagged[model.option_starts[i] + k]]
        if others and not silent[i]:
            found.append((np.array(others, dtype=np.int64) - taken[i]) * model.index.strides[i])
    return found


def _count(steps: list[Integers], changed: int) -> int:
    """How many packages differ in exactly so many of the issues."""
    counts = [1] + [0] * changed
    for step in steps:
        for c in range(changed, 0, -1):
            counts[c] += counts[c - 1] * len(step)
    return counts[changed]


def _neighbours(steps: list[Integers], changed: int, package: int) -> Integers:
    """Numbers of the packages that differ in exactly so many of the issues, ascending."""
    found = [np.empty(0, dtype=np.int64)]
    for chosen in combinations(steps, changed):
        numbers = np.array([package], dtype=np.int64)
        for step in chosen:
            numbers = (numbers[:, np.newaxis] + step).reshape(-1)
        found.append(numbers)
    return np.sort(np.concatenate(found))


def _difference(model: Model, before: int, after: int) -> dict[str, str]:
    """Issue → new option, where two packages differ."""
    old, new = model.index.package(before), model.index.package(after)
    return {issue: option for issue, option in new.items() if option != old[issue]}
