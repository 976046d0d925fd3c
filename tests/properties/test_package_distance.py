"""The distance of a package against its definition: random small dossiers, package by package, in plain Python."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.deal import completions
from irenic.deal.completions import Weighing, agreeing, closest_completion
from irenic.deal.conditions import as_written
from irenic.deal.constraints import constraints_in_force
from irenic.deal.kernels.thresholds import TOLERANCE
from irenic.deal.package_distance import package_distance
from irenic.deal.spaces import Spaces, spaces_of
from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Model
from irenic.model.tables import block_tables, option_contributions
from irenic.numbers.draws import Sampler
from tests.properties.test_deal_dossiers import (
    Package,
    Plain,
    option_ids,
    pattern,
    sections,
    with_coalitions,
)
from tests.properties.test_deal_trades import worth_of
from tests.unit.model.examples import dossier_of

DRAWS = 4


def asked(written: dict[str, Any], seed: int) -> tuple[Model, Inputs, Spaces]:
    model = compile_model(dossier_of(**written))
    inputs = as_written(draw_inputs(model, Sampler(seed), 0, DRAWS))
    tables = block_tables(model, inputs, "silent_zero")
    return model, inputs, spaces_of(model, inputs, inputs.no_deal[:, np.newaxis], [tables])


class Definition:
    """What is to be said of packages, straight from the sections."""

    def __init__(self, written: dict[str, Any], model: Model, inputs: Inputs, norms: dict[str, Any]) -> None:
        self.written, self.model, self.norms = written, model, norms
        self.draws = [Plain(written, model, inputs, d, "silent_zero") for d in range(DRAWS)]
        self.parties = [model.parties[p] for p in model.consenting]
        self.silent = {
            issue: [self.parties[k] for k, p in enumerate(model.consenting) if model.silent[p, i]]
            for i, issue in enumerate(model.index.issues)
        }
        self.scale = [{p: self.span(plain, p) for p in self.parties} for plain in self.draws]

    def span(self, plain: Plain, party: str) -> float:
        worth = [plain.utility(party, x) for x in plain.packages if not plain.structural(x)[0]]
        return (max(worth) - min(worth) if worth else 0.0) or 1.0

    def gains(self, d: int, x: Package) -> dict[str, float]:
        """Gain over no deal as a share of the scale."""
        plain = self.draws[d]
        no_deal = {p: float(plain.inputs.no_deal[d, self.model.parties.index(p)]) for p in self.parties}
        return {p: (plain.utility(p, x) - no_deal[p]) / self.scale[d][p] for p in self.parties}

    def accepted(self, d: int, x: Package) -> bool:
        hard, binding = self.draws[d].structural(x)
        let = not hard and not binding and not self.blocking(d, x)
        return let and min(self.gains(d, x).values()) >= -TOLERANCE

    def against(self, d: int, x: Package) -> set[str]:
        """Constraints that the package runs against, no-deal values aside."""
        hard, binding = self.draws[d].structural(x)
        return hard | binding | {f"coalitions.{name}" for name in self.blocking(d, x)}

    def blocking(self, d: int, x: Package) -> list[str]:
        """Coalitions that have a side deal from which all members gain and which is worth more than the package."""
        plain = self.draws[d]
        found = []
        for name, coalition in self.written["coalitions"].items():
            members, here = coalition["members"], self.gains(d, x)
            for y in plain.packages:
                if plain.is_side_deal(coalition, y):
                    more = {p: plain.utility(p, y) - plain.utility(p, plain.status_quo) for p in members}
                    shares = {p: more[p] / self.scale[d][p] for p in members}
                    if all(more[p] > 0 and here[p] - shares[p] < -TOLERANCE for p in members):
                        found.append(name)
                        break
        return found

    def share(self, x: Package) -> float:
        return sum(self.accepted(d, x) for d in range(DRAWS)) / DRAWS

    def closeness(self, x: Package) -> float:
        return sum(min(self.gains(d, x).values()) for d in range(DRAWS)) / DRAWS

    def flagged(self, issue: str, option: str) -> list[str]:
        quo = str(self.written["issues"][issue]["status_quo"])
        return [n for n, norm in self.norms.items() if option in norm.get(issue, ()) and option != quo]

    def candidates(self, chosen: Package) -> list[Package]:
        """Packages that the part chosen may be filled to, where careful ones are feasible."""
        plain = self.draws[0]
        fits = [x for x in plain.packages if all(x[i] == o for i, o in chosen.items())]
        quo = {i: str(body["status_quo"]) for i, body in self.written["issues"].items()}
        free = [i for i in quo if i not in chosen]
        rules = {f"rules.{name}" for name in self.written["rules"]}
        return [
            x
            for x in fits
            if not plain.structural(x)[0] & rules
            and all(x[i] == quo[i] or not self.silent[i] for i in free)
            and not any(self.flagged(i, x[i]) for i in free)
        ]

    def best_change(self, x: Package, count: int) -> tuple[float, Package | None]:
        """The largest share after a change of exactly so many issues, and the first package that has it."""
        best: tuple[float, Package | None] = (-1.0, None)
        for y in self.draws[0].packages:
            changed = [i for i in x if x[i] != y[i]]
            if len(changed) != count or any(self.silent[i] or self.flagged(i, y[i]) for i in changed):
                continue
            if self.share(y) > best[0]:
                best = (self.share(y), y)
        return best


@given(written=st.one_of(sections(), with_coalitions()), seed=st.integers(0, 100), data=st.data())
@settings(max_examples=60, deadline=None)
def test_the_distance_is_as_defined(written: dict[str, Any], seed: int, data: st.DataObject) -> None:
    options = {name: option_ids(body) for name, body in written["issues"].items()}
    norms = data.draw(st.one_of(st.just({}), st.fixed_dictionaries({"held": pattern(options)})))
    named = data.draw(st.sets(st.sampled_from(sorted(options))))
    chosen = {name: data.draw(st.sampled_from(options[name])) for name in sorted(named)}
    model, inputs, spaces = asked(written, seed)
    points = option_contributions(model, inputs, "silent_zero")
    found = package_distance(model, spaces, points, constraints_in_force(model, inputs), chosen, norms)
    defined = Definition(written, model, inputs, norms)
    package = found["package"]

    assert {**package, **chosen} == package
    assert found["filled"] == [issue for issue in options if issue not in chosen]
    if candidates := defined.candidates(chosen):
        best = max(defined.share(x) for x in candidates)
        assert package in candidates
        assert found["accepted"] == best
        closest = max(defined.closeness(x) for x in candidates if defined.share(x) == best)
        assert defined.closeness(package) == pytest.approx(closest, rel=1e-12, abs=1e-12)
    assert found["accepted"] == defined.share(package)

    assert {entry["party"] for entry in found["parties"]} == set(defined.parties)
    assert [e["accepts"] for e in found["parties"]] == sorted(e["accepts"] for e in found["parties"])
    for entry in found["parties"]:
        gains = [defined.gains(d, package)[entry["party"]] for d in range(DRAWS)]
        lost = [-g * defined.scale[d][entry["party"]] for d, g in enumerate(gains) if g < -TOLERANCE]
        assert entry["accepts"] == 1 - len(lost) / DRAWS
        assert (entry["lacks"] is None) == (not lost)
        if lost:
            assert entry["lacks"]["median"] == pytest.approx(float(np.median(lost)), rel=1e-9)
        given_up = {
            i: sum(
                max(worth_of(plain, entry["party"], i, o) for o in options[i])
                - worth_of(plain, entry["party"], i, package[i])
                for plain in defined.draws
            )
            / DRAWS
            for i in options
        }
        most = sorted((i for i in options if given_up[i] > 0), key=lambda i: -given_up[i])[:3]
        assert [give["issue"] for give in entry["gives"]] == most
        assert [give["points"] for give in entry["gives"]] == pytest.approx([given_up[i] for i in most], rel=1e-12)
        assert all(give["option"] == package[give["issue"]] for give in entry["gives"])

    assert found["norms"] == [n for n in norms if any(n in defined.flagged(i, o) for i, o in package.items())]
    quo = {name: str(body["status_quo"]) for name, body in written["issues"].items()}
    moved = {i: p for i, p in defined.silent.items() if p and package[i] != quo[i]}
    assert found["silent"] == moved
    told = {entry["constraint"]: entry["share"] for entry in found["broken"]}
    for constraint in model.constraints:
        if constraint.kind == "no_deal":
            continue
        times = sum(constraint.id in defined.against(d, package) for d in range(DRAWS))
        assert told.get(constraint.id, 0.0) == times / DRAWS

    share, changes = found["accepted"], list(found["changes"])
    for count in (1, 2, 3):
        best_share, best_package = defined.best_change(package, count)
        if best_package is not None and best_share > share:
            change = changes.pop(0)
            share = change["share"]
            assert share == best_share
            assert change["options"] == {i: o for i, o in best_package.items() if package[i] != o}
    assert changes == []


@given(written=st.one_of(sections(), with_coalitions()), seed=st.integers(0, 100), few=st.sampled_from([1, 4, 8]))
@settings(max_examples=40, deadline=None)
def test_a_search_ends_where_no_other_block_would_be_better(written: dict[str, Any], seed: int, few: int) -> None:
    model, _, spaces = asked(written, seed)
    weighing = Weighing.of(model, spaces)
    within = agreeing(model, {}, {})
    every = closest_completion(weighing, spaces, within)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(completions, "MOST", few)
        found = closest_completion(weighing, spaces, within)

    def weight(package: int) -> tuple[int, float]:
        accepted, closeness = weighing.weigh(np.array([package]))
        return int(accepted[0]), float(closeness[0])

    taken = model.combinations_of(np.array([found]))[0]
    assert within[taken].all()
    assert weight(found) <= weight(every)
    if np.count_nonzero(within) > few:
        return  # more packages differ in one block than are looked at
    for b, block in enumerate(model.blocks):
        for c in np.flatnonzero(within[block.span]) + block.start:
            other = found + int(model.numbers[c] - model.numbers[taken[b]])
            assert weight(other) <= weight(found)
