import xml.etree.ElementTree as ET

import pytest

from irenic.report.case_data import Case
from irenic.report.opening_data import Frontier
from irenic.report.package_pictures import frontier_sentence, package_pictures
from irenic.report.wording import Wording
from tests.unit.report.opening_examples import FRONTIER, MIDDLE


def texts(svg: str) -> set[str]:
    return {"".join(text.itertext()) for text in ET.fromstring(svg).iter("text")}


def test_a_picture_for_the_two_parties_that_must_consent(case: Case) -> None:
    (picture,) = package_pictures(MIDDLE, FRONTIER, Wording(case, "en"))
    assert picture.title == "Packages of the middle case: Ardenia and Borland"
    assert picture.note == ""
    written = texts(picture.svg)
    assert {"No deal", "Nash", "Raiffa", "Frontier: 2 of 2 points"} <= written
    assert "Egalitarian" not in written, "there is none"


def test_the_frontier_of_another_draw_is_not_drawn(case: Case) -> None:
    other: Frontier = {**FRONTIER, "draw": "17"}
    (picture,) = package_pictures(MIDDLE, other, Wording(case, "en"))
    assert "Frontier: 0 of 2 points" in texts(picture.svg)


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
    assert all(picture.note for picture in pictures)


@pytest.mark.parametrize(
    ("computed", "words"),
    [
        (128, "Over the draws the frontier has 7 points (4 to 11); found in 128 of them."),
        (5, "Over the draws the frontier has 7 points (4 to 11); found in 5 of them."),
        (0, "In no draw does the frontier have few enough points to be found."),
    ],
)
def test_the_size_of_the_frontier(computed: int, words: str, case: Case) -> None:
    assert frontier_sentence({**FRONTIER, "computed": computed}, Wording(case, "en")) == words
