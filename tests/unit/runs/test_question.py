import numpy as np

from irenic.dossier.schema.root import Dossier
from irenic.runs.answering import compute
from irenic.runs.memory import MemoryStore
from irenic.runs.question import Question, question
from irenic.runs.settings import Settings
from tests.unit.war.theatres import warring

FEW = Settings(draws=16, seed=5)


def test_without_a_theatre_nothing_is_told_of_a_war_and_readings_agree(tutorial: Dossier) -> None:
    asked = question(tutorial, FEW)
    assert not [name for name in asked.layout.names if name.startswith("war.")]
    store = MemoryStore(asked.layout)
    compute(asked, store)
    no_deal = store.array("deal.no_deal")
    assert np.array_equal(no_deal[:, 0], no_deal[:, 1], equal_nan=True)
    assert np.array_equal(no_deal[:, 0], asked.drawn(0, 16)[0].no_deal, equal_nan=True)


def test_with_a_theatre_the_kind_of_values_decides_what_is_told() -> None:
    computed, stated = (set(question(warring(), settings).layout.names) for settings in _kinds())
    months = {"war.no_deal_by_month", "war.front_by_month", "war.possible_by_month"}
    assert computed - stated == months
    assert {"war.value", "war.tail", "war.possible_otherwise"} <= stated


def test_the_kind_of_values_is_part_of_what_a_run_is() -> None:
    computed, stated = (question(warring(), settings).number_settings for settings in _kinds())
    assert {name for name in computed if computed[name] != stated[name]} == {"no_deal"}
    more = question(warring(), Settings(draws=16, runs=64)).number_settings
    assert (computed["war_runs"], more["war_runs"]) == (256, 64)


def test_what_is_computed_is_what_the_draws_of_the_question_say(asked: Question) -> None:
    store = MemoryStore(asked.layout)
    compute(asked, store)
    inputs, no_deal = asked.kept(store.array("deal.no_deal"))(8, 24)
    there, used = asked.drawn(8, 24)
    assert np.array_equal(inputs.weights, there.weights)
    assert np.array_equal(no_deal, used, equal_nan=True)


def _kinds() -> tuple[Settings, Settings]:
    return Settings(draws=16), Settings(draws=16, no_deal="stated")
