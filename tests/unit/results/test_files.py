import errno
import os
from pathlib import Path

import pytest

from irenic.errors.problem import IrenicError
from irenic.results.files import reason, sync_folder, told, write_synced, write_whole


def test_a_refusal_becomes_a_problem_about_the_path(tmp_path: Path) -> None:
    path = tmp_path / "none"
    with pytest.raises(IrenicError) as raised, told("results.unreadable", path):
        path.read_bytes()
    (problem,) = raised.value.problems
    assert (problem.code, problem.file) == ("results.unreadable", str(path))
    assert dict(problem.params) == {"reason": os.strerror(errno.ENOENT)}


def test_other_exceptions_are_left_alone(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), told("results.unreadable", tmp_path):
        _ = 1 // 0


def test_a_refusal_without_words_is_named() -> None:
    assert reason(BlockingIOError()) == "BlockingIOError"


@pytest.mark.parametrize("sync", [True, False])
def test_a_file_is_there_as_a_whole_or_not_at_all(tmp_path: Path, sync: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    write_whole(path, b"old", sync=sync)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            write_whole(path, b"new", sync=sync)
    assert path.read_bytes() == b"old"
    write_whole(path, b"new", sync=sync)
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["x"]


def test_content_reaches_the_disk_before_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    rename = Path.replace

    def renamed(self: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", lambda _: steps.append("sync"))
    monkeypatch.setattr(Path, "replace", renamed)
    write_whole(tmp_path / "x", b"x", sync=True)
    assert steps == ["sync", "rename", "sync"]
    steps.clear()
    write_synced(tmp_path / "y", b"y")
    sync_folder(tmp_path)
    assert steps == ["sync", "sync"]
