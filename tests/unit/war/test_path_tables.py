import numpy as np
import pytest

from irenic.acts.course import no_deal_course
from irenic.acts.stretches import stretches
from irenic.fast.philox_reference import units_plainly
from irenic.war.forecast import forecast
from irenic.war.kernels import path_rows as row
from irenic.war.odds import gate, win_chances
from irenic.war.path_tables import path_tables
from irenic.war.paths import fired, record_paths
from tests.unit.war.wars_with_levers import course_without_deal, dossier_with, war_case

DRAWS, SEED = 64, 3


@pytest.mark.parametrize(
    ("attrition", "law"),
    [
        (None, row.SQUARE),
        ({"p": "1", "q": "1"}, row.LINEAR),
        ({"p": "0.8 to 1", "q": "0 to 0.2"}, row.GENERAL),
    ],
)
def test_paths_go_where_the_forecast_of_what_fires_goes(attrition: dict[str, str] | None, law: int) -> None:
    """Forces, money, collapse and battle: on the path of every draw they are those of the forecast, once it is told
    which levers fire."""
    case = war_case(dossier_with(attrition=attrition or {}))
    drawn = case.drawing(0, DRAWS)
    course = course_without_deal(case.acts, drawn.acts)
    tables = path_tables(case.theatre, drawn.inputs, case.acts, drawn.acts, course)
    assert tables.law == law
    used = fired(course.use, course.chance, 0, SEED)
    expected = forecast(case.theatre, drawn.inputs, case.acts, drawn.acts, course, used)
    found = record_paths(tables, 1, SEED)
    wins = win_chances(
        drawn.inputs.b0[:, np.newaxis] + expected.shift,
        drawn.inputs.b1[:, np.newaxis] + expected.slope_shift,
        expected.log_ratio,
    )
    g = gate(drawn.inputs)
    for d in range(DRAWS):
        luck = np.array([units_plainly(SEED, d, month, 0) for month in range(case.theatre.horizon)])
        attacks = luck[:, [0, 2]] < expected.initiative[d].T
        won = attacks & (luck[:, [1, 3]] < np.stack([wins[0][d], wins[1][d]], axis=1))
        moved = attacks & (luck[:, [1, 3]] < np.stack([wins[0][d], wins[1][d]], axis=1) * g[d])
        place, over = case.theatre.start, False
        for month in range(case.theatre.horizon):
            assert found.places[d, month] == place
            assert found.measured[d, month, 0:2] == pytest.approx(expected.forces[d, :, month], rel=1e-12, abs=1e-10)
            assert found.measured[d, month, 2:4] == pytest.approx(expected.money[d, :, month], rel=1e-12, abs=1e-10)
            lost = expected.casualties[d, :, :month].sum(axis=1)
            assert found.measured[d, month, 4:6] == pytest.approx(lost, rel=1e-11, abs=1e-9)
            assert found.seen[d, month] == attacks[month] @ [1, 4] + won[month] @ [2, 8]
            step = int(moved[month] @ case.theatre.gain)
            place = min(max(place + step, 0), len(case.theatre.places) - 1)
            ended = bool(case.theatre.is_end[place])
            # An end that the line reaches comes first: who would have run dry in that month no longer does.
            gone = [k for k in (0, 1) if expected.collapse[d, k] == month and not ended]
            over = bool(gone) or ended
            if len(gone) == 1:
                place = case.theatre.collapse_to[gone[0]]
            if over:
                assert (found.places[d, month + 1 :] == place).all()
                assert (found.seen[d, month + 1 :] == 0).all()
                assert (found.measured[d, month + 1 :] == found.measured[d, month + 1]).all()
                assert [k for k in (0, 1) if found.collapse[d, k] == month] == gone
                break


def test_effects_of_one_lever_fire_together() -> None:
    case = war_case(dossier_with())
    drawn = case.drawing(0, 200)
    course = course_without_deal(case.acts, drawn.acts)
    used = fired(course.use, course.chance, 0, SEED)
    own = [n for n, k in enumerate(course.rule) if case.acts.rules[k].element == "levers.embargo"]
    assert len(own) == 3
    assert (used[:, own] == used[:, own[:1]]).all()
    shares = used.mean(axis=0)
    assert 0.4 < shares[own[0]] < 0.8  # credibility 0.4 to 0.8, five standard errors of a share of 200 within


def test_a_stock_gets_its_whole_sum() -> None:
    """A loan spread over ten months and a gift at once bring what they are said to bring."""
    case = war_case(dossier_with())
    drawn = case.drawing(0, 16)
    tables = path_tables(
        case.theatre, drawn.inputs, case.acts, drawn.acts, stretches(case.acts, drawn.acts, no_deal_course(), {})
    )
    rules = [rule.id for rule in case.acts.rules]
    for quantity, lever in ((row.MONEY_ADDED, "levers.loan"), (row.MONEY_ADDED + 1, "levers.gift")):
        (k,) = np.flatnonzero(tables.quantity == quantity)
        brought = tables.size[:, k] * (tables.end[:, k] - tables.begin[:, k])
        assert brought == pytest.approx(drawn.acts.size[:, rules.index(lever)], rel=1e-12)


def test_draws_do_not_depend_on_where_they_are_cut() -> None:
    case = war_case(dossier_with())
    whole, part = case.drawing(0, 24), case.drawing(16, 24)
    found = []
    for drawn in (whole, part):
        course = course_without_deal(case.acts, drawn.acts)
        tables = path_tables(case.theatre, drawn.inputs, case.acts, drawn.acts, course)
        found.append(record_paths(tables, 3, SEED))
    assert (found[0].places[48:] == found[1].places).all()
    assert (found[0].measured[48:] == found[1].measured).all()
