"""XLSX files as rows of cells. What is inside is bounded before openpyxl, an extra, sees it."""

import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from irenic.errors.problem import IrenicError, Problem
from irenic.interop.domain import Evaluations
from irenic.interop.figures import digits
from irenic.interop.losses import Loss
from irenic.interop.reading import Reading
from irenic.interop.source import read_bytes
from irenic.interop.table import Cell, Row, domain_of
from irenic.interop.xml_tree import check_xml

MAX_UNPACKED: Final = 100_000_000
"""Bytes that the parts of a file may unpack to."""
MAX_PARTS: Final = 500
"""Parts of a file."""
MAX_ROWS: Final = 200_000
"""Rows of the sheet."""
MAX_COLUMNS: Final = 60
"""Columns that are looked at."""


def read_xlsx(path: Path, evaluations: Evaluations) -> Reading:
    """The domain of the first sheet of a workbook.

    Raises:
        IrenicError: with every problem of the sheet; `interop.xlsx-extra` where openpyxl is not installed.
    """
    need_openpyxl(str(path))
    data = read_bytes(path)
    rows, sheets = _rows(data, str(path))
    reading = domain_of(rows, path.stem, str(path), "xlsx", evaluations, comma=False)
    lost = (Loss("interop.lost-sheets", {"n": sheets - 1}),) if sheets > 1 else ()
    return Reading(reading.domain, lost, reading.warnings)


def need_openpyxl(file: str) -> None:
    """Raise `interop.xlsx-extra` where openpyxl is not installed."""
    if find_spec("openpyxl") is None:
        raise IrenicError([Problem("interop.xlsx-extra", file=file)])


def _rows(data: bytes, file: str) -> tuple[list[Row], int]:
    """The rows of the first sheet that hold anything, and the number of sheets."""
    try:
        _check_parts(data, file)
        return _first_sheet(data, file)
    except IrenicError:
        raise
    except Exception as error:
        # A broken archive, or parts that don't fit together, end in whatever exception the part of zipfile or openpyxl
        # that meets them happens to raise.
        raise IrenicError([Problem("interop.xlsx-form", file=file)]) from error


def _check_parts(data: bytes, file: str) -> None:
    """Refuse what unpacks to too much, and any part that declares a document type."""
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        # Reading a part never gives more bytes than its entry says, so what entries say is a bound.
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise IrenicError([Problem("interop.xlsx-unpacked", {"limit": MAX_UNPACKED // 10**6}, file=file)])
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                check_xml(archive.read(part), file, part.filename)


def _first_sheet(data: bytes, file: str) -> tuple[list[Row], int]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # It warns of decoration that it does not keep.
        warnings.simplefilter("ignore")
        workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = workbook.worksheets
        return (list(_cells(sheets[0], file)) if sheets else []), len(sheets)


def _cells(sheet: Any, file: str) -> Iterator[Row]:
    from openpyxl.utils import get_column_letter

    for line, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), 1):
        if line > MAX_ROWS:
            raise IrenicError([Problem("interop.xlsx-rows", {"limit": MAX_ROWS}, file=file)])
        texts = [_text(value) for value in values]
        if any(texts):
            yield [
                Cell(text, line, k, f"{sheet.title}!{get_column_letter(k)}{line}") if text else None
                for k, text in enumerate(texts, 1)
            ]


def _text(value: Any) -> str:
    if value is None:
        return ""
    return digits(value) if isinstance(value, float) else str(value).strip()
