from typing import Any

import numpy as np
import pytest

from irenic.results.layout import Dimension, Layout, Variable, is_name
from tests.unit.results.toy import LAYOUT, work

PARTY = {"party": Dimension(2, ("borduria", "syldavia"))}


def layout(*variables: Variable, dimensions: dict[str, Dimension] | None = None) -> Layout:
    return Layout(variables, PARTY if dimensions is None else dimensions)


def test_variables_are_sorted_by_group_and_name() -> None:
    a, b, c = (Variable(g, n, ("draw",), "<f8") for g, n in [("a", "z"), ("b", "a"), ("b", "b.c")])
    assert layout(c, b, a).variables == (a, b, c)
    assert layout(c, b, a).names == ("a.z", "b.a", "b.b.c")


def test_rows_of_a_variable() -> None:
    given = layout(Variable("a", "x", ("draw", "party"), "<f8"), Variable("a", "y", ("draw",), "|b1"))
    assert given.row_bytes == (16, 1)
    assert given.row_shape(given.variables[0]) == (2,)


@pytest.mark.parametrize("name", ["x", "nash_utility", "conflicts.count", "a-b.c2"])
def test_good_names(name: str) -> None:
    assert is_name("deal", name)


@pytest.mark.parametrize("name", ["", "X", "1x", "a..b", ".a", "a.", "a b", "a/b", "../x", "和"])
def test_bad_names(name: str) -> None:
    assert not is_name("deal", name)
    assert not is_name(name, "x")
    with pytest.raises(ValueError, match="no name for a variable"):
        layout(Variable("deal", name, ("draw",), "<f8"))


def test_a_group_is_one_word() -> None:
    assert not is_name("deal.more", "x")


@pytest.mark.parametrize(
    ("variables", "fault"),
    [
        ([Variable("a", "x", ("draw",), "<f4")], "type '<f4' is none of"),
        ([Variable("a", "x", ("draw",), "float64")], "type 'float64' is none of"),
        ([Variable("a", "x", ("draw", "issue"), "<f8")], r"dimensions \['issue'\] are not declared"),
        ([Variable("a", "x", ("draw", "party", "party"), "<f8")], "a dimension comes twice"),
        ([Variable("a", "x", ("party",), "<f8")], "neither draw nor rows"),
        ([Variable("a", "x", (), "<f8")], "neither draw nor rows"),
        ([Variable("a", "x", ("draw",), "<f8"), Variable("a", "x", ("draw",), "<i8")], "two variables have one name"),
        ([Variable("a", "c.x", ("row:c",), "<f8")], "no a.c.count of type <i8"),
        ([Variable("a", "c.x", ("row:c",), "<f8"), Variable("a", "c.count", ("draw",), "<i4")], "no a.c.count"),
        ([Variable("a", "c.x", ("row:c",), "<f8"), Variable("b", "c.count", ("draw",), "<i8")], "no a.c.count"),
    ],
)
def test_declarations_that_break_the_rules(variables: list[Variable], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        layout(*variables)


@pytest.mark.parametrize(
    ("dimensions", "fault"),
    [
        ({"draw": Dimension(3)}, "'draw' is no name for a dimension"),
        ({"Party": Dimension(3)}, "'Party' is no name"),
        ({"party": Dimension(3, ("a", "b"))}, "2 labels for 3 positions"),
    ],
)
def test_dimensions_that_break_the_rules(dimensions: dict[str, Dimension], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        layout(dimensions=dimensions)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ValueError, match=r"a\.x: type.*; a\.y: its first dimension"):
        layout(Variable("a", "x", ("draw",), "<f4"), Variable("a", "y", ("party",), "<f8"))


def test_arrays_come_in_order_and_contiguous() -> None:
    given = layout(Variable("a", "y", ("draw", "party"), "<f8"), Variable("a", "x", ("draw",), "<i8"))
    y = np.arange(6.0).reshape(2, 3).T
    x, ordered = given.ordered(3, {"a.y": y, "a.x": np.arange(3)})
    assert x.tolist() == [0, 1, 2]
    assert ordered.flags.c_contiguous
    np.testing.assert_array_equal(ordered, y)


def test_every_nan_has_the_same_bits_and_the_analysis_keeps_its_array() -> None:
    given = layout(Variable("a", "x", ("draw",), "<f8"))
    bits = np.array([0x7FF8000000000000, 0xFFF8000000000000, 0x7FF8000000000123, 0x7FF0000000000000], np.uint64)
    (x,) = given.ordered(4, {"a.x": bits.view(np.float64)})
    assert x.view(np.uint64).tolist() == [0x7FF8000000000000] * 3 + [0x7FF0000000000000]
    assert bits[1] == 0xFFF8000000000000


@pytest.mark.parametrize(
    ("name", "array", "fault"),
    [
        ("toy.grade", np.zeros(5, np.int8), r"toy.grade is \|i1 \(5,\) where \|u1 \(5,\) is declared"),
        ("toy.grade", np.zeros(4, np.uint8), r"toy.grade is \|u1 \(4,\)"),
        ("toy.utility", np.zeros((5, 2)), r"toy.utility is <f8 \(5, 2\) where <f8 \(5, 3\)"),
        ("toy.share", np.zeros(5, ">f8"), "toy.share is >f8"),
        ("toy.conflicts.weight", np.zeros(3), r"where <f8 \(7,\)"),
    ],
)
def test_arrays_other_than_declared_are_refused(name: str, array: Any, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        LAYOUT.ordered(5, {**work(0, 5), name: array})


def test_missing_and_unknown_variables_are_refused() -> None:
    arrays = work(0, 5)
    del arrays["toy.grade"]
    with pytest.raises(ValueError, match=r"\['toy.grade', 'toy.more'\] are not declared or not computed"):
        LAYOUT.ordered(5, {**arrays, "toy.more": np.zeros(5)})


def test_declarations_as_json() -> None:
    given = layout(Variable("a", "x", ("draw", "party"), "<f8", "points", "what it is worth"))
    assert given.to_json(7) == {
        "dimensions": {"draw": {"size": 7, "labels": []}, "party": {"size": 2, "labels": ["borduria", "syldavia"]}},
        "variables": [
            {
                "group": "a",
                "name": "x",
                "dims": ["draw", "party"],
                "dtype": "<f8",
                "unit": "points",
                "description": "what it is worth",
            }
        ],
    }
