"""How far a given package is from acceptance: whom it fails, why, and which few changes would mend it.

The package is taken as it was given, also where it moves something on which a party is silent (and that is said);
options count as written.
"""

from collections.abc import Iterable, Mapping
from math import fsum
from typing import Any, Final

import numpy as np

from irenic.deal.completions import Weighing, agreeing, closest_completion
from irenic.deal.constraints import WORD, breaches_of
from irenic.deal.crowding import telling_crowds
from irenic.deal.kernels.types import Floats, Integers, Truths, Words
from irenic.deal.norms import Norms, norms_against
from irenic.deal.package_changes import best_changes
from irenic.deal.spaces import Spaces
from irenic.deal.unblocked import blocking
from irenic.model.structure import Model
from irenic.numbers.scramble import SCRAMBLES
from irenic.numbers.shares import simulation_interval
from irenic.numbers.spread import spread_of

SHOWN: Final = 3
"""Issues that are named for a party."""


@telling_crowds
def package_distance(
    model: Model,
    spaces: Spaces,
    points: Floats,
    in_force: Words,
    given: Mapping[str, str],
    norms: Norms | None = None,
) -> dict[str, Any]:
    """How far a package is from acceptance, in the shape of `PackageDistance` in docs/report-data.md.

    Args:
        model: the model.
        spaces: one space a draw, options counting as written; moves in silence are allowed.
        points: float64[draw, party, flat option], on the grid, as written.
        in_force: uint64[draw, word], the constraints that each draw has in force.
        given: issue → option, known ones; issues left out are filled so that the package comes closest to acceptance.
        norms: options that are flagged.
    """
    flags = norms or {}
    weighing = Weighing.of(model, spaces)
    package = closest_completion(weighing, spaces, agreeing(model, given, flags))
    chosen = model.combinations_of(np.array([package], dtype=np.int64))[0]
    positions = model.index.positions(np.array([package], dtype=np.int64))[0]
    utilities = weighing.contributions[chosen].sum(axis=0)
    content = utilities >= weighing.floors
    blocks = blocking(spaces, utilities.T, len(model.coalitions))
    let = weighing.allowed[chosen].all(axis=0) & ~blocks.any(axis=1)
    accepted = np.asarray(content.all(axis=0) & let, dtype=np.bool_)
    flat = (model.option_starts[:-1] + positions).tolist()
    return {
        "package": model.index.package(package),
        "filled": [issue for issue in model.index.issues if issue not in given],
        **_share(accepted),
        "parties": _parties(model, weighing, utilities, content, points, flat),
        "broken": _broken(model, chosen, in_force, blocks),
        "norms": norms_against(model, flags, flat),
        "silent": _silent(model, positions),
        "changes": best_changes(weighing, package, int(np.count_nonzero(accepted)), flags),
    }


def losses(model: Model, points: Floats, party: int, options: Iterable[int]) -> list[dict[str, Any]]:
    """Where a party gives most in a package: up to three issues, by mean points below its best option, largest first.

    Args:
        model: the model.
        points: float64[draw, party, flat option].
        party: its position.
        options: flat positions of the package's options, one an issue.
    """
    found = []
    for i, option in enumerate(options):
        here = points[:, party, model.option_starts[i] : model.option_starts[i + 1]]
        lost = _mean(here.max(axis=1) - points[:, party, option])
        if lost > 0:
            found.append((lost, i, option - int(model.option_starts[i])))
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    return [
        {
            "party": model.parties[party],
            "issue": model.index.issues[i],
            "option": model.index.options[i][k],
            "points": lost,
        }
        for lost, i, k in found[:SHOWN]
    ]


def _mean(x: Floats) -> float:
    return fsum(x.tolist()) / len(x)


def _share(accepted: Truths) -> dict[str, float]:
    """The share of draws with its simulation error; a single draw, as of a foreign domain, has none."""
    share = int(np.count_nonzero(accepted)) / len(accepted)
    if len(accepted) < SCRAMBLES:
        return {"accepted": share, "simulation_low": share, "simulation_high": share}
    by_scramble = np.array(
        [np.count_nonzero(accepted[s::SCRAMBLES]) / len(accepted[s::SCRAMBLES]) for s in range(SCRAMBLES)]
    )
    low, high = simulation_interval(by_scramble, len(accepted))
    return {"accepted": share, "simulation_low": low, "simulation_high": high}


def _parties(
    model: Model, weighing: Weighing, utilities: Floats, content: Truths, points: Floats, flat: list[int]
) -> list[dict[str, Any]]:
    """Every consenting party, the one that accepts least often first."""
    found = []
    for k, party in enumerate(model.consenting):
        loses = ~content[k]
        lacks = (weighing.no_deal[k] - utilities[k])[loses]
        found.append(
            {
                "party": model.parties[party],
                "accepts": int(np.count_nonzero(content[k])) / weighing.draws,
                "lacks": spread_of(lacks) if loses.any() else None,
                "gives": losses(model, points, party, flat),
            }
        )
    return sorted(found, key=lambda entry: entry["accepts"])


def _broken(model: Model, chosen: Integers, in_force: Words, blocks: Truths) -> list[dict[str, Any]]:
    """What the package runs against, most frequent first.

    Red lines, rules and uncertain options count where they are in force, coalitions (bool[draw, coalition]) where they
    block it.
    """
    against = np.bitwise_or.reduce(breaches_of(model)[chosen], axis=0)
    found = []
    for c, constraint in enumerate(model.constraints):
        word, bit = c // WORD, np.uint64(1) << np.uint64(c % WORD)
        if against[word] & bit:
            times = int(np.count_nonzero(in_force[:, word] & bit))
            found.append({"constraint": constraint.id, "share": times / len(in_force)})
    for k, mark in enumerate(model.coalitions):
        times = int(np.count_nonzero(blocks[:, k]))
        if times:
            found.append({"constraint": f"coalitions.{mark.id}", "share": times / len(blocks)})
    return sorted(found, key=lambda entry: -entry["share"])


def _silent(model: Model, positions: Integers) -> dict[str, list[str]]:
    """Issue → consenting parties that are silent on it, where the package leaves the status quo."""
    found = {}
    for i, status_quo in enumerate(model.status_quo):
        silent = [model.parties[p] for p in model.consenting if model.silent[p, i]]
        if silent and positions[i] != status_quo:
            found[model.index.issues[i]] = silent
    return found
