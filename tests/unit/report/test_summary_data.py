import re
from pathlib import Path

import pytest

from irenic.report.summary_data import MODES, READINGS, Summary
from tests.unit.report.shape import faults, keys_of


def test_the_example_has_the_declared_shape(summary: Summary) -> None:
    assert list(faults(summary, Summary)) == []


@pytest.mark.parametrize("key", sorted(keys_of(Summary)))
def test_every_key_is_on_the_page(key: str, root: Path) -> None:
    page = (root / "docs" / "report-data.md").read_text(encoding="utf-8")
    assert re.search(rf"[`{{ ]{key}(\[\])?[`,}}]", page)


def test_readings_and_modes_are_in_the_order_of_the_arrays(summary: Summary) -> None:
    assert READINGS == ("silent_zero", "silent_wide")
    assert MODES == ("hard", "soft")
    assert set(summary["by"]) == set(READINGS)
    assert all(set(answers) == set(MODES) for answers in summary["by"].values())
