"""The chunks of a run on the disk: kept as they come, checked when they are taken up again."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Final

from numpy.typing import NDArray

from irenic.errors.problem import IrenicError, Problem
from irenic.results.chunk import Chunk, decoded, encoded
from irenic.results.files import told, write_whole
from irenic.results.layout import Layout

_SUFFIX: Final = ".chunk"
_SYNC_EVERY: Final = 0.2


class ChunkFolder:
    """A folder with one file a chunk; what the engine saves to and resumes from. Safe to use from several threads.

    A chunk that `save` has returned from survives the end of the process. Files are synced at most five times a second,
    so that small chunks stay cheap; what a power cut tears is found by its hash and counts as not there.
    """

    def __init__(self, folder: Path, key: str, layout: Layout) -> None:
        self._folder = folder
        self._key = key
        self._layout = layout
        self._rows: dict[tuple[int, int], tuple[int, ...]] | None = None
        self._lock = Lock()
        self._synced_at = float("-inf")

    def finished(self) -> tuple[tuple[int, int], ...]:
        """The draws that are there, in order. The first call checks every chunk and deletes those that are no good.

        Raises:
            IrenicError: results.not-written, where the folder can't be read or written.
        """
        return tuple(sorted(self._index()))

    def save(self, start: int, stop: int, arrays: Mapping[str, NDArray[Any]], /) -> None:
        """Keep the variables of draws `start` to `stop`, by full name.

        Raises:
            IrenicError: results.not-written, as when the disk is full.
            ValueError: the arrays are not as declared.
        """
        index = self._index()
        ordered = self._layout.ordered(stop - start, arrays)
        path = self._path(start, stop)
        with told("results.not-written", path):
            write_whole(path, encoded(self._key, start, stop, ordered), sync=self._sync_is_due())
        with self._lock:
            index[start, stop] = tuple(len(array) for array in ordered)

    def rows(self) -> tuple[int, ...]:
        """Length of the first axis of each variable over all chunks, in the layout's order."""
        counts = self._index().values()
        return tuple(map(sum, zip(*counts, strict=True))) if counts else (0,) * len(self._layout.variables)

    def chunks(self) -> Iterator[Chunk]:
        """All chunks in order of draws.

        Raises:
            IrenicError: results.damaged-chunk, where one has changed since it was saved or checked.
        """
        for start, stop in self.finished():
            path = self._path(start, stop)
            chunk = self._read(path)
            if chunk is None:
                raise IrenicError([Problem("results.damaged-chunk", file=str(path))])
            yield chunk

    def _index(self) -> dict[tuple[int, int], tuple[int, ...]]:
        with self._lock:
            if self._rows is None:
                with told("results.not-written", self._folder):
                    self._rows = self._scan()
            return self._rows

    def _scan(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """Rows of every good chunk by its draws; files that are no good, or tell what another has told, are deleted."""
        self._folder.mkdir(exist_ok=True)
        found: dict[tuple[int, int], tuple[int, ...]] = {}
        reached = 0
        for path in sorted(self._folder.iterdir()):
            chunk = self._read(path) if path.suffix == _SUFFIX else None
            if chunk is None or path != self._path(chunk.start, chunk.stop) or chunk.start < reached:
                path.unlink()
            else:
                found[chunk.start, chunk.stop] = chunk.rows
                reached = chunk.stop
        return found

    def _read(self, path: Path) -> Chunk | None:
        try:
            return decoded(path.read_bytes(), self._key, self._layout)
        except FileNotFoundError:
            return None

    def _path(self, start: int, stop: int) -> Path:
        return self._folder / f"{start:012d}-{stop:012d}{_SUFFIX}"

    def _sync_is_due(self) -> bool:
        with self._lock:
            now = time.monotonic()
            due = now - self._synced_at >= _SYNC_EVERY
            if due:
                self._synced_at = now
            return due
