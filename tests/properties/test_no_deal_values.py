"""No-deal values that a war gives: limits that can be said in a formula."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.numbers.draws import Sampler
from irenic.runs.question import question
from irenic.runs.settings import Settings
from tests.unit.model.examples import cell, dossier_of, issue, party
from tests.unit.war.theatres import warring

DRAWS = 8


@given(
    worth=st.integers(0, 100),
    cost=st.floats(0.0, 3.0).map(lambda x: round(x, 3)),
    discount=st.floats(0.05, 0.99).map(lambda x: round(x, 3)),
    seed=st.integers(0, 1000),
)
@settings(max_examples=25, deadline=None)
def test_where_nothing_moves_going_on_is_worth_what_stands_less_what_it_costs(
    worth: int, cost: float, discount: float, seed: int
) -> None:
    """W = u(sq) − c (1 − δ^H)/(1 − δ), δ the month's factor: what stands at the horizon stands on."""
    side = {"forces": "100 to 300", "replenishment": "0", "loss_rate": "0"}
    written = dossier_of(
        parties={"avia": party(discount=str(discount)), "bruma": party(discount="0.9")},
        issues={"valley": issue("shared", "split", "avian", "brumic")},
        positions={
            name: {"valley": cell("100", shared=str(worth), split="40", avian="100", brumic="0")}
            for name in ("avia", "bruma")
        },
        theatre=warring(
            sides={"avia": {**side, "points_cost": str(cost)}, "bruma": side},
            battle={"initiative": {"avia": "0", "bruma": "0"}},
        ).file.theatre,
    )
    asked = question(written, Settings(draws=16))
    found = asked.source.drawn(Sampler(seed), 0, DRAWS)
    month = discount ** (1 / 12)
    expected = worth - cost * (1 - month**36) / (1 - month)
    assert asked.source.basis == "computed"
    # 36 products and sums of numbers up to 100: far below 1e-9.
    assert found.used[:, :, 0] == pytest.approx(np.full((DRAWS, 2), expected), abs=1e-9)
    assert found.used[:, :, 1] == pytest.approx(np.full((DRAWS, 2), float(worth)), abs=1e-9)
