"""Finding a dossier: a folder, or the name of a shipped case."""

import tomllib
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from irenic.errors.problem import IrenicError, Problem


def shipped_cases() -> tuple[str, ...]:
    """Names of the cases that come with Irenic, sorted."""
    return tuple(sorted(folder.name for folder in _cases_folder().iterdir() if (folder / "dossier.yaml").is_file()))


def default_case() -> str:
    """Name of the case that is run when none is named."""
    return str(tomllib.loads((_cases_folder() / "index.toml").read_text(encoding="utf-8"))["default"])


def find_case(name: str | None) -> Path:
    """Folder of the dossier meant: a folder on disk first, then a shipped case; the default case for None.

    Raises:
        IrenicError: neither exists (`cli.unknown-case`).
    """
    asked = default_case() if name is None else name
    folder = Path(asked)
    if name is not None and (folder / "dossier.yaml").is_file():
        return folder
    shipped = shipped_cases()
    if asked in shipped:
        return _cases_folder() / asked
    near = (get_close_matches(asked, shipped, 1, 0.0) or [default_case()])[0]
    raise IrenicError([Problem("cli.unknown-case", {"case": asked, "near": near, "shipped": ", ".join(shipped)})])


def _cases_folder() -> Path:
    # A wheel is always unpacked on installation, so the resource is a real folder.
    return Path(str(files("irenic") / "cases"))
