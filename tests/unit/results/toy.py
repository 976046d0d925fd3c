"""A toy analysis, with every kind of variable; also a program, so that tests can kill it.

`python -m tests.unit.results.toy FOLDER CHUNK THREADS SECONDS_A_CHUNK` runs it into a folder and prints what was done.
"""

import hashlib
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from irenic.engine.chunks import Finished, run_chunks
from irenic.results.folder import ResultsFolder
from irenic.results.layout import Dimension, Layout, Variable
from irenic.results.provenance import Provenance
from irenic.results.unfinished import Unfinished

DRAWS = 50
CASE = {"name": "toy", "title": {"en": "Toy", "zh": "玩具"}}

LAYOUT = Layout(
    (
        Variable("toy", "share", ("draw",), "<f8", "", "may be missing or infinite"),
        Variable("toy", "utility", ("draw", "party"), "<f8", "points", "utility of the deal"),
        Variable("toy", "possible", ("draw",), "|b1"),
        Variable("toy", "package", ("draw",), "<i8"),
        Variable("toy", "mask", ("draw", "reading"), "<u8"),
        Variable("toy", "grade", ("draw",), "|u1"),
        Variable("toy", "step", ("draw",), "<i4"),
        Variable("toy", "conflicts.count", ("draw", "reading"), "<i8"),
        Variable("toy", "conflicts.members", ("row:conflicts", "party"), "|b1"),
        Variable("toy", "conflicts.weight", ("row:conflicts",), "<f8"),
        Variable("other", "none.count", ("draw",), "<i8"),
        Variable("other", "none.field", ("row:none",), "<f8"),
    ),
    {"party": Dimension(3, ("aland", "borduria", "syldavia")), "reading": Dimension(2)},
)


def provenance(**changes: Any) -> Provenance:
    told: dict[str, Any] = {
        "dossier": "toy",
        "title": {"en": "Toy", "zh": "玩具"},
        "as_of": "2025-12-21",
        "files": {"dossier.yaml": "0" * 64},
        "seed": 0,
        "draws": DRAWS,
        "scrambles": 16,
        "settings": {"budget": 5_000_000_000, "tolerance": 1e-9},
    }
    return Provenance(**{**told, **changes})


def work(start: int, stop: int) -> dict[str, NDArray[Any]]:
    """Every number depends on its draw alone, but for the bits of NaN, which the position in the chunk changes."""
    d = np.arange(start, stop)
    share = np.sqrt(d + 0.1)
    missing = d % 5 == 3
    share.view(np.uint64)[missing] = 0x7FF8000000000001 + np.arange(stop - start, dtype=np.uint64)[missing]
    share[d % 11 == 7] = -np.inf
    count = np.stack([d % 3, (d + 1) % 2], axis=1)
    row = np.concatenate([np.arange(n) + 10 * k for k, n in zip(d, count.sum(axis=1), strict=True)])
    return {
        "toy.share": share,
        "toy.utility": np.stack([d * 0.1, d / 3.0, d / 7.0], axis=1),
        "toy.possible": d % 2 == 0,
        "toy.package": d * 3_000_000_007,
        "toy.mask": np.stack([d, d * d], axis=1).astype(np.uint64) << np.uint64(40),
        "toy.grade": (d % 250).astype(np.uint8),
        "toy.step": -d.astype(np.int32),
        "toy.conflicts.count": count,
        "toy.conflicts.members": np.stack([row % 2 == 0, row % 3 == 0, row % 5 == 0], axis=1),
        "toy.conflicts.weight": row / 3.0,
        "other.none.count": np.zeros(stop - start, np.int64),
        "other.none.field": np.zeros(0),
    }


def fill(unfinished: Unfinished, chunk: int, threads: int = 1, seconds: float = 0.0, draws: int = DRAWS) -> Finished:
    """Compute what is missing."""

    def slowly(start: int, stop: int) -> Mapping[str, NDArray[Any]]:
        time.sleep(seconds)
        return work(start, stop)

    return run_chunks(slowly, draws, chunk, unfinished.chunk_store(), threads=threads)


def run(folder: Path, chunk: int = 7, threads: int = 1, seconds: float = 0.0, **changes: Any) -> Finished:
    """The whole analysis."""
    with ResultsFolder.create(folder, provenance(**changes), LAYOUT) as unfinished:
        finished = fill(unfinished, chunk, threads, seconds)
        possible = unfinished.array("toy.possible")
        summary = {"possible": possible.mean(), "best": np.inf, "draws": np.int64(DRAWS)}
        unfinished.finish(
            CASE, summary, {**asdict(finished), "threads": threads, "chunk": chunk, "started": time.time()}
        )
    return finished


def fingerprint(folder: Path) -> str:
    """SHA-256 over names and contents of all files but run.json."""
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "run.json"):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


if __name__ == "__main__":
    print(json.dumps(asdict(run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])))))
