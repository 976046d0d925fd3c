import pytest

from irenic.numbers.fault import NotationError


def test_numbers_are_told_as_they_are_written() -> None:
    error = NotationError("number.outside-support", number=101.0, low=0.0, high=100.0)
    assert (error.code, dict(error.params)) == (
        "number.outside-support",
        {"number": "101", "low": "0", "high": "100"},
    )
    assert str(error) == "number.outside-support"


def test_parameters_are_kept() -> None:
    with pytest.raises(TypeError):
        NotationError("number.no-weight").params["x"] = 1  # type: ignore[index]
