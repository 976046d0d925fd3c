"""docs/results.md says what is so."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from irenic.results.layout import TYPES
from tests.unit.results.toy import DRAWS, run, work

PAGE = Path(__file__).resolve().parents[3] / "docs" / "results.md"
TEXT = PAGE.read_text(encoding="utf-8")


def section(title: str) -> str:
    return TEXT.split(f"\n## {title}\n")[1].split("\n## ")[0]


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    run(tmp_path / "results")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "results"


def test_the_python_program_reads_and_verifies(results: Path) -> None:
    programs = re.findall(r"```python\n(.*?)```", section("Reading it with Python alone"), re.DOTALL)
    names: dict[str, Any] = {}
    for program in programs:
        exec(compile(program, str(PAGE), "exec"), names)
    arrays, rows = names["arrays"], names["rows"]
    for name, expected in work(0, DRAWS).items():
        np.testing.assert_array_equal(arrays[name], expected)
    assert "assert" in programs[0]
    assert rows(arrays, "other", "none", "field", 5).shape == (0,)


def test_the_rows_of_a_draw_are_found(results: Path) -> None:
    (program,) = re.findall(r"```python\n(def rows.*?)```", TEXT, re.DOTALL)
    names: dict[str, Any] = {"np": np}
    exec(compile(program, str(PAGE), "exec"), names)
    arrays = {"g.c.count": np.array([2, 0, 3]), "g.c.x": np.arange(5)}
    assert [names["rows"](arrays, "g", "c", "x", d).tolist() for d in range(3)] == [[0, 1], [], [2, 3, 4]]


def test_every_key_of_the_manifest_is_written_down(results: Path) -> None:
    manifest = json.loads((results / "manifest.json").read_bytes())
    page = section("manifest.json")
    keys = {*manifest, *manifest["dossier"], *manifest["variables"][0], *manifest["dimensions"]["draw"]}
    assert sorted(key for key in keys if f"`{key}`" not in page) == []


def test_every_key_of_the_machine_is_written_down(results: Path) -> None:
    told = json.loads((results / "run.json").read_bytes())
    page = section("run.json")
    assert sorted(key for key in ["key", "machine", *told["machine"]] if f"`{key}`" not in page) == []


def test_every_type_is_written_down() -> None:
    types = re.search(r"\*\*Types\.\*\* (.*?)\. Floats", section("Variables"), re.DOTALL)
    assert types is not None
    assert tuple(re.findall(r"`(\W\w\d)`", types[1])) == TYPES


def test_files_end_with_one_newline_and_are_sorted(results: Path) -> None:
    for path in results.glob("*.json"):
        content = path.read_bytes()
        data = json.loads(content)
        assert content == json.dumps(data, sort_keys=True, ensure_ascii=False, indent=2).encode() + b"\n"
