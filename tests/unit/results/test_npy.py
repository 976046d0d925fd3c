import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from irenic.results.layout import TYPES
from irenic.results.npy import ArrayWriter, WrongArrayError, content_hash, header, loaded, mapped

SHAPES = [(0,), (1,), (7,), (3, 4), (0, 4), (2, 3, 5), (123456, 1)]


def written(path: Path, array: np.ndarray[Any, Any]) -> str:
    with ArrayWriter(path, array.dtype.str, array.shape) as writer:
        for row in array:
            writer.append(memoryview(row.tobytes()))
    return writer.sha256


def test_the_bytes_of_a_header() -> None:
    text = b"{'descr': '<f8', 'fortran_order': False, 'shape': (2048, 3), }"
    assert header("<f8", (2048, 3)) == b"\x93NUMPY\x01\x00" + b"\x76\x00" + text + b" " * (117 - len(text)) + b"\n"


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("dtype", TYPES)
def test_numpy_reads_what_is_written(tmp_path: Path, dtype: str, shape: tuple[int, ...]) -> None:
    array = (np.arange(np.prod(shape)) % 2).reshape(shape).astype(dtype)
    path = tmp_path / "x.npy"
    if array.size < 1000:
        written(path, array)
    else:
        path.write_bytes(header(dtype, shape) + array.tobytes())
    assert len(header(dtype, shape)) % 64 == 0
    for read in (np.load(path), mapped(path, dtype, shape), loaded(path, dtype, shape)):
        assert read.dtype.str == dtype
        assert read.shape == shape
        np.testing.assert_array_equal(read, array)


def test_the_hash_is_that_of_the_content(tmp_path: Path) -> None:
    array = np.arange(12.0).reshape(4, 3)
    path = tmp_path / "x.npy"
    expected = hashlib.sha256(array.tobytes()).hexdigest()
    assert written(path, array) == expected
    assert content_hash(path, "<f8", (4, 3)) == expected


@pytest.mark.parametrize("shape", [(4,), (0,)])
def test_what_is_mapped_can_not_be_changed(tmp_path: Path, shape: tuple[int]) -> None:
    path = tmp_path / "x.npy"
    written(path, np.zeros(shape))
    with pytest.raises(ValueError, match="read-only"):
        mapped(path, "<f8", shape)[...] = 1.0


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda b: b[:-1],
        lambda b: b + b"\0",
        lambda b: b"",
        lambda b: b[:100],
        lambda b: b.replace(b"<f8", b"<i8"),
        lambda b: b.replace(b"False", b"True "),
        lambda b: b.replace(b"(4,)", b"(5,)"),
        lambda b: b.replace(b"NUMPY\x01", b"NUMPY\x02"),
    ],
)
def test_another_array_is_refused(tmp_path: Path, spoilt: Any) -> None:
    path = tmp_path / "x.npy"
    written(path, np.arange(4.0))
    path.write_bytes(spoilt(path.read_bytes()))
    for read in (mapped, loaded, content_hash):
        with pytest.raises(WrongArrayError):
            read(path, "<f8", (4,))
