"""L2. Six solutions on a straight frontier, from a dossier to its answers.

Nash (1950), Kalai and Smorodinsky (1975) and Raiffa (1953), as in L1. Frontier u2 = 2 − 2 u1, no deal at 0: these
solutions are (.5, 1), the egalitarian is (2/3, 2/3).

Utilities of a dossier run from 0 to 100, so u1 counts in hundredths of it and u2 in fiftieths: solutions that compare
the parties' points are looked at on the frontier itself.
"""

from typing import Any

import numpy as np
import pytest

from irenic.deal.chunk import deal_chunk
from irenic.deal.plan import count_plan
from irenic.deal.spaces import in_every_reading
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.literature.frontiers import solved
from tests.unit.model.examples import dossier_of, party

STEPS = 101
UNITS_DO_NOT_MATTER = ("nash", "kalai_smorodinsky", "raiffa", "raiffa_continuous")


def solutions(**terms: dict[str, str]) -> dict[str, tuple[float, float]]:
    """(u1, u2) of each solution; `terms` adds influence and discount to the parties."""
    points = [str(k) for k in range(STEPS)]
    sections: dict[str, Any] = {
        "parties": {name: {**party(no_deal="0"), **terms.get(name, {})} for name in ("avia", "bruma")},
        "issues": {"share": {"question": "?", "status_quo": "0", "grid": {"points": points, "unit": "%"}}},
        "positions": {
            "avia": {"share": {"weight": "100", "values": {k: k for k in points}}},
            "bruma": {"share": {"weight": "100", "values": {k: str(100 - int(k)) for k in points}}},
        },
    }
    model = compile_model(dossier_of(**sections))
    inputs = draw_inputs(model, Sampler(0), 0, 16)
    found = deal_chunk(model, inputs, in_every_reading(inputs.no_deal), count_plan(model, 16))
    chosen = {}
    for name in UNITS_DO_NOT_MATTER:
        worth = found[f"deal.{name}_utility"].reshape(-1, 2)
        assert (worth == worth[0]).all()
        chosen[name] = (float(worth[0, 0]) / 100, float(worth[0, 1]) / 50)
    return chosen


def test_straight_frontier() -> None:
    for u1, u2 in solutions().values():
        assert u1 == pytest.approx(0.5, abs=1e-9)
        assert u2 == pytest.approx(1, abs=1e-9)


def test_straight_frontier_in_one_unit() -> None:
    """Three hundred steps, so that thirds are among them; all solutions lie on it to the last bits."""
    u1 = np.linspace(0, 1, 301)
    found = solved(np.stack([u1, 2 - 2 * u1]), points=50.0)
    for name in UNITS_DO_NOT_MATTER:
        assert found[name] == pytest.approx((0.5, 1), abs=1e-9)
    assert found["egalitarian"] == pytest.approx((2 / 3, 2 / 3), abs=1e-9)
    assert found["utilitarian"] == (0, 2)


def test_weights_share_a_straight_frontier_in_their_proportion() -> None:
    """Limit: weighted Nash gives a party the share α of what there is; Kalai–Smorodinsky knows no weights."""
    weighted = solutions(avia={"influence": "3", "discount": "0.9"}, bruma={"influence": "1", "discount": "0.9"})
    assert weighted["nash"][0] == pytest.approx(0.75, abs=1e-9)
    assert weighted["kalai_smorodinsky"][0] == pytest.approx(0.5, abs=1e-9)


def test_patience_counts_as_influence_does() -> None:
    """Limit: α_i ∝ influence_i / −ln δ_i, as short periods make alternating offers (Rubinstein 1982)."""
    patient = {"influence": "1", "discount": str(float(np.exp(-0.1)))}
    hasty = {"influence": "1", "discount": str(float(np.exp(-0.4)))}
    assert solutions(avia=patient, bruma=hasty)["nash"][0] == pytest.approx(0.8, abs=1e-9)
