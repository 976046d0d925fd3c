from pathlib import Path

import numpy as np
import pytest

from irenic.results.canonical import sha256
from irenic.results.merge import merge
from irenic.results.store import ChunkFolder
from tests.unit.results.toy import LAYOUT, work

KEY = "k" * 64


def filled(folder: Path, *pieces: tuple[int, int]) -> ChunkFolder:
    store = ChunkFolder(folder / "chunks", KEY, LAYOUT)
    for piece in pieces:
        store.save(*piece, work(*piece))
    return store


def test_chunks_are_joined_in_order_of_draws(tmp_path: Path) -> None:
    merged = merge(filled(tmp_path, (9, 20), (0, 4), (4, 9)), LAYOUT, tmp_path)
    whole = LAYOUT.ordered(20, work(0, 20))
    for told, array in zip(merged, whole, strict=True):
        read = np.load(tmp_path / f"{told.variable.full_name}.npy")
        np.testing.assert_array_equal(read, array)
        assert told.shape == array.shape
        assert told.sha256 == sha256(array.tobytes())
    assert tuple(told.variable for told in merged) == LAYOUT.variables


@pytest.mark.parametrize("files", [1, 2, 5, 100])
def test_few_files_are_open_at_a_time(tmp_path: Path, files: int, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(tmp_path, (0, 4), (4, 9))
    expected = merge(store, LAYOUT, tmp_path)
    monkeypatch.setattr("irenic.results.merge._OPEN", files)
    assert merge(store, LAYOUT, tmp_path) == expected


def test_no_draws_give_empty_arrays(tmp_path: Path) -> None:
    merged = merge(filled(tmp_path), LAYOUT, tmp_path)
    assert {told.shape[0] for told in merged} == {0}
