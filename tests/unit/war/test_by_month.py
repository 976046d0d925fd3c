from dataclasses import replace

import numpy as np
import pytest

from irenic.acts.stretches import stretches
from irenic.war.by_month import LaterValues, values_by_month
from irenic.war.drawing import WarCase
from irenic.war.forecast import forecast
from irenic.war.odds import beliefs_of, gate, win_chances
from irenic.war.path_tables import path_tables
from irenic.war.paths import fired, record_paths
from irenic.war.reference import Course, Outlook, reference_value
from irenic.war.scenarios import AS_WRITTEN, Variant
from irenic.war.variant_values import variant_values
from tests.unit.war.wars_with_levers import dossier_with, lever, war_case

DRAWS, SEED = 24, 11


def later(case: WarCase, start: int = 0, stop: int = DRAWS, months: list[int] | None = None) -> LaterValues:
    drawn = case.drawing(start, stop)
    parts = drawn.inputs, case.acts, drawn.acts, drawn.decisions, drawn.utilities
    return values_by_month(case.theatre, *parts, SEED, months)


@pytest.fixture(scope="module")
def case() -> WarCase:
    return war_case(dossier_with())


@pytest.fixture(scope="module")
def found(case: WarCase) -> LaterValues:
    return later(case)


def test_at_first_values_are_war_values(case: WarCase, found: LaterValues) -> None:
    expected = variant_values(case, [Variant(AS_WRITTEN)], DRAWS)[AS_WRITTEN]
    assert found.value[:, 0, :3] == pytest.approx(expected[:, :3], abs=1e-10)  # order of sums
    assert np.isnan(found.value[:, :, 3]).all()


def test_in_the_end_the_line_is_worth_what_stands_there(case: WarCase, found: LaterValues) -> None:
    utilities = case.drawing(0, DRAWS).utilities
    for d in range(DRAWS):
        assert (found.value[d, -1, :3] == utilities[d, :3, found.front[d, -1]]).all()


def test_a_war_that_is_over_is_worth_what_it_brought(case: WarCase, found: LaterValues) -> None:
    utilities = case.drawing(0, DRAWS).utilities
    over = 0
    for d in range(DRAWS):
        for month in range(case.theatre.horizon + 1):
            place = found.front[d, month]
            if case.theatre.is_end[place] or found.collapse[d].min() < month:
                over += 1
                assert (found.value[d, month, :3] == utilities[d, :3, place]).all()
    assert over > 50


def test_months_and_draws_can_be_picked(case: WarCase, found: LaterValues) -> None:
    some = later(case, 8, 20, [2, 7])
    assert some.months == (2, 7)
    assert np.array_equal(some.value, found.value[8:20][:, [2, 7]], equal_nan=True)
    assert (some.front == found.front[8:20]).all()


def test_beliefs_follow_bayes_from_the_battles_seen() -> None:
    """A war without levers: products of likelihoods, one after the other, under the party's own optimism."""
    case = war_case(dossier_with(levers={}))
    found = later(case)
    drawn, beliefs = case.drawing(0, DRAWS), beliefs_of(case.theatre)
    nothing = stretches(case.acts, drawn.acts, (), {})
    expected = forecast(case.theatre, drawn.inputs, case.acts, drawn.acts, nothing)
    path = record_paths(path_tables(case.theatre, drawn.inputs, case.acts, drawn.acts, nothing), 1, SEED)
    for d in range(0, DRAWS, 5):
        for p, lean in ((0, drawn.inputs.optimism[d, 0]), (1, -drawn.inputs.optimism[d, 1])):
            weight = beliefs.weight.copy()
            for month in range(case.theatre.horizon):
                wins = win_chances(beliefs.b0, beliefs.b1, expected.log_ratio[d, month], lean)
                told = int(path.seen[d, month])
                for side in (0, 1):
                    if told >> (2 * side) & 1:
                        weight *= wins[side] if told >> (2 * side + 1) & 1 else 1.0 - wins[side]
                assert found.weight[d, month + 1, p] == pytest.approx(weight / weight.sum(), abs=1e-12)  # rounding


def test_later_values_are_those_of_the_definition_under_what_has_been_learned() -> None:
    """A war without levers, from a later month on, also from the one in which a side collapses: by plain recursion."""
    case = war_case(dossier_with(levers={}))
    theatre, found, beliefs = case.theatre, later(case), beliefs_of(case.theatre)
    drawn = case.drawing(0, DRAWS)
    expected = forecast(theatre, drawn.inputs, case.acts, drawn.acts, stretches(case.acts, drawn.acts, (), {}))
    checked = collapsing = 0
    for d in range(DRAWS):
        ended = [int(month) for month in expected.collapse[d]]
        for month in {4, min(*ended, theatre.horizon - 1)}:
            place, months = int(found.front[d, month]), theatre.horizon - month
            if theatre.is_end[place] or min(ended) < month:
                continue
            initiative = (
                [float(x) for x in expected.initiative[d, 0, month:]],
                [float(x) for x in expected.initiative[d, 1, month:]],
            )
            ratios = [float(x) for x in expected.log_ratio[d, month:]]
            nothing: tuple[list[float], list[float]] = ([], [])
            ahead = Course(nothing, nothing, nothing, nothing, ratios, initiative, [end - month for end in ended])
            value = 0.0
            for k, weight in enumerate(found.weight[d, month, 0]):
                outlook = Outlook(
                    b0=[float(beliefs.b0[k])] * months,
                    b1=[float(beliefs.b1[k])] * months,
                    gate=float(gate(drawn.inputs)[d]),
                    lean=[float(drawn.inputs.optimism[d, 0])] * months,
                    discount=[float(drawn.inputs.discount[d, 0]) ** (1 / 12)] * months,
                    cost=[0.0] * months,
                    utility=[float(x) for x in drawn.utilities[d, 0]],
                )
                value += weight * reference_value(replace(theatre, start=place, horizon=months), ahead, outlook)
            assert found.value[d, month, 0] == pytest.approx(value, abs=1e-9)  # order of sums
            checked, collapsing = checked + 1, collapsing + (min(ended) == month)
    assert checked > 20
    assert collapsing > 3


def test_what_waits_for_failure_works_only_once_talks_have_failed() -> None:
    """Bruma's revenue is cut when talks fail: until then the path is that of a war without levers, ahead it is not."""
    cut = {"embargo": lever("theatre.sides.bruma.revenue", "multiply", "0.1", "talks-fail")}
    held, free = later(war_case(dossier_with(levers=cut))), later(war_case(dossier_with(levers={})))
    assert (held.front == free.front).all()
    assert (held.collapse == free.collapse).all()
    assert (held.value[:, -1, :3] == free.value[:, -1, :3]).all()
    for month in (0, 6):
        lost = free.value[:, month, 1] - held.value[:, month, 1]
        assert lost.min() >= -1e-10  # order of sums
        assert lost.max() > 1.0


def test_what_was_used_is_known_afterwards() -> None:
    """A loan that comes or not in month 2: before, its chance counts; after, values split by whether it came."""
    loan = {"loan": lever("theatre.sides.avia.money", "add", "500", lag="2", credibility="0.5")}
    poor = {
        "avia": {"forces": "150", "replenishment": "6", "loss_rate": "40", "cost": "6", "revenue": "2", "money": "40"}
    }
    rich = {"bruma": {"forces": "150", "replenishment": "6", "loss_rate": "40"}}
    case = war_case(dossier_with(levers=loan, sides={**poor, **rich}))
    found = later(case, 0, 64, [2, 4])
    drawn = case.drawing(0, 64)
    course = stretches(case.acts, drawn.acts, (), {})
    came = fired(course.use, course.chance, 0, SEED)[:, 0]
    here = found.front[:, 4] == case.theatre.start
    gained = found.value[:, 1, 0] - found.value[:, 0, 0]
    assert 10 < came.sum() < 54
    assert np.median(gained[came & here]) > 0.0 > np.median(gained[~came & here])


def test_what_follows_on_a_use_is_known_by_whether_it_was_used() -> None:
    """Aid that a doubtful law may end in month 6: in month 3 it is there or not, and if it is, it goes on by halves."""
    law = lever("theatre.sides.bruma.aid", "add", "0", duration="6", credibility="0.5")
    aid = lever("theatre.sides.avia.grants", "add", "9", credibility="0.5", end={"on": "lever-ends", "lever": "law"})
    certain = aid | {"credibility": "1"}
    found, sure, none = (
        later(war_case(dossier_with(levers={"law": law, **levers})), 0, 64, [3])
        for levers in ({"aid": aid}, {"aid": certain}, {})
    )
    case = war_case(dossier_with(levers={"law": law, "aid": aid}))
    drawn = case.drawing(0, 64)
    course = stretches(case.acts, drawn.acts, (), {})
    there = fired(course.use, course.chance, 0, SEED)[:, 1]
    assert 10 < there.sum() < 54
    for used, expected in ((there, sure), (~there, none)):
        same = used & (found.front[:, 3] == expected.front[:, 3])
        assert found.value[same, 0, 0] == pytest.approx(expected.value[same, 0, 0], abs=1e-9)  # order of sums
        assert same.sum() > 10
