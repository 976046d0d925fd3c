"""One spoilt folder for every problem of the room, and the whole line that is told in both languages.

The lines stand in `problems.toml`, in which FOLDER is the folder's path.
"""

import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from irenic.errors.problem import IrenicError, Problem
from irenic.language.messages import LANGUAGES, catalogue, problem_line
from irenic.results.canonical import pretty
from irenic.results.folder import ResultsFolder
from irenic.results.layout import Layout, Variable
from irenic.results.manifest import digest_of
from tests.unit.results.toy import LAYOUT, provenance, run, work

EXPECTED = tomllib.loads(Path(__file__).with_name("problems.toml").read_text(encoding="utf-8"))

Spoiler = Callable[[Path], object]
SPOILERS: dict[str, Spoiler] = {}


def spoils(name: str) -> Callable[[Spoiler], Spoiler]:
    def register(spoiler: Spoiler) -> Spoiler:
        SPOILERS[name] = spoiler
        return spoiler

    return register


def create(folder: Path, **changes: Any) -> object:
    return ResultsFolder.create(folder, provenance(**changes), LAYOUT)


def done(folder: Path) -> Path:
    run(folder)
    return folder


def interrupted(folder: Path, **changes: Any) -> None:
    with ResultsFolder.create(folder, provenance(**changes), LAYOUT) as unfinished:
        unfinished.chunk_store().save(0, 7, work(0, 7))


def rewritten(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    manifest = json.loads((folder / "manifest.json").read_bytes())
    change(manifest)
    (folder / "manifest.json").write_bytes(pretty({**manifest, "digest": digest_of(manifest)}))


@spoils("not-found")
def _(folder: Path) -> object:
    return ResultsFolder.open(folder)


@spoils("not-a-folder")
def _(folder: Path) -> object:
    folder.touch()
    return ResultsFolder.open(folder)


@spoils("foreign")
def _(folder: Path) -> object:
    folder.mkdir()
    return ResultsFolder.open(folder)


@spoils("unfinished")
def _(folder: Path) -> object:
    interrupted(folder)
    return ResultsFolder.open(folder)


@spoils("unreadable")
def _(folder: Path) -> object:
    done(folder)
    (folder / "manifest.json").unlink()
    (folder / "manifest.json").mkdir()
    return ResultsFolder.open(folder)


@spoils("no-json")
def _(folder: Path) -> object:
    done(folder)
    (folder / "manifest.json").write_text('{\n  "format": irenic\n}\n', encoding="utf-8")
    return ResultsFolder.open(folder)


@spoils("unknown-version")
def _(folder: Path) -> object:
    done(folder)
    rewritten(folder, lambda m: m["format"].update(version=4))
    return ResultsFolder.open(folder)


@spoils("bad-manifest")
def _(folder: Path) -> object:
    done(folder)
    rewritten(folder, lambda m: m["dossier"].pop("as_of"))
    return ResultsFolder.open(folder)


@spoils("missing-file")
def _(folder: Path) -> object:
    done(folder)
    (folder / "arrays" / "toy.share.npy").unlink()
    return ResultsFolder.open(folder)


@spoils("changed-manifest")
def _(folder: Path) -> object:
    done(folder)
    path = folder / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"seed": 0', b'"seed": 1'))
    return ResultsFolder.open(folder)


@spoils("changed-file")
def _(folder: Path) -> object:
    done(folder)
    path = folder / "summary.json"
    path.write_bytes(path.read_bytes().replace(b"0.5", b"0.6"))
    return ResultsFolder.open(folder)


@spoils("changed-array")
def _(folder: Path) -> object:
    done(folder)
    path = folder / "arrays" / "toy.grade.npy"
    path.write_bytes(path.read_bytes()[:-1] + b"\x63")
    return ResultsFolder.open(folder).verify()


@spoils("wrong-array")
def _(folder: Path) -> object:
    done(folder)
    path = folder / "arrays" / "toy.utility.npy"
    path.write_bytes(path.read_bytes()[:-1])
    return ResultsFolder.open(folder).array("toy.utility")


@spoils("unlisted-array")
def _(folder: Path) -> object:
    done(folder)
    (folder / "arrays" / "toy.more.npy").touch()
    return ResultsFolder.open(folder).verify()


@spoils("foreign-target")
def _(folder: Path) -> object:
    folder.mkdir()
    (folder / "letter.txt").touch()
    return create(folder)


@spoils("not-writable")
def _(folder: Path) -> object:
    folder.parent.joinpath("file").touch()
    return create(folder.parent / "file" / "results")


@spoils("not-written")
def _(folder: Path) -> object:
    with ResultsFolder.create(folder, provenance(), LAYOUT) as unfinished:
        store = unfinished.chunk_store()
        store.save(0, 7, work(0, 7))
        (folder / "work" / "chunks" / "000000000007-000000000014.chunk.part").mkdir()
        store.save(7, 14, work(7, 14))
    return None


@spoils("in-use")
def _(folder: Path) -> object:
    with ResultsFolder.create(folder, provenance(), LAYOUT):
        return create(folder)


@spoils("other-run")
def _(folder: Path) -> object:
    interrupted(folder, seed=1)
    return create(folder)


@spoils("damaged-chunk")
def _(folder: Path) -> object:
    small = Layout((Variable("toy", "possible", ("draw",), "|b1"),), {})
    with ResultsFolder.create(folder, provenance(draws=2), small) as unfinished:
        unfinished.chunk_store().save(0, 2, {"toy.possible": work(0, 2)["toy.possible"]})
        next(folder.glob("work/chunks/*")).unlink()
        return unfinished.array("toy.possible")


@spoils("unknown-variable")
def _(folder: Path) -> object:
    return ResultsFolder.open(done(folder)).array("toy.utilty")


@spoils("no-xarray")
def _(folder: Path) -> object:
    return ResultsFolder.open(done(folder)).to_xarray()


def problem_of(spoiler: Spoiler, folder: Path) -> Problem:
    """The one problem that is raised or returned."""
    try:
        problems = spoiler(folder)
    except IrenicError as raised:
        problems = raised.problems
    assert isinstance(problems, tuple)
    (problem,) = problems
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize("name", SPOILERS)
def test_the_whole_line(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "no-xarray":
        monkeypatch.setitem(sys.modules, "xarray", None)
    problem = problem_of(SPOILERS[name], tmp_path / "results")
    told = {language: problem_line(problem, language).replace(str(tmp_path), "FOLDER") for language in LANGUAGES}
    assert problem.code == f"results.{name}"
    assert told == EXPECTED[name]


def test_every_problem_has_a_spoilt_folder() -> None:
    assert set(SPOILERS) == set(EXPECTED) == set(catalogue("results"))
