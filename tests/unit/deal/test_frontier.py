"""The frontier of a space that a pencil suffices for, and what a summary says of it."""

import numpy as np
import pytest

from irenic.deal.frontier import (
    FrontierPoints,
    frontier_of,
    frontier_sizes,
    frontier_summary,
    frontier_within,
)
from irenic.deal.kernels.thresholds import zone_floors
from irenic.deal.spaces import Spaces, scale_of, spaces_of
from irenic.fast.grid import to_grid
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables
from irenic.numbers.draws import Sampler
from tests.unit.deal.brute import packages_of_space
from tests.unit.model.examples import cell, dossier_of, issue, party


def opposed(parties: int, no_deal: str = "20") -> Model:
    """Two issues with three options each, on which the first party wants the reverse of what the others want.

    Both have half of everybody's weight, so each adds 0, 20 or 50 to the first and 50, 30 or 0 to the others.
    """
    ours = cell("50", low="0", middle="40", high="100")
    theirs = cell("50", low="100", middle="60", high="0")
    return compile_model(
        dossier_of(
            parties={f"p{k}": party(no_deal=no_deal) for k in range(parties)},
            issues={name: issue("low", "middle", "high") for name in ("one", "two")},
            positions={f"p{k}": dict.fromkeys(("one", "two"), theirs if k else ours) for k in range(parties)},
        )
    )


def spaces(model: Model, draws: int = 1) -> Spaces:
    inputs = draw_inputs(model, Sampler(0), 0, draws)
    return spaces_of(model, inputs, inputs.no_deal[:, np.newaxis], [block_tables(model, inputs, "silent_zero")])


def test_points_come_once_with_their_first_package_and_the_first_partys_best_first() -> None:
    points = frontier_of(spaces(opposed(2)), 0)
    assert points is not None
    assert points.utilities.tolist() == [[100, 0], [70, 30], [50, 50], [40, 60], [20, 80], [0, 100]]
    assert points.packages.tolist() == [8, 5, 2, 4, 1, 0]


def test_from_five_parties_on_it_is_that_of_the_zone() -> None:
    assert [frontier_within(k) for k in (1, 4, 5)] == ["allowed", "allowed", "zone"]
    assert frontier_sizes(spaces(opposed(4))).tolist() == [6]
    points = frontier_of(spaces(opposed(5)), 0)
    assert points is not None
    assert points.utilities[:, 0].tolist() == [70, 50, 40, 20]
    assert frontier_sizes(spaces(opposed(5, "60"), draws=2)).tolist() == [0, 0]


def test_where_nothing_is_allowed_it_is_empty() -> None:
    given = spaces(opposed(2))
    given.hard_allowed[0, :3] = False
    points = frontier_of(given, 0)
    assert points is not None
    assert points.utilities.shape == (0, 2)
    assert frontier_sizes(given).tolist() == [0]


def test_it_is_given_up_beyond_the_limit() -> None:
    assert frontier_of(spaces(opposed(2)), 0, limit=5) is None
    assert frontier_sizes(spaces(opposed(2)), limit=5).tolist() == [-1]
    assert frontier_sizes(spaces(opposed(2)), limit=6).tolist() == [6]


def test_a_summary_speaks_of_the_draws_in_which_it_was_found() -> None:
    model = opposed(2)
    said = frontier_summary(model, np.array([-1, 6, 8, 10]), frontier_of(spaces(model), 0), "middle")
    points = said.pop("points")
    assert said == {
        "size": 8,
        "low": 6,
        "high": 10,
        "computed": 3,
        "within": "allowed",
        "draw": "middle",
        "of_draw": 6,
    }
    assert len(points) == 6
    assert points[1] == {"package": {"one": "middle", "two": "high"}, "utilities": {"p0": 70.0, "p1": 30.0}}


def test_a_summary_without_a_frontier() -> None:
    said = frontier_summary(opposed(2), np.array([-1, -1]), None, "3")
    assert (said["size"], said["computed"], said["of_draw"], said["points"]) == (0, 0, None, [])


@pytest.mark.parametrize(("most", "shown"), [(4, [0, 1, 3, 5]), (2, [0, 5]), (6, [0, 1, 2, 3, 4, 5])])
def test_of_many_points_some_are_told_from_end_to_end(most: int, shown: list[int]) -> None:
    model = opposed(2)
    points = frontier_of(spaces(model), 0)
    assert isinstance(points, FrontierPoints)
    said = frontier_summary(model, np.array([6]), points, "0", most)
    assert [x["utilities"]["p0"] for x in said["points"]] == points.utilities[shown, 0].tolist()
    assert said["of_draw"] == 6


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5, 6])
def test_thousands_of_packages(parties: int) -> None:
    issues, options = 6, 4
    rng = np.random.default_rng(parties)
    starts = np.arange(issues + 1) * options
    numbers = (np.arange(options) * options ** np.arange(issues)[::-1, np.newaxis]).reshape(-1)
    contributions = to_grid(rng.random((1, parties, issues * options)) * 100 / issues)
    allowed = np.ones((1, issues * options), dtype=np.bool_)
    scale = scale_of(contributions, allowed, starts)
    no_deal = to_grid(np.full((1, parties), 45.0))
    floors = zone_floors(no_deal, scale)
    given = Spaces(
        contributions=contributions,
        feasible=allowed,
        hard_allowed=allowed,
        no_deal=no_deal,
        scale=scale,
        floors=floors,
        alpha=np.full((1, parties), 1 / parties),
        numbers=numbers,
        starts=starts,
    )
    every = packages_of_space(contributions[0], numbers, starts)
    within = (every.utilities >= floors[0]).all(axis=1) if parties >= 5 else np.ones(len(every.numbers), dtype=np.bool_)
    utilities, packages = every.utilities[within], every.numbers[within]
    dominated = [((utilities >= u).all(axis=1) & (utilities > u).any(axis=1)).any() for u in utilities]
    points = frontier_of(given, 0)
    assert points is not None
    assert sorted(points.packages) == sorted(packages[~np.array(dominated)])
