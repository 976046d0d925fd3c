"""L24: three equals divide 1; two can beat the third at a joint cost c. The core is empty iff c < 1/3 (Jordan 2015).

The zone with no deal worth nothing is the core: a dossier with the ways to divide as options, and every two of the
three as a coalition that controls the divisions which leave the third out.
"""

from itertools import product
from typing import Any

import pytest

from irenic.deal.chunk import deal_chunk
from irenic.deal.plan import CountPlan
from irenic.deal.spaces import in_every_reading
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, party

STEPS = 12
EQUALS = ("north", "east", "south")


def dossier(cost: float) -> Any:
    ways = [way for way in product(range(STEPS + 1), repeat=3) if sum(way) == STEPS]
    worth: dict[str, list[float]] = {"nothing": [0.0, 0.0, 0.0]}
    worth |= {f"all-{'-'.join(map(str, way))}": [x / STEPS for x in way] for way in ways}
    worth |= {f"two-{'-'.join(map(str, way))}": [x / STEPS * (1 - cost) for x in way] for way in ways if 0 in way}
    return dossier_of(
        parties={name: party(no_deal="0") for name in EQUALS},
        issues={"pie": {"question": "?", "status_quo": "nothing", "options": {name: {} for name in worth}}},
        positions={
            name: {"pie": {"weight": "100", "values": {o: f"{100 * share[p]:.17f}" for o, share in worth.items()}}}
            for p, name in enumerate(EQUALS)
        },
        coalitions={
            f"without-{out}": {
                "members": [name for name in EQUALS if name != out],
                "controls": {"pie": [o for o, share in worth.items() if o.startswith("two-") and share[p] == 0]},
            }
            for p, out in enumerate(EQUALS)
        },
    )


@pytest.mark.parametrize(("cost", "possible"), [(0.0, False), (0.32, False), (1 / 3, True), (0.34, True), (0.6, True)])
def test_the_core_is_empty_below_a_third(cost: float, possible: bool) -> None:
    model = compile_model(dossier(cost))
    inputs = draw_inputs(model, Sampler(0), 0, 1)
    found = deal_chunk(model, inputs, in_every_reading(inputs.no_deal), CountPlan("every_package", 1))
    assert found["deal.possible"].all() == found["deal.possible"].any() == possible
    assert (found["deal.zone_count"] > 0).all() == possible
    if possible:
        assert model.index.package(int(found["deal.nash"][0, 0, 0])) == {"pie": "all-4-4-4"}
