import pytest

from irenic.report.case_data import Case
from irenic.report.theatre_words import (
    breaks_words,
    course_name,
    digits,
    fan_spread,
    first_to_give_way,
    lever_name,
    marks,
    places_with_distance,
    positions_of,
    share_words,
    signed_words,
    spread_words,
    telling_decimals,
    theatre_of,
)
from irenic.report.war_data import Breaks, Scenario, Spread
from irenic.report.wording import Wording
from tests.unit.report.war_example import fan, scenario, spread


@pytest.fixture
def english(at_war: None, case: Case) -> Wording:
    return Wording(case, "en")


@pytest.fixture
def chinese(at_war: None, case: Case) -> Wording:
    return Wording(case, "zh")


def test_tables_tell_few_months_and_the_last() -> None:
    assert marks(36) == [0, 6, 12, 24, 36]
    assert marks(18) == [0, 6, 12, 18]
    assert marks(0) == [0]


def test_places_and_how_far_they_lie_from_the_start(english: Wording) -> None:
    assert [away for _, away in places_with_distance(english)] == [None, 1, 0, 1, None]
    assert positions_of(english) == 3


def test_a_case_without_a_theatre_has_no_places(case: Case) -> None:
    with pytest.raises(ValueError, match="no theatre"):
        theatre_of(Wording(case, "en"))


@pytest.mark.parametrize(
    ("identity", "levers", "english_name", "chinese_name"),
    [
        ("as-written", [], "As the dossier has it", "依案卷所述"),
        ("without:grain-aid", ["grain-aid"], "Without: Calmar’s grain for arms", "若無：卡爾馬的糧援換武器"),
        ("pulled:crossing", ["levers.crossing"], "With: A crossing of the Ose", "若動用：渡過奧色河"),
        ("no-new-money-or-aid", ["grain-aid"], "No new money or aid from outside", "外界不再提供資金與援助"),
        ("asked", ["clocks.harvest"], "As asked: The harvest", "依所問：收成"),
        ("asked", ["harvest"], "As asked: The harvest", "依所問：收成"),
        ("asked", [], "As asked", "依所問"),
    ],
)
def test_courses_have_names(
    english: Wording, chinese: Wording, identity: str, levers: list[str], english_name: str, chinese_name: str
) -> None:
    course: Scenario = {**scenario(identity, levers, 1, 8, 34)}
    assert course_name(course, english) == english_name
    assert course_name(course, chinese) == chinese_name


def test_levers_that_the_case_does_not_know_keep_their_id(english: Wording) -> None:
    assert lever_name("levers.none", english) == "levers.none"
    assert lever_name("none", english) == "none"


@pytest.mark.parametrize(
    ("value", "decimals", "text"), [(-0.4, 0, "0"), (-12.0, 0, "−12"), (1234.5, 1, "1,234.5"), (-0.04, 1, "0")]
)
def test_numbers_have_a_proper_minus_and_no_minus_zero(value: float, decimals: int, text: str) -> None:
    assert digits(value, decimals) == text


def test_a_number_stands_with_its_range(english: Wording, chinese: Wording) -> None:
    assert spread_words(spread(34, 8), english) == "34 (26 to 42)"
    assert spread_words(spread(34, 8), chinese) == "34（26 至 42）"
    assert spread_words(spread(34, 0.2), english) == "34"
    assert spread_words(spread(0.5, 0.1), english, 2) == "0.50 (0.40 to 0.60)"
    assert share_words(spread(0.2, 0.1), english) == "20\u00a0% (10–30\u00a0%)"
    assert share_words(spread(1, 0), english) == "100\u00a0%"


def test_gains_are_signed(english: Wording) -> None:
    assert signed_words(spread(4, 2), english) == "+4.0 (+2.0 to +6.0)"
    assert signed_words(spread(-1, 1), english) == "−1.0 (−2.0 to 0)"
    assert signed_words(spread(20, 0), english) == "+20"
    assert signed_words(spread(0.4, 0.1), english) == "+0.4 (+0.3 to +0.5)"


def test_small_numbers_keep_their_ends_apart() -> None:
    wide: list[Spread] = [spread(3, 1), spread(40, 1)]
    assert telling_decimals(wide) == 0
    assert telling_decimals(wide[:1]) == 1
    assert telling_decimals([spread(0.2, 0.1)]) == 2
    assert telling_decimals([]) == 2


def test_a_fan_in_a_month() -> None:
    found = fan(80, -1, 4)
    assert fan_spread(found, 4) == {"low": found["p5"][4], "median": 76, "high": found["p95"][4]}


def test_the_month_in_which_the_balance_breaks(english: Wording, chinese: Wording) -> None:
    breaks: Breaks = {"never": 0.3, "by_side": {"ardenia": 0.6, "borland": 0.1}, "low": 3, "median": 8, "high": None}
    assert breaks_words(breaks, 12, english) == "8 (3 to after 12)"
    assert breaks_words(breaks, 12, chinese) == "8（3 至 12 以後）"
    breaks["low"] = breaks["median"] = None
    assert breaks_words(breaks, 12, english) == "after 12"
    assert first_to_give_way(breaks, ["ardenia", "borland"], english) == "Ardenia 60\u00a0%, Borland 10\u00a0%"
