from typing import Any

import pytest

from irenic.model.compilation import compile_model
from irenic.war.theatre import NOWHERE, Theatre, compile_theatre
from tests.unit.model.examples import dossier_of, everything
from tests.unit.war.theatres import warring


def compiled(**theatre: Any) -> Theatre:
    dossier = warring(**theatre)
    found = compile_theatre(dossier, compile_model(dossier))
    assert found is not None
    return found


def test_places_stand_in_a_row_with_the_packages_that_they_name() -> None:
    theatre = compiled()
    assert [place.id for place in theatre.places] == ["bruma-wins", "river", "hills", "avia-wins"]
    assert theatre.is_end.tolist() == [True, False, False, True]
    assert theatre.packages.tolist() == [[3], [0], [1], [2]]
    assert theatre.places[theatre.start].id == "river"


def test_sides_and_their_patrons() -> None:
    theatre = compiled()
    assert theatre.sides == ("avia", "bruma")
    assert theatre.side_of == (0, 1, 1)
    assert theatre.belligerent == (0, 1, NOWHERE)


def test_the_end_that_is_a_collapse_tells_who_gains_which_way() -> None:
    theatre = compiled()
    assert theatre.gain == (1, -1)
    assert theatre.upward == 0
    assert theatre.collapse_to == (0, 3)  # the other end, of which nothing is said, is the other side's collapse


def test_the_other_way_round() -> None:
    front: dict[str, Any] = {
        "positions": {"river": {"z": "0", "meaning": "m"}},
        "ends": {"lost": {"z": "1", "meaning": "m", "term": {}, "collapse_of": "avia"}},
    }
    theatre = compiled(front=front)
    assert theatre.gain == (-1, 1)
    assert theatre.upward == 1
    assert theatre.collapse_to == (1, NOWHERE)


def test_who_helps_both_is_on_no_side() -> None:
    side = {"forces": "100", "patrons": "corla"}
    assert compiled(sides={"avia": side, "bruma": side}).side_of == (0, 1, NOWHERE)


@pytest.mark.parametrize(
    ("theatre", "missing"),
    [
        ({}, ()),
        ({"sides": {"avia": {"forces": "100"}, "bruma": {}}}, ("theatre.sides.bruma.forces",)),
        ({"front": {}}, ("theatre.front.positions",)),
        ({"front": {"positions": {"river": {"z": "0", "meaning": "m"}}}}, ("theatre.front.ends",)),
    ],
)
def test_what_is_missing(theatre: dict[str, Any], missing: tuple[str, ...]) -> None:
    assert compiled(**theatre).missing == missing


def test_no_theatre_without_war() -> None:
    dossier = dossier_of(**everything())
    assert compile_theatre(dossier, compile_model(dossier)) is None


@pytest.mark.parametrize(("period", "months"), [("week", 9), ("month", 36), ("quarter", 108)])
def test_the_horizon_is_told_in_months(period: str, months: int) -> None:
    dossier = warring()
    clock = dossier.file.clock.model_copy(update={"period": period})
    dossier = dossier.model_copy(update={"file": dossier.file.model_copy(update={"clock": clock})})
    theatre = compile_theatre(dossier, compile_model(dossier))
    assert theatre is not None
    assert theatre.horizon == months


def test_numbers_that_are_stated_feed_the_draws() -> None:
    feeds = compiled().feeds
    assert [(feed.path, feed.at) for feed in feeds.forces] == [
        ("theatre.sides.avia.forces", (0,)),
        ("theatre.sides.bruma.forces", (1,)),
    ]
    assert [(feed.path, feed.at) for feed in feeds.points_cost] == [("theatre.sides.avia.points_cost", (0,))]
    assert [(feed.path, feed.at) for feed in feeds.initiative] == [("theatre.battle.initiative.avia", (0,))]
    assert [(feed.path, feed.at) for feed in feeds.optimism] == [("theatre.beliefs.avia.optimism", (0,))]
    assert [feed.path for feed in feeds.discount] == ["parties.avia.discount", "parties.bruma.discount"]
    assert feeds.b0 == ()
