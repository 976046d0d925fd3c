"""Which format something on disk has, and reading it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from irenic.errors.problem import IrenicError, Problem
from irenic.interop import genius, negolog
from irenic.interop.csv_rows import read_csv
from irenic.interop.domain import Evaluations, Format
from irenic.interop.genius import read_genius
from irenic.interop.negolog import profiles_in, read_negolog
from irenic.interop.reading import Reading
from irenic.interop.source import files_in
from irenic.interop.xlsx_rows import read_xlsx

STEPS: Final = 21
"""Points at which a real issue is settled unless told otherwise: every twentieth of its range."""


@dataclass(frozen=True, slots=True)
class Found:
    """A domain on disk.

    Attributes:
        path: a file or folder.
        format: what it is written in.
    """

    path: Path
    format: Format


def find_domain(path: Path) -> Found | None:
    """What a path holds; None where there is nothing there, or what else it may be is for others to say.

    Raises:
        IrenicError: a folder holds domains of two formats.
    """
    try:
        is_file, is_folder = path.is_file(), path.is_dir() and not (path / "dossier.yaml").exists()
    except OSError:
        # A name too long, or a folder that may not be looked into: nothing that could be read.
        return None
    if is_file:
        return _file(path)
    if not is_folder:
        return None
    formats: list[Format] = []
    if profiles_in(path):
        formats.append("negolog")
    if files_in(path, genius.SUFFIX):
        formats.append("genius")
    if len(formats) > 1:
        raise IrenicError([Problem("interop.two-formats", file=str(path))])
    return Found(path, formats[0]) if formats else None


def _file(path: Path) -> Found | None:
    formats: dict[str, Format] = {genius.SUFFIX: "genius", negolog.SUFFIX: "negolog", ".csv": "csv", ".xlsx": "xlsx"}
    found = formats.get(path.suffix.lower())
    return None if found is None else Found(path, found)


def read_domain(found: Found, evaluations: Evaluations | None = None, steps: int = STEPS) -> Reading:
    """The domain.

    Args:
        found: where it is.
        evaluations: how evaluations of options are read; as the files say, else as they stand, for None.
        steps: points at which real issues are settled.

    Raises:
        IrenicError: with every problem of every file.
    """
    if found.format == "genius":
        return read_genius(found.path, evaluations, steps)
    reading = evaluations or "raw"
    if found.format == "negolog":
        return read_negolog(found.path, reading)
    return (read_csv if found.format == "csv" else read_xlsx)(found.path, reading)
