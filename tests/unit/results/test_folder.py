import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from irenic.errors.problem import IrenicError, Problem
from irenic.results.canonical import pretty
from irenic.results.folder import ResultsFolder
from irenic.results.manifest import digest_of
from tests.unit.results.toy import CASE, DRAWS, LAYOUT, run, work


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    run(tmp_path / "results")
    return tmp_path / "results"


def problems_of(act: Callable[[], object]) -> tuple[Problem, ...]:
    with pytest.raises(IrenicError) as raised:
        act()
    return raised.value.problems


def forged(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the manifest and make its digest right again."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_bytes())
    change(manifest)
    path.write_bytes(pretty({**manifest, "digest": digest_of(manifest)}))


def test_what_was_written_is_read(folder: Path) -> None:
    results = ResultsFolder.open(str(folder))
    assert results.case == CASE
    assert results.summary == {"possible": 0.5, "best": "inf", "draws": DRAWS}
    assert results.manifest["draws"] == DRAWS
    assert results.digest == results.manifest["digest"]
    assert results.run["computed_draws"] == DRAWS
    assert tuple(results.variables) == LAYOUT.names
    assert results.variables["toy.utility"].unit == "points"
    assert results.verify() == ()


def test_arrays_are_read_as_they_were_computed(folder: Path) -> None:
    results = ResultsFolder.open(folder)
    for name, expected in work(0, DRAWS).items():
        array = results.array(name)
        assert array.dtype == expected.dtype
        np.testing.assert_array_equal(array, expected)
        assert not array.flags.writeable


def test_arrays_stay_on_the_disk(folder: Path) -> None:
    assert isinstance(ResultsFolder.open(folder).array("toy.utility"), np.memmap)


def test_a_folder_that_moved_is_the_same(folder: Path) -> None:
    moved = folder.rename(folder.with_name("結果 moved"))
    assert ResultsFolder.open(moved).verify() == ()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe\0"])
def test_times_are_no_part_of_the_results(folder: Path, content: bytes) -> None:
    (folder / "run.json").write_bytes(content)
    results = ResultsFolder.open(folder)
    assert results.verify() == ()
    assert results.run == {}
    (folder / "run.json").unlink()
    assert ResultsFolder.open(folder).run == {}


def test_everything_that_is_missing_is_told_at_once(folder: Path) -> None:
    gone = ["arrays/toy.grade.npy", "arrays/toy.step.npy", "case.json", "summary.json"]
    for name in gone:
        (folder / name).unlink()
    problems = problems_of(lambda: ResultsFolder.open(folder))
    assert {p.code for p in problems} == {"results.missing-file"}
    assert [p.file for p in problems] == [str(folder / name) for name in gone]


@pytest.mark.parametrize("name", LAYOUT.names)
def test_one_changed_bit_in_an_array_is_found(folder: Path, name: str) -> None:
    path = folder / "arrays" / f"{name}.npy"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    (problem,) = ResultsFolder.open(folder).verify()
    in_header = name == "other.none.field"  # nothing but the header
    assert problem.code == ("results.wrong-array" if in_header else "results.changed-array")
    assert problem.file == str(path)


@pytest.mark.parametrize("name", ["manifest.json", "case.json", "summary.json"])
@pytest.mark.parametrize("seed", range(10))
def test_one_changed_bit_in_the_json_is_found_on_opening(folder: Path, name: str, seed: int) -> None:
    content = bytearray((folder / name).read_bytes())
    where = int(np.random.default_rng(seed).integers(len(content)))
    content[where] ^= 1 << (seed % 8)
    (folder / name).write_bytes(content)
    codes = {p.code for p in problems_of(lambda: ResultsFolder.open(folder))}
    allowed = {"results.changed-manifest", "results.bad-manifest", "results.no-json", "results.unknown-version"}
    assert codes <= (allowed | {"results.foreign"} if name == "manifest.json" else {"results.changed-file"})


def test_verify_tells_every_mismatch(folder: Path) -> None:
    results = ResultsFolder.open(folder)
    (folder / "case.json").write_text("{}", encoding="utf-8")
    (folder / "arrays" / "toy.grade.npy").write_bytes(b"")
    (folder / "arrays" / "toy.mask.npy").unlink()
    (folder / "arrays" / "toy.more.npy").write_bytes(b"")
    assert [(p.code, Path(p.file).name, str(p.severity)) for p in results.verify()] == [
        ("results.wrong-array", "toy.grade.npy", "error"),
        ("results.missing-file", "toy.mask.npy", "error"),
        ("results.unlisted-array", "toy.more.npy", "warning"),
        ("results.changed-file", "case.json", "error"),
    ]


def test_verify_tells_a_manifest_that_changed_after_opening(folder: Path) -> None:
    results = ResultsFolder.open(folder)
    (folder / "manifest.json").unlink()
    assert [p.code for p in results.verify()] == ["results.unreadable"]


def test_a_file_in_place_of_the_arrays(folder: Path) -> None:
    shutil.rmtree(folder / "arrays")
    (folder / "arrays").touch()
    assert {p.code for p in problems_of(lambda: ResultsFolder.open(folder))} == {"results.missing-file"}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda m: m.pop("seed"), "seed"),
        (lambda m: m.update(seed="0"), "seed"),
        (lambda m: m.update(draws=True), "draws"),
        (lambda m: m["dossier"].pop("as_of"), "dossier.as_of"),
        (lambda m: m.update(dossier=[]), "dossier"),
        (lambda m: m.update(variables={}), "variables"),
        (lambda m: m["variables"][2].pop("shape"), "variables.2.shape"),
        (lambda m: m["variables"][2].update(shape=[-1, 5]), "variables.2.shape"),
        (lambda m: m["variables"][2].update(shape=[]), "variables.2.shape"),
        (lambda m: m["variables"][2].update(dims=[], shape=[]), "variables.2.shape"),
        (lambda m: m["variables"][2].update(shape=[2**40, 2**40], dims=["draw", "party"]), "variables.2.shape"),
        (lambda m: m["variables"][2].update(dtype="|O"), "variables.2.dtype"),
        (lambda m: m["variables"][2].update(name="../../etc"), "variables.2.name"),
        (lambda m: m["dimensions"]["party"].update(labels=[1]), "dimensions.party.labels.0"),
        (lambda m: m["files"].pop("case.json"), "files.case.json"),
    ],
)
def test_a_manifest_that_is_not_as_specified(folder: Path, change: Callable[[Any], object], place: str) -> None:
    forged(folder, change)
    assert [(p.code, p.path) for p in problems_of(lambda: ResultsFolder.open(folder))] == [
        ("results.bad-manifest", place)
    ]


def test_a_manifest_may_say_more(folder: Path) -> None:
    forged(folder, lambda m: m.update(more={"to": "come"}))
    assert ResultsFolder.open(folder).verify() == ()


@pytest.mark.parametrize(
    "content",
    [b'{"format":' + b"[" * 100_000, b'{"format": {"name": "irenic-results", "version": 1' + b"0" * 5000 + b"}}"],
)
def test_hostile_json_is_refused(folder: Path, content: bytes) -> None:
    (folder / "manifest.json").write_bytes(content)
    assert [p.code for p in problems_of(lambda: ResultsFolder.open(folder))] == ["results.no-json"]


def test_a_path_that_the_system_refuses(tmp_path: Path) -> None:
    endless = tmp_path / ("x" * 5000)
    assert [p.code for p in problems_of(lambda: ResultsFolder.open(endless))] == ["results.unreadable"]


def test_half_a_character_is_no_defect(folder: Path) -> None:
    text = (folder / "manifest.json").read_text(encoding="utf-8").replace('"en": "Toy"', '"en": "\\ud800"')
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    assert [p.code for p in problems_of(lambda: ResultsFolder.open(folder))] == ["results.changed-manifest"]


def test_no_such_variable_names_the_nearest(folder: Path) -> None:
    (problem,) = problems_of(lambda: ResultsFolder.open(folder).array("toy.utilities"))
    assert dict(problem.params) == {"name": "toy.utilities", "near": "toy.utility"}
