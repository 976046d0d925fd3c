"""A small results folder about made-up countries, for brief and report."""

import copy
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

HERE = Path(__file__).parent
DRAWS = 128


@dataclass
class Folder:
    """What brief and report read of a results folder."""

    manifest: dict[str, Any]
    case: dict[str, Any]
    summary: dict[str, Any]
    arrays: dict[str, np.ndarray]

    def array(self, name: str) -> np.ndarray:
        return self.arrays[name]


def example_arrays() -> dict[str, np.ndarray]:
    """Deals and no-deal values that spread around their means; every fourth draw of the hard mode has no deal."""
    rng = np.random.default_rng(7)
    shape = (DRAWS, 2, 2, 3)
    no_deal = np.array([35.0, 40.0, 20.0]) + rng.normal(0, 6, (DRAWS, 3))
    nash = np.array([58.0, 61.0, 50.0]) + rng.normal(0, 5, shape)
    kalai = np.array([60.0, 58.0, 52.0]) + rng.normal(0, 5, shape)
    for deals in (nash, kalai):
        deals[::4, :, 0, :] = np.nan
    return {"deal.no_deal": no_deal, "deal.nash_utility": nash, "deal.kalai_smorodinsky_utility": kalai}


@pytest.fixture
def folder() -> Folder:
    """The example folder; each test may change its own copy."""
    case = json.loads((HERE / "example-case.json").read_text(encoding="utf-8"))
    summary = json.loads((HERE / "example-summary.json").read_text(encoding="utf-8"))
    manifest = {
        "irenic": "0.1.0",
        "digest": "0123456789abcdef" * 4,
        "dossier": {"name": case["name"], "title": case["title"], "as_of": case["as_of"], "files": {}},
        "seed": 0,
        "draws": DRAWS,
        "scrambles": 16,
        "settings": {},
    }
    return Folder(manifest, case, summary, example_arrays())
