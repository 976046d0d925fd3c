"""One chunk as bytes: a line with a hash, a line that says what it holds, the contents of all variables."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, Final

from numpy.typing import NDArray

from irenic.results.canonical import compact, sha256
from irenic.results.layout import Layout

_MAGIC: Final = b"irenic-chunk 1 "
_HEX: Final = 64
_BODY: Final = len(_MAGIC) + _HEX + 1


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk read back.

    Attributes:
        start: first draw.
        stop: end of the draws.
        rows: length of the first axis of each variable, in the layout's order.
        contents: bytes of each variable, in the layout's order.
    """

    start: int
    stop: int
    rows: tuple[int, ...]
    contents: tuple[memoryview, ...]


def encoded(key: str, start: int, stop: int, arrays: Sequence[NDArray[Any]]) -> bytes:
    """The bytes of a chunk file; `arrays` are contiguous and in the layout's order."""
    about = {"key": key, "start": start, "stop": stop, "rows": [len(array) for array in arrays]}
    body = b"".join((compact(about), b"\n", *(array.tobytes() for array in arrays)))
    return _MAGIC + sha256(body).encode("ascii") + b"\n" + body


def decoded(data: bytes, key: str, layout: Layout) -> Chunk | None:
    """The chunk in `data`, or None where it is torn, damaged, or of a run with another key."""
    view = memoryview(data)
    if data[:_BODY] != _MAGIC + sha256(view[_BODY:]).encode("ascii") + b"\n":
        return None
    line = data.index(b"\n", _BODY) + 1
    about = json.loads(data[_BODY:line])
    if about["key"] != key:
        return None
    rows = tuple(about["rows"])
    sizes = (n * size for n, size in zip(rows, layout.row_bytes, strict=True))
    ends = tuple(accumulate(sizes, initial=line))
    return Chunk(about["start"], about["stop"], rows, tuple(view[a:b] for a, b in pairwise(ends)))
