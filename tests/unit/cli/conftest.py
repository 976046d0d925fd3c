"""Running the command inside the test's own process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from irenic.cli.main import main


@dataclass(frozen=True)
class Told:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def irenic(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Told]:
    """`irenic(words…)` as the shell would run it, in English unless told otherwise."""
    monkeypatch.delenv("IRENIC_LANGUAGE", raising=False)

    def run(*words: str) -> Told:
        code = main(words)
        seen = capsys.readouterr()
        return Told(code, seen.out, seen.err)

    return run
