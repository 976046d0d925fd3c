from datetime import date

import pytest

from irenic.acts.rules import is_stock, month_of
from tests.unit.acts.examples import AID, MONEY, REVENUE, acts_of, effect, lever


@pytest.mark.parametrize(
    ("day", "month"),
    [
        (date(2025, 12, 21), 0),
        (date(2026, 1, 20), 0),
        (date(2026, 1, 21), 1),
        (date(2026, 10, 1), 9),
        (date(2026, 11, 3), 10),
        (date(2025, 12, 20), -1),
        (date(2025, 12, 1), -1),
        (date(2024, 12, 21), -12),
    ],
)
def test_months_are_whole_calendar_months(day: date, month: int) -> None:
    assert month_of(day, date(2025, 12, 21)) == month


def test_rules_stand_in_dossier_order_and_share_what_their_element_says() -> None:
    levers = {
        "two": lever(effects={"also": effect(REVENUE), "more": effect(MONEY, "add")}, lag="2", credibility="0.5"),
        "one": lever(trigger="talks-fail", end={"on": "offer-made", "by": "avia"}, duration="3"),
    }
    acts = acts_of(levers, {"bell": {"who": ["avia", "bruma"], "effect": effect(), "credibility": "0.5"}}, "24")
    assert [(rule.id, rule.path) for rule in acts.rules] == [
        ("levers.two", AID),
        ("levers.two.effects.also", REVENUE),
        ("levers.two.effects.more", MONEY),
        ("levers.one", AID),
        ("clocks.bell", AID),
    ]
    assert [rule.size.path for rule in acts.rules] == [
        "levers.two.size",
        "levers.two.effects.also.size",
        "levers.two.effects.more.size",
        "levers.one.size",
        "clocks.bell.effect.size",
    ]
    two, also, more, one, bell = acts.rules
    assert two.lag is also.lag is more.lag is not None
    assert also.credibility is not None
    assert also.credibility.path == "levers.two.credibility"
    assert one.duration is not None
    assert (one.trigger is not None, one.end is not None) == (True, True)
    assert (bell.trigger, bell.end, bell.lag, bell.duration) == (None, None, None, None)
    assert bell.holders == ("avia", "bruma")
    assert [rule.stock for rule in acts.rules] == [False, False, True, False, False]
    assert acts.touching(AID) == (0, 3, 4)
    assert acts.paths == {AID, REVENUE, MONEY}
    assert (acts.horizon, acts.as_of) == (24, date(2030, 1, 1))


def test_stocks_are_those_of_a_side() -> None:
    assert is_stock("theatre.sides.avia.money")
    assert is_stock("theatre.sides.avia.forces")
    assert not is_stock("theatre.sides.avia.aid")
    assert not is_stock("parties.avia.money")


def test_bodies_that_decide_a_lever_besides_its_trigger() -> None:
    bodies = {
        "senate": {"rule": "majority", "decides": {"levers": ["one", "two"]}},
        "court": {"rule": "majority", "decides": {"levers": "one"}},
    }
    levers = {
        "one": lever(trigger={"on": "body-decides", "body": "senate"}),
        "two": lever(trigger="talks-fail"),
        "three": lever(),
    }
    assert [act.bodies for act in acts_of(levers, bodies=bodies).levers] == [("court",), ("senate",), ()]


def test_nothing_comes_before_the_earliest_date() -> None:
    assert acts_of().earliest == 0
    dated = {"one": lever(trigger={"on": "date", "date": "2029-08-01"})}
    assert acts_of(dated).earliest == -5
    assert acts_of(dated, {"bell": {"since": "2029-01-15", "who": "avia"}}).earliest == -12
    assert acts_of({}, {"bell": {"date": "2031-01-15", "who": "avia"}}).earliest == 0
