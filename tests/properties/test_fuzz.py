"""Spoiled files end in an answer or in told problems: a few trials here, as many as wanted with `make fuzz`."""

import random
from pathlib import Path

import pytest

from scripts import fuzz
from scripts.mutations import spoiled

TRIALS = 40
TARGETS = fuzz.targets()


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_spoiled_files_leave_no_traceback(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IRENIC_DEBUG", "1")
    fuzz.warm()
    for trial in range(TRIALS):
        place = tmp_path / str(trial)
        place.mkdir()
        assert fuzz.attempt(TARGETS[name], trial, place) is None, (
            f"python -m scripts.fuzz --target {name} --trial {trial}"
        )


def test_what_nobody_foresaw_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_words: list[str]) -> int:
        raise ValueError("nobody foresaw this")

    monkeypatch.setattr(fuzz, "irenic", broken)
    failure = fuzz.attempt(TARGETS["dossier"], 0, tmp_path)
    assert failure is not None
    assert "nobody foresaw this" in failure


def test_a_trial_is_decided_by_its_number() -> None:
    files = [b"a: 1\nb: [2, 3]\n", b"c: 4\n"]
    first, again = (spoiled(files[0], files, random.Random(7)) for _ in range(2))
    assert first == again
    assert len({spoiled(files[0], files, random.Random(seed)) for seed in range(50)}) > 25
