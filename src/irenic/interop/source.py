"""Bytes and texts of foreign files: bounded before they are read, never trusted."""

import re
import stat
from pathlib import Path
from typing import Final

from irenic.errors.problem import IrenicError, Problem

MAX_BYTES: Final = 5_000_000
"""Files above this size are not read."""

MAX_FILES: Final = 100
"""Files of a folder that are looked at."""

MAX_PROBLEMS: Final = 100
"""Problems told of one file; after so many, looking further helps nobody."""

_DIGITS: Final = re.compile(r"(\d+)")


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        IrenicError: it is absent, no regular file, unreadable or too large.
    """
    name = str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise IrenicError([Problem("interop.file-irregular", file=name)])
        if status.st_size <= MAX_BYTES:
            with path.open("rb") as stream:
                # The file may have grown since it was looked at.
                data = stream.read(MAX_BYTES + 1)
            if len(data) <= MAX_BYTES:
                return data
    except OSError as error:
        raise IrenicError([Problem("interop.file-unreadable", file=name)]) from error
    raise IrenicError([Problem("interop.file-too-large", {"limit": MAX_BYTES // 10**6}, file=name)])


def files_in(folder: Path, suffix: str) -> list[Path]:
    """Visible files of a folder with a suffix (lower case, with its dot), numbers in names in their own order.

    Raises:
        IrenicError: the folder can't be listed, or holds too many such files.
    """
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() == suffix and not path.name.startswith(".")]
    except OSError as error:
        raise IrenicError([Problem("interop.file-unreadable", file=str(folder))]) from error
    if len(found) > MAX_FILES:
        raise IrenicError([Problem("interop.too-many-files", {"limit": MAX_FILES}, file=str(folder))])
    return sorted(found, key=lambda path: (natural(path.name), path.name))


def natural(name: str) -> list[tuple[int, str]]:
    """Sorting key by which `prof2` comes before `prof10`."""
    parts = _DIGITS.split(name.casefold())
    return [(int(part[:18]), "") if k % 2 else (0, part) for k, part in enumerate(parts)]


def decoded(data: bytes, name: str) -> str:
    """Text in UTF-8, with or without a byte-order mark, or in UTF-16 with one.

    Raises:
        IrenicError: it is in another encoding, or holds characters that no text has.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        line, column = place_after(before)
        raise IrenicError([Problem("interop.encoding", file=name, line=line, column=column)]) from error
    if "\0" in text:
        line, column = place_after(text[: text.index("\0")])
        raise IrenicError([Problem("interop.encoding", file=name, line=line, column=column)])
    return text


def place_after(text: str) -> tuple[int, int]:
    """Line and column (from 1, in code points) of the place just after a text."""
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1
