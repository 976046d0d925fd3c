"""What is built and installed is whole: words, cases and templates are in the wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "irenic"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """The wheel, built with the locked backend and without asking any index."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return zipfile.Path(next(folder.glob("irenic-*.whl")))


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.Path) -> None:
    built = set(wheel.root.namelist())
    ours = {
        p.relative_to(SOURCE.parent).as_posix()
        for p in SOURCE.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    assert sorted(ours - built) == []
    assert {p.split("/")[0].split("-")[0] for p in built} == {"irenic"}


def test_the_wheel_holds_words_cases_and_the_typing_mark(wheel: zipfile.Path) -> None:
    built = wheel.root.namelist()
    for part in ["irenic/py.typed", "irenic/language/catalogue/cli.toml", "irenic/cases/ukraine-2025-12/dossier.yaml"]:
        assert part in built


def test_the_wheel_has_the_command_and_the_licence(wheel: zipfile.Path) -> None:
    built = wheel.root.namelist()
    points = next(name for name in built if name.endswith("entry_points.txt"))
    assert "irenic = irenic.cli.main:main" in wheel.root.read(points).decode()
    assert [name for name in built if name.endswith("licenses/LICENSE")]
