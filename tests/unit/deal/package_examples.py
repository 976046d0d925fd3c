"""Two parties, four issues, points that a reader can add up; and packages of theirs weighed."""

from typing import Any

import numpy as np

from irenic.deal.conditions import as_written
from irenic.deal.constraints import constraints_in_force
from irenic.deal.package_distance import package_distance
from irenic.deal.spaces import Spaces, spaces_of
from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables, option_contributions
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import cell, dossier_of, issue, party


def sections() -> dict[str, Any]:
    """Half of each party's points lie on the port, a third and a sixth on toll and road, a mirror image of each other.

    Avia wants x on the port and on the toll, Bruma z; both want a road. On the flag Bruma is silent.
    """
    vague = issue("x", "y", "z")
    vague["options"]["y"] = {"ambiguity": "1", "reads": {"avia": "x", "bruma": "z"}}
    return {
        "parties": {"avia": party(no_deal="50"), "bruma": party(no_deal="50")},
        "issues": {"port": vague, "toll": issue("x", "z"), "road": issue("none", "built"), "flag": issue("old", "new")},
        "positions": {
            "avia": {
                "port": cell("60", x="100", y="30", z="0"),
                "toll": cell("40", x="100", z="0"),
                "road": cell("20", none="0", built="100"),
            },
            "bruma": {
                "port": cell("60", x="0", y="30", z="100"),
                "toll": cell("40", x="0", z="100"),
                "road": cell("20", none="0", built="100"),
            },
        },
    }


def written_spaces(written: dict[str, Any], draws: int = 16) -> tuple[Model, Inputs, Spaces]:
    """The model with its spaces, options counting as written."""
    model = compile_model(dossier_of(**written))
    inputs = as_written(draw_inputs(model, Sampler(0), 0, draws))
    tables = block_tables(model, inputs, "silent_zero")
    return model, inputs, spaces_of(model, inputs, inputs.no_deal[:, np.newaxis], [tables])


def distance(written: dict[str, Any], draws: int = 16, norms: Any = None, **given: str) -> dict[str, Any]:
    """The distance of a package."""
    model, inputs, spaces = written_spaces(written, draws)
    points = option_contributions(model, inputs, "silent_zero")
    return package_distance(model, spaces, points, constraints_in_force(model, inputs), given, norms)
