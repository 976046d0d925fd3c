"""The same bytes whatever the chunks, the threads, the order and the kills."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.unit.results.toy import DRAWS, fingerprint, run

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("expected") / "results"
    run(folder, chunk=DRAWS)
    return fingerprint(folder)


def command(folder: Path, chunk: int, threads: int, seconds: float) -> list[str]:
    return [sys.executable, "-m", "tests.unit.results.toy", str(folder), str(chunk), str(threads), str(seconds)]


def killed(folder: Path, chunk: int, threads: int, chunks: int) -> None:
    """Begin a run in a process of its own and kill it once `chunks` chunks are there."""
    with subprocess.Popen(command(folder, chunk, threads, 0.05), cwd=ROOT) as process:
        deadline = time.monotonic() + 60
        while len(list(folder.glob("work/chunks/*.chunk"))) < chunks:
            assert time.monotonic() < deadline
            assert process.poll() is None, "it ended before it could be killed"
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL


def kept_draws(folder: Path) -> int:
    names = [path.stem.split("-") for path in folder.glob("work/chunks/*.chunk")]
    return sum(int(stop) - int(start) for start, stop in names)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("chunk", [1, 7, 1000])
def test_chunks_and_threads(tmp_path: Path, expected: str, chunk: int, threads: int) -> None:
    finished = run(tmp_path / "results", chunk, threads)
    assert (finished.computed_draws, finished.reused_draws) == (DRAWS, 0)
    assert fingerprint(tmp_path / "results") == expected


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize(("before", "after"), [(1, 1), (1, 7), (7, 1), (7, 1000)])
def test_resuming_after_a_kill(tmp_path: Path, expected: str, before: int, after: int, threads: int) -> None:
    folder = tmp_path / "results"
    killed(folder, before, threads, chunks=3)
    kept = kept_draws(folder)
    assert 3 * before <= kept < DRAWS
    done = subprocess.run(
        command(folder, after, threads, 0.0), cwd=ROOT, check=True, capture_output=True, text=True, timeout=60
    )
    counters = json.loads(done.stdout)
    assert (counters["computed_draws"], counters["reused_draws"]) == (DRAWS - kept, kept)
    assert fingerprint(folder) == expected


def test_killed_twice_and_damaged_between(tmp_path: Path, expected: str) -> None:
    folder = tmp_path / "results"
    killed(folder, 3, 1, chunks=2)
    killed(folder, 2, 2, chunks=5)
    first = min(folder.glob("work/chunks/*.chunk"))
    first.write_bytes(first.read_bytes()[:-1])
    kept = kept_draws(folder) - 3
    finished = run(folder, 5)
    assert (finished.computed_draws, finished.reused_draws) == (DRAWS - kept, kept)
    assert fingerprint(folder) == expected


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_order_of_hashing(tmp_path: Path, expected: str, seed: str) -> None:
    folder = tmp_path / "results"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(command(folder, 7, 2, 0.0), cwd=ROOT, check=True, env=environment, timeout=60)
    assert fingerprint(folder) == expected
