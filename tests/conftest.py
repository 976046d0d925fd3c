"""What all tests share: where things are, and how Hypothesis behaves."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# Examples compile kernels and share two cores: time says nothing there. In CI the same examples come each time.
settings.register_profile("irenic", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("irenic")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Data that comes beside the project (`IRENIC_SHARED`, else `../shared`); a test without it is skipped."""
    folder = Path(os.environ.get("IRENIC_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared data are not here: set IRENIC_SHARED to their folder")
    return folder
