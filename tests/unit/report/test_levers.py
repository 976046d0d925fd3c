import xml.etree.ElementTree as ET

import pytest

from irenic.report.case_data import Case
from irenic.report.levers import levers_view
from irenic.report.wording import Wording
from tests.unit.report.war_example import spread, war


@pytest.fixture
def english(at_war: None, case: Case) -> Wording:
    return Wording(case, "en")


def test_when_each_works_what_it_does_and_who_bears_it(english: Wording) -> None:
    view = levers_view(war(), english)
    assert view is not None
    aid, crossing, pension, harvest = view.rows
    assert (aid.name, aid.holders, aid.when) == ("Calmar’s grain for arms", "Calmar", "2 to after 12")
    assert aid.chance == "70\u00a0% (50–90\u00a0%)"
    assert aid.effects == ("Ardenia +4.0 (+2.0 to +6.0)", "Borland −3.0 (−4.0 to −2.0)")
    assert aid.bearers == ("Calmar: 2 to 4 billion USD",)
    assert (crossing.when, crossing.effects) == (
        "if its holder chooses",
        ("if used: Ardenia −1.0 (−1.5 to −0.5)",),
    )
    assert crossing.bearers == ("Ardenia",)
    assert (pension.name, pension.when, pension.chance) == ("pension", "not in the course of no deal", "")
    assert (pension.effects, pension.bearers) == ((), ())
    assert (harvest.name, harvest.when) == ("The harvest", "0 to 6")


def test_the_picture_has_a_row_for_each_and_tells_it(english: Wording) -> None:
    view = levers_view(war(), english)
    assert view is not None
    svg = ET.fromstring(view.picture.svg)
    drawn = ["".join(text.itertext()) for text in svg.iter("text")]
    assert {
        "Calmar’s grain for arms",
        "70\u00a0%",
        "at will",
        "pension",
        "not at work",
        "The harvest",
        "100\u00a0%",
    } <= set(drawn)
    assert "Calmar’s grain for arms: 2 to after 12; " in (svg.findtext("desc") or "")


def test_a_lever_that_the_case_does_not_name_is_told_by_its_id(english: Wording) -> None:
    data = war()
    data["levers"] = [{**data["levers"][0], "id": "levers.unnamed", "ends": spread(9, 1)}]
    view = levers_view(data, english)
    assert view is not None
    assert (view.rows[0].name, view.rows[0].holders, view.rows[0].when) == ("levers.unnamed", "", "2 to 9")


def test_no_levers_no_section(english: Wording) -> None:
    data = war()
    data["levers"] = []
    assert levers_view(data, english) is None


def test_effects_that_round_to_nothing_are_left_out(english: Wording) -> None:
    data = war()
    data["levers"][0]["effect"]["borland"] = spread(0.01, 0.02)
    data["levers"][1]["effect"]["ardenia"] = spread(0, 0)
    view = levers_view(data, english)
    assert view is not None
    assert view.rows[0].effects == ("Ardenia +4.0 (+2.0 to +6.0)",)
    assert view.rows[1].effects == ("if used: under 0.05 for every party",)
