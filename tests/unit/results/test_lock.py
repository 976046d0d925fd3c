import subprocess
import sys
from pathlib import Path

from irenic.results.lock import FolderLock


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    first = FolderLock.take(tmp_path / "lock")
    assert first is not None
    assert FolderLock.take(tmp_path / "lock") is None
    first.release()
    first.release()
    second = FolderLock.take(tmp_path / "lock")
    assert second is not None
    second.remove(tmp_path / "lock")
    assert not (tmp_path / "lock").exists()


def test_a_lock_whose_file_is_gone_is_no_lock(tmp_path: Path) -> None:
    """One process waits at the file while another finishes and removes it."""
    first = FolderLock.take(tmp_path / "lock")
    assert first is not None
    first.remove(tmp_path / "lock")
    second = FolderLock.take(tmp_path / "lock")
    assert second is not None
    second.release()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    program = f"""
import os, signal
from pathlib import Path
from irenic.results.lock import FolderLock
assert FolderLock.take(Path({str(tmp_path / "lock")!r})) is not None
os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.run([sys.executable, "-c", program], check=False)
    assert killed.returncode == -9
    lock = FolderLock.take(tmp_path / "lock")
    assert lock is not None
    lock.release()
