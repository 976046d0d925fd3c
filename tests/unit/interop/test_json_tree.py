"""JSON with positions."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from irenic.errors.problem import IrenicError
from irenic.interop.json_tree import Array, JsonFile, Object, Scalar, Value


def plain(value: Value) -> object:
    if isinstance(value, Object):
        return {key: plain(inside) for key, (_, inside) in value.entries.items()}
    if isinstance(value, Array):
        return [plain(item) for item in value.items]
    return value.text if value.kind == "string" else json.loads(value.text)


def no_number(name: str) -> object:
    raise ValueError(name)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=20,
)


@given(VALUES, st.booleans())
def test_what_python_writes_is_read(value: object, escaped: bool) -> None:
    text = json.dumps(value, ensure_ascii=escaped, indent=2 if escaped else None)
    if "\0" not in text:
        assert plain(JsonFile(text.encode("utf-8", "surrogatepass"), "x").value) == value


@given(st.text(alphabet='{}[]",:\\u0123456789truefalsn -+.eE\n', max_size=40))
def test_whatever_python_refuses_is_refused(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=no_number)
    except ValueError:
        with pytest.raises(IrenicError):
            JsonFile(text.encode(), "x")
        return
    # A key that stands twice, and half a character, are refused; Python takes both.
    with suppress(IrenicError):
        assert plain(JsonFile(text.encode(), "x").value) == expected


def test_places_count_code_points() -> None:
    file = JsonFile('{\n "水": [1, "😀", tru]}'.replace("tru", "true").encode(), "x")
    assert isinstance(file.value, Object)
    _, items = file.value.entries["水"]
    assert isinstance(items, Array)
    last = items.items[-1]
    assert isinstance(last, Scalar)
    problem = file.problem("interop.json-syntax", last.at)
    assert (problem.line, problem.column) == (2, 16)
