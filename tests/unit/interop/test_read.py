"""What a path holds."""

from pathlib import Path

from irenic.interop.read import Found, find_domain
from tests.unit.interop.examples import GENIUS, NEGOLOG, TABLE, written


def test_formats(tmp_path: Path) -> None:
    genius = written(tmp_path / "genius", GENIUS)
    negolog = written(tmp_path / "negolog", NEGOLOG)
    tables = written(tmp_path / "tables", {"a.csv": TABLE, "b.XLSX": "", "notes.txt": ""})
    assert find_domain(genius) == Found(genius, "genius")
    assert find_domain(genius / "town2.xml") == Found(genius / "town2.xml", "genius")
    assert find_domain(negolog) == Found(negolog, "negolog")
    assert find_domain(tables / "a.csv") == Found(tables / "a.csv", "csv")
    assert find_domain(tables / "b.XLSX") == Found(tables / "b.XLSX", "xlsx")


def test_what_is_for_others_to_say(tmp_path: Path) -> None:
    written(tmp_path / "case", {"dossier.yaml": "", "town.xml": "<a/>"})
    written(tmp_path, {"variant.yaml": "", "notes.txt": ""})
    for name in ("case", "variant.yaml", "notes.txt", "nowhere", "ukraine-2025-12"):
        assert find_domain(tmp_path / name) is None
    (tmp_path / "empty").mkdir()
    assert find_domain(tmp_path / "empty") is None


def test_a_name_that_no_file_can_have_is_no_domain() -> None:
    assert find_domain(Path("x" * 5_000)) is None
    assert find_domain(Path("a\0b")) is None
