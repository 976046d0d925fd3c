"""When levers and clocks work, and what they make of a number: every behaviour on made-up dossiers."""

from math import inf
from typing import Any

import numpy as np
import pytest

from irenic.acts.course import Happening, no_deal_course
from irenic.acts.stretches import changed, strength
from irenic.numbers.medians import Medians
from tests.unit.acts.examples import AID, DRAWS, MONEY, REVENUE, At, acts_of, effect, lever

ID = "levers.it"


def one(course: tuple[Happening, ...] = (), clocks: Any = None, **of: Any) -> At:
    """A dossier with one lever `it`, in a course."""
    return At(acts_of({"it": lever(**of)}, clocks), course)


def test_always_works_from_the_start_or_after_its_lag() -> None:
    assert one().of(ID) == [(0.0, inf, 1.0)]
    assert one(lag="2.5").of(ID) == [(2.5, inf, 1.0)]
    assert one(lag="2.5", duration="4", credibility="0.3").of(ID) == [(2.5, 6.5, 0.3)]


def test_a_month_counts_by_the_share_that_is_covered() -> None:
    at = one(lag="2.5", duration="1.75")
    share = strength(at.stretches, 6)
    assert share.shape == (DRAWS, 1, 6)
    assert share[0, 0].tolist() == [0.0, 0.0, 0.5, 1.0, 0.25, 0.0]
    assert at.changed(AID, 10.0, 6)[0].tolist() == [10.0, 10.0, 11.0, 12.0, 10.5, 10.0]


def test_a_choice_of_its_holder_is_made_only_where_it_is_pulled() -> None:
    acts = acts_of({"it": lever(trigger="own-choice", lag="1"), "other": lever()})
    assert At(acts).of(ID) == []
    assert At(acts, pulled=(ID,)).of(ID) == [(1.0, inf, 1.0)]
    with pytest.raises(ValueError, match=r"levers\.other"):
        At(acts, pulled=("levers.other",))


def test_a_date_sets_off_in_its_month() -> None:
    assert one(trigger={"on": "date", "date": "2030-04-20"}).of(ID) == [(3.0, inf, 1.0)]
    began = one(trigger={"on": "date", "date": "2029-11-20"}, duration="4")
    assert began.of(ID) == [(-2.0, 2.0, 1.0)]
    assert began.changed(AID, 10.0, 4)[0].tolist() == [12.0, 12.0, 10.0, 10.0]


@pytest.mark.parametrize(
    ("trigger", "happening"),
    [
        ({"on": "talks-fail"}, Happening("talks-fail", 2.0)),
        ({"on": "offer-refused", "by": "avia"}, Happening("offer-refused", 2.0, by="avia")),
        ({"on": "offer-made", "by": ["avia", "bruma"]}, Happening("offer-made", 2.0, by="bruma")),
        ({"on": "deal-signed", "package": {"flag": "new"}}, Happening("deal-signed", 2.0, package={"flag": "new"})),
        ({"on": "option-chosen", "package": {"flag": "new"}}, Happening("deal-signed", 2.0, package={"flag": "new"})),
        ({"on": "body-decides", "body": "senate"}, Happening("body-decides", 2.0, body="senate")),
    ],
)
def test_events_of_the_course_set_off_what_waits_for_them(trigger: dict[str, Any], happening: Happening) -> None:
    acts = acts_of({"it": lever(trigger=trigger)})
    assert At(acts, (happening,)).of(ID) == [(2.0, inf, 1.0)]
    other = (Happening(happening.on, 2.0, by="chor", body="senate", decision="no", package={"flag": "old"}),)
    if trigger != {"on": "talks-fail"}:
        assert At(acts, other).of(ID) == []


def test_who_refuses_matters() -> None:
    acts = acts_of({"it": lever(trigger={"on": "offer-refused", "by": "avia"})})
    assert At(acts, no_deal_course("avia")).of(ID) == [(0.0, inf, 1.0)]
    assert At(acts, no_deal_course("bruma")).of(ID) == []
    assert At(acts, no_deal_course()).of(ID) == []


def test_held_back_while_the_other_yields_and_at_once_when_talks_fail() -> None:
    acts = acts_of({"it": lever(trigger="talks-fail", end={"on": "offer-made", "by": "bruma"}, lag="1")})
    fail, yields = Happening("talks-fail", 4.0), Happening("offer-made", 4.0, by="bruma")
    assert At(acts, (fail,)).of(ID) == [(5.0, inf, 1.0)]
    assert At(acts, (fail, yields)).of(ID) == []  # the same month: deferred
    assert At(acts, (fail, Happening("offer-made", 4.9, by="bruma"))).of(ID) == []
    late = Happening("talks-fail", 4.8), Happening("offer-made", 4.2, by="bruma")
    assert At(acts, late).of(ID) == []  # before it, in the same month
    assert At(acts, (fail, Happening("offer-made", 3.0, by="bruma"))).of(ID) == [(5.0, inf, 1.0)]  # before: no account
    assert At(acts, (fail, Happening("offer-made", 4.0, by="avia"))).of(ID) == [(5.0, inf, 1.0)]
    assert At(acts, (fail, Happening("offer-made", 9.0, by="bruma"))).of(ID) == [(5.0, 9.0, 1.0)]
    again = (fail, yields, Happening("talks-fail", 12.0))
    assert At(acts, again).of(ID) == [(13.0, inf, 1.0)]


def test_a_trigger_adds_nothing_while_the_lever_works() -> None:
    acts = acts_of({"it": lever(trigger="talks-fail", duration="5")})
    fails = tuple(Happening("talks-fail", month) for month in (0.0, 3.0, 5.0))
    assert At(acts, fails).of(ID) == [(0.0, 5.0, 1.0), (5.0, 10.0, 1.0)]


def test_a_body_sets_off_with_the_chance_of_its_decision() -> None:
    rule = {"on": "body-decides", "body": "senate"}
    acts = acts_of({"it": lever(trigger=rule, credibility="0.5")})
    assert At(acts, decisions={"senate": 0.4}).of(ID) == [(0.0, inf, 0.2)]
    refused = acts_of({"it": lever(trigger={**rule, "decision": "no"})})
    assert At(refused, decisions={"senate": 0.4}).of(ID) == [(0.0, inf, 0.6)]
    known = (Happening("body-decides", 3.0, body="senate", decision="no"),)
    assert At(acts, known).of(ID) == []
    assert At(refused, known).of(ID) == [(3.0, inf, 1.0)]
    with pytest.raises(KeyError, match="senate"):
        At(acts)


def test_a_body_whose_yes_is_needed_counts_besides_the_trigger() -> None:
    bodies = {"senate": {"rule": "majority", "decides": {"levers": "it"}}}
    waits = acts_of({"it": lever(credibility="0.5", trigger="talks-fail")}, bodies=bodies)
    assert At(waits, no_deal_course(), {"senate": 0.4}).of(ID) == [(0.0, inf, 0.2)]
    in_force = acts_of({"it": lever(credibility="0.5")}, bodies=bodies)
    assert At(in_force, no_deal_course()).of(ID) == [(0.0, inf, 0.5)]


def test_what_the_course_has_a_body_decide_holds_from_its_month_on() -> None:
    bodies = {"senate": {"rule": "majority", "decides": {"levers": "it"}}}
    acts = acts_of({"it": lever(trigger="talks-fail", duration="2")}, bodies=bodies)
    fails = tuple(Happening("talks-fail", month) for month in (0.0, 4.0, 8.0))
    said = (Happening("body-decides", 4.5, body="senate", decision="no"), Happening("body-decides", 6.0, body="senate"))
    assert At(acts, (*fails, *said), {"senate": 0.4}).of(ID) == [(0.0, 2.0, 0.4), (4.0, 6.0, 0.0), (8.0, 10.0, 1.0)]


def test_a_clock_sets_off_and_ends() -> None:
    clocks = {"bell": {"date": "2030-07-01", "who": "avia"}}
    assert one(clocks=clocks, trigger={"on": "clock", "clock": "bell"}).of(ID) == [(6.0, inf, 1.0)]
    assert one(clocks=clocks, end={"on": "clock", "clock": "bell"}).of(ID) == [(0.0, 6.0, 1.0)]
    both = {"on": "clock", "clock": "bell"}
    recurs = {"bell": {"date": "2030-07-01", "every": "5", "who": "avia"}}
    assert one(clocks=recurs, trigger=both, end=both, duration="2").of(ID) == [
        (6.0 + 5 * n, 8.0 + 5 * n, 1.0) for n in range(6)
    ]


def test_a_clock_counts_from_an_event_or_its_first_day() -> None:
    ends = {"on": "clock", "clock": "bell"}
    after = {"bell": {"after": "talks-fail", "months": "2", "who": "avia"}}
    assert one((Happening("talks-fail", 3.0),), clocks=after, end=ends).of(ID) == [(0.0, 5.0, 1.0)]
    recurs = {"bell": {"every": "12", "who": "avia"}}
    assert one(clocks=recurs, trigger=ends).of(ID) == [(12.0, inf, 1.0)]
    since = {"bell": {"since": "2029-07-01", "every": "12", "who": "avia"}}
    assert one(clocks=since, trigger=ends).of(ID) == [(6.0, inf, 1.0)]


def test_a_yearly_act_runs_to_its_day_and_must_then_be_decided_anew() -> None:
    clocks = {"law": {"date": "2030-10-01", "every": "12", "who": "chor"}}
    act = lever(trigger={"on": "yearly", "body": "senate"}, end={"on": "clock", "clock": "law"}, credibility="0.5")
    at = At(acts_of({"it": act}, clocks), decisions={"senate": 0.4})
    assert at.of(ID) == [(0.0, 9.0, 0.5), (9.0, 21.0, 0.2), (21.0, 33.0, 0.2), (33.0, inf, 0.2)]
    alone = lever(trigger="yearly", end={"on": "clock", "clock": "law"}, lag="1", duration="6")
    assert At(acts_of({"it": alone}, clocks)).of(ID) == [
        (1.0, 7.0, 1.0), (10.0, 16.0, 1.0), (22.0, 28.0, 1.0), (34.0, 40.0, 1.0)
    ]  # fmt: skip


def test_a_yearly_act_whose_clock_has_struck_before_is_in_force() -> None:
    clocks = {"law": {"date": "2029-10-01", "every": "12", "who": "chor"}}
    act = lever(trigger={"on": "yearly", "body": "senate"}, end={"on": "clock", "clock": "law"})
    assert At(acts_of({"it": act}, clocks, horizon="24"), decisions={"senate": 0.4}).of(ID) == [
        (0.0, 9.0, 1.0), (9.0, 21.0, 0.4), (21.0, inf, 0.4)
    ]  # fmt: skip


def test_a_yearly_act_that_the_course_has_refused_or_ended() -> None:
    clocks = {"law": {"date": "2030-10-01", "every": "12", "who": "chor"}}
    act = lever(trigger={"on": "yearly", "body": "senate"}, end={"on": "clock", "clock": "law"})
    acts = acts_of({"it": act}, clocks, horizon="24")
    refused = (Happening("body-decides", 9.0, body="senate", decision="no"),)
    assert At(acts, refused, {"senate": 0.4}).of(ID) == [(0.0, 9.0, 1.0), (9.0, 21.0, 0.0), (21.0, inf, 0.0)]
    ended = (Happening("lever-ends", 4.0, lever="it"),)
    assert At(acts, ended, {"senate": 0.4}).of(ID) == [(0.0, 4.0, 1.0), (9.0, 21.0, 0.4), (21.0, inf, 0.4)]


def test_a_clock_that_is_switched_off_does_not_strike() -> None:
    clocks = {"law": {"date": "2030-10-01", "every": "12", "who": "chor"}}
    strikes = {"on": "clock", "clock": "law"}
    levers = {"it": lever(end=strikes), "act": lever(trigger="yearly", end=strikes), "late": lever(trigger=strikes)}
    plain, off = (At(acts_of(levers, clocks), without=without) for without in ((), ("clocks.law",)))
    assert plain.of(ID) == [(0.0, 9.0, 1.0)]
    assert (off.of(ID), off.of("levers.act"), off.of("levers.late")) == ([(0.0, inf, 1.0)], [(0.0, inf, 1.0)], [])
    assert plain.stretches.rule.tolist() == off.stretches.rule.tolist()
    assert plain.stretches.use.tolist() == off.stretches.use.tolist()


def test_a_lever_that_begins_where_another_ends() -> None:
    levers = {
        "first": lever(duration="7", credibility="0.5"),
        "it": lever(trigger={"on": "lever-ends", "lever": "first"}),
    }
    assert At(acts_of(levers)).of(ID) == [(7.0, inf, 0.5)]
    ended = (Happening("lever-ends", 3.0, lever="first"),)
    assert At(acts_of(levers), ended).of("levers.first") == [(0.0, 3.0, 0.5)]
    assert At(acts_of(levers), ended).of(ID) == [(3.0, inf, 0.5)]
    assert At(acts_of(levers), without=("levers.first",)).of(ID) == []


def test_an_end_that_may_come_leaves_the_lever_at_work_with_the_rest_of_its_chance() -> None:
    end = {"on": "body-decides", "body": "senate"}
    at = At(acts_of({"it": lever(end=end, lag="2", credibility="0.5")}), decisions={"senate": 0.4})
    assert at.of(ID) == [(2.0, inf, 0.5 * (1 - 0.4))]  # decided in month 0, before it works
    levers = {"first": lever(duration="7", credibility="0.4"), "it": lever(end={"on": "lever-ends", "lever": "first"})}
    assert At(acts_of(levers)).of(ID) == [(0.0, 7.0, 1.0), (7.0, inf, 0.6)]


def test_what_goes_on_after_a_doubtful_end_has_fired_before_it() -> None:
    levers = {"first": lever(duration="7", credibility="0.4"), "it": lever(end={"on": "lever-ends", "lever": "first"})}
    s = At(acts_of(levers)).stretches
    assert s.rule.tolist() == [0, 1, 1]
    assert s.use[1] == s.use[2] != s.use[0]
    assert (s.chance[:, 2] < s.chance[:, 1]).all()
    fails = tuple(Happening("talks-fail", month) for month in (0.0, 9.0))
    again = At(acts_of({"it": lever(trigger="talks-fail", duration="5")}), fails).stretches
    assert again.use[0] != again.use[1]


def test_a_clock_with_an_effect_presses_until_its_day_has_passed() -> None:
    clocks = {
        "vote": {"date": "2030-11-05", "who": "avia", "effect": effect(), "credibility": "0.5"},
        "haste": {"since": "2029-12-01", "who": "avia", "effect": effect()},
        "late": {"since": "2030-03-01", "date": "2030-05-01", "who": "avia", "effect": effect()},
        "after": {"after": "talks-fail", "months": "3", "who": "avia", "effect": effect()},
    }
    at = At(acts_of({}, clocks), (Happening("talks-fail", 1.0),))
    assert at.of("clocks.vote") == [(0.0, 10.0, 0.5)]
    assert at.of("clocks.haste") == [(-1.0, inf, 1.0)]
    assert at.of("clocks.late") == [(2.0, 4.0, 1.0)]
    assert at.of("clocks.after") == [(4.0, inf, 1.0)]


def test_rules_are_applied_in_their_order() -> None:
    levers = {
        "less": lever(op="multiply", size="0.5"),
        "more": lever(op="add", size="2"),
        "fixed": lever(op="set", size="20", credibility="0.25"),
    }
    assert (At(acts_of(levers)).changed(AID, 10.0, 2) == (10 * 0.5 + 2) + 0.25 * (20 - 7)).all()
    reversed_order = {name: levers[name] for name in ("fixed", "more", "less")}
    assert (At(acts_of(reversed_order)).changed(AID, 10.0, 2) == (10 + 0.25 * 10 + 2) * 0.5).all()


def test_a_base_may_differ_from_month_to_month() -> None:
    at = one(op="multiply", size="2")
    base = np.arange(4.0)[np.newaxis].repeat(DRAWS, axis=0)
    assert (changed(at.acts, at.drawn, at.stretches, AID, base, 4) == 2 * base).all()


@pytest.mark.parametrize("lag", ["0", "1.25", "3"])
@pytest.mark.parametrize("duration", ["0.5", "7", "24"])
def test_a_stock_gets_its_size_in_all_spread_over_the_duration(lag: str, duration: str) -> None:
    at = one(path=MONEY, size="105", lag=lag, duration=duration)
    flow = at.changed(MONEY, 999.0)
    assert flow.sum(axis=1) == pytest.approx(105, rel=1e-12)  # 36 additions
    assert flow.max() == pytest.approx(105 / max(float(duration), 1), rel=1e-12)
    paid = np.cumsum(flow[0])
    begin, end = float(lag), float(lag) + float(duration)
    due = 105 * np.clip((np.arange(1.0, 37.0) - begin) / (end - begin), 0, 1)
    assert paid == pytest.approx(due, abs=1e-9)


def test_a_stock_without_duration_comes_at_once() -> None:
    flow = one(path=MONEY, size="50", lag="2.5").changed(MONEY)
    assert flow[0].tolist() == [0, 0, 50.0, *[0] * 33]
    assert one(path=MONEY, size="50", trigger={"on": "date", "date": "2029-11-01"}).changed(MONEY).sum() == 0


def test_a_loan_that_is_stopped_pays_what_was_due_by_then() -> None:
    clocks = {"stop": {"date": "2030-07-01", "who": "avia"}}
    flow = one(clocks=clocks, path=MONEY, size="24", duration="24", end={"on": "clock", "clock": "stop"}).changed(MONEY)
    assert flow[0].tolist() == [1.0] * 6 + [0.0] * 30


def test_effects_share_time_and_chance_with_their_lever() -> None:
    act = lever(effects={"also": effect(REVENUE)}, lag="1 to 4", duration="2 to 9", credibility="0.2 to 0.8")
    at = At(acts_of({"it": act}))
    s = at.stretches
    assert s.rule.tolist() == [0, 1]
    assert s.use[0] == s.use[1]
    for part in (s.begin, s.end, s.chance):
        assert (part[:, 0] == part[:, 1]).all()
    assert len(set(s.begin[:, 0])) == DRAWS


def test_what_fires_counts_whole_and_what_does_not_not_at_all() -> None:
    at = one(credibility="0.3", size="2")
    for fires, found in ((True, 12.0), (False, 10.0)):
        fired = np.full(at.stretches.chance.shape, fires)
        assert (changed(at.acts, at.drawn, at.stretches, AID, np.full(DRAWS, 10.0), 3, fired) == found).all()


def test_a_stretch_that_is_empty_never_fires() -> None:
    at = one((), trigger="talks-fail", path=MONEY)
    fired = np.ones(at.stretches.chance.shape, dtype=np.bool_)
    assert (changed(at.acts, at.drawn, at.stretches, MONEY, np.zeros(DRAWS), 3, fired) == 0).all()


def test_rows_stay_whatever_is_pulled_or_switched_off_and_names_whatever_is_added() -> None:
    levers = {"it": lever(trigger="own-choice"), "other": lever()}
    plain, pulled, without = (
        At(acts_of(levers), pulled=p, without=w) for p, w in (((), ()), ((ID,), ()), ((), ("levers.other",)))
    )
    assert plain.stretches.rule.tolist() == pulled.stretches.rule.tolist() == without.stretches.rule.tolist() == [0, 1]
    assert plain.stretches.use.tolist() == pulled.stretches.use.tolist() == without.stretches.use.tolist()
    assert without.of("levers.other") == []
    more = At(acts_of({"new": lever(), **levers}))
    assert more.stretches.use[1:].tolist() == plain.stretches.use.tolist()
    assert ((more.stretches.use >= 0) & (more.stretches.use < 2**32)).all()
    with pytest.raises(ValueError, match="levers"):
        At(acts_of(levers), without=("levers.none",))


def test_the_same_however_draws_are_cut_and_whatever_is_added() -> None:
    levers = {"it": lever(size="1 to 3", lag="1 to 4", credibility="0.2 to 0.7")}
    alone, beside = At(acts_of(levers)), At(acts_of({"new": lever(size="1 to 3"), **levers}))
    assert (alone.drawn.size[:, 0] == beside.drawn.size[:, 1]).all()
    assert (alone.stretches.begin[:, 0] == beside.stretches.begin[:, 1]).all()
    assert (alone.stretches.chance[:, 0] == beside.stretches.chance[:, 1]).all()


def test_medians_give_the_middle_case() -> None:
    at = At(acts_of({"it": lever(size="1 to 3", credibility="0.2 to 0.4")}), sampler=Medians())
    assert len(set(at.drawn.size[:, 0])) == 1


def test_nothing_to_do_without_levers_and_clocks() -> None:
    at = At(acts_of())
    assert at.stretches.begin.shape == (DRAWS, 0)
    assert (at.changed(AID, 10.0, 3) == 10.0).all()


def test_a_declared_lever_has_no_rule_but_a_time() -> None:
    levers = {"loan": lever(None, duration="5"), "it": lever(trigger={"on": "lever-ends", "lever": "loan"})}
    acts = acts_of(levers)
    assert [rule.id for rule in acts.rules] == [ID]
    assert [act.id for act in acts.levers] == ["levers.loan", ID]
    assert At(acts).of(ID) == [(5.0, inf, 1.0)]
