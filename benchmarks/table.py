"""All benchmarks, and the page that tells what they measured: `docs/benchmarks.md`.

    python -m benchmarks.table [--only NAME …] [--quick]

Each benchmark runs by itself, one after the other, and its rows are kept in `.bench/rows`; the page is written from
all rows that are there, so that `--only` measures one again and leaves the others as they are. `--quick` tries
everything with as few repeats as can be, and prints the page instead of writing it.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypedDict

from benchmarks.peers import ROOT, own_environment
from benchmarks.rows import Row

BENCHMARKS: Final = {
    "startup": "How fast the command answers",
    "deal_speed": "How fast a package space is answered",
    "package_scan": "Spaces too large to list",
    "frontier_negmas": "The Pareto frontier of a package space",
    "pareto_filter": "The Pareto filter",
    "voting_power": "Power in councils",
    "war_values": "What war is worth",
    "war_paths": "How the war may go",
}
"""Name → title of its part of the page. Each is `benchmarks/NAME.py` and knows `--quick` and `--json FILE`."""

PAGE: Final = ROOT / "docs" / "benchmarks.md"
KEPT: Final = ROOT / ".bench" / "rows"

HEAD: Final = """# Benchmarks

What `make bench` measured; it writes this page. Every benchmark is a file of `benchmarks/` that says at its top what it
does and runs by itself: `python -m benchmarks.NAME`. Where a peer is named, both sides solved the same random problems
in turns in one run, in processor seconds, imports and compilation excluded, and had to find the same; peers live in
environments of their own (`.bench/`). Times are medians. Where a bound is named, *times* says how often the figure fits
into it.
"""


class Measured(TypedDict):
    """What is kept of one benchmark."""

    date: str
    machine: str
    rows: list[Row]


def measure(name: str, quick: bool) -> Measured | None:
    """Run one benchmark; None where it failed (what it said is on stderr)."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.json"
        command = [sys.executable, "-m", f"benchmarks.{name}", "--json", str(file), *(["--quick"] if quick else [])]
        done = subprocess.run(command, check=False, cwd=ROOT, env=own_environment())
        if done.returncode or not file.exists():
            print(f"{name} failed", file=sys.stderr)
            return None
        rows: list[Row] = json.loads(file.read_text(encoding="utf-8"))
    return {"date": datetime.now(UTC).date().isoformat(), "machine": machine(), "rows": rows}


def machine() -> str:
    """Processor, cores, Python and libraries."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("irenic", "numpy", "numba", "scipy"))
    return (
        f"{processor()}, {os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()}, {libraries}"
    )


def processor() -> str:
    """The processor's name as far as the system tells it."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def page(measured: dict[str, Measured]) -> str:
    """The page."""
    parts = [HEAD]
    for name, title in BENCHMARKS.items():
        if name in measured:
            of = measured[name]
            table = [
                f"## {title}\n",
                f"`python -m benchmarks.{name}`, {of['date']}. {of['machine']}.\n",
                "| what | Irenic | against | | times |",
                "|---|--:|---|--:|--:|",
                *map(_line, of["rows"]),
            ]
            parts.append("\n".join(table) + "\n")
    return "\n".join(parts)


def _line(told: Row) -> str:
    peers = "" if told["peer_s"] is None else _seconds(told["peer_s"])
    ratio = "" if told["ratio"] is None else f"{told['ratio']:,.0f}" if told["ratio"] >= 20 else f"{told['ratio']:.1f}"
    return f"| {told['case']} | {_seconds(told['ours_s'])} | {told['peer']} | {peers} | {ratio} |"


def _seconds(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.0f} µs"


def kept() -> dict[str, Measured]:
    """What was measured before."""
    return {
        name: json.loads((KEPT / f"{name}.json").read_text(encoding="utf-8"))
        for name in BENCHMARKS
        if (KEPT / f"{name}.json").exists()
    }


def main() -> None:
    """Measure and write the page.

    Raises:
        SystemExit: a benchmark failed; what the others measured is kept and told.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", nargs="+", choices=list(BENCHMARKS), default=list(BENCHMARKS), metavar="NAME")
    parser.add_argument("--quick", action="store_true", help="as few repeats as can be; print, write nothing")
    asked = parser.parse_args()
    found: dict[str, Measured] = {}
    for name in asked.only:
        print(f"— {name}", flush=True)
        measured = measure(name, asked.quick)
        if measured is None:
            continue
        found[name] = measured
        if not asked.quick:
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{name}.json").write_text(json.dumps(measured, ensure_ascii=False, indent=1), encoding="utf-8")
    if asked.quick:
        print(page(found))
    else:
        PAGE.write_text(page(kept()), encoding="utf-8")
    if failed := [name for name in asked.only if name not in found]:
        raise SystemExit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
