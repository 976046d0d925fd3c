"""A results folder that is being written: begun or resumed, filled with chunks, merged, finished."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from numpy.typing import NDArray

from irenic.errors.problem import IrenicError, Problem
from irenic.results import manifest as manifests
from irenic.results.canonical import Json, pretty, sha256
from irenic.results.files import PART, sync_folder, told, write_synced, write_whole
from irenic.results.layout import Layout
from irenic.results.lock import FolderLock
from irenic.results.merge import Merged, file_name, merge
from irenic.results.npy import loaded
from irenic.results.provenance import Provenance, machine, run_key
from irenic.results.store import ChunkFolder

_WORK: Final = "work"
_KEY: Final = "key.json"
_LOCK: Final = "lock"
_CHUNKS: Final = "chunks"
_NEW: Final = "new"


def has_unfinished_work(folder: Path) -> bool:
    """Whether a run was begun in `folder` and not finished."""
    work = folder / _WORK
    own = {_KEY, _KEY + PART, _LOCK, _CHUNKS, _NEW}
    return work.is_dir() and all(entry.name in own for entry in work.iterdir())


def begin(
    folder: Path, provenance: Provenance, layout: Layout, environment: Mapping[str, str], *, fresh: bool
) -> "Unfinished":
    """Begin a run in `folder`, or take up the unfinished one that is there.

    Raises:
        IrenicError: results.not-a-folder, results.foreign-target, results.not-writable, results.in-use,
            results.other-run.
    """
    with told("results.not-writable", folder):
        _refuse_foreign(folder)
        work = folder / _WORK
        work.mkdir(parents=True, exist_ok=True)
        lock = FolderLock.take(work / _LOCK)
    if lock is None:
        raise IrenicError([Problem("results.in-use", file=str(folder))])
    try:
        with told("results.not-writable", folder):
            key = run_key(provenance, layout, environment)
            _refuse_other_run(folder, key, fresh=fresh)
            shutil.rmtree(work / _NEW, ignore_errors=True)
            write_whole(work / _KEY, pretty({"key": key}), sync=True)
    except BaseException:
        lock.release()
        raise
    return Unfinished(folder, provenance, layout, key, lock)


class Unfinished:
    """A run that is being written into a results folder. It holds the folder's lock until it is finished or closed.

    Attributes:
        folder: the results folder.
        key: the run key.
    """

    def __init__(self, folder: Path, provenance: Provenance, layout: Layout, key: str, lock: FolderLock) -> None:
        self.folder = folder
        self.key = key
        self._provenance = provenance
        self._layout = layout
        self._lock = lock
        self._work = folder / _WORK
        self._new = self._work / _NEW
        self._store = ChunkFolder(self._work / _CHUNKS, key, layout)
        self._merged: Mapping[str, Merged] | None = None

    def __enter__(self) -> "Unfinished":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give up the lock; finished chunks stay for a later run."""
        self._lock.release()

    def chunk_store(self) -> ChunkFolder:
        """Where the engine saves chunks, and finds those of an interrupted run."""
        return self._store

    def array(self, name: str) -> NDArray[Any]:
        """A variable over all draws by its full name, read into memory; merges the chunks if that isn't done yet.

        Raises:
            IrenicError: results.not-written, results.damaged-chunk.
            KeyError: no such variable is declared.
            ValueError: draws are missing.
        """
        merged = self._merge()[name]
        path = self._new / "arrays" / file_name(name)
        with told("results.not-written", path):
            return loaded(path, merged.variable.dtype, merged.shape)

    def finish(self, case: Json, summary: Json, run: Mapping[str, Json]) -> str:
        """Put all files in their places, the manifest last, and remove the working files.

        Args:
            case: content of `case.json`.
            summary: content of `summary.json`.
            run: content of `run.json` besides key and machine: times, threads, chunk size, counters.

        Returns:
            The digest of the results.

        Raises:
            IrenicError: results.not-written, results.damaged-chunk.
            ValueError: draws are missing.
        """
        merged = self._merge()
        files = {"case.json": pretty(case), "summary.json": pretty(summary)}
        hashes = {name: sha256(content) for name, content in files.items()}
        manifest = manifests.built(self._provenance, self._layout, tuple(merged.values()), hashes)
        files["run.json"] = pretty({**run, "key": self.key, "machine": machine()})
        with told("results.not-written", self.folder):
            for name, content in files.items():
                write_synced(self._new / name, content)
            write_synced(self._new / manifests.NAME, pretty(manifest))
            self._replace((*files, "arrays"))
            self._remove_work()
        return str(manifest["digest"])

    def _merge(self) -> Mapping[str, Merged]:
        if self._merged is None:
            self._refuse_gaps()
            arrays = self._new / "arrays"
            with told("results.not-written", arrays):
                shutil.rmtree(self._new, ignore_errors=True)
                arrays.mkdir(parents=True)
                merged = merge(self._store, self._layout, arrays)
                sync_folder(arrays)
            self._merged = {m.variable.full_name: m for m in merged}
        return self._merged

    def _refuse_gaps(self) -> None:
        reached = 0
        for start, stop in self._store.finished():
            if start != reached:
                break
            reached = stop
        if reached != self._provenance.draws:
            raise ValueError(f"draws from {reached} on are missing of {self._provenance.draws}")

    def _replace(self, names: tuple[str, ...]) -> None:
        """Without its manifest the folder counts as unfinished: so it goes first and comes back last."""
        (self.folder / manifests.NAME).unlink(missing_ok=True)
        sync_folder(self.folder)
        if (self.folder / "arrays").exists():
            shutil.rmtree(self.folder / "arrays")
        for name in names:
            (self._new / name).replace(self.folder / name)
        sync_folder(self.folder)
        (self._new / manifests.NAME).replace(self.folder / manifests.NAME)
        sync_folder(self.folder)

    def _remove_work(self) -> None:
        (self._work / _KEY).unlink()
        shutil.rmtree(self._work / _CHUNKS)
        shutil.rmtree(self._new)
        self._lock.remove(self._work / _LOCK)
        self._work.rmdir()


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise IrenicError([Problem("results.not-a-folder", file=str(folder))])
    entries = [entry.name for entry in folder.iterdir() if not entry.name.startswith(".")]
    if entries and not has_unfinished_work(folder) and not manifests.is_ours(folder):
        raise IrenicError([Problem("results.foreign-target", {"entry": min(entries)}, file=str(folder))])


def _refuse_other_run(folder: Path, key: str, *, fresh: bool) -> None:
    chunks = folder / _WORK / _CHUNKS
    begun = manifests.read_json(folder / _WORK / _KEY)
    if fresh:
        shutil.rmtree(chunks, ignore_errors=True)
    elif isinstance(begun, dict) and begun.get("key") != key:
        raise IrenicError([Problem("results.other-run", file=str(folder))])
