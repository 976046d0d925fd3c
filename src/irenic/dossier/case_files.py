"""The files that a dossier is read from: a folder, variants over it, values set by hand over these."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from os.path import normpath
from pathlib import Path
from typing import Final

from irenic.dossier.near import shown
from irenic.dossier.positions import DOSSIER, FILES
from irenic.dossier.variants import Variant, read_variant
from irenic.errors.problem import IrenicError, Problem

ENDINGS: Final = frozenset({".yaml", ".yml"})
"""Endings of a variant's file; files of other kinds are no dossiers."""


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """What a dossier is read from.

    Attributes:
        folder: holds dossier.yaml, claims.yaml, sources.yaml.
        variants: what varies it, the nearest to the folder first.
        settings: `PATH=VALUE`, set over all of these in that order.
    """

    folder: Path
    variants: tuple[Variant, ...] = ()
    settings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Name of the folder, and of the variants over it."""
        return "+".join([self.folder.resolve().name, *(variant.path.stem for variant in self.variants)])

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file that may be read, the folder's first."""
        return (*(self.folder / name for name in FILES), *(variant.path for variant in self.variants))

    def with_settings(self, settings: Sequence[str]) -> "CaseFiles":
        """The same with more values set by hand."""
        return replace(self, settings=(*self.settings, *settings))


def is_folder_of_dossier(path: Path) -> bool:
    """Whether a dossier lies in that folder."""
    return _is_file(path / DOSSIER)


def files_at(path: Path, find: Callable[[str], Path | None]) -> CaseFiles | None:
    """The files of the dossier or variant at a path, or None where there is neither.

    Args:
        path: a folder, its dossier.yaml, or a variant's file.
        find: finds what a variant extends by name, where it is no path.

    Raises:
        IrenicError: what a variant extends can't be read or is not there, with all other problems of its file.
    """
    if is_folder_of_dossier(path):
        return CaseFiles(path)
    if path.suffix not in ENDINGS or not _is_file(path):
        return None
    return CaseFiles(path.parent) if path.name == DOSSIER else _extended(path, find)


def _extended(path: Path, find: Callable[[str], Path | None]) -> CaseFiles:
    variants: list[Variant] = []
    problems: list[Problem] = []
    while not is_folder_of_dossier(path):
        variant = read_variant(path)
        variants.append(variant)
        problems += variant.problems
        if variant.extends is None:
            raise IrenicError(problems)
        following = _target(variant, find)
        if following is None:
            raise IrenicError([*problems, variant.extends_problem("dossier.extends-unknown", _told(variant))])
        if _same(following, variants):
            raise IrenicError([*problems, variant.extends_problem("dossier.extends-cycle", _told(variant))])
        path = following
    return CaseFiles(path, tuple(reversed(variants)))


def _target(variant: Variant, find: Callable[[str], Path | None]) -> Path | None:
    """Folder or file that a variant extends: beside it, else by name."""
    written = (variant.extends or "").strip()
    if not written:
        return None
    path = Path(normpath(variant.path.parent / written))
    if is_folder_of_dossier(path):
        return path
    if _is_file(path):
        return path.parent if path.name == DOSSIER else path
    return find(written)


def _told(variant: Variant) -> dict[str, str]:
    return {"extends": shown(variant.extends or "")}


def _same(path: Path, variants: list[Variant]) -> bool:
    return any(path.resolve() == variant.path.resolve() for variant in variants)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # A name too long, or a folder that may not be looked into: nothing that could be read.
        return False
