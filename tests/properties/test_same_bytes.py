"""Same dossier and seed, same bytes: whatever the chunks, threads, hash seeds, caches and interruptions."""

import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from irenic.dossier.load import load_dossier
from irenic.runs.cases import default_case, find_case
from irenic.runs.run_case import run_case
from irenic.runs.settings import Settings

DRAWS = 96


def fingerprint(results: Path) -> str:
    """SHA-256 over names and bytes of everything that is promised to be the same."""
    whole = sha256()
    for path in sorted(results.rglob("*")):
        if path.is_file() and path.name != "run.json":
            whole.update(f"{path.relative_to(results)}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def straight_run(out: Path, *, chunk: int, threads: int) -> str:
    """A run in this process."""
    folder = find_case(default_case())
    run_case(folder, load_dossier(folder), out, Settings(draws=DRAWS, seed=11, threads=threads, chunk=chunk))
    return fingerprint(out)


def command(out: Path, draws: int = DRAWS, chunk: int = 7) -> list[str]:
    """The same run as a command."""
    settings = ["--draws", str(draws), "--seed", "11", "--chunk", str(chunk), "--threads", "2", "--quiet", "--json"]
    return [sys.executable, "-m", "irenic", "run", default_case(), "--out", str(out), *settings]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    return straight_run(tmp_path_factory.mktemp("same") / "r", chunk=32, threads=1)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("chunk", [1, 7, 1000])
def test_chunks_and_threads(expected: str, tmp_path: Path, chunk: int, threads: int) -> None:
    assert straight_run(tmp_path / "r", chunk=chunk, threads=threads) == expected


def test_hash_seeds(tmp_path: Path) -> None:
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command(tmp_path / seed), env=environment, check=True, capture_output=True)
        seen.add(fingerprint(tmp_path / seed))
    assert len(seen) == 1


def test_a_cold_cache_of_kernels(tmp_path: Path) -> None:
    seen = set()
    for cache, name in ((tmp_path / "cold", "first"), (tmp_path / "cold", "second")):
        environment = {**os.environ, "NUMBA_CACHE_DIR": str(cache)}
        subprocess.run(command(tmp_path / name), env=environment, check=True, capture_output=True)
        seen.add(fingerprint(tmp_path / name))
    assert any((tmp_path / "cold").rglob("*.nbc"))
    assert len(seen) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system can't kill a process outright")
def test_resuming_after_a_kill_recomputes_nothing_that_is_finished(tmp_path: Path) -> None:
    draws, out = 2048, tmp_path / "killed"
    process = subprocess.Popen(command(out, draws, chunk=1), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    chunks = out / "work" / "chunks"
    deadline = time.monotonic() + 300
    while not (chunks.is_dir() and sum(1 for _ in chunks.glob("*.chunk")) >= 20):
        assert process.poll() is None, "the run was over before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.kill()
    process.wait()
    finished = sum(1 for _ in chunks.glob("*.chunk"))
    assert not (out / "manifest.json").exists()
    told = json.loads(subprocess.run(command(out, draws, 64), check=True, capture_output=True).stdout)
    assert told["reused_draws"] == finished
    assert told["computed_draws"] == draws - finished
    subprocess.run(command(tmp_path / "straight", draws, 1000), check=True, capture_output=True)
    assert fingerprint(out) == fingerprint(tmp_path / "straight")
