"""CSV files as spreadsheets write them."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from irenic.interop.csv_rows import _Rows, read_csv
from tests.unit.interop.examples import TABLE, read


def saved(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "river.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_the_example(tmp_path: Path) -> None:
    domain = read(saved(tmp_path, TABLE)).domain
    assert (domain.name, domain.format, domain.packages) == ("river", "csv", 4)
    assert domain.parties[0].weights == (0.6, 0.4)
    assert [party.reservation for party in domain.parties] == [0.3, None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_make_of_it(encoding: str, mark: str, ending: str, tmp_path: Path) -> None:
    expected = read(saved(tmp_path, TABLE)).domain
    text = TABLE.replace(",", mark).replace("\n", ending)
    if mark != ",":
        text = text.replace(".", ",")
    assert read_csv(saved(tmp_path, text, encoding), "raw").domain == expected


def test_a_line_that_tells_the_mark_and_empty_rows(tmp_path: Path) -> None:
    expected = read(saved(tmp_path, TABLE)).domain
    assert read(saved(tmp_path, "sep=;\n\n" + TABLE.replace(",", ";").replace("\n", "\n;;;\n"))).domain == expected


def test_guards_against_formulas_are_no_part_of_a_name(tmp_path: Path) -> None:
    text = TABLE.replace("shared", "'=1+1").replace("ours", "'ours")
    assert read(saved(tmp_path, text)).domain.issues[0].options == ("=1+1", "'ours")


def test_places_after_quoted_lines() -> None:
    cells = [cell for row in _Rows('a,"b\n""b""",c\nd,e\n', 0, ",", "x") for cell in row if cell]
    assert [(cell.text, cell.line, cell.column) for cell in cells] == [
        ("a", 1, 1), ('b\n"b"', 1, 3), ("c", 2, 8), ("d", 3, 1), ("e", 3, 3),
    ]  # fmt: skip


PLAIN = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0'"), max_size=6).map(str.strip)


@given(st.lists(st.lists(PLAIN, min_size=1, max_size=4), max_size=5))
def test_what_python_writes_is_read(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    read_rows = [[cell.text if cell else "" for cell in row] for row in _Rows(stream.getvalue(), 0, ",", "x")]
    assert read_rows == [row for row in rows if any(row)]
