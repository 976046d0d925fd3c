"""One writer at a time: a lock that ends with its process, however that ends."""

import os
import sys
from pathlib import Path


class FolderLock:
    """The operating system's lock on a file."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path) -> "FolderLock | None":
        """Lock the file at `path`, made if it isn't there; None where another holds the lock.

        Raises:
            OSError: the file can't be opened.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if _locked(descriptor) and _is_at(descriptor, path):
            return cls(descriptor)
        os.close(descriptor)
        return None

    def remove(self, path: Path) -> None:
        """Give the lock up and remove its file; in this order only where the system can't remove an open file."""
        if sys.platform == "win32":
            self.release()
            path.unlink()
        else:
            path.unlink()
            self.release()

    def release(self) -> None:
        """Give the lock up; again does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether the locked file still has its name: its last holder may have finished and removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
