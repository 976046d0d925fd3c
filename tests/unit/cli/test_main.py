"""Exit codes and last words."""

from collections.abc import Callable
from typing import Any

import pytest

from irenic.cli import check_command
from irenic.cli.main import main


def test_a_problem_is_a_finding(irenic: Callable[..., Any]) -> None:
    told = irenic("check", "no-such-case")
    assert told.code == 1
    assert told.out == ""
    assert told.err == (
        "error: There is no dossier “no-such-case”: no such folder with a dossier.yaml, no such file, and no shipped "
        "case of that name. "
        "Give a folder, a variant's file, or one of the shipped cases (tutorial, ukraine-2025-12); "
        "nearest: ukraine-2025-12. "
        "[cli.unknown-case]\n"
    )


def test_a_problem_in_chinese_as_json(irenic: Callable[..., Any]) -> None:
    told = irenic("check", "tutorail", "--json", "--lang", "zh-TW")
    assert told.code == 1
    (problem,) = told.json["problems"]
    assert problem["code"] == "cli.unknown-case"
    assert problem["severity"] == "error"
    assert problem["text"].startswith("沒有案卷「tutorail」")
    assert "tutorial" in problem["fix"]


def test_a_misused_command_line(irenic: Callable[..., Any]) -> None:
    told = irenic("check")
    assert (told.code, told.out) == (2, "")
    assert told.err.endswith("Try: irenic check --help\n")


def test_an_unforeseen_exception_is_a_defect(irenic: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(check_command, "run", fail)
    told = irenic("check", "tutorial")
    assert told.code == 70
    assert told.err.startswith("This is a defect of Irenic, not of your dossier (ZeroDivisionError: by nothing).")
    assert "Traceback" not in told.err


def test_a_defect_shows_itself_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(check_command, "run", fail)
    monkeypatch.setenv("IRENIC_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check", "tutorial"])


def test_an_interrupt_says_that_work_is_kept(irenic: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check_command, "run", interrupted)
    told = irenic("check", "tutorial")
    assert told.code == 130
    assert told.err == "\nInterrupted. What was finished is kept: the same command goes on from there.\n"
