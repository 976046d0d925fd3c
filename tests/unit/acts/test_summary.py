from irenic.acts.course import Course, refused_by
from irenic.acts.summary import Worked, worked
from irenic.acts.timeline import Timeline
from tests.unit.acts.examples import AID, MONEY, REVENUE, At, acts_of, effect, lever

LEVERS = {
    "aid": lever(trigger={"on": "yearly", "body": "senate"}, end={"on": "clock", "clock": "law"}, cost={"chor": {}}),
    "threat": lever(trigger={"on": "offer-refused", "by": "avia"}, credibility="0.2 to 0.6", lag="1 to 4"),
    "loan": lever(MONEY, duration="5", effects={"also": effect(REVENUE)}, cost={"bruma": {}, "avia": {}}),
    "attack": lever(trigger="own-choice"),
    "word": lever(None),
    "late": lever(lag="40"),
}
CLOCKS = {
    "law": {"date": "2030-10-01", "every": "12", "who": "chor"},
    "vote": {"date": "2030-11-05", "who": "avia", "effect": effect()},
    "strain": {"who": "avia"},
}


def told(course: Course = (), pulled: tuple[str, ...] = ()) -> dict[str, Worked]:
    at = At(acts_of(LEVERS, CLOCKS), course, {"senate": 0.4}, pulled)
    return {entry["id"]: entry for entry in worked(Timeline(at.acts, at.drawn, course, at.decisions, pulled))}


def same(x: float) -> dict[str, float]:
    return {"low": x, "median": x, "high": x}


def test_every_lever_and_clock_is_told_in_order() -> None:
    assert list(told()) == [*(f"levers.{name}" for name in LEVERS), *(f"clocks.{name}" for name in CLOCKS)]


def test_a_loan_begins_and_ends_and_somebody_bears_its_cost() -> None:
    assert told()["levers.loan"] == {
        "id": "levers.loan",
        "paths": [MONEY, REVENUE],
        "works": True,
        "begins": same(0.0),
        "ends": same(5.0),
        "chance": same(1.0),
        "bearers": ["bruma", "avia"],
    }


def test_a_yearly_act_has_the_mean_chance_of_its_years() -> None:
    act = told()["levers.aid"]
    mean = (1.0 + 3 * 0.4) / 4
    assert act["chance"] is not None
    assert abs(act["chance"]["median"] - mean) < 1e-12  # a sum of four
    assert (act["begins"], act["ends"]) == (same(0.0), None)


def test_what_does_not_come_does_not_work() -> None:
    for name in ("threat", "attack", "late"):
        entry = told()[f"levers.{name}"]
        assert (entry["works"], entry["begins"], entry["ends"], entry["chance"]) == (False, None, None, None)
        assert entry["paths"] == [AID]


def test_refusals_and_choices_set_off() -> None:
    threat = told(refused_by("bruma", "avia"))["levers.threat"]
    assert threat["works"]
    assert threat["begins"] is not None
    assert threat["begins"]["low"] < threat["begins"]["median"] < threat["begins"]["high"]
    assert told(pulled=("levers.attack",))["levers.attack"]["begins"] == same(0.0)


def test_clocks_press_or_only_strike() -> None:
    found = told()
    assert (found["clocks.vote"]["begins"], found["clocks.vote"]["ends"]) == (same(0.0), same(10.0))
    assert (found["clocks.law"]["begins"], found["clocks.law"]["ends"]) == (same(9.0), None)
    assert found["clocks.law"]["paths"] == []
    assert not found["clocks.strain"]["works"]


def test_a_sum_that_comes_at_once_has_no_length() -> None:
    at = At(acts_of({"sum": lever(MONEY, lag="3")}))
    (entry,) = worked(Timeline(at.acts, at.drawn, (), {}))
    assert entry["begins"] == entry["ends"] == same(3.0)


def test_a_lever_that_is_only_declared_has_a_time() -> None:
    assert (told()["levers.word"]["works"], told()["levers.word"]["paths"]) == (True, [])
