"""Levers and clocks of the shipped case behave as the dossier writes them."""

from math import inf
from pathlib import Path

import numpy as np
import pytest

from irenic.acts.course import Course, Happening, no_deal_course
from irenic.acts.drawn import DrawnActs, draw_acts
from irenic.acts.rules import Acts, compile_acts
from irenic.acts.stretches import changed, stretches
from irenic.acts.timeline import Timeline
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.acts import TriggerRule
from irenic.dossier.schema.root import Dossier
from irenic.fast.grid import Floats
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.tables import block_tables, utilities
from irenic.numbers.draws import Sampler

CASE = "ukraine-2025-12"
DRAWS = 64
FAIL = Happening("talks-fail")
AID, MONEY = "theatre.sides.ukraine.aid", "theatre.sides.ukraine.money"
REVENUE = "theatre.sides.russia.revenue"


@pytest.fixture(scope="module")
def dossier(root: Path) -> Dossier:
    return load_dossier(root / "src" / "irenic" / "cases" / CASE)


@pytest.fixture(scope="module")
def acts(dossier: Dossier) -> Acts:
    return compile_acts(dossier)


@pytest.fixture(scope="module")
def drawn(acts: Acts) -> DrawnActs:
    return draw_acts(acts, Sampler(3), 0, DRAWS)


class At:
    """The case in one course of events; bodies say yes with an even chance unless said otherwise."""

    def __init__(self, acts: Acts, drawn: DrawnActs, course: Course, pulled: str = "", **yes: float) -> None:
        bodies = {"congress": 0.5, "european-council": 0.5, "eu-budget": 1.0} | {
            name.replace("_", "-"): chance for name, chance in yes.items()
        }
        self.acts, self.drawn, self.course = acts, drawn, course
        self.decisions = {body: np.full(DRAWS, chance) for body, chance in bodies.items()}
        self.pulled = [pulled] if pulled else []
        self.stretches = stretches(acts, drawn, course, self.decisions, self.pulled)

    def of(self, rule: str) -> list[tuple[Floats, Floats, Floats]]:
        """Begin, end and chance, each float64[draw], of the rule's stretches that are not empty everywhere."""
        k = next(k for k, found in enumerate(self.acts.rules) if found.id == rule)
        parts = (self.stretches.begin, self.stretches.end, self.stretches.chance)
        rows = [row for row in self.stretches.rows_of([k]) if (self.stretches.chance[:, row] > 0).any()]
        return [(parts[0][:, row], parts[1][:, row], parts[2][:, row]) for row in rows]

    def changed(self, path: str, base: float = 1.0, months: int = 36) -> Floats:
        return changed(self.acts, self.drawn, self.stretches, path, np.full(DRAWS, base), months)

    def number(self, of: str, element: str) -> Floats:
        return np.asarray(getattr(self.drawn, f"element_{of}")[:, self.acts.elements.index(element)])

    def size(self, rule: str) -> Floats:
        k = next(k for k, found in enumerate(self.acts.rules) if found.id == rule)
        return self.drawn.size[:, k]


def test_every_lever_and_clock_is_compiled(acts: Acts, dossier: Dossier) -> None:
    assert [act.id for act in acts.levers] == [f"levers.{name}" for name in dossier.file.levers]
    assert [act.id for act in acts.clocks] == [f"clocks.{name}" for name in dossier.file.clocks]
    with_number = {f"levers.{name}" for name, lever in dossier.file.levers.items() if lever.path or lever.effects}
    with_effect = {f"clocks.{name}" for name, clock in dossier.file.clocks.items() if clock.effect}
    assert {rule.element for rule in acts.rules} == with_number | with_effect


def test_sanctions_come_at_once_when_talks_fail(acts: Acts, drawn: DrawnActs) -> None:
    at = At(acts, drawn, (FAIL,))
    ((begin, end, chance),) = at.of("levers.shadow-fleet")
    assert (begin == at.number("lag", "levers.shadow-fleet")).all()
    assert (end == inf).all()
    assert (chance == at.number("credibility", "levers.shadow-fleet")).all()
    revenue = at.changed(REVENUE)
    assert (revenue[:, 0] == 1.0).mean() > 0.9  # the lag is a month or more in nearly every draw
    assert (revenue[:, -1] == 1 + chance * (at.size("levers.shadow-fleet") - 1)).all()
    assert (revenue[:, -1] < 1.0).mean() > 0.9  # sizes are ranges from the 5th to the 95th percentile


def test_sanctions_are_deferred_while_moscow_yields(acts: Acts, drawn: DrawnActs) -> None:
    offer = Happening("offer-made", by="russia")
    assert At(acts, drawn, (FAIL, offer)).of("levers.shadow-fleet") == []
    assert (At(acts, drawn, (FAIL, offer)).changed(REVENUE) == 1.0).all()
    assert len(At(acts, drawn, (FAIL, Happening("offer-made", by="ukraine"))).of("levers.shadow-fleet")) == 1
    assert At(acts, drawn, ()).of("levers.shadow-fleet") == []
    later = At(acts, drawn, (FAIL, Happening("offer-made", 12.0, by="russia"))).changed(REVENUE)
    assert (later[:, 11] < 1.0).mean() > 0.9
    assert (later[:, 12:] == 1.0).all()


def test_relief_comes_with_a_deal_that_has_it(acts: Acts, drawn: DrawnActs) -> None:
    effect = "levers.relief-and-investment.effects.revenue"
    assert At(acts, drawn, no_deal_course("russia")).of(effect) == []
    assert At(acts, drawn, (Happening("deal-signed", package={"sanctions": "keep"}),)).of(effect) == []
    signed = At(acts, drawn, (Happening("deal-signed", package={"sanctions": "staged-relief"}),))
    assert len(signed.of(effect)) == 1
    assert (signed.changed(REVENUE)[:, 0] > 1.0).mean() > 0.9


def test_pressure_follows_a_refusal_by_kyiv(acts: Acts, drawn: DrawnActs) -> None:
    assert At(acts, drawn, no_deal_course("russia")).of("levers.us-pressure") == []
    at = At(acts, drawn, no_deal_course("ukraine"))
    ((_, _, chance),) = at.of("levers.us-pressure")
    assert (chance == at.number("credibility", "levers.us-pressure")).all()
    refused, other = (At(acts, drawn, no_deal_course(party)).changed(AID, 4.0) for party in ("ukraine", "russia"))
    assert (refused <= other).all()
    assert (refused < other).any()


def test_the_aid_act_stands_to_october_and_is_then_voted_every_year(acts: Acts, drawn: DrawnActs) -> None:
    found = At(acts, drawn, (FAIL,), congress=0.3).of("levers.us-aid")
    assert [(begin[0], end[0], chance[0]) for begin, end, chance in found] == [
        (0.0, 9.0, 1.0),
        (9.0, 21.0, 0.3),
        (21.0, 33.0, 0.3),
        (33.0, inf, 0.3),
    ]
    aid = At(acts, drawn, (FAIL,), congress=0.0).changed(AID, 4.0)
    renewed = At(acts, drawn, (FAIL,), congress=1.0).changed(AID, 4.0)
    assert (aid[:, 9:] == 4.0).all()
    assert (aid[:, :9] == renewed[:, :9]).all()
    assert (renewed == renewed[:, :1]).all()
    for rule in ("levers.intelligence", "levers.troop-floor"):
        ((begin, end, _),) = At(acts, drawn, (FAIL,)).of(rule)
        assert (begin == 0.0).all()
        assert (end == 9.0).all()


def test_the_loan_pays_for_two_years_and_stops(acts: Acts, drawn: DrawnActs, dossier: Dossier) -> None:
    at = At(acts, drawn, (FAIL,), european_council=0.0)
    lag = at.number("lag", "levers.eu-loan")
    ((begin, end, _),) = at.of("levers.eu-loan")
    assert (begin == lag).all()
    assert (end == lag + 24).all()
    flow = at.changed(MONEY)
    assert flow.sum(axis=1) == pytest.approx(np.full(DRAWS, 105.0), rel=1e-12)  # 36 additions
    month = np.arange(36)
    whole = (month >= np.ceil(begin)[:, np.newaxis]) & (month + 1 <= np.floor(end)[:, np.newaxis])
    assert (flow[whole] == 105 / 24).all()
    assert (flow[month >= np.ceil(end)[:, np.newaxis]] == 0.0).all()
    timeline = Timeline(acts, drawn, at.course, at.decisions)
    (strike,) = timeline.occasions(TriggerRule(on="clock", clock="loan-end"))
    assert (strike.month == end).all()
    # The members have decided it: it is in force, whatever a vote of theirs is computed to be.
    assert "eu-loan" in dossier.file.bodies["eu-budget"].decides.levers
    assert (At(acts, drawn, (FAIL,), european_council=0.0, eu_budget=0.0).changed(MONEY) == flow).all()


def test_the_reparations_loan_waits_for_the_council(acts: Acts, drawn: DrawnActs) -> None:
    without = At(acts, drawn, (FAIL,), european_council=0.0)
    passed = At(acts, drawn, (FAIL,), european_council=1.0)
    more = (passed.changed(MONEY) - without.changed(MONEY)).sum(axis=1)
    assert more == pytest.approx(passed.size("levers.reparations-loan"), rel=1e-9)  # differences of sums
    assert without.of("levers.reparations-loan") == []


def test_midterms_press_until_their_day(acts: Acts, drawn: DrawnActs) -> None:
    at = At(acts, drawn, (FAIL,))
    ((begin, end, chance),) = at.of("clocks.midterms")
    assert (begin == 0.0).all()
    assert (end == 10.0).all()
    assert (chance == 1.0).all()
    ((since, _, sprinting),) = at.of("clocks.sprint")
    assert (since <= 0.0).all()
    patience = at.changed("parties.usa.discount", 0.8)
    after = 0.8 * (1 + sprinting * (at.size("clocks.sprint") - 1))
    assert patience[:, 10:] == pytest.approx(np.repeat(after[:, np.newaxis], 26, axis=1), rel=1e-12)
    assert (patience[:, :10] < patience[:, 10:11]).all()


@pytest.mark.parametrize(
    ("lever", "path"),
    [
        ("levers.counter-attack", "theatre.battle.initiative.ukraine"),
        ("levers.offensive", "theatre.battle.initiative.russia"),
    ],
)
def test_attacks_are_a_choice(acts: Acts, drawn: DrawnActs, lever: str, path: str) -> None:
    assert (At(acts, drawn, (FAIL,)).changed(path, 0.2) == 0.2).all()
    pulled = At(acts, drawn, (FAIL,), pulled=lever)
    assert (pulled.changed(path, 0.2) == (0.2 + pulled.size(lever))[:, np.newaxis]).all()


def test_compensation_soothes_a_loss_of_land_and_nothing_else(dossier: Dossier) -> None:
    model = compile_model(dossier)
    assert [mark.id for mark in model.deal_levers] == ["levers.relief-and-investment", "levers.compensation"]
    inputs = draw_inputs(model, Sampler(3), 0, DRAWS)
    tables = block_tables(model, inputs, "silent_zero")
    status_quo = {name: issue.status_quo for name, issue in dossier.file.issues.items()}

    def worth(party: str, **options: str) -> Floats:
        package = status_quo | {name.replace("_", "-"): option for name, option in options.items()}
        number = np.full(DRAWS, model.index.number_of(package))
        return utilities(model, tables, number)[:, model.parties.index(party)]

    def gained(party: str, option: str, **others: str) -> Floats:
        return worth(party, reconstruction=option, **others) - worth(party, **others)

    land = gained("ukraine", "donor-package", donbas="economic-zone")
    no_land = gained("ukraine", "donor-package")
    assert (land >= no_land).all()
    assert (land > no_land).mean() > 0.9
    assert (gained("russia", "donor-package", donbas="economic-zone") == gained("russia", "donor-package")).all()
    loan = gained("ukraine", "investment-vehicle", donbas="economic-zone") - gained("ukraine", "investment-vehicle")
    assert (loan == 0.0).all()
