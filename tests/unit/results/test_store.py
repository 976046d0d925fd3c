import errno
import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from irenic.errors.problem import IrenicError
from irenic.results.store import ChunkFolder
from tests.unit.results.toy import LAYOUT, work

KEY = "k" * 64


def store(folder: Path, key: str = KEY) -> ChunkFolder:
    return ChunkFolder(folder / "chunks", key, LAYOUT)


def filled(folder: Path, *pieces: tuple[int, int]) -> ChunkFolder:
    kept = store(folder)
    for piece in pieces:
        kept.save(*piece, work(*piece))
    return kept


def test_what_is_saved_is_there_and_stays_there(tmp_path: Path) -> None:
    kept = filled(tmp_path, (7, 9), (0, 5))
    assert kept.finished() == ((0, 5), (7, 9))
    assert store(tmp_path).finished() == ((0, 5), (7, 9))


def test_rows_over_all_chunks(tmp_path: Path) -> None:
    kept = filled(tmp_path, (0, 5), (5, 9))
    assert kept.rows() == tuple(len(array) for array in LAYOUT.ordered(9, work(0, 9)))


def test_an_empty_store_has_no_rows(tmp_path: Path) -> None:
    assert store(tmp_path).rows() == (0,) * len(LAYOUT.variables)


def test_chunks_come_in_order_of_draws(tmp_path: Path) -> None:
    kept = filled(tmp_path, (7, 9), (100, 1200), (0, 5))
    assert [(chunk.start, chunk.stop) for chunk in kept.chunks()] == [(0, 5), (7, 9), (100, 1200)]


def test_threads_may_save_at_once(tmp_path: Path) -> None:
    kept = store(tmp_path)
    assert kept.finished() == ()
    threads = [Thread(target=kept.save, args=(n, n + 1, work(n, n + 1))) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kept.finished() == store(tmp_path).finished() == tuple((n, n + 1) for n in range(20))


def chunk_files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "chunks").iterdir())


def test_chunks_that_are_no_good_are_deleted(tmp_path: Path) -> None:
    filled(tmp_path, (0, 5), (5, 10), (10, 15), (15, 20), (20, 25), (25, 30))
    torn, empty, changed, renamed, kept, half = sorted((tmp_path / "chunks").iterdir())
    torn.write_bytes(torn.read_bytes()[:-7])
    empty.write_bytes(b"")
    changed.write_bytes(changed.read_bytes().replace(b"\0", b"\1", 1))
    renamed.rename(renamed.with_name("000000000000-000000000003.chunk"))
    half.rename(half.with_name(half.name + ".part"))
    assert store(tmp_path).finished() == ((20, 25),)
    assert chunk_files(tmp_path) == [kept.name]


def test_a_chunk_that_tells_what_another_has_told_is_deleted(tmp_path: Path) -> None:
    filled(tmp_path, (0, 5), (3, 8), (5, 9))
    assert store(tmp_path).finished() == ((0, 5), (5, 9))


def test_chunks_of_another_run_are_deleted(tmp_path: Path) -> None:
    filled(tmp_path, (0, 5))
    assert store(tmp_path, "x" * 64).finished() == ()
    assert chunk_files(tmp_path) == []


@pytest.mark.parametrize("spoil", [lambda p: p.unlink(), lambda p: p.write_bytes(b"")])
def test_a_chunk_that_changes_while_the_run_goes_on_is_told(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    kept = filled(tmp_path, (0, 5))
    spoil(tmp_path / "chunks" / chunk_files(tmp_path)[0])
    with pytest.raises(IrenicError, match="damaged-chunk"):
        list(kept.chunks())


def test_a_full_disk_is_told_and_leaves_no_chunk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = filled(tmp_path, (0, 5))

    def full(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(IrenicError) as raised:
            kept.save(5, 10, work(5, 10))
    assert [(p.code, dict(p.params)) for p in raised.value.problems] == [
        ("results.not-written", {"reason": os.strerror(errno.ENOSPC)})
    ]
    assert kept.finished() == store(tmp_path).finished() == ((0, 5),)


def test_many_small_chunks_are_synced_a_few_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    clock = [0.0]
    monkeypatch.setattr("irenic.results.store.time.monotonic", lambda: clock[0])
    kept = store(tmp_path)
    for n in range(100):
        kept.save(n, n + 1, work(n, n + 1))
        clock[0] += 0.01
    assert len(synced) == 2 * 5  # a file and its folder, five times in a second


def test_wrong_arrays_leave_no_chunk(tmp_path: Path) -> None:
    kept = store(tmp_path)
    with pytest.raises(ValueError, match="declared"):
        kept.save(0, 5, work(0, 4))
    assert kept.finished() == ()
