"""The table of benchmarks names files that are there, and tells what they leave."""

import pytest

from benchmarks.peers import ROOT
from benchmarks.rows import Row, row
from benchmarks.table import BENCHMARKS, PAGE, Measured, page


def measured(*rows: Row) -> dict[str, Measured]:
    return {"startup": {"date": "2030-01-01", "machine": "A machine", "rows": list(rows)}}


@pytest.mark.parametrize("name", sorted(BENCHMARKS))
def test_a_benchmark_is_a_file_that_knows_what_the_table_asks_of_it(name: str) -> None:
    text = (ROOT / "benchmarks" / f"{name}.py").read_text(encoding="utf-8")
    assert f"python -m benchmarks.{name}" in text
    assert '"--quick"' in text
    assert '"--json"' in text


def test_the_page_is_there_and_linked() -> None:
    assert PAGE.read_text(encoding="utf-8").startswith("# Benchmarks\n")
    assert "(benchmarks.md)" in (ROOT / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (row("startup", "a case", 0.002, "a peer 1.2", 4.0), "| a case | 2.00 ms | a peer 1.2 | 4.00 s | 2,000 |"),
        (row("startup", "a case", 0.5, "bound", 1.0), "| a case | 500.00 ms | bound | 1.00 s | 2.0 |"),
        (row("startup", "a case", 2e-5, "", None), "| a case | 20 µs |  |  |  |"),
    ],
)
def test_a_row(given: Row, expected: str) -> None:
    assert expected in page(measured(given)).splitlines()
