"""Documents as code points, found by hash or name, and the hashes by which their parts are known."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from os import walk
from pathlib import Path
from typing import Final

MAX_BYTES: Final = 64_000_000
"""Larger files are no documents."""
MAX_FILES: Final = 10_000
"""Files looked at in one folder."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it lies on disk.

    Attributes:
        path: where it was found.
        sha256: hash of the file's bytes.
        text: its code points: UTF-8, line ends and any byte-order mark kept as they are; None where it is no UTF-8.
    """

    path: Path
    sha256: str
    text: str | None


def sha256_of(text: str) -> str:
    """Hash of a text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


class Folder:
    """A folder in which documents are looked for, its sub-folders included; links are not followed."""

    def __init__(self, root: Path) -> None:
        """Lists the folder's files; contents are read only as far as the search needs them."""
        self._paths = sorted(_files(root), key=lambda path: (len(path.parts), str(path)))
        self._read: dict[Path, Document | None] = {}

    def find(self, file: str | None, digest: str | None) -> Document | None:
        """The document with this hash, wherever it lies and whatever it is called; else the first with this name."""
        named = [path for path in self._paths if path.name == file]
        if digest is not None:
            for path in (*named, *self._paths):
                document = self._document(path)
                if document is not None and document.sha256 == digest:
                    return document
        return next((document for path in named if (document := self._document(path))), None)

    def _document(self, path: Path) -> Document | None:
        if path not in self._read:
            self._read[path] = _read(path)
        return self._read[path]


def _files(root: Path) -> Iterator[Path]:
    count = 0
    for folder, folders, files in walk(root):
        folders.sort()
        for name in sorted(files):
            path = Path(folder, name)
            if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
                continue
            yield path
            count += 1
            if count == MAX_FILES:
                return


def _read(path: Path) -> Document | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    return Document(path, sha256(data).hexdigest(), text)
