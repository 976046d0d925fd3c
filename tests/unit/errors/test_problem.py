"""Problems: frozen, ordered as a reader meets them, carried together."""

from dataclasses import FrozenInstanceError

import pytest

from irenic.errors.problem import IrenicError, Parameter, Problem, Severity


def test_a_problem_is_an_error_unless_said_otherwise() -> None:
    assert Problem("room.name").severity is Severity.ERROR


def test_a_problem_cannot_be_changed() -> None:
    params: dict[str, Parameter] = {"key": "a"}
    problem = Problem("room.name", params)
    params["key"] = "b"
    assert problem.params == {"key": "a"}
    with pytest.raises(FrozenInstanceError):
        problem.code = "room.other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        problem.params["key"] = "b"  # type: ignore[index]


def test_an_error_carries_its_problems_in_reading_order() -> None:
    late = Problem("room.late", file="a.yaml", line=10, column=1)
    early = Problem("room.early", file="a.yaml", line=9, column=30)
    left = Problem("room.left", file="a.yaml", line=10, column=0)
    other = Problem("room.other", file="b.yaml", line=1, column=1)
    error = IrenicError([other, late, left, early])
    assert error.problems == (early, left, late, other)
    assert str(error) == "room.early, room.left, room.late, room.other"
