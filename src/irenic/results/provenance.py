"""What was run, and the key that keeps chunks of different runs apart."""

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from irenic import __version__
from irenic.results.canonical import Json, compact, sha256
from irenic.results.layout import Layout

FORMAT: Final = "irenic-results"
VERSION: Final = 3


@dataclass(frozen=True, slots=True)
class Provenance:
    """What was run: everything a reader needs to run it again.

    Attributes:
        dossier: the dossier's name.
        title: its title, a text or language → text.
        as_of: its date, ISO 8601.
        files: name of each of its files → SHA-256 of the content.
        seed: seed of all random numbers.
        draws: number of draws.
        scrambles: number of independent scrambles that the draws are spread over.
        settings: every other setting that changes a number, as JSON data.
    """

    dossier: str
    title: Json
    as_of: str
    files: Mapping[str, str]
    seed: int
    draws: int
    scrambles: int
    settings: Mapping[str, Json] = field(default_factory=dict)

    def to_json(self) -> Json:
        """The manifest's part that says what was run."""
        return {
            "format": {"name": FORMAT, "version": VERSION},
            "irenic": __version__,
            "dossier": {
                "name": self.dossier,
                "title": self.title,
                "as_of": self.as_of,
                "files": dict(self.files),
            },
            "seed": self.seed,
            "draws": self.draws,
            "scrambles": self.scrambles,
            "settings": dict(self.settings),
        }


def run_key(provenance: Provenance, layout: Layout, environment: Mapping[str, str]) -> str:
    """SHA-256 of everything that determines a number: what is run, what is declared, and on what it runs."""
    return sha256(
        compact(
            {
                "run": provenance.to_json(),
                "layout": layout.to_json(provenance.draws),
                "environment": {**_environment(), **environment},
            }
        )
    )


def machine() -> Json:
    """What the computation ran on; names neither the computer nor its user."""
    return {"system": platform.system(), **_environment(), "cpus": os.cpu_count()}


def _environment() -> dict[str, str]:
    return {"processor": platform.machine(), "python": platform.python_version(), "numpy": np.__version__}
