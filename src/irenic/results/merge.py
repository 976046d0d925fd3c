"""Chunks into arrays: joined in order of draws, so that the bytes don't tell how the draws were cut."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from irenic.results.chunk import Chunk
from irenic.results.layout import Layout, Variable
from irenic.results.npy import ArrayWriter
from irenic.results.store import ChunkFolder

_OPEN: Final = 100
"""Files open at a time: systems allow a few hundred."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One variable's final file.

    Attributes:
        variable: its declaration.
        shape: its shape over all draws.
        sha256: hash of its content.
    """

    variable: Variable
    shape: tuple[int, ...]
    sha256: str


def file_name(full_name: str) -> str:
    """Name of a variable's file in `arrays/`."""
    return f"{full_name}.npy"


def merge(store: ChunkFolder, layout: Layout, folder: Path) -> tuple[Merged, ...]:
    """Write every variable's file into `folder`, synced; in the layout's order.

    Chunks are read one after the other, and each goes to all open files: memory is one chunk, however long the run.

    Raises:
        IrenicError: results.damaged-chunk.
        OSError: the system refuses to write.
    """
    rows = store.rows()
    shapes = tuple((n, *layout.row_shape(v)) for n, v in zip(rows, layout.variables, strict=True))
    merged: list[Merged] = []
    for first in range(0, len(shapes), _OPEN):
        part = slice(first, first + _OPEN)
        merged += _written(store.chunks(), layout.variables[part], shapes[part], part, folder)
    return tuple(merged)


def _written(
    chunks: Iterable[Chunk],
    variables: Sequence[Variable],
    shapes: Sequence[tuple[int, ...]],
    part: slice,
    folder: Path,
) -> list[Merged]:
    with ExitStack() as stack:
        writers = [
            stack.enter_context(ArrayWriter(folder / file_name(v.full_name), v.dtype, shape))
            for v, shape in zip(variables, shapes, strict=True)
        ]
        for chunk in chunks:
            for writer, content in zip(writers, chunk.contents[part], strict=True):
                writer.append(content)
        return [Merged(v, shape, w.sha256) for v, shape, w in zip(variables, shapes, writers, strict=True)]
