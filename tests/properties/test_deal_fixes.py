"""Fixes against their definition, package by package, on random small dossiers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import inf
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.deal.conditions import as_written
from irenic.deal.fix_draws import FixDraws, strict_draws
from irenic.deal.fix_openings import Openings, closed_draws
from irenic.deal.fix_steps import Fix, Step, StepKind, fix_of
from irenic.deal.fixes import Telling, find_fixes
from irenic.deal.kernels.thresholds import FAR
from irenic.deal.norms import Norms, combinations_against
from irenic.deal.spaces import in_every_reading
from irenic.deal.unblocked import exist
from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from tests.properties.test_deal_dossiers import Package, Plain, sections, with_coalitions
from tests.unit.model.examples import dossier_of

DRAWS = 4
LIFTED: dict[str, StepKind] = {"red_line": "red_line", "rule": "rule", "infeasible": "feasibility"}


@dataclass(frozen=True)
class Way:
    """A package that a fix opens: what it costs in all, by step, and what it is worth to the consenting parties."""

    number: int
    cost: float
    points: tuple[float, ...]
    utility: tuple[float, ...]


class Judge:
    """One draw without a deal, judged by the definition of a fix."""

    def __init__(self, written: dict[str, Any], model: Model, inputs: Inputs, draws: FixDraws, d: int) -> None:
        self.model, self.draws, self.d = model, draws, d
        plain = Plain(written, model, as_written(inputs), d, "silent_zero")
        consenting = [model.parties[p] for p in model.consenting]
        ids = [constraint.id for constraint in model.constraints]
        self.packages: list[tuple[int, Package, frozenset[int], tuple[float, ...]]] = []
        for number, package in enumerate(plain.packages):
            if self._still(written, package):
                hard, binding = plain.structural(package)
                broken = frozenset(ids.index(c) for c in hard | binding)
                worth = tuple(plain.utility(party, package) for party in consenting)
                self.packages.append((number, package, broken, worth))
        self.orthants = self._orthants()

    def _still(self, written: dict[str, Any], package: Package) -> bool:
        """Whether nothing leaves the status quo where a consenting party is silent."""
        silent = np.asarray(self.model.silent[list(self.model.consenting)].any(axis=0))
        return all(
            package[issue] == written["issues"][issue]["status_quo"]
            for i, issue in enumerate(self.model.index.issues)
            if silent[i]
        )

    def ways(self, fix: Fix, norms: Norms) -> Iterator[Way]:
        """Every package that the fix opens in this draw, with what is borne then."""
        lifted = {step.constraint: step for step in fix.steps if step.kind not in ("concession", "side_payment")}
        for number, package, broken, worth in self.packages:
            if any(
                package[i] in options and not self._in_force(i, package[i])
                for norm in norms.values()
                for i, options in norm.items()
            ):
                continue
            if not all(c in lifted and self._given(lifted[c], package) for c in broken):
                continue
            for floors in self.orthants:
                points = self._points(fix, broken, worth, floors)
                if points is not None:
                    yield Way(number, sum(points), points, worth)

    def _in_force(self, issue: str, option: str) -> bool:
        i = self.model.index.issues.index(issue)
        return self.model.index.options[i][self.model.status_quo[i]] == option

    def _given(self, step: Step, package: Package) -> bool:
        if step.given is None:
            return True
        issue, option = step.given
        return package[self.model.index.issues[issue]] == self.model.index.options[issue][option]

    def _points(
        self, fix: Fix, broken: frozenset[int], worth: tuple[float, ...], floors: list[float]
    ) -> tuple[float, ...] | None:
        """What each step costs its party; None where the package is a loss to somebody all the same."""
        have = list(worth)
        points = []
        for step in fix.steps:
            cost = 0.0
            if step.kind in ("red_line", "linkage") and step.constraint in broken:
                paths = [line.path for line in self.model.red_lines]
                cost = float(self.draws.line_cost[self.d, paths.index(self.model.constraints[step.constraint].id)])
            elif step.kind == "concession":
                cost = max(0.0, floors[step.constraint] - have[step.constraint])
                have[step.constraint] += cost
            elif step.kind == "side_payment":
                assert step.party is not None
                cost = max(0.0, floors[step.constraint] - have[step.constraint])
                have[step.constraint] += cost
                have[self.model.consenting.index(step.party)] -= cost
            points.append(cost)
        return tuple(points) if all(u >= f for u, f in zip(have, floors, strict=True)) else None

    def _orthants(self) -> list[list[float]]:
        """Floors above which nobody loses and some member of every coalition has what each of its side deals offers."""
        floors = [float(x) for x in self.draws.spaces.floors[self.d]]
        blocking = self.draws.spaces.blocking
        deals = blocking.deals_of(self.d).tolist() if blocking.declared else []
        members = [[p for p, offer in enumerate(deal) if offer < FAR] for deal in deals]
        found = []
        for chosen in product(*members):
            raised = list(floors)
            for deal, p in zip(deals, chosen, strict=True):
                raised[p] = max(raised[p], deal[p])
            found.append(raised)
        return found

    def least(self, fix: Fix, norms: Norms) -> float:
        """The least sum of points borne."""
        return min((way.cost for way in self.ways(fix, norms)), default=inf)

    def witness(self, fix: Fix, norms: Norms) -> Way:
        """The cheapest; of those that no other such dominates, the best for whoever is asked nothing; the first."""
        least = self.least(fix, norms)
        cheapest = [way for way in self.ways(fix, norms) if way.cost == least]
        efficient = [way for way in cheapest if not any(_dominates(other, way) for other in cheapest)]
        asked = {step.constraint for step in fix.steps if step.kind in ("concession", "side_payment")}
        asked |= {
            self.model.consenting.index(step.party)
            for step in fix.steps
            if step.kind == "side_payment" and step.party is not None
        }
        others = [p for p in range(len(self.model.consenting)) if p not in asked]
        spaces = self.draws.spaces

        def gain(way: Way) -> float:
            return min(
                ((way.utility[p] - spaces.no_deal[self.d, p]) / spaces.scale[self.d, p] for p in others), default=inf
            )

        most = max(gain(way) for way in efficient)
        return min((way for way in efficient if gain(way) == most), key=lambda way: way.number)


def _dominates(one: Way, other: Way) -> bool:
    return one.utility != other.utility and all(a >= b for a, b in zip(one.utility, other.utility, strict=True))


def steps_of(model: Model) -> list[Step]:
    """Every step that could be asked for."""
    everyone = range(len(model.consenting))
    steps = [Step("concession", p, model.consenting[p]) for p in everyone]
    steps += [
        Step("side_payment", q, model.consenting[p], model.consenting[q]) for p in everyone for q in everyone if p != q
    ]
    for c, entry in enumerate(model.constraints):
        if entry.kind in LIFTED:
            party = None if entry.party is None else model.parties.index(entry.party)
            steps.append(Step(LIFTED[entry.kind], c, party))
            if entry.kind == "red_line":
                steps += [
                    Step("linkage", c, party, None, (i, k))
                    for i in range(len(model.index.issues))
                    for k in range(model.index.sizes[i])
                ]
    return steps


def fits(model: Model, steps: list[Step]) -> bool:
    """Whether the steps can stand together: each constraint gives way once, who pays or is paid doesn't concede."""
    kinds = [step.kind for step in steps]
    lifted = [step.constraint for step in steps if step.kind not in ("concession", "side_payment")]
    conceding = {step.party for step in steps if step.kind == "concession"}
    paying = {p for step in steps if step.kind == "side_payment" for p in (step.party, step.to)}
    return (
        kinds.count("side_payment") <= 1
        and len(set(lifted)) == len(lifted)
        and len(conceding) == kinds.count("concession")
        and not conceding & paying
    )


@given(written=st.one_of(sections(), with_coalitions()), seed=st.integers(0, 100), data=st.data())
@settings(max_examples=60)
def test_every_fix_opens_what_it_should_for_the_least(written: dict[str, Any], seed: int, data: st.DataObject) -> None:
    model = compile_model(dossier_of(**written))
    inputs = draw_inputs(model, Sampler(seed), 0, DRAWS)
    draws = strict_draws(model, inputs, in_every_reading(inputs.no_deal))
    rows = np.flatnonzero(~exist(draws.spaces, draws.spaces.hard_allowed))
    if not len(rows):
        return
    issue = data.draw(st.sampled_from(model.index.issues))
    option = data.draw(st.sampled_from(model.index.options[model.index.issues.index(issue)]))
    norms: Norms = data.draw(st.sampled_from([{}, {"norm": {issue: (option,)}}]))
    view = Openings(closed_draws(model, draws.at(rows), ~combinations_against(model, norms)))
    judges = [Judge(written, model, inputs, draws, int(d)) for d in rows]
    steps = steps_of(model)
    for _ in range(8):
        size = data.draw(st.integers(1, 3))
        chosen = [data.draw(st.sampled_from(steps)) for _ in range(size)]
        if not fits(model, chosen):
            continue
        fix = fix_of(chosen)
        opening = view.of(fix)
        for k, judge in enumerate(judges):
            least = judge.least(fix, norms)
            parts = min((judge.least(part, norms) for part in fix.parts), default=inf)
            assert opening.cost[k] == least
            assert opening.needed[k] == (least < parts)
            if opening.needed[k]:
                witness = judge.witness(fix, norms)
                assert opening.package[k] == witness.number
                assert tuple(opening.points[k]) in {
                    way.points for way in judge.ways(fix, norms) if (way.number, way.cost) == (witness.number, least)
                }


@given(written=st.one_of(sections(), with_coalitions()), seed=st.integers(0, 100))
@settings(max_examples=40)
def test_the_list_says_what_holds_package_by_package(written: dict[str, Any], seed: int) -> None:
    """Shares, packages and order of what is listed; nothing listed moves a silent issue, however draws are cut."""
    model = compile_model(dossier_of(**written))
    sampler = Sampler(seed)
    count = 16

    def draws_of(start: int, stop: int) -> FixDraws:
        inputs = draw_inputs(model, sampler, start, stop)
        return strict_draws(model, inputs, in_every_reading(inputs.no_deal))

    found = find_fixes(model, draws_of, count, telling=Telling(chunk=16))
    assert found == find_fixes(model, draws_of, count, telling=Telling(chunk=5, threads=2))
    inputs = draw_inputs(model, sampler, 0, count)
    draws = draws_of(0, count)
    judges = [Judge(written, model, inputs, draws, d) for d in range(count)]
    closed = [judge for judge in judges if not any(judge.ways(Fix(()), {}))]
    silent = np.asarray(model.silent[list(model.consenting)].any(axis=0))
    steps = {step_key(model, step): step for step in steps_of(model)}
    assert [fix["rank"] for fix in found] == list(range(1, len(found) + 1))
    for fix in found:
        own = fix_of(steps[tuple(step[key] for key in KEYS)] for step in fix["steps"])
        costs = [judge.least(own, {}) for judge in closed]
        parts = [min((judge.least(part, {}) for part in own.parts), default=inf) for judge in closed]
        needed = [judge.witness(own, {}) for judge, cost, part in zip(closed, costs, parts, strict=True) if cost < part]
        assert fix["opens"] == sum(cost < inf for cost in costs) / len(closed)
        assert fix["share_before"] == 1 - len(closed) / count
        assert fix["share_after"] == (count - sum(cost == inf for cost in costs)) / count
        assert fix["simulation_low"] <= fix["share_after"] <= fix["simulation_high"]
        numbers = [way.number for way in needed]
        assert fix["package"] == model.index.package(min(numbers, key=lambda n: (-numbers.count(n), n)))
        if fix["cost"] is not None:
            assert fix["cost"]["median"] == np.quantile([way.cost for way in needed], 0.5)
        for k, step in enumerate(fix["steps"]):
            if step["points"] is not None and not model.coalitions:
                assert step["points"]["high"] == np.quantile([way.points[k] for way in needed], 0.95)
        for i, issue in enumerate(model.index.issues):
            if silent[i]:
                assert fix["package"][issue] == model.index.options[i][model.status_quo[i]]
        assert not any(silent[model.index.issues.index(step["issue"])] for step in fix["steps"] if step["issue"])
        assert len(fix["steps"]) <= 3
    keys = [
        (len(fix["steps"]), inf if fix["cost"] is None else round(fix["cost"]["median"], 2), -fix["opens"])
        for fix in found
    ]
    assert keys == sorted(keys)


KEYS = ("kind", "constraint", "party", "to", "issue", "option")


def step_key(model: Model, step: Step) -> tuple[str | None, ...]:
    """A step as it is told."""
    asked = step.kind in ("concession", "red_line", "linkage", "side_payment")
    return (
        step.kind,
        model.constraints[step.constraint].id,
        model.parties[step.party] if step.party is not None and asked else None,
        None if step.to is None else model.parties[step.to],
        None if step.given is None else model.index.issues[step.given[0]],
        None if step.given is None else model.index.options[step.given[0]][step.given[1]],
    )
