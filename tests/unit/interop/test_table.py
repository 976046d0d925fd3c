"""Tables, whatever they are written in."""

import pytest

from irenic.errors.problem import IrenicError
from irenic.interop.reading import Reading
from irenic.interop.table import Cell, Row, domain_of

HEAD = ["party", "issue", "option", "weight", "value"]


def rows(*texts: list[str]) -> list[Row]:
    return [[Cell(t, y, x) if t else None for x, t in enumerate(row, 1)] for y, row in enumerate(texts, 1)]


def table(*texts: list[str], comma: bool = False) -> Reading:
    return domain_of(rows(*texts), "river", "river.csv", "csv", "raw", comma)


def test_numbers_stand_in_one_row_or_in_several() -> None:
    head = [*HEAD, "amount", "reservation", "discount"]
    reading = table(
        head,
        ["Upper", "boats", "two", "", "0", "2", "", "0.9"],
        ["Upper", "boats", "five", "0.7", "1", "", "0.2", "0.9"],
        ["Lower", "boats", "two", "1", "1", "2", "", ""],
        ["Lower", "boats", "five", "1", "0", "5", "", ""],
    )
    (issue,) = reading.domain.issues
    assert (issue.options, issue.amounts) == (("two", "five"), (2.0, 5.0))
    upper, lower = reading.domain.parties
    assert (upper.weights, upper.reservation, upper.discount) == ((0.7,), 0.2, 0.9)
    assert (lower.weights, lower.reservation, lower.discount) == ((1.0,), None, None)


def test_columns_stand_in_any_order_under_heads_of_either_language() -> None:
    reading = table(
        ["評價", "選項", "議題", "當事方", "權重"], ["1", "甲", "水", "上游", "0.5"], ["0", "乙", "水", "上游", ""]
    )
    assert reading.domain.parties[0].name == "上游"
    assert reading.domain.parties[0].points == ((0.5, 0.0),)


def test_decimal_commas_where_they_may_stand() -> None:
    line = ["Upper", "water", "shared", "0,5", "1"]
    assert table(HEAD, line, comma=True).domain.parties[0].weights == (0.5,)
    with pytest.raises(IrenicError, match=r"interop\.no-number"):
        table(HEAD, line)
    with pytest.raises(IrenicError, match=r"interop\.no-number"):
        table(HEAD, ["Upper", "water", "shared", "1.000,5", "1"], comma=True)
    with pytest.raises(IrenicError, match=r"interop\.no-number"):
        table(HEAD, ["Upper", "water", "shared", "1,000,5", "1"], comma=True)


def test_rows_may_stand_in_any_order() -> None:
    reading = table(
        HEAD,
        ["Upper", "water", "shared", "1", "1"],
        ["Lower", "water", "ours", "1", "1"],
        ["Upper", "water", "ours", "1", "0"],
        ["Lower", "water", "shared", "1", "0"],
    )
    assert reading.domain.issues[0].options == ("shared", "ours")
    assert [party.evaluations for party in reading.domain.parties] == [((1.0, 0.0),), ((0.0, 1.0),)]
