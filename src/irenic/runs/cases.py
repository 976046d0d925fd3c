"""Finding a dossier: a folder, a variant's file, or the name of a shipped case."""

import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from irenic.errors.problem import IrenicError, Problem

if TYPE_CHECKING:
    from irenic.dossier.case_files import CaseFiles

_VARIANTS = "variants"


def shipped_cases() -> tuple[str, ...]:
    """Names of the cases that come with Irenic, sorted."""
    return tuple(sorted(folder.name for folder in _cases_folder().iterdir() if (folder / "dossier.yaml").is_file()))


def shipped_variants() -> tuple[str, ...]:
    """Names of the variants that come with Irenic, `CASE/variants/NAME`, sorted."""
    folder = _cases_folder()
    found = [path for case in shipped_cases() for path in (folder / case / _VARIANTS).glob("*.yaml")]
    return tuple(sorted(path.relative_to(folder).with_suffix("").as_posix() for path in found))


def default_case() -> str:
    """Name of the case that is run when none is named."""
    return str(tomllib.loads((_cases_folder() / "index.toml").read_text(encoding="utf-8"))["default"])


def find_case(name: str | None, settings: Sequence[str] = ()) -> "CaseFiles":
    """Files of the dossier meant: a folder or variant on disk first, then a shipped one; the default case for None.

    Args:
        name: a folder, a variant's file, or the name of a shipped case or variant.
        settings: `PATH=VALUE`, set over what is found.

    Raises:
        IrenicError: there is none (`cli.unknown-case`), or what a variant extends can't be read.
    """
    # The command's help only needs the names of cases, so what reads files is imported where it is used.
    from irenic.dossier.case_files import files_at

    asked = default_case() if name is None else name
    found = files_at(Path(asked), _shipped) if name is not None else None
    if found is None:
        path = _shipped(asked)
        found = files_at(path, _shipped) if path else None
    if found is None:
        raise IrenicError([_unknown(asked)])
    return found.with_settings(settings)


def _shipped(name: str) -> Path | None:
    """Folder or file of a shipped case or variant, or None where there is none of that name."""
    if name in shipped_cases():
        return _cases_folder() / name
    bare = name.removesuffix(".yaml")
    return _cases_folder() / f"{bare}.yaml" if bare in shipped_variants() else None


def _unknown(asked: str) -> Problem:
    shipped = shipped_cases()
    near = (get_close_matches(asked, (*shipped, *shipped_variants()), 1, 0.0) or [default_case()])[0]
    return Problem("cli.unknown-case", {"case": asked, "near": near, "shipped": ", ".join(shipped)})


def _cases_folder() -> Path:
    # A wheel is always unpacked on installation, so the resource is a real folder.
    return Path(str(files("irenic") / "cases"))
