"""From any format to any other: what is written, and what is lost on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Final

from irenic.dossier.load import load_dossier
from irenic.errors.problem import IrenicError, Problem
from irenic.interop.domain import Domain, Format
from irenic.interop.losses import Loss
from irenic.interop.to_dossier import FILE, write_dossier
from irenic.interop.write_genius import write_genius
from irenic.interop.write_negolog import write_negolog
from irenic.interop.write_table import write_csv, write_xlsx
from irenic.interop.writing import SINGLE, Written
from irenic.language.messages import Language

WRITERS: Final[Mapping[Format, Callable[[Domain], Written]]] = {
    "genius": write_genius,
    "negolog": write_negolog,
    "csv": write_csv,
    "xlsx": write_xlsx,
}
"""Format → what writes it; a dossier needs a day and a language besides."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a domain is written to.

    Attributes:
        path: a file for tables, a folder for all else; nothing is there yet.
        format: what is written.
    """

    path: Path
    format: Format

    @classmethod
    def of(cls, path: Path, form: Format | None) -> "Target":
        """The target at a path, its format told by the suffix of a table unless it is given.

        Raises:
            IrenicError: something is there already, or the format is not told.
        """
        by_suffix: dict[str, Format] = {".csv": "csv", ".xlsx": "xlsx"}
        told = form or by_suffix.get(path.suffix.lower())
        if told is None:
            raise IrenicError([Problem("interop.format-untold", file=str(path))])
        if path.exists():
            raise IrenicError([Problem("interop.target-exists", file=str(path))])
        return cls(path, told)


def convert(domain: Domain, target: Target, as_of: date, language: Language, losses: tuple[Loss, ...] = ()) -> Written:
    """Write a domain.

    Args:
        domain: the domain.
        target: where to.
        as_of: day of a dossier that is written.
        language: language of the sentences of a dossier that is written.
        losses: what was lost in reading.

    Returns:
        What was written, with all that was lost.

    Raises:
        IrenicError: the target can't be written, or the domain is too large for a dossier.
    """
    to_dossier = target.format == "dossier"
    written = write_dossier(domain, as_of, language) if to_dossier else WRITERS[target.format](domain)
    _save(written, target)
    equality = "middle" if domain.format == "dossier" else written.equality
    return replace(written, losses=(*losses, *written.losses), equality=equality)


def _save(written: Written, target: Target) -> None:
    """All or nothing: files are written aside and then moved into place."""
    parent = target.path.parent
    aside = None
    try:
        parent.mkdir(parents=True, exist_ok=True)
        aside = Path(mkdtemp(prefix=f".{target.path.name[:40]}-", dir=parent))
        for name, content in written.files.items():
            (aside / (name or target.path.name)).write_bytes(content)
        if target.format == "dossier":
            _check(aside, target)
        source = aside / target.path.name if SINGLE in written.files else aside
        if source == aside:
            aside.chmod(0o755)
        source.rename(target.path)
    except OSError as error:
        raise IrenicError([Problem("interop.target-unwritable", file=str(target.path))]) from error
    finally:
        if aside is not None and aside.exists():
            rmtree(aside)


def _check(aside: Path, target: Target) -> None:
    """A dossier that was written loads: only its size can stand in the way."""
    try:
        load_dossier(aside)
    except IrenicError as error:
        file = str(target.path / FILE)
        raise IrenicError([replace(problem, file=file) for problem in error.problems]) from error
