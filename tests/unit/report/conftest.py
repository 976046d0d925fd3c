"""A small results folder about made-up countries, for brief and report."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest
from numpy.typing import NDArray

from irenic.report.case_data import Case
from irenic.report.summary_data import Solutions, Summary
from irenic.results.folder import ResultsFolder
from irenic.results.layout import Dimension, Layout, Variable
from irenic.results.provenance import Provenance
from tests.unit.report.war_example import with_theatre

HERE = Path(__file__).parent
DRAWS = 128
SPACE = ("draw", "reading", "mode")
VARIABLES = (
    Variable("deal", "no_deal", ("draw", "reading", "party"), "<f8", "points"),
    Variable("deal", "nash_utility", (*SPACE, "party"), "<f8", "points"),
    Variable("deal", "kalai_smorodinsky_utility", (*SPACE, "party"), "<f8", "points"),
)


NO_SOLUTIONS: Solutions = {
    "nash": None,
    "kalai_smorodinsky": None,
    "egalitarian": None,
    "utilitarian": None,
    "raiffa": None,
}
"""Of an answer without any deal."""


class Maker(Protocol):
    """Writes the example's results folder, changed as a test wishes, and opens it."""

    def __call__(
        self, change: Callable[[Case, Summary, dict[str, NDArray[Any]]], None] | None = None
    ) -> ResultsFolder: ...


@pytest.fixture
def case() -> Case:
    """What the example's dossier says."""
    loaded: Case = json.loads((HERE / "example-case.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def summary() -> Summary:
    """The example's answers."""
    loaded: Summary = json.loads((HERE / "example-summary.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def at_war(case: Case, summary: Summary) -> None:
    """Gives the example its war, its levers and what no deal is worth."""
    with_theatre(case, summary)


@pytest.fixture
def make(case: Case, summary: Summary, tmp_path: Path) -> Maker:
    def made(change: Callable[[Case, Summary, dict[str, NDArray[Any]]], None] | None = None) -> ResultsFolder:
        arrays = example_arrays(len(case["parties"]))
        if change is not None:
            change(case, summary, arrays)
        provenance = Provenance(
            dossier=case["name"],
            title=dict(case["title"]),
            as_of=case["as_of"],
            files={"claims.yaml": "c" * 64, "dossier.yaml": "d" * 64},
            seed=0,
            draws=DRAWS,
            scrambles=16,
        )
        parties = tuple(party["id"] for party in case["parties"])
        dimensions = {
            "reading": Dimension(2, ("silent_zero", "silent_wide")),
            "mode": Dimension(2, ("hard", "soft")),
            "party": Dimension(len(parties), parties),
        }
        folder = tmp_path / "results"
        with ResultsFolder.create(folder, provenance, Layout(VARIABLES, dimensions)) as run:
            run.chunk_store().save(0, DRAWS, arrays)
            run.finish(dict(case), dict(summary), {})
        return ResultsFolder.open(folder)

    return made


def example_arrays(parties: int) -> dict[str, NDArray[Any]]:
    """Deals and no-deal values on a grid around their means; each fourth draw has no deal with hard red lines."""
    turn = 2 * np.pi * np.arange(DRAWS) / 16
    spread = 1.0 + np.arange(DRAWS) // 16
    around = np.stack([spread * np.cos(turn + p) for p in range(parties)], axis=1)
    no_deal = np.repeat((np.array([35.0, 40.0, 20.0, np.nan])[:parties] + around)[:, np.newaxis], 2, axis=1)
    deals = np.array([58.0, 61.0, 80.0, 0.0])[:parties] + around / 2
    nash = np.broadcast_to(deals[:, None, None, :], (DRAWS, 2, 2, parties)).copy()
    nash[::4, :, 0, :] = np.nan
    kalai = nash + np.array([2.0, -3.0, 1.0, 0.0])[:parties]
    return {"deal.no_deal": no_deal, "deal.nash_utility": nash, "deal.kalai_smorodinsky_utility": kalai}


@pytest.fixture
def results(make: Maker) -> ResultsFolder:
    """The example's results folder as it is."""
    return make()


@pytest.fixture
def golden(root: Path) -> Callable[[str, str], None]:
    """Compares a text with the kept one in tests/golden; `IRENIC_GOLDEN=write` keeps the new one: look at it."""

    def compare(name: str, text: str) -> None:
        kept = root / "tests" / "golden" / name
        if os.environ.get("IRENIC_GOLDEN") == "write":
            kept.write_text(text, encoding="utf-8")
        assert text == kept.read_text(encoding="utf-8")

    return compare
