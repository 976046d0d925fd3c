"""L21. Five-year survival of peace agreements by kind (UCDP Peace Agreements 22.1; Kaplan & Meier 1958)."""

from pathlib import Path

import pytest

from scripts import base_rates
from scripts.fit_battles import read_rows


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, base_rates.Survival]:
    path = shared / base_rates.AGREEMENTS
    if not path.is_file():
        pytest.skip("UCDP's agreements are not among the shared data")
    return base_rates.agreement_survival(read_rows(path))


def test_survival(found: dict[str, base_rates.Survival]) -> None:
    assert {name: kind.agreements for name, kind in found.items()} == {"full": 77, "partial": 212, "process": 84}
    assert [kind.share for kind in found.values()] == pytest.approx([0.79, 0.69, 0.57], abs=0.01)


def test_the_interval_holds_the_estimate(found: dict[str, base_rates.Survival]) -> None:
    assert all(kind.low < kind.share < kind.high for kind in found.values())
