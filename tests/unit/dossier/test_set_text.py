"""`PATH=VALUE` as a change."""

import pytest

from irenic.dossier.set_text import changes_from
from irenic.dossier.yaml_tree import plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a.b=60", "60"),
        ("a.b= 40 to 80", "40 to 80"),
        ("a.b=[x, y]", ["x", "y"]),
        ("a.b={x: [1], y: null}", {"x": ["1"], "y": None}),
        ("a.b=null", None),
        ("a.b=~", None),
        ('a.b="null"', "null"),
        ("a.b=x=y", "x=y"),
        ("a.b=x: 1\ny: 2", {"x": "1", "y": "2"}),
        ("a.b=河", "河"),
    ],
)
def test_values_are_read_as_in_files(text: str, value: object) -> None:
    (change,), problems = changes_from([text])
    assert (change.way, plain(change.value), problems) == (("a", "b"), value, [])


@pytest.mark.parametrize("text", ["", "=", "a", "a=", "a= ", "a=# only words", ".a=1", "a..b=1", "a b=1", "=1"])
def test_what_is_no_setting(text: str) -> None:
    changes, (problem,) = changes_from([text])
    assert (changes, problem.code, problem.line, problem.column) == ([], "dossier.set-malformed", 1, 7)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a=[1", "dossier.yaml-bracket"),
        ("a={x: 1, x: 2}", "dossier.yaml-duplicate"),
        ("a=*b", "dossier.yaml-alias"),
        ("a=&b 1", "dossier.yaml-anchor"),
        ("a=" + "[" * 100, "dossier.yaml-depth"),
        ("a=[" + "1," * 60_000 + "]", "dossier.yaml-nodes"),
        ("a=x\x07", "dossier.yaml-invisible"),
    ],
)
def test_a_value_has_the_limits_of_a_file(text: str, code: str) -> None:
    _, problems = changes_from([text])
    assert code in {problem.code for problem in problems}
    assert all(problem.file.startswith("--set a=") and "\n" not in problem.file for problem in problems)


def test_bytes_that_are_no_text_are_told_and_not_passed_on() -> None:
    (change,), problems = changes_from(["a=\udcff"])
    assert problems == []
    assert plain(change.value) == "\ufffd"


def test_a_problem_says_its_column_and_its_path() -> None:
    _, (problem,) = changes_from(["a.b={x: 1, x: 2}"])
    assert (problem.column, problem.path) == (len("--set a.b={x: 1, ") + 1, "a.b")


def test_all_are_read_though_one_is_wrong() -> None:
    changes, problems = changes_from(["a=1", "b", "c=3", "d=["])
    assert [change.way for change in changes] == [("a",), ("c",)]
    assert len(problems) == 2
