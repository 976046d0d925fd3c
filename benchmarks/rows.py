"""What a benchmark leaves for the table: one row a comparison, in a JSON file."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict


class Row(TypedDict):
    """A comparison, or a figure of our own against its bound."""

    benchmark: str
    """Name of the benchmark's file."""
    case: str
    """What was computed."""
    ours_s: float
    """Seconds, median over repeats."""
    peer_s: float | None
    """The peer's, or the bound's; none where there is neither."""
    ratio: float | None
    """`peer_s` over `ours_s`."""
    peer: str
    """Who the peer is, with its version, or `bound`."""


def row(benchmark: str, case: str, ours: float, peer: str, peers: float | None) -> Row:
    """A row with its ratio."""
    ratio = None if peers is None else peers / ours
    return {"benchmark": benchmark, "case": case, "ours_s": ours, "peer_s": peers, "ratio": ratio, "peer": peer}


def keep(rows: Sequence[Row], file: Path | None) -> None:
    """Write the rows, if a file is asked for."""
    if file is not None:
        file.write_text(json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
