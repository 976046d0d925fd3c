"""Series of made-up data: formats, sums of parts, months that close on a day, gaps."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from scripts.series import Series, month_after, read_series

WORDS = {"label": "area", "unit": "km²", "source": "a surveyor", "cannot": "see at night"}


def described(**more: Any) -> dict[str, Any]:
    return {**WORDS, **more}


def level(values: dict[date, float]) -> Series:
    return Series("a", "a", "km²", "level", values, "", "")


def test_csv_with_rows_to_choose_from_and_a_scale(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("day,who,n\n2020-01-01 00:00,x,5\n2020-01-01 00:00,y,7\n2020-01-02 00:00,x,6\n")
    told = described(file="a.csv", format="csv", date="day", value="n", where={"who": ["x"]}, scale=0.1)
    assert read_series("a", told, tmp_path).values == pytest.approx({date(2020, 1, 1): 0.5, date(2020, 1, 2): 0.6})


def test_records_summed_over_parts_count_only_days_that_have_all(tmp_path: Path) -> None:
    rows = [
        {"d": "2020-01-01", "part": "held", "n": 1},
        {"d": "2020-01-01", "part": "won", "n": 2},
        {"d": "2020-01-02", "part": "held", "n": 9},
    ]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    told = described(file="a.json", format="records", date="d", value="n", where={"part": ["held", "won"]}, sum="part")
    assert read_series("a", told, tmp_path).values == {date(2020, 1, 1): 3.0}


def test_an_object_of_days_and_a_flow_by_calendar_month(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"2020-02-03T00:00:00": 4}')
    told = described(file="a.json", format="object", date="key", value="value")
    assert read_series("a", told, tmp_path).values == {date(2020, 2, 3): 4.0}
    (tmp_path / "b.csv").write_text("year,month,n\n2020,2,4\n2020,3,5\n")
    told = described(file="b.csv", format="csv", date=["year", "month"], value="n", kind="flow")
    flow = read_series("b", told, tmp_path)
    assert flow.changes(date(2020, 5, 21)) == {date(2020, 2, 29): 4.0, date(2020, 3, 31): 5.0}


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("{}")
    with pytest.raises(ValueError, match="csv, records or object"):
        read_series("a", described(file="a.txt", format="prose", date="d", value="n"), tmp_path)


def test_months_of_a_level_close_on_the_day_and_take_the_newest_value_before_it() -> None:
    days = {date(2020, 1, 1) + timedelta(n): float(n) for n in range(0, 100, 3)}
    changes = level(days).changes(date(2021, 6, 21))
    assert list(changes) == [date(2020, 2, 21), date(2020, 3, 21)]
    # The newest days on or before the 21st are 18, 51 and 78 days after the first.
    assert list(changes.values()) == [33.0, 27.0]


def test_a_month_whose_end_has_only_an_old_value_is_left_out_and_so_is_the_next() -> None:
    days = {date(2020, m, 21): float(m) for m in (1, 2, 4, 5)}
    days[date(2020, 3, 10)] = 3.0
    assert level(days).changes(date(2020, 12, 21)) == {date(2020, 2, 21): 1.0, date(2020, 5, 21): 1.0}


def test_the_last_day_of_a_short_month_closes_it() -> None:
    assert month_after(date(2020, 1, 31), 31) == date(2020, 2, 29)
    assert month_after(date(2020, 12, 31), 31) == date(2021, 1, 31)
