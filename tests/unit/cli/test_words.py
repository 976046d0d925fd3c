"""How commands print."""

import json

import pytest

from irenic.cli.words import say, say_json, say_problems
from irenic.errors.problem import Problem, Severity

PROBLEM = Problem(
    "cli.unknown-case", {"case": "x", "near": "y", "shipped": "y, z"}, Severity.WARNING, "a.yaml", 3, 4, "issues.river"
)


def test_say_ends_with_one_newline(capsys: pytest.CaptureFixture[str]) -> None:
    say("text\n\n")
    assert capsys.readouterr().out == "text\n"


def test_json_is_sorted_and_keeps_characters(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"b": "談", "a": 1})
    assert capsys.readouterr().out == '{\n "a": 1,\n "b": "談"\n}\n'


def test_json_refuses_what_is_no_json() -> None:
    with pytest.raises(ValueError, match="JSON"):
        say_json({"share": float("nan")})


def test_problems_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    say_problems([PROBLEM], "en", as_json=False)
    seen = capsys.readouterr()
    assert seen.out == ""
    assert seen.err.startswith("warning: a.yaml:3:4: issues.river: There is no dossier “x”")


def test_problems_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    say_problems([PROBLEM], "zh", as_json=True)
    (found,) = json.loads(capsys.readouterr().out)["problems"]
    assert (found["line"], found["column"], found["path"]) == (3, 4, "issues.river")
    assert found["fix"] == "請給出資料夾、變體檔，或隨附案例之一（y, z）；最接近的是：y。"
