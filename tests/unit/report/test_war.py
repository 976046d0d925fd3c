import xml.etree.ElementTree as ET

import pytest

from irenic.report.case_data import Case
from irenic.report.war import (
    breaks_table,
    ended_table,
    leading,
    missing_sentence,
    observed_table,
    values_table,
    war_view,
)
from irenic.report.wording import Wording
from tests.unit.report.war_example import spread
from tests.unit.report.war_example import war as example


@pytest.fixture
def english(at_war: None, case: Case) -> Wording:
    return Wording(case, "en")


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter("text")]


def description(svg: str) -> str:
    return ET.fromstring(svg).findtext("desc") or ""


def test_the_line_is_told_in_its_order_with_shares_at_the_horizon(english: Wording) -> None:
    view = war_view(example(), english)
    assert view.front is not None
    drawn = texts(view.front.svg)
    labels = [text for text in drawn if ": " in text]
    assert [label.partition(":")[0] for label in labels] == [
        "Ardenia holds the whole bank",
        "Ardenia has crossed the river",
        "Both armies stand where they are",
        "Borland has reached the upper dam",
        "Borland dictates its terms",
    ]
    assert "Both armies stand where they are: month 0: 100\u00a0%, month 6:" in description(view.front.svg)


def test_a_fan_for_each_quantity_and_side(english: Wording) -> None:
    fans = war_view(example(), english).fans
    assert [fan.title for fan in fans] == [
        "Men at the front: Ardenia",
        "Men at the front: Borland",
        "Money at hand: Ardenia",
        "Money at hand: Borland",
        "Men lost since the dossier’s date: Ardenia",
        "Men lost since the dossier’s date: Borland",
    ]
    assert "thousand men" in texts(fans[0].svg)
    assert "billion USD" in texts(fans[2].svg)
    assert description(fans[0].svg).startswith("month 0: 80 (76 to 84); month 6:")


def test_money_that_nobody_states_has_no_fan(english: Wording) -> None:
    war = example()
    del war["scenarios"][0]["fans"]["borland"]["money"]
    assert len(war_view(war, english).fans) == 5


def test_collapse_is_told_by_side_and_month(english: Wording) -> None:
    table = war_view(example(), english).collapse
    assert table is not None
    assert table.heads == ("Side", "month 0", "month 6", "month 12")
    assert table.rows == (("Ardenia", "0\u00a0%", "6\u00a0%", "12\u00a0%"), ("Borland", *["0\u00a0%"] * 3))


def test_when_the_balance_breaks_by_course(english: Wording) -> None:
    table = breaks_table(example(), english)
    assert table.heads[2] == "Not within 12 months"
    assert table.rows[0][:3] == ("As the dossier has it", "8 (3 to after 12)", "30\u00a0%")
    assert table.rows[0][3] == "Ardenia 60\u00a0%, Borland 10\u00a0%"
    assert [row[0] for row in table.rows[1:]] == [
        "Without: Calmar’s grain for arms",
        "No new money or aid from outside",
        "With: A crossing of the Ose",
    ]


def test_how_often_the_war_has_ended(english: Wording) -> None:
    war = example()
    first, places = war["scenarios"][0], war["scenarios"][0]["front"]
    ended = places["ardenia-prevails"][12] + places["borland-prevails"][12]
    assert breaks_table(war, english).heads[-1] == "War ended by month 12"
    assert breaks_table(war, english).rows[0][-1] == f"{100 * ended:.0f}\u00a0%"
    table = ended_table(first, war, english)
    assert table.heads == ("End", "month 12")
    assert [row[0] for row in table.rows] == [
        "Ardenia holds the whole bank",
        "Borland dictates its terms",
        "Any of them",
    ]
    assert table.rows[-1][1] == f"{100 * ended:.0f}\u00a0%"


def test_values_say_over_how_many_draws(english: Wording) -> None:
    assert "over the first 96 draws" in war_view(example(), english).values_text


def test_what_the_war_is_worth_by_course(english: Wording) -> None:
    war = example()
    del war["scenarios"][2]["values"]["borland"]
    table = values_table(war, english)
    assert table is not None
    assert table.heads == ("Course of events", "Ardenia", "Borland")
    assert table.rows[2] == ("No new money or aid from outside", "29 (21 to 37)", "–")


def test_a_war_that_cannot_be_followed_says_what_is_missing(english: Wording) -> None:
    war = example()
    war["scenarios"], war["missing"] = [], ["theatre.battle.initiative.ardenia", "theatre.sides.ardenia.forces"]
    view = war_view(war, english)
    assert view.sentences == (missing_sentence(war, english),)
    assert "theatre.battle.initiative.ardenia, theatre.sides.ardenia.forces" in view.sentences[0]
    assert (view.front, view.fans, view.collapse, view.breaks, view.values) == (None, (), None, None, None)


def test_without_values_there_is_no_table_of_them(english: Wording) -> None:
    war = example()
    for scenario in war["scenarios"]:
        scenario["values"] = {}
    assert war_view(war, english).values is None


def test_observed_beside_implied(english: Wording) -> None:
    war = example()
    table = observed_table(war, english)
    assert table is not None
    assert table.rows == (
        ("Borland’s losses, thousand", "20", "24 (18 to 30)", "a single figure, inside the implied range"),
        ("pace", "0.40 (0.20 to 0.60)", "0.50 (0.40 to 0.60)", "100\u00a0%"),
    )
    war["observed"][0]["observed"] = spread(40, 0)
    outside = observed_table(war, english)
    assert outside is not None
    assert outside.rows[0][3] == "a single figure, outside the implied range"
    war["observed"] = []
    assert observed_table(war, english) is None


def test_the_course_that_leads() -> None:
    war = example()
    first = leading(war)
    assert first is not None
    assert first["id"] == "as-written"
    war["scenarios"][1]["id"] = "asked"
    assert leading(war) is war["scenarios"][1]
    war["scenarios"] = []
    assert leading(war) is None


def test_caution_comes_with_the_numbers(english: Wording) -> None:
    told = " ".join(war_view(example(), english).sentences)
    assert "4,096 paths over 128 draws" in told
    assert "no forecast" in told
    assert "cannot show a break-through" in told
