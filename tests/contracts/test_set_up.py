"""Set-up says clearly what is missing, and changelog fragments are held to their form."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.changelog_check import findings

ROOT = Path(__file__).resolve().parents[2]


def set_up(tmp_path: Path, interpreter: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the script where `python3` is the given shell script and nothing else of Python is in reach."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ["dirname", "cat", "rm"]:
        place = next(p for p in map(Path, ["/usr/bin", "/bin"]) if (p / tool).exists())
        (folder / tool).symlink_to(place / tool)
    if interpreter:
        (folder / "python3").write_text(f"#!/bin/sh\n{interpreter}\n")
        (folder / "python3").chmod(0o755)
    command = ["/bin/sh", str(ROOT / "scripts" / "set-up"), "run", str(tmp_path / "venv")]
    environment = {"PATH": str(folder), "HOME": str(tmp_path), **environment}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


OLD = 'case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac'
BARE = f'case "$2" in *ensurepip*) exit 1;; *) exec "{sys.executable}" "$@";; esac'


@pytest.mark.parametrize(
    ("interpreter", "environment", "told"),
    [
        (OLD, {}, "needs Python 3.11, 3.12 or 3.13; found: Python 3.9.2"),
        ("", {}, "needs Python 3.11, 3.12 or 3.13; found: no python3"),
        (f'exec "{sys.executable}" "$@"', {"PYTHON": "no-such-python"}, "found: no no-such-python"),
        (BARE, {}, "has no venv module. Debian and Ubuntu: apt install python3-venv"),
    ],
    ids=["old", "none", "named but missing", "without venv"],
)
def test_set_up_says_what_is_missing(tmp_path: Path, interpreter: str, environment: dict[str, str], told: str) -> None:
    done = set_up(tmp_path, interpreter, **environment)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (tmp_path / "venv").exists()


class Project:
    """A copy of what set-up reads, in a path with a space, with interpreters that only note what they are asked."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "my project"
        self.log = folder / "log"
        for name in [
            "scripts/set-up",
            "requirements/run.txt",
            "requirements/dev.txt",
            "pyproject.toml",
            "src/irenic/__init__.py",
        ]:
            (self.place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.place / name)
        installed = f'#!/bin/sh\nshift 6; echo "install $*" >>"{self.log}"\n'
        inner = f'mkdir -p "$venv/bin"; cp "{folder}/inner" "$venv/bin/python"'
        made = f'for venv; do :; done; shift 2; echo "venv $*" >>"{self.log}"; {inner}'
        (folder / "inner").write_text(installed)
        (folder / "inner").chmod(0o755)
        self.python = folder / "python"
        self.python.write_text(f'#!/bin/sh\nif [ "$2" = venv ]; then\n{made}\nelse exec "{sys.executable}" "$@"; fi\n')
        self.python.chmod(0o755)

    def set_up(self, kind: str) -> list[str]:
        """What was done, one line a step."""
        self.log.write_text("")
        environment = {**os.environ, "PYTHON": str(self.python)}
        command = ["/bin/sh", str(self.place / "scripts" / "set-up"), kind, ".venv"]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60)
        return self.log.read_text().splitlines()

    def change(self, name: str) -> None:
        with (self.place / name).open("a") as file:
            file.write("# changed\n")


LIBRARIES = "install --require-hashes --only-binary :all: --requirement requirements/{}.txt"
PACKAGE = "install --no-index --no-deps --no-build-isolation --editable ."


def test_set_up_does_what_is_needed_and_no_more(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.set_up("run") == ["venv --clear .venv", LIBRARIES.format("run"), PACKAGE]
    assert project.set_up("run") == []
    assert project.set_up("dev") == ["venv .venv", LIBRARIES.format("dev"), PACKAGE]
    assert project.set_up("dev") == []
    assert project.set_up("run") == [], "the development set holds the runtime set"
    project.change("pyproject.toml")
    assert project.set_up("dev") == [PACKAGE]
    project.change("requirements/dev.txt")
    assert project.set_up("dev") == ["venv --clear .venv", LIBRARIES.format("dev"), PACKAGE]
    project.place = project.place.rename(tmp_path / "moved")
    assert project.set_up("run") == ["venv --clear .venv", LIBRARIES.format("run"), PACKAGE]


@pytest.mark.parametrize(
    ("files", "changed", "told"),
    [
        ({"2.added.md": "Text."}, ["src/irenic/x.py"], []),
        ({}, ["docs/index.md"], []),
        ({}, ["src/irenic/x.py"], ["no fragment in changelog.d: say in a sentence what a user sees change"]),
        ({"two.md": "x"}, [], ["two.md: name it ISSUE.added.md, ISSUE.changed.md or ISSUE.fixed.md"]),
        ({"+speed.changed.md": " \n"}, [], ["+speed.changed.md: is empty"]),
    ],
)
def test_changelog_fragments(tmp_path: Path, files: dict[str, str], changed: list[str], told: list[str]) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert findings(tmp_path, changed) == told


def test_our_own_fragments_are_well_formed() -> None:
    assert findings(ROOT / "changelog.d", []) == []
