"""Spoiled files end in an answer or in told problems: a few trials here, as many as wanted with `make fuzz`."""

import random
from pathlib import Path

import pytest

from scripts import fuzz
from scripts.mutations import spoiled

TRIALS = 40
NAMES = ("dossier", "domain", "set", "variant")


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, fuzz.Target]:
    return fuzz.targets(tmp_path_factory.mktemp("inputs"))


@pytest.mark.parametrize("name", NAMES)
def test_spoiled_files_leave_no_traceback(
    name: str, targets: dict[str, fuzz.Target], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IRENIC_DEBUG", "1")
    fuzz.warm()
    for trial in range(TRIALS):
        place = tmp_path / str(trial)
        place.mkdir()
        assert fuzz.attempt(targets[name], trial, place) is None, (
            f"python -m scripts.fuzz --target {name} --trial {trial}"
        )


def test_what_nobody_foresaw_is_a_failure(
    targets: dict[str, fuzz.Target], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_words: list[str]) -> int:
        raise ValueError("nobody foresaw this")

    monkeypatch.setattr(fuzz, "irenic", broken)
    failure = fuzz.attempt(targets["dossier"], 0, tmp_path)
    assert failure is not None
    assert "nobody foresaw this" in failure


def test_a_trial_is_decided_by_its_number() -> None:
    files = [b"a: 1\nb: [2, 3]\n", b"c: 4\n"]
    first, again = (spoiled(files[0], files, random.Random(7)) for _ in range(2))
    assert first == again
    assert len({spoiled(files[0], files, random.Random(seed)) for seed in range(50)}) > 25
