"""Every problem has a broken dossier, and says there the whole of what it should, in both languages."""

import tomllib
from pathlib import Path

import pytest

from irenic.dossier.check import check_dossier
from irenic.language.messages import catalogue, problem_line
from tests.broken.dossiers import HERE, Example, examples

EXAMPLES = list(examples())
WITHOUT_DOSSIER = {"number.path-collision": "only draws can show it; tests/unit/numbers/test_draws.py"}
"""Problems that no dossier shows, and where they are shown."""


def test_the_dossier_that_is_broken_is_whole_before() -> None:
    report = check_dossier(HERE / "base", HERE / "documents")
    assert [problem.code for problem in report.problems] == []
    assert report.claims.verified == 4


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_broken_dossier_is_told(example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    problems = example.problems(tmp_path)
    assert tuple(problem_line(problem, "en") for problem in problems) == example.en
    assert tuple(problem_line(problem, "zh") for problem in problems) == example.zh
    assert example.code in {problem.code for problem in problems}


def problem_codes(room: str) -> set[str]:
    return {f"{room}.{name}" for name, entry in catalogue(room).items() if "fix" in entry}


def codes_of_notation(root: Path) -> set[str]:
    written = (root / "tests" / "unit" / "numbers" / "problems.toml").read_text(encoding="utf-8")
    return {f"number.{name}" for name in tomllib.loads(written)}


def test_every_problem_has_its_broken_dossier(root: Path) -> None:
    wanted = problem_codes("dossier") | problem_codes("anchor") | problem_codes("number")
    shown = {example.code for example in EXAMPLES} | codes_of_notation(root) | set(WITHOUT_DOSSIER)
    assert sorted(wanted - shown) == []
    assert len({example.code for example in EXAMPLES}) >= 100
