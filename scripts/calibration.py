"""A case's calibration: its description, its dossier's numbers, and the public series that the description names."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from irenic.dossier.backing import numbers_of
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.numbers.distribution import Distribution
from irenic.runs.cases import find_case
from scripts.estimates import Months, between, newest
from scripts.series import Series, read_series

FILE: Final = "calibration.toml"
"""The description, beside the dossier."""


@dataclass(frozen=True)
class Calibration:
    """A case, its description, and the data that the description names.

    Attributes:
        told: the description.
        dossier: the case.
        numbers: path → the dossier's number.
        series: id → series.
        months: id → what each month added.
    """

    told: Mapping[str, Any]
    dossier: Dossier
    numbers: Mapping[str, Distribution]
    series: Mapping[str, Series]
    months: Mapping[str, Months]

    @property
    def as_of(self) -> date:
        """The dossier's date."""
        return self.dossier.file.as_of

    @property
    def window(self) -> int:
        """Months that constant rates are fitted on."""
        return int(self.told["window"])

    def known(self, name: str, since: date | None = None) -> dict[date, float]:
        """A series' months that close at or before the dossier's date."""
        return between(self.months[name], since, self.as_of)

    def recent(self, name: str) -> dict[date, float]:
        """The last of them: the window."""
        return newest(self.known(name), self.window)

    def after(self, name: str) -> dict[date, float]:
        """A series' months that close after the dossier's date."""
        return between(self.months[name], self.as_of, None)

    def says(self, path: str) -> str:
        """What the dossier holds of a number: 5th, 50th and 95th percentile."""
        found = self.numbers.get(path)
        return "–" if found is None else f"{number(found.low)} / {number(found.median)} / {number(found.high)}"


def read_calibration(case: str, shared: Path) -> Calibration:
    """A case's description and its data.

    Raises:
        FileNotFoundError: the case has no description, or a file of the data is not there.
    """
    files = find_case(case)
    dossier = load_dossier(files)
    told = tomllib.loads((files.folder / FILE).read_text(encoding="utf-8"))
    series = {name: read_series(name, table, shared) for name, table in told["series"].items()}
    return Calibration(
        told=told,
        dossier=dossier,
        numbers={at.path: at.distribution for at in numbers_of(dossier)},
        series=series,
        months={name: one.changes(dossier.file.as_of) for name, one in series.items()},
    )


def number(value: float) -> str:
    """Three figures, or all before the point."""
    if math.isnan(value):
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
