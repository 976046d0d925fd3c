"""L20. How often a conflict of two opponents flares up again, by how it had ended (UCDP; Kreutz 2010)."""

from pathlib import Path

import pytest

from scripts import base_rates
from scripts.fit_battles import read_rows


def test_recurrence(shared: Path) -> None:
    path = shared / base_rates.DYADS
    if not path.is_file():
        pytest.skip("UCDP's terminations are not among the shared data")
    found = base_rates.recurrence(read_rows(path))
    assert {name: rate.of for name, rate in found.items()} == {
        "peace agreement": 106,
        "ceasefire": 95,
        "low activity": 352,
    }
    # A tenth of a point.
    assert [100 * rate.share for rate in found.values()] == pytest.approx([7.5, 20.0, 22.4], abs=0.1)
