"""Writing tables: CSV for everything, XLSX for spreadsheets."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import TypeAlias

from irenic.interop.csv_rows import GUARD, GUARDED
from irenic.interop.domain import Domain, Party
from irenic.interop.figures import digits
from irenic.interop.table import OPTIONAL, REQUIRED
from irenic.interop.writing import SINGLE, Written
from irenic.interop.xlsx_rows import need_openpyxl

Row: TypeAlias = list[str | float | None]


def write_csv(domain: Domain) -> Written:
    """One file, in UTF-8 with the mark by which spreadsheet programs know it; nothing in it is computed on opening."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_plain(cell) for cell in row] for row in _rows(domain))
    return Written({SINGLE: text.getvalue().encode("utf-8-sig")})


def write_xlsx(domain: Domain) -> Written:
    """One file.

    Raises:
        IrenicError: `interop.xlsx-extra` where openpyxl is not installed.
    """
    need_openpyxl(domain.name)
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("domain")
    for row in _rows(domain):
        cells = [WriteOnlyCell(sheet, value) for value in row]
        for cell, value in zip(cells, row, strict=True):
            if isinstance(value, str):
                # A text that begins with = is a text, not a formula.
                cell.data_type = "s"
        sheet.append(cells)
    stream = BytesIO()
    workbook.save(stream)
    return Written({SINGLE: stream.getvalue()})


def _plain(cell: str | float | None) -> str:
    if isinstance(cell, str):
        return GUARD + cell if cell.startswith(GUARDED) else cell
    return "" if cell is None else digits(cell)


def _rows(domain: Domain) -> Iterator[Row]:
    """The head, then a row for each party, issue and option; columns that would be empty are left out."""
    said = {
        "amount": any(issue.amounts is not None for issue in domain.issues),
        "reservation": any(party.reservation is not None for party in domain.parties),
        "discount": any(party.discount is not None for party in domain.parties),
    }
    extra = [column for column in OPTIONAL if said[column]]
    yield [*REQUIRED, *extra]
    for party in domain.parties:
        for row, optional in _rows_of(domain, party):
            yield [*row, *(optional[column] for column in extra)]


def _rows_of(domain: Domain, party: Party) -> Iterator[tuple[Row, dict[str, float | None]]]:
    for issue, weight, values in zip(domain.issues, party.weights, party.evaluations, strict=True):
        for k, (option, value) in enumerate(zip(issue.options, values, strict=True)):
            optional = {
                "amount": issue.amounts[k] if issue.amounts is not None else None,
                "reservation": party.reservation,
                "discount": party.discount,
            }
            yield [party.name, issue.name, option, weight, value], optional
