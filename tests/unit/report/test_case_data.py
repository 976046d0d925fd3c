import re
from pathlib import Path

import pytest

from irenic.report.case_data import Case, Words
from tests.unit.report.shape import faults, keys_of


def test_the_example_has_the_declared_shape(case: Case) -> None:
    assert list(faults(case, Case)) == []


def test_a_departure_from_the_shape_is_seen(case: Case) -> None:
    case["parties"][0]["consents"] = "yes"  # type: ignore[typeddict-item]
    del case["norms"][0]["label"]  # type: ignore[misc]
    assert sorted(f.partition(":")[0] for f in faults(case, Case)) == [".norms[0]", ".parties[0].consents"]


@pytest.mark.parametrize("key", sorted(keys_of(Case)))
def test_every_key_is_on_the_page(key: str, root: Path) -> None:
    page = (root / "docs" / "report-data.md").read_text(encoding="utf-8")
    assert re.search(rf"[`{{ ]{key}(\[\])?[`,}}]", page)


def test_words_are_by_language(case: Case) -> None:
    title: Words = case["title"]
    assert set(title) == {"en", "zh"}
