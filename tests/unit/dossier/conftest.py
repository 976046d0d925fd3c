"""A small whole dossier, and what comes of changing it."""

from pathlib import Path

import pytest

from irenic.dossier.load import load_dossier, read_dossier
from irenic.dossier.schema.root import Dossier
from tests.broken.dossiers import HERE
from tests.unit.dossier.river import Read, Tell, copy_of_base


@pytest.fixture(scope="session")
def river() -> Dossier:
    """The small whole dossier."""
    return load_dossier(HERE / "base")


@pytest.fixture
def reading(tmp_path: Path) -> Read:
    """What comes of reading the dossier after edits."""
    return lambda *edits: read_dossier(copy_of_base(tmp_path, *edits))


@pytest.fixture
def told(reading: Read) -> Tell:
    """Codes and paths of what is wrong after edits."""
    return lambda *edits: [(p.code, p.path) for p in reading(*edits).problems]
