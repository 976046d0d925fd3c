"""XLSX workbooks."""

from pathlib import Path

from openpyxl import Workbook

from tests.unit.interop.examples import TABLE, read


def test_the_first_sheet_is_read(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for line in TABLE.splitlines():
        sheet.append([float(c) if c.replace(".", "").isdigit() else c or None for c in line.split(",")])
    workbook.create_sheet("notes").append(["not read"])
    workbook.save(tmp_path / "river.xlsx")
    (tmp_path / "river.csv").write_text(TABLE, encoding="utf-8")
    reading = read(tmp_path / "river.xlsx")
    expected = read(tmp_path / "river.csv").domain
    assert (reading.domain.issues, reading.domain.parties) == (expected.issues, expected.parties)
    assert [(loss.code, dict(loss.params)) for loss in reading.losses] == [("interop.lost-sheets", {"n": 1})]


def test_numbers_that_are_names_and_texts_that_are_numbers(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (
        ["party", "issue", "option", "weight", "value"],
        ["Upper", "boats", 2, "0.5", 1],
        ["Upper", "boats", 3.5, None, " 0.25 "],
    ):
        sheet.append(row)
    workbook.save(tmp_path / "river.xlsx")
    domain = read(tmp_path / "river.xlsx").domain
    assert domain.issues[0].options == ("2", "3.5")
    assert domain.parties[0].points == ((0.5, 0.125),)
