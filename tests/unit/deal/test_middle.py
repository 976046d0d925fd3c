from typing import Any

import numpy as np
import pytest

from irenic.deal.existence import drawing_as_stated
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.middle import PICTURED, middle_draw, middle_spaces, space_picture
from irenic.deal.spaces import Spaces
from irenic.model.compilation import compile_model
from irenic.model.structure import Model
from tests.unit.deal.test_blocking import sections as road
from tests.unit.deal.test_plan import model as regular
from tests.unit.model.examples import dossier_of, everything


@pytest.fixture(scope="module")
def model() -> Model:
    return compile_model(dossier_of(**everything()))


def spaces_of_middle(model: Model) -> Spaces:
    return middle_spaces(model, *middle_draw(drawing_as_stated(model)))


def test_numbers_are_at_their_medians_and_events_as_more_likely(model: Model) -> None:
    inputs, no_deal = middle_draw(drawing_as_stated(model))
    assert inputs.draws == 1
    medians = {feed.at: feed.distribution.median for feed in model.feeds.no_deal}
    assert {at: no_deal[0, 0, at[0]] for at in medians} == pytest.approx(medians, abs=1e-9)  # moved to the grid
    assert inputs.binds.tolist() == [[True, True, True]]  # probabilities 0.5, 0.5, 1
    assert inputs.infeasible.tolist() == [[False]]  # probability 0.25


def test_a_small_space_is_pictured_whole(model: Model) -> None:
    spaces = spaces_of_middle(model)
    said = space_picture(model, spaces, 0)
    parts = np.add.reduceat(spaces.hard_allowed[0], spaces.starts[:-1], dtype=np.int64)
    assert len(said["packages"]) == parts.prod()
    inside = [all(u >= f for u, f in zip(x, spaces.floors[0], strict=True)) for x in said["packages"]]
    assert said["in_zone"] == inside
    assert said["no_deal"] == {"avia": spaces.no_deal[0, 0], "bruma": spaces.no_deal[0, 1]}


def test_solutions_are_packages_of_the_zone() -> None:
    model = regular(4, 3, 3)
    said = space_picture(model, spaces_of_middle(model), 0)
    zone = [x for x, inside in zip(said["packages"], said["in_zone"], strict=True) if inside]
    for name in SOLUTIONS:
        assert list(said["solutions"][name].values()) in zone
    worth = said["solutions"]["raiffa"]
    assert all(worth[party] > no_deal for party, no_deal in said["no_deal"].items())


def test_without_a_deal_there_are_no_solutions() -> None:
    model = regular(2, 2, 2)
    inputs, no_deal = middle_draw(drawing_as_stated(model))
    said = space_picture(model, middle_spaces(model, inputs, np.full_like(no_deal, 101.0)), 0)
    assert said["solutions"] == dict.fromkeys((*SOLUTIONS, "raiffa"))
    assert len(said["packages"]) == 4
    assert not any(said["in_zone"])


def test_where_nothing_is_allowed_nothing_is_pictured(model: Model) -> None:
    spaces = spaces_of_middle(model)
    spaces.hard_allowed[:] = False
    assert space_picture(model, spaces, 0)["packages"] == []


def test_of_a_large_space_a_sample_is_pictured() -> None:
    model = regular(8, 4, 2)
    spaces = spaces_of_middle(model)
    packages = space_picture(model, spaces, 0)["packages"]
    assert 0.9 * PICTURED < len(packages) <= PICTURED
    assert packages == space_picture(model, spaces, 0)["packages"]


def test_what_a_coalition_blocks_is_not_in_the_zone() -> None:
    open_road, blocked = (
        space_picture(m, spaces_of_middle(m), 0) for m in map(model_of, (road(coalitions={}), road()))
    )
    assert open_road["packages"] == blocked["packages"]
    assert sum(open_road["in_zone"]) > sum(blocked["in_zone"]) == 1
    (only,) = (x for x, inside in zip(blocked["packages"], blocked["in_zone"], strict=True) if inside)
    assert list(blocked["solutions"]["utilitarian"].values()) == only


def model_of(sections: dict[str, Any]) -> Model:
    return compile_model(dossier_of(**sections))
