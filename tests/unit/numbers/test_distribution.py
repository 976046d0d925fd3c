import subprocess
import sys

import numpy as np
import pytest

from irenic.numbers.distribution import Distribution, Sure, number_text


def test_a_sure_number_is_always_drawn() -> None:
    number = Sure(60.0)
    assert number.sure
    assert (number.least, number.low, number.median, number.high, number.most) == (60.0,) * 5
    assert number.quantile(np.array([[0.1, 0.9]])).tolist() == [[60.0, 60.0]]
    assert (number.share_up_to(59.9), number.share_up_to(60.0)) == (0.0, 1.0)
    assert number.notation == "60"


def test_equal_numbers_are_one_key() -> None:
    assert {Sure(1.0): "a"}[Sure(1.0)] == "a"
    assert Sure(1.0) != Sure(2.0)


def test_a_number_is_not_changed() -> None:
    with pytest.raises(AttributeError):
        Sure(1.0).value = 2.0  # type: ignore[misc]


def test_the_base_is_abstract() -> None:
    with pytest.raises(TypeError):
        Distribution()  # type: ignore[abstract]


@pytest.mark.parametrize(
    ("x", "text"), [(40.0, "40"), (0.25, "0.25"), (-0.0, "0"), (-3.5, "-3.5"), (1e20, "1e+20"), (1e-7, "1e-07")]
)
def test_numbers_are_written_short_and_read_back(x: float, text: str) -> None:
    assert number_text(x) == text
    assert float(text) == x


def test_reading_numbers_imports_neither_numpy_nor_scipy() -> None:
    program = """
import sys
from irenic.numbers.notation import number_from, number_json_schema
from irenic.numbers.support import AMOUNT, POINTS, PROBABILITY
families = [{"pert": [1, 2, 4]}, {"beta": [2, 3]}, {"normal": [50, 10]}, {"choice": {"1": 1, "2 to 3": 1}}]
for raw in ["60", "40 to 80", "0 to 30", *families]:
    number = number_from(raw, POINTS)
    number.low, number.median, number.high, number.least, number.most, number.sure, number.notation
number_from("likely", PROBABILITY).median
number_from("2 to 9", AMOUNT).median
number_json_schema(POINTS)
assert not {"numpy", "scipy"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True)
