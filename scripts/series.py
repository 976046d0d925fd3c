"""Time series of public data, as a calibration's description names them: read, summed, and put on months.

A description (TOML) says for every series which file, which columns and which rows, what it measures, who makes it and
what it cannot tell; nothing here knows of a war.
"""

import csv
import json
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Literal

Kind = Literal["level", "flow"]

OLDEST: Final = 5
"""Days that a value may be old on the day that closes a month; an older one leaves the month without value."""


@dataclass(frozen=True)
class Series:
    """What one source says, by day (a level or a running total) or by calendar month (a flow).

    Attributes:
        id: its name in the description.
        label: its name on the page.
        unit: of its values.
        kind: `level` is a state on a day, whose difference over a month counts; `flow` is a sum over a calendar month.
        values: day → value; a flow's day is the last of its month.
        source: who makes it and what they may want.
        cannot: what it can't tell.
    """

    id: str
    label: str
    unit: str
    kind: Kind
    values: Mapping[date, float]
    source: str
    cannot: str

    def at(self, day: date) -> float | None:
        """The newest value on or before a day, unless it is too old."""
        for back in range(OLDEST + 1):
            found = self.values.get(day - timedelta(days=back))
            if found is not None:
                return found
        return None

    def changes(self, closing: date) -> dict[date, float]:
        """What each month added, by the day that closes it.

        Args:
            closing: months of a level close on this day of the month; those of a flow with the calendar month.
        """
        if self.kind == "flow":
            return dict(sorted(self.values.items()))
        first, last = min(self.values), max(self.values)
        closings = [day for day in _closings(first, last, closing.day) if self.at(day) is not None]
        found = {}
        for before, after in pairwise(closings):
            start, end = self.at(before), self.at(after)
            if start is not None and end is not None and month_after(before, closing.day) == after:
                found[after] = end - start
        return found


def month_after(day: date, closing: int) -> date:
    """The day that closes the next month."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(closing, monthrange(year, month)[1]))


def _closings(first: date, last: date, closing: int) -> Iterator[date]:
    day = date(first.year, first.month, min(closing, monthrange(first.year, first.month)[1]))
    while day <= last:
        if day >= first:
            yield day
        day = month_after(day, closing)


def read_series(name: str, told: Mapping[str, Any], shared: Path) -> Series:
    """One series as described.

    Args:
        name: its id.
        told: its table: file, format, date, value, and optionally where, scale, kind and the words.
        shared: folder that the file's path starts from.
    """
    kind: Kind = told.get("kind", "level")
    scale = float(told.get("scale", 1.0))
    rows = _rows(shared / told["file"], told["format"])
    where: Mapping[str, Sequence[str]] = told.get("where", {})
    parts = [_parts(rows, told, {**dict(where), told["sum"]: [p]}) for p in where[told["sum"]]] if "sum" in told else []
    values = _summed(parts) if parts else _parts(rows, told, where)
    return Series(
        id=name,
        label=told["label"],
        unit=told["unit"],
        kind=kind,
        values={day: scale * value for day, value in values.items()},
        source=told["source"],
        cannot=told["cannot"],
    )


def _summed(parts: Sequence[Mapping[date, float]]) -> dict[date, float]:
    """Sums of the days on which every part is there."""
    days = set(parts[0]).intersection(*parts[1:])
    return {day: sum(part[day] for part in parts) for day in sorted(days)}


def _parts(
    rows: Sequence[Mapping[str, Any]], told: Mapping[str, Any], where: Mapping[str, Sequence[str]]
) -> dict[date, float]:
    """Day → value of the rows that fit; the last row of a day counts."""
    return {
        _day(row, told["date"]): float(row[told["value"]])
        for row in rows
        if all(str(row[key]) in wanted for key, wanted in where.items())
    }


def _day(row: Mapping[str, Any], told: str | Sequence[str]) -> date:
    if isinstance(told, str):
        return date.fromisoformat(str(row[told])[:10])
    year, month = (int(row[key]) for key in told)
    return date(year, month, monthrange(year, month)[1])


def _rows(path: Path, form: str) -> list[Mapping[str, Any]]:
    """Rows of a CSV file, of a JSON list of records, or of a JSON object (its keys as `key`, its values as `value`)."""
    text = path.read_text(encoding="utf-8-sig")
    if form == "csv":
        return list(csv.DictReader(text.splitlines()))
    loaded = json.loads(text)
    if form == "records":
        return list(loaded)
    if form == "object":
        return [{"key": key, "value": value} for key, value in loaded.items()]
    raise ValueError(f"{path.name}: a format is csv, records or object, not {form}")
