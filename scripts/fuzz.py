"""Feeds spoiled files to the command until time is up: whatever is not an answer or a told problem is a failure.

    python -m scripts.fuzz --minutes 10
    python -m scripts.fuzz --target dossier --trial 4711

A trial is wholly decided by its number. Failing inputs are kept in `fuzz-failures/`, with how to run the trial again.
"""

import argparse
import contextlib
import io
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from irenic.cli.main import main as irenic
from irenic.errors.exits import Exit
from scripts.mutations import spoiled
from tests.unit.interop.examples import GENIUS, NEGOLOG, TABLE, written

ROOT: Final = Path(__file__).resolve().parent.parent
FAILURES: Final = ROOT / "fuzz-failures"
SECONDS: Final = 30
"""A trial that takes longer has failed, too."""
FINE: Final = (Exit.FINE, Exit.FINDINGS, Exit.MISUSE)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that reads files.

    Attributes:
        name: its name.
        folders: whole inputs; of each trial's, one or more files are spoiled.
        command: from the spoiled folder and the trial's generator to the words of the command line.
    """

    name: str
    folders: tuple[Path, ...]
    command: Callable[[Path, random.Random], list[str]]


def make_inputs(place: Path) -> None:
    """Inputs that stand nowhere as files: a variant beside its base, a domain in every format."""
    broken = ROOT / "tests" / "broken"
    shutil.copytree(broken / "base", place / "variant" / "base")
    variant = (broken / "variants" / "dry-year.yaml").read_text(encoding="utf-8")
    (place / "variant" / "dry-year.yaml").write_text(variant.replace("extends: ../broken", "extends: base"))
    (place / "domains" / "xlsx").mkdir(parents=True)
    for name, files in {"genius": GENIUS, "negolog": NEGOLOG, "csv": {"river.csv": TABLE}}.items():
        written(place / "domains" / name, files)
    with contextlib.redirect_stdout(io.StringIO()):
        irenic(
            ["convert", str(place / "domains" / "csv" / "river.csv"), str(place / "domains" / "xlsx" / "river.xlsx")]
        )


def targets(place: Path) -> dict[str, Target]:
    """Every target by name; shared domains are used where they are (`IRENIC_SHARED`).

    Args:
        place: an empty folder, for inputs that are made.
    """
    make_inputs(place)
    shared = Path(os.environ.get("IRENIC_SHARED", ROOT.parent / "shared")) / "data"
    dossiers = (ROOT / "tests" / "broken" / "base", ROOT / "src" / "irenic" / "cases" / "tutorial")
    domains = tuple(sorted((place / "domains").iterdir()))
    domains += tuple(sorted(path for kind in ("genius", "negolog") for path in (shared / kind).glob("*")))[:12]
    found = (
        Target("dossier", tuple(folder for folder in dossiers if folder.is_dir()), _on_dossier),
        Target("set", dossiers[:1], _on_set),
        Target("variant", (place / "variant",), _on_variant),
        Target("domain", domains, _on_domain),
    )
    return {target.name: target for target in found if target.folders and all(f.is_dir() for f in target.folders)}


def _on_dossier(folder: Path, chance: random.Random) -> list[str]:
    documents = ROOT / "tests" / "broken" / "documents"
    return chance.choice(
        (
            ["check", str(folder)],
            ["check", str(folder), "--sources", str(documents)],
            ["check", str(folder), "--json", "--lang", "zh"],
            ["trace", str(folder), chance.choice(("possible", "A1", "parties", "issues.dam"))],
            ["deal", str(folder), "--draws", "16", "--quiet"],
        )
    )


def _on_set(folder: Path, chance: random.Random) -> list[str]:
    text = spoiled(b"parties.aldova.no_deal=20 to 40", [b"positions.bresk.dam.weight={pert: [1, 2, 3]}"], chance)
    words = text.decode("utf-8", "replace").replace("\0", "")
    return ["check", str(folder), f"--set={words}"]


def _on_variant(folder: Path, chance: random.Random) -> list[str]:
    files = sorted(folder.glob("*.yaml")) or [folder / "none.yaml"]
    return [chance.choice(("check", "check", "trace")), str(chance.choice(files))]


def _on_domain(folder: Path, chance: random.Random) -> list[str]:
    place = str(folder)
    files = sorted(path for path in folder.iterdir() if path.suffix in {".csv", ".xlsx", ".xml", ".json"})
    if files and chance.random() < 0.3:
        place = str(chance.choice(files))
    if chance.random() < 0.7:
        return ["deal", place, "--json"]
    form = chance.choice(("csv", "genius", "negolog", "dossier"))
    return ["convert", place, str(folder.parent / "converted"), "--format", form]


def warm() -> None:
    """Compile what a first answer compiles, so that no trial has to wait for it."""
    with contextlib.redirect_stdout(io.StringIO()):
        irenic(["deal", str(ROOT / "tests" / "broken" / "base"), "--draws", "16", "--quiet"])


def attempt(target: Target, trial: int, place: Path) -> str | None:
    """One trial in an empty folder; what failed, or None."""
    chance = random.Random(f"{target.name} {trial}")
    folder = _spoil(target, chance, place)
    words = target.command(folder, chance)
    out, err = io.StringIO(), io.StringIO()
    code: Any = None
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), _alarm():
            code = irenic(words)
    except SystemExit as exit_:
        code = exit_.code
    except BaseException:
        return f"{words}\n{traceback.format_exc()}"
    if code not in FINE or "Traceback" in err.getvalue():
        return f"{words}\nexit {code}\n{err.getvalue()}"
    return None


def _spoil(target: Target, chance: random.Random, place: Path) -> Path:
    folder = place / "input"
    shutil.copytree(chance.choice(target.folders), folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".txt")
    contents = [path.read_bytes() for path in files]
    for path, content in zip(files, contents, strict=True):
        if target.name != "set" and chance.random() < 1.2 / len(files):
            path.write_bytes(spoiled(content, contents, chance))
    return folder


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    """Raises TimeoutError inside after `SECONDS`."""

    def ring(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"more than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def keep(target: Target, trial: int, place: Path, failure: str) -> Path:
    """Keep the input of a failed trial, and what failed."""
    kept = FAILURES / f"{target.name}-{trial}"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(place / "input", kept)
    (kept / "failure.txt").write_text(failure, encoding="utf-8")
    return kept


def run(chosen: list[Target], first: int, minutes: float) -> int:
    """Trials in turn until time is up; returns the number of failures."""
    failures, trial, started = 0, first, time.monotonic()
    while time.monotonic() - started < 60 * minutes:
        for target in chosen:
            with tempfile.TemporaryDirectory() as place:
                failure = attempt(target, trial, Path(place))
                if failure is not None:
                    failures += 1
                    print(f"{keep(target, trial, Path(place), failure)}\n{failure}")
        trial += 1
    print(f"{(trial - first) * len(chosen)} trials, {failures} failures ({', '.join(t.name for t in chosen)})")
    return failures


def main() -> int:
    """Run trials as asked; exit code 1 if one failed."""
    with tempfile.TemporaryDirectory() as place:
        return _asked(targets(Path(place)))


def _asked(known: dict[str, Target]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--target", choices=sorted(known), action="append")
    parser.add_argument("--first", type=int, default=0, help="number of the first trial")
    parser.add_argument("--trial", type=int, help="run this trial only")
    asked = parser.parse_args()
    os.environ["IRENIC_DEBUG"] = "1"
    warm()
    chosen = [known[name] for name in asked.target or sorted(known)]
    if asked.trial is not None:
        return min(1, once(chosen, asked.trial))
    return min(1, run(chosen, asked.first, asked.minutes))


def once(chosen: list[Target], trial: int) -> int:
    """One trial of each target; returns the number of failures."""
    failures = 0
    for target in chosen:
        with tempfile.TemporaryDirectory() as place:
            failure = attempt(target, trial, Path(place))
            print(f"{target.name} {trial}: {failure or 'fine'}")
            failures += failure is not None
    return failures


if __name__ == "__main__":
    sys.exit(main())
