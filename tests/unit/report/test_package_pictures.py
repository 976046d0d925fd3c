import xml.etree.ElementTree as ET

import pytest

from irenic.report.case_data import Case
from irenic.report.opening_data import Frontier
from irenic.report.package_pictures import frontier_sentences, package_pictures
from irenic.report.wording import Wording
from tests.unit.report.opening_examples import FRONTIER, MIDDLE


def texts(svg: str) -> set[str]:
    return {"".join(text.itertext()) for text in ET.fromstring(svg).iter("text")}


def test_a_picture_for_the_two_parties_that_must_consent(case: Case) -> None:
    (picture,) = package_pictures(MIDDLE, FRONTIER, Wording(case, "en"))
    assert picture.title == "Ardenia and Borland, middle case"
    labels = {
        "Outside the zone, packages shown: 1",
        "In the zone, packages shown: 2",
        "Pareto frontier, points: 2",
        "No deal: 35 / 40",
        "Nash: 60 / 58",
        "Raiffa: 57 / 62",
    }
    assert labels <= texts(picture.svg)
    assert not any("Egalitarian" in text for text in texts(picture.svg)), "there is none"
    described = ET.fromstring(picture.svg).findtext("desc") or ""
    assert all(label in described for label in labels)
    assert "across, points of Ardenia; up, points of Borland" in described


def test_the_frontier_of_another_draw_is_not_drawn(case: Case) -> None:
    other: Frontier = {**FRONTIER, "draw": "17"}
    (picture,) = package_pictures(MIDDLE, other, Wording(case, "en"))
    assert "Pareto frontier: 0 of 2 points" in texts(picture.svg)


def test_a_frontier_that_was_given_up(case: Case) -> None:
    unknown: Frontier = {**FRONTIER, "of_draw": None, "points": []}
    (picture,) = package_pictures(MIDDLE, unknown, Wording(case, "en"))
    assert "Pareto frontier: more points than are looked for" in texts(picture.svg)


def test_three_parties_have_three_pictures_that_say_what_the_frontier_is(case: Case) -> None:
    case["parties"][2]["consents"] = True
    middle = {
        **MIDDLE,
        "no_deal": {**MIDDLE["no_deal"], "calmar": 20.0},
        "packages": [[*row, 50.0] for row in MIDDLE["packages"]],
        "solutions": {"nash": {"ardenia": 60.0, "borland": 58.0, "calmar": 50.0}},
    }
    frontier = {**FRONTIER, "points": []}
    pictures = package_pictures(middle, frontier, Wording(case, "en"))  # type: ignore[arg-type]
    assert len(pictures) == 3
    assert "two of them alone" in frontier_sentences(frontier, 128, Wording(case, "en"))[-1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("computed", "words"),
    [
        (128, "Over all 128 draws, points of the frontier: 7 (median; 5th to 95th percentile: 4 to 11)."),
        (5, "Over the 5 of 128 draws in which it was found, points of the frontier: 7 (median;"),
        (0, "In every draw the frontier has more points than are looked for."),
    ],
)
def test_the_size_of_the_frontier(computed: int, words: str, case: Case) -> None:
    meaning, size = frontier_sentences({**FRONTIER, "computed": computed}, 128, Wording(case, "en"))
    assert meaning.startswith("A package is on the Pareto frontier if no other package that nothing forbids")
    assert size.startswith(words)
