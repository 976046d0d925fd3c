"""L19. Threats and sanctions that worked, by definition (TIES v4; Morgan, Bapat & Kobayashi 2014)."""

from pathlib import Path

import pytest

from scripts import base_rates
from scripts.fit_battles import read_rows


def test_sanctions(shared: Path) -> None:
    path = shared / base_rates.SANCTIONS
    if not path.is_file():
        pytest.skip("TIES is not among the shared data")
    found = base_rates.sanctions(read_rows(path))
    assert [(rate.count, rate.of) for rate in found.values()] == [(384, 1412), (384, 1024), (576, 1412), (576, 1024)]
    # Published as percentages of one or two decimals.
    assert [rate.share for rate in found.values()] == pytest.approx([0.272, 0.375, 0.408, 0.5625], abs=5e-4)
