"""Writing that survives a kill, and what is said where the system refuses to write or read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedWriter
from pathlib import Path
from typing import Final

from irenic.errors.problem import IrenicError, Problem

PART: Final = ".part"
"""Ending of a file that isn't whole yet."""


@contextmanager
def told(code: str, path: Path) -> Iterator[None]:
    """Turn the system's refusal (`OSError`) into the problem `code` about `path`."""
    try:
        yield
    except OSError as refusal:
        raise IrenicError([Problem(code, {"reason": reason(refusal)}, file=str(path))]) from refusal


def reason(refusal: OSError) -> str:
    """What the system says, in its own words."""
    return refusal.strerror or type(refusal).__name__


def synced(file: BufferedWriter) -> None:
    """Return when all that was written has reached the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder have reached the disk (on systems that can say so)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_synced(path: Path, content: bytes) -> None:
    """Write a whole file and wait for the disk."""
    with path.open("wb") as file:
        file.write(content)
        synced(file)


def write_whole(path: Path, content: bytes, *, sync: bool) -> None:
    """Write a file under a temporary name and rename it, so that it is there as a whole or not at all."""
    part = path.with_name(path.name + PART)
    with part.open("wb") as file:
        file.write(content)
        if sync:
            synced(file)
    part.replace(path)
    if sync:
        sync_folder(path.parent)
