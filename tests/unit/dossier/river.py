"""A small whole dossier, copied and changed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from irenic.dossier.load import Reading
from tests.broken.dossiers import HERE

Edit: TypeAlias = tuple[str, str]
"""A text of a file, which stands there once, and what takes its place."""
Told: TypeAlias = list[tuple[str, str]]
"""Codes and paths of problems."""
Read: TypeAlias = Callable[..., Reading]
"""Reads the dossier after edits."""
Tell: TypeAlias = Callable[..., Told]
"""Codes and paths of what is wrong after edits."""


def copy_of_base(place: Path, *edits: Edit) -> Path:
    """The dossier of `tests/broken/base`, copied, with edits in whichever file holds their text."""
    folder = place / "river"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "base", folder)
    for old, new in edits:
        holders = [path for path in sorted(folder.iterdir()) if old in path.read_text(encoding="utf-8")]
        assert len(holders) == 1, f"{old!r} stands in {len(holders)} files"
        text = holders[0].read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
        holders[0].write_text(text.replace(old, new), encoding="utf-8")
    return folder
