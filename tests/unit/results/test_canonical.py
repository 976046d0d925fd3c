import json
import math
from typing import Any

import numpy as np
import pytest

from irenic.results.canonical import compact, plain, pretty, sha256


def test_the_bytes_of_a_file() -> None:
    data = {"b": [1, 2.5, True, None], "a": {"zh": "和平", "en": "peace"}, "c": []}
    assert pretty(data).decode() == (
        '{\n  "a": {\n    "en": "peace",\n    "zh": "和平"\n  },\n'
        '  "b": [\n    1,\n    2.5,\n    true,\n    null\n  ],\n  "c": []\n}\n'
    )


def test_the_bytes_that_are_hashed() -> None:
    assert compact({"b": [1, 2.5], "a": "和"}) == '{"a":"和","b":[1,2.5]}'.encode()


def test_order_of_insertion_does_not_matter() -> None:
    assert pretty({"x": 1, "y": {"p": 1, "q": 2}}) == pretty({"y": {"q": 2, "p": 1}, "x": 1})


@pytest.mark.parametrize(("number", "text"), [(math.inf, "inf"), (-math.inf, "-inf"), (math.nan, "nan")])
def test_numbers_that_json_does_not_know_read_back_as_they_are(number: float, text: str) -> None:
    for given in (number, np.float64(number)):
        read = json.loads(pretty([given]))
        assert read == [text]
        assert float(read[0]) == number or (math.isnan(number) and math.isnan(float(read[0])))


def test_numpy_scalars_are_numbers() -> None:
    assert plain([np.int64(3), np.float64(0.1), np.bool_(True)]) == [3, 0.1, True]
    assert json.loads(compact(np.int64(2**62))) == 2**62


def test_floats_read_back_to_the_same_bits() -> None:
    numbers = [0.1, 1 / 3, 1e300, 5e-324, -0.0, 2.0**-44]
    assert [x.hex() for x in json.loads(compact(numbers))] == [x.hex() for x in numbers]


@pytest.mark.parametrize("data", [{1: "x"}, {"x": object()}, [b"bytes"], np.zeros(3), {"x": {1, 2}}])
def test_what_is_no_json_is_refused(data: Any) -> None:
    with pytest.raises(TypeError, match="JSON"):
        pretty(data)


def test_the_hash_is_that_of_the_standard() -> None:
    # FIPS 180-4, example "abc"
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
