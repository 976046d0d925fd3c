"""The text of a YAML file: size looked at before reading, UTF-8 only, nothing invisible inside."""

import re
import stat
from pathlib import Path
from typing import Final

from irenic.errors.problem import Problem

MAX_BYTES: Final = 5_000_000
"""Files above this size are not read."""
MAX_REPORTED: Final = 100
"""Findings told per file; after so many, looking further helps nobody."""

_BYTE_ORDER_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# What YAML does not print, and the separators that libyaml would count as line breaks but editors do not.
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The file's text without byte-order mark, or None with the problems that stand against it.

    Args:
        path: the file.
        name: its name as problems give it.
    """
    data = _read_bytes(path, name)
    if isinstance(data, Problem):
        return None, [data]
    return decode(data, name)


def decode(data: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """Bytes as UTF-8 text; a byte-order mark of UTF-8 is dropped, any other encoding is refused and named."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return None, [Problem("dossier.yaml-encoding", {"encoding": encoding}, file=name, line=1, column=1)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = position_after(data[: error.start].decode("utf-8-sig", errors="replace"))
        params = {"encoding": likely_encoding(data)}
        return None, [Problem("dossier.yaml-encoding", params, file=name, line=line, column=column)]
    if data.count(b"\x00") * 4 > len(data):
        return None, [Problem("dossier.yaml-encoding", {"encoding": "UTF-16"}, file=name, line=1, column=1)]
    problems = _invisible_characters(text, name)
    return (None if problems else text), problems


def likely_encoding(data: bytes) -> str:
    """Name of the encoding that bytes which are not UTF-8 look like."""
    if data.count(b"\x00") * 4 > len(data):
        return "UTF-16"
    runs = re.findall(rb"[\x80-\xff]+", data[:65_536])
    high = b"".join(runs)
    # Accents of Western European words stand alone; Cyrillic letters and two-byte characters stand in runs.
    if len(runs) * 2 > len(high):
        return "Windows-1252"
    letters = sum(byte >= 0xC0 for byte in high)
    return "Windows-1251" if letters > 0.85 * len(high) else "Big5 / GB18030"


def position_after(text: str) -> tuple[int, int]:
    """Line and column (from 1, in code points) of the place just after `text`."""
    line_start = text.rfind("\n") + 1
    return text.count("\n") + 1, len(text) - line_start + 1


def _read_bytes(path: Path, name: str) -> bytes | Problem:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem("dossier.file-irregular", {}, file=name)
        if status.st_size > MAX_BYTES:
            return _too_large(status.st_size, name)
        with path.open("rb") as stream:
            # The file may have grown since it was looked at.
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Problem("dossier.file-missing", {"name": path.name}, file=name)
    except OSError:
        return Problem("dossier.file-unreadable", {}, file=name)
    return data if len(data) <= MAX_BYTES else _too_large(len(data), name)


def _too_large(size: int, name: str) -> Problem:
    return Problem(
        "dossier.file-too-large", {"megabytes": round(size / 1e6, 1), "limit": MAX_BYTES // 10**6}, file=name
    )


def _invisible_characters(text: str, name: str) -> list[Problem]:
    problems = []
    line, seen = 1, 0
    for match in _INVISIBLE.finditer(text):
        line += text.count("\n", seen, match.start())
        seen = match.start()
        column = seen - (text.rfind("\n", 0, seen) + 1) + 1
        params = {"character": f"U+{ord(match.group()):04X}"}
        problems.append(Problem("dossier.yaml-invisible", params, file=name, line=line, column=column))
        if len(problems) == MAX_REPORTED:
            break
    return problems
