"""L22. Peace kept in civil wars with and without peacekeepers (Fortna 2008; Gelman, Hill & Vehtari 2020)."""

from pathlib import Path

import pytest

from scripts import base_rates
from scripts.fit_battles import read_rows


def test_peace_kept(shared: Path) -> None:
    path = shared / base_rates.PEACEKEEPERS
    if not path.is_file():
        pytest.skip("Fortna's ceasefires are not among the shared data")
    found = base_rates.peace_kept(read_rows(path))
    assert {name: (rate.count, rate.of) for name, rate in found.items()} == {
        "with peacekeepers": (19, 34),
        "without": (21, 62),
    }
