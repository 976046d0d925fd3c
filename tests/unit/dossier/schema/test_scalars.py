from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from irenic.dossier.schema.scalars import REFUSED, Day, Real, Truth, Whole

READ: dict[str, Callable[[Any], Any]] = {
    "truth": TypeAdapter(Truth).validate_python,
    "whole": TypeAdapter(Whole).validate_python,
    "real": TypeAdapter(Real).validate_python,
    "day": TypeAdapter(Day).validate_python,
}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("truth", "true", True),
        ("truth", "false", False),
        ("whole", "36", 36),
        ("whole", "-3", -3),
        ("whole", "0", 0),
        ("real", "2.5", 2.5),
        ("real", "-1e3", -1000.0),
        ("real", ".5", 0.5),
        ("day", "2024-02-29", date(2024, 2, 29)),
    ],
)
def test_scalars_are_read_as_written(kind: str, text: str, value: object) -> None:
    assert READ[kind](text) == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        *(("truth", text, "truth-malformed") for text in ("yes", "no", "True", "1", "on", "")),
        *(("whole", text, "whole-malformed") for text in ("1.0", "1_000", " 5", "five", "1e3", "9" * 30, "٣")),
        *(("real", text, "real-malformed") for text in ("nan", "inf", "1_0", "1,5", "1e999", "", "٣")),
        *(("day", text, "date-malformed") for text in ("2025", "2025-12-21T00:00", "1700000000", "21.12.2025")),
        ("day", "2025-02-29", "date-impossible"),
    ],
)
def test_anything_else_is_refused_with_its_code(kind: str, text: str, code: str) -> None:
    with pytest.raises(ValidationError) as raised:
        READ[kind](text)
    (error,) = raised.value.errors()
    assert error["type"] == REFUSED
    assert error["ctx"]["code"] == f"dossier.{code}"
