"""Logrolls against their definition: random small dossiers, package by package, in plain Python."""

from collections import Counter
from itertools import combinations, permutations
from statistics import fmean
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.deal.conditions import as_written, strict_spaces
from irenic.deal.logrolls import find_logrolls, points_as_written
from irenic.deal.spaces import in_every_reading
from irenic.fast.grid import to_grid
from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import Model
from irenic.numbers.draws import Sampler
from tests.properties.test_deal_dossiers import Plain, pattern, sections
from tests.unit.model.examples import dossier_of

DRAWS = 3
Key = tuple[str, str, str, str]
"""Who has its way, on which issue, and the other with its issue."""


def worth_of(plain: Plain, party: str, issue: str, option: str) -> float:
    """What an option is worth by itself, as written."""
    p, d = plain.model.parties.index(party), plain.d
    total = float(plain.inputs.weights[d, p].sum()) or 1.0
    weight = float(plain.inputs.weights[d, p, plain.model.index.issues.index(issue)])
    value = float(plain.inputs.values[d, p, plain.flat[issue, option]])
    return float(to_grid(np.array(weight / total * value)))


class Draw:
    """The trades of one draw, straight from the definition."""

    def __init__(self, plain: Plain, norms: dict[str, Any]) -> None:
        self.plain, model = plain, plain.model
        self.stated = {
            (p, i)
            for p, row in zip(model.parties, model.silent, strict=True)
            for i, silent in zip(model.index.issues, row, strict=True)
            if not silent
        }
        self.consenting = [model.parties[p] for p in model.consenting]
        self.heard = [i for i in plain.options if all((p, i) in self.stated for p in self.consenting)]
        quo = {name: str(body["status_quo"]) for name, body in plain.written["issues"].items()}
        self.allowed = []
        for x in plain.packages:
            hard, binding = plain.structural(x)
            moved = any(x[i] != quo[i] for i in x if i not in self.heard)
            flagged = any(x[i] in flags and x[i] != quo[i] for norm in norms.values() for i, flags in norm.items())
            if not (hard or binding or moved or flagged):
                self.allowed.append(x)
        self.scale = {p: self.span(p) for p in model.parties}

    def span(self, party: str) -> float:
        feasible = [x for x in self.plain.packages if not self.plain.structural(x)[0]]
        worth = [self.plain.utility(party, x) for x in feasible]
        return (max(worth) - min(worth) if worth else 0.0) or 1.0

    def best(self, party: str, other: str, issue: str) -> str | None:
        usable = [o for o in self.plain.options[issue] if any(x[issue] == o for x in self.allowed)]
        if not usable:
            return None
        return max(usable, key=lambda o: (worth_of(self.plain, party, issue, o), worth_of(self.plain, other, issue, o)))

    def logroll(self, p: str, i: str, q: str, j: str) -> dict[str, Any] | None:
        """What both gain, their options, and what the others gain; None if one of them gains nothing."""
        a, b, c, d = self.best(p, q, i), self.best(q, p, i), self.best(p, q, j), self.best(q, p, j)
        if a is None or b is None or c is None or d is None:
            return None

        def gain(party: str) -> float:
            worth = [worth_of(self.plain, party, issue, o) for issue, o in ((i, a), (i, b), (j, d), (j, c))]
            return (worth[0] - worth[1] + worth[2] - worth[3]) / 2

        together = any(x[i] == a and x[j] == d for x in self.allowed)
        if not together or gain(p) <= 0 or gain(q) <= 0:
            return None
        others = {r: gain(r) for r in self.consenting if r not in (p, q)}
        smaller = min(gain(p) / self.scale[p], gain(q) / self.scale[q])
        return {"options": (a, d), "gains": (gain(p), gain(q)), "smaller": smaller, "others": others}

    def all(self) -> dict[Key, dict[str, Any]]:
        found = {}
        stating = [p for p in self.plain.model.parties if any(who == p for who, _ in self.stated)]
        for p, q in combinations(stating, 2):
            both = [i for i in self.heard if (p, i) in self.stated and (q, i) in self.stated]
            for i, j in permutations(both, 2):
                if logroll := self.logroll(p, i, q, j):
                    found[p, i, q, j] = logroll
        return found


def key_of(logroll: dict[str, Any]) -> Key:
    first, second = logroll["trades"]
    return first["party"], first["issue"], second["party"], second["issue"]


def found_in(written: dict[str, Any], seed: int, norms: dict[str, Any]) -> tuple[Model, Inputs, list[dict[str, Any]]]:
    model = compile_model(dossier_of(**written))
    inputs = draw_inputs(model, Sampler(seed), 0, DRAWS)
    points, scale = points_as_written(model, inputs)
    spaces = strict_spaces(model, inputs, in_every_reading(inputs.no_deal))
    return model, inputs, find_logrolls(model, spaces, points, scale, norms)


@given(written=sections(), seed=st.integers(0, 100), data=st.data())
@settings(max_examples=60)
def test_logrolls_are_as_defined(written: dict[str, Any], seed: int, data: st.DataObject) -> None:
    options = {
        name: list(body["options"]) if "options" in body else list(body["grid"]["points"])
        for name, body in written["issues"].items()
    }
    norms = data.draw(st.one_of(st.just({}), st.fixed_dictionaries({"held": pattern(options)})))
    model, inputs, found = found_in(written, seed, norms)
    draws = [Draw(Plain(written, model, as_written(inputs), d, "silent_zero"), norms).all() for d in range(DRAWS)]
    keys = dict.fromkeys(key for draw in draws for key in draw)
    ranked = [logroll for logroll in found if logroll["rank"] is not None]
    assert {key_of(logroll) for logroll in ranked} == set(keys)
    assert [logroll["rank"] for logroll in ranked] == list(range(1, len(ranked) + 1))
    worth = [logroll["worth"] for logroll in ranked]
    assert worth == sorted(worth, reverse=True)
    for logroll in ranked:
        with_it = [draw[key_of(logroll)] for draw in draws if key_of(logroll) in draw]
        assert logroll["norms"] == []
        assert logroll["share"] == len(with_it) / DRAWS
        assert logroll["worth"] == pytest.approx(sum(x["smaller"] for x in with_it) / DRAWS, rel=1e-12)
        chosen = tuple(trade["option"] for trade in logroll["trades"])
        times = Counter(x["options"] for x in with_it)
        assert times[chosen] == max(times.values())
        for side, trade in enumerate(logroll["trades"]):
            assert trade["points"]["median"] == np.median([x["gains"][side] for x in with_it])
            assert trade["points"]["low"] <= trade["points"]["median"] <= trade["points"]["high"]
        assert logroll["others"] == {
            party: fmean(x["others"][party] for x in with_it)
            for party in (model.parties[p] for p in model.consenting)
            if party not in key_of(logroll)
        }


@given(written=sections(), seed=st.integers(0, 100), data=st.data())
@settings(max_examples=60)
def test_no_logroll_rests_on_a_silent_cell(written: dict[str, Any], seed: int, data: st.DataObject) -> None:
    options = {
        name: list(body.get("options", {})) or body["grid"]["points"] for name, body in written["issues"].items()
    }
    model, _, found = found_in(written, seed, {"held": data.draw(pattern(options))})
    silent = {
        (party, issue)
        for p, party in enumerate(model.parties)
        for i, issue in enumerate(model.index.issues)
        if model.silent[p, i]
    }
    consenting = {model.parties[p] for p in model.consenting}
    for logroll in found:
        traders = {trade["party"] for trade in logroll["trades"]}
        for trade in logroll["trades"]:
            assert not silent & {(party, trade["issue"]) for party in traders | consenting}
