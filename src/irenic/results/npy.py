"""NPY files with exact bytes: version 1.0, C order, the shortest padding (docs/results.md, section Variables)."""

import hashlib
from math import prod
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from irenic.results.files import synced

_MAGIC: Final = b"\x93NUMPY\x01\x00"
_ALIGNED: Final = 64


class WrongArrayError(Exception):
    """A file doesn't hold an array of the type and shape that it should."""


def header(dtype: str, shape: tuple[int, ...]) -> bytes:
    """All bytes before the content of an array of this type and shape."""
    text = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': {shape}, }}"
    blanks = -(len(_MAGIC) + 2 + len(text) + 1) % _ALIGNED
    body = (text + " " * blanks + "\n").encode("ascii")
    return _MAGIC + len(body).to_bytes(2, "little") + body


def mapped(path: Path, dtype: str, shape: tuple[int, ...]) -> NDArray[Any]:
    """The array in a file, read-only, mapped from the disk.

    Raises:
        WrongArrayError: the file holds something else.
        OSError: the file can't be read.
    """
    offset = _offset(path, dtype, shape)
    if prod(shape) == 0:
        empty = np.empty(shape, dtype)
        empty.flags.writeable = False
        return empty
    return np.memmap(path, dtype, mode="r", offset=offset, shape=shape)


def loaded(path: Path, dtype: str, shape: tuple[int, ...]) -> NDArray[Any]:
    """The array in a file, read into memory, so that the file may move while the array is used.

    Raises:
        WrongArrayError: the file holds something else.
        OSError: the file can't be read.
    """
    return np.fromfile(path, dtype, offset=_offset(path, dtype, shape)).reshape(shape)


def content_hash(path: Path, dtype: str, shape: tuple[int, ...]) -> str:
    """SHA-256 of the content of an array's file.

    Raises:
        WrongArrayError: the file holds something else.
        OSError: the file can't be read.
    """
    offset = _offset(path, dtype, shape)
    with path.open("rb") as file:
        file.seek(offset)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _offset(path: Path, dtype: str, shape: tuple[int, ...]) -> int:
    expected = header(dtype, shape)
    with path.open("rb") as file:
        found = file.read(len(expected))
    if found != expected or path.stat().st_size != len(expected) + np.dtype(dtype).itemsize * prod(shape):
        raise WrongArrayError(path.name)
    return len(expected)


class ArrayWriter:
    """Writes one array row after row, hashing its content on the way. The file is synced when the writer is closed."""

    def __init__(self, path: Path, dtype: str, shape: tuple[int, ...]) -> None:
        self._file = path.open("wb")
        self._file.write(header(dtype, shape))
        self._hash = hashlib.sha256()

    def append(self, rows: memoryview) -> None:
        """Write the next rows."""
        self._file.write(rows)
        self._hash.update(rows)

    @property
    def sha256(self) -> str:
        """Hash of the rows so far."""
        return self._hash.hexdigest()

    def __enter__(self) -> "ArrayWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file:
            if kind is None:
                synced(self._file)
