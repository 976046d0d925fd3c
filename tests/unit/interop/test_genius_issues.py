"""Issues and functions of GENIUS by themselves."""

import pytest

from irenic.errors.problem import Parameter
from irenic.interop.genius_issues import Shape, function_of, shape_of
from irenic.interop.xml_tree import Element, read_xml


class Told:
    """Codes that were told."""

    def __init__(self) -> None:
        self.codes: list[str] = []

    def __call__(self, code: str, at: Element, path: str = "", **params: Parameter) -> None:
        self.codes.append(code)


def number(element: Element, attribute: str) -> float | None:
    return float(element.attributes[attribute]) if attribute in element.attributes else None


def test_kinds_stand_in_any_of_three_attributes() -> None:
    for attribute in ("type", "vtype", "etype"):
        text = f'<issue name="boats" {attribute}="integer" lowerbound="1" upperbound="3"/>'
        shape = shape_of(read_xml(text.encode(), "x"), (), 21, Told())
        assert shape is not None
        assert (shape.kind, shape.options) == ("integer", ("1", "2", "3"))


def test_an_issue_of_no_kind_is_discrete() -> None:
    shape = shape_of(read_xml(b'<issue name="a"><item value="b"/></issue>', "x"), ("land",), 21, Told())
    assert shape is not None
    assert (shape.kind, shape.options, shape.qualified.name) == ("discrete", ("b",), "land / a")


@pytest.mark.parametrize(
    ("evaluator", "at", "expected"),
    [
        ('ftype="linear" parameter0="0.2" parameter1="0.1"', (0.0, 5.0, 10.0), (0.2, 0.7, 1.0)),
        ('ftype="constant" parameter0="0.3"', (0.0, 5.0, 10.0), (0.3, 0.3, 0.3)),
        (
            'ftype="triangular" parameter0="2" parameter1="8" parameter2="4"',
            (1.0, 2.0, 3.0, 4.0, 6.0, 8.0),
            (0, 0, 0.5, 1, 0.5, 0),
        ),
        ('ftype="triangular" parameter0="0" parameter1="8" parameter2="0"', (0.0, 4.0), (1, 0.5)),
    ],
)
def test_functions(evaluator: str, at: tuple[float, ...], expected: tuple[float, ...]) -> None:
    element = read_xml(f"<issue><evaluator {evaluator}/></issue>".encode(), "x")
    evaluate = function_of(Shape("real", "toll", "toll", (), ()), element, number, Told())
    assert evaluate is not None
    assert [evaluate(amount) for amount in at] == pytest.approx(list(expected), abs=1e-15)


def test_a_function_without_its_parameters_is_none() -> None:
    element = read_xml(b'<issue><evaluator ftype="linear" parameter0="1"/></issue>', "x")
    assert function_of(Shape("real", "toll", "toll", (), ()), element, number, Told()) is None
