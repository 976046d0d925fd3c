"""CSV files as rows of cells that know where they stand (RFC 4180, with what spreadsheets make of it)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from irenic.errors.problem import IrenicError, Problem
from irenic.interop.domain import Evaluations
from irenic.interop.reading import Reading
from irenic.interop.source import decoded, place_after, read_bytes
from irenic.interop.table import COLUMNS, Cell, Row, domain_of, head_of

DELIMITERS: Final = (",", ";", "\t")
"""Marks between cells; the one that makes most of the head's columns known is taken."""

GUARD: Final = "'"
"""Stands before a text that a spreadsheet would compute; it is no part of the text."""
GUARDED: Final = ("=", "+", "-", "@", "\t", "'")
"""First characters of such texts."""

_SEP: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_BREAK: Final = re.compile(r"\r\n|\n|\r")


def read_csv(path: Path, evaluations: Evaluations) -> Reading:
    """The domain of a CSV file.

    UTF-8 or UTF-16; cells are parted by commas, semicolons or tabs. Only where it is not commas that part cells may a
    comma stand for the decimal point.

    Raises:
        IrenicError: with every problem of the file.
    """
    text = decoded(read_bytes(path), str(path))
    told = _SEP.match(text)
    start = told.end() if told else 0
    mark = told[1] if told else _delimiter(text)
    rows = _Rows(text, start, mark, str(path))
    return domain_of(rows, path.stem, str(path), "csv", evaluations, comma=mark != ",")


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")

    def known(mark: str) -> int:
        heads = [head_of(Cell(part.strip().strip('"'), 1, 1)) for part in first.split(mark)]
        return sum(head in COLUMNS for head in heads)

    return max(DELIMITERS, key=known)


class _Rows:
    """The rows of a text that hold anything."""

    def __init__(self, text: str, start: int, mark: str, file: str) -> None:
        self._text = text
        self._at = start
        self._file = file
        self._mark = mark
        self._plain = re.compile(f"[^{re.escape(mark)}\r\n]*")
        self._line, self._line_start = place_after(text[:start])[0], start

    def __iter__(self) -> Iterator[Row]:
        while self._at < len(self._text):
            row = self._row()
            if any(row):
                yield row

    def _row(self) -> Row:
        row: Row = []
        while True:
            row.append(self._cell())
            if self._text[self._at : self._at + 1] == self._mark:
                self._at += 1
                continue
            found = _BREAK.match(self._text, self._at)
            if found:
                self._at = self._line_start = found.end()
                self._line += 1
            return row

    def _cell(self) -> Cell | None:
        line, column = self._line, self._at - self._line_start + 1
        if self._text[self._at : self._at + 1] == '"':
            text = self._quoted(line, column)
        else:
            found = self._plain.match(self._text, self._at)
            assert found is not None
            self._at = found.end()
            text = found.group()
        text = text.strip()
        if text.startswith(GUARD) and text[1:].startswith(GUARDED):
            text = text[1:]
        return Cell(text, line, column) if text else None

    def _quoted(self, line: int, column: int) -> str:
        end = self._at + 1
        while True:
            end = self._text.find('"', end)
            if end < 0:
                raise IrenicError([Problem("interop.csv-quote", file=self._file, line=line, column=column)])
            if self._text[end + 1 : end + 2] != '"':
                break
            end += 2
        inside = self._text[self._at + 1 : end]
        for found in _BREAK.finditer(inside):
            self._line += 1
            self._line_start = self._at + 1 + found.end()
        self._at = end + 1
        following = self._plain.match(self._text, self._at)
        assert following is not None
        if following.group().strip():
            raise IrenicError([Problem("interop.csv-quote", file=self._file, line=line, column=column)])
        self._at = following.end()
        return inside.replace('""', '"')
