"""From a dossier to its answers, against the definitions: random small dossiers, evaluated package by package."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.deal.chunk import deal_chunk
from irenic.deal.constraints import members_of
from irenic.deal.existence import possible_draws
from irenic.deal.kernels.solve import SOLUTIONS
from irenic.deal.live import BASES
from irenic.deal.plan import CountPlan
from irenic.deal.reference import Answer, Coalition, Space, answer_by_enumeration
from irenic.deal.spaces import in_every_reading
from irenic.deal.summary import HEADLINE
from irenic.fast.grid import to_grid
from irenic.model.compilation import compile_model
from irenic.model.inputs import Inputs, draw_inputs
from irenic.model.structure import MODES, READINGS, Model, Reading
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of

DRAWS = 3
EVERY = CountPlan("every_package", DRAWS)
POINTS = st.sampled_from(["0", "50", "50", "100", "20 to 80"])
CHANCE = st.sampled_from(["0", "0.5", "1"])
Package = dict[str, str]


@st.composite
def sections(draw: st.DrawFn) -> dict[str, Any]:
    """Sections of a dossier with two to four parties and two to four issues."""
    issues = {name: draw(issue()) for name in draw(st.sampled_from(["ab", "abc", "abcd"]))}
    options = {name: option_ids(body) for name, body in issues.items()}
    parties = {
        name: {
            "name": name,
            "roles": "belligerent",
            "consents": "true" if name != "q" else draw(st.sampled_from(["true", "false"])),
            "no_deal": draw(st.sampled_from(["0", "25", "50", "75", "100", "10 to 60"])),
            **(draw(st.sampled_from([{}, {"influence": "2", "discount": "0.9"}]))),
        }
        for name in draw(st.sampled_from([("p", "q"), ("p", "q", "r"), ("p", "q", "r", "s")]))
    }
    for name, body in issues.items():
        for option in list(body.get("options", {})):
            if draw(st.integers(0, 4)) == 0:
                other = draw(st.sampled_from(options[name]))
                body["options"][option] = {
                    "ambiguity": draw(st.sampled_from(["0.5", "0.2 to 0.8"])),
                    "reads": {"p": other},
                }
            elif draw(st.integers(0, 4)) == 0:
                body["options"][option] = {"infeasible": draw(CHANCE)}
    held = {party: draw(positions(options, issues)) for party in parties}
    stated = [(party, name) for party in parties for name in issues if "weight" in held[party].get(name, {})]
    return {
        "parties": parties,
        "issues": issues,
        "rules": {f"rule-{k}": draw(rule(options)) for k in range(draw(st.integers(0, 2)))},
        "positions": held,
        "levers": {
            f"lever-{k}": draw(lever(options, stated)) for k in range(draw(st.integers(0, 2) if stated else st.just(0)))
        },
        "coalitions": {},
    }


@st.composite
def with_coalitions(draw: st.DrawFn) -> dict[str, Any]:
    """A dossier with one or two coalitions whose members would rather change what they control than leave it."""
    written = draw(sections())
    options = {name: option_ids(body) for name, body in written["issues"].items()}
    consenting = [name for name, party in written["parties"].items() if party["consents"] == "true"]
    for k in range(draw(st.integers(1, 2)) if len(consenting) > 1 else 0):
        members = draw(st.lists(st.sampled_from(consenting), min_size=2, max_size=3, unique=True))
        controls = draw(st.lists(st.sampled_from(sorted(options)), min_size=1, max_size=3, unique=True))
        for name, member in product(controls, members):
            stays = written["issues"][name]["status_quo"]
            liking = {option: "0" if option == stays else draw(POINTS) for option in options[name]}
            red_lines = written["positions"][member].get(name, {}).get("red_lines", {})
            weight = draw(st.sampled_from(["100", "50", "10 to 60"]))
            written["positions"][member][name] = {"weight": weight, "values": liking, "red_lines": red_lines}
            written["parties"][member]["no_deal"] = draw(st.sampled_from(["0", "0", "10", "0 to 30"]))
        written["coalitions"][f"coalition-{k}"] = {
            "members": members,
            "controls": {
                name: draw(st.lists(st.sampled_from(options[name]), min_size=2, max_size=3, unique=True))
                for name in controls
            },
        }
    return written


@st.composite
def issue(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(2, 3))
    if draw(st.booleans()):
        points = ["0", "5", "10"][:count]
        return {"question": "?", "status_quo": "0", "grid": {"points": points, "unit": "km"}}
    names = ["x", "y", "z"][:count]
    return {"question": "?", "status_quo": "x", "options": {name: {} for name in names}}


def option_ids(body: dict[str, Any]) -> list[str]:
    return list(body["options"]) if "options" in body else list(body["grid"]["points"])


@st.composite
def pattern(draw: st.DrawFn, options: dict[str, list[str]], at_least: int = 1) -> dict[str, list[str]]:
    names = draw(st.lists(st.sampled_from(sorted(options)), min_size=at_least, max_size=2, unique=True))
    return {name: draw(st.lists(st.sampled_from(options[name]), min_size=1, max_size=2, unique=True)) for name in names}


@st.composite
def rule(draw: st.DrawFn, options: dict[str, list[str]]) -> dict[str, Any]:
    when = draw(st.one_of(st.just({}), pattern(options)))
    form = draw(st.sampled_from(["forbid", "require", "same"]))
    if form == "same":
        return {
            "same": draw(st.lists(st.sampled_from(sorted(options)), min_size=2, max_size=3, unique=True)),
            "when": when,
        }
    return {form: draw(pattern(options)), "when": when}


@st.composite
def positions(draw: st.DrawFn, options: dict[str, list[str]], issues: dict[str, Any]) -> dict[str, Any]:
    def line() -> dict[str, Any]:
        lifted = draw(st.one_of(st.none(), pattern(options)))
        unless = {} if lifted is None else {"unless": {"package": lifted}}
        return {"binding": draw(CHANCE), "cost": draw(st.sampled_from(["0", "20"])), **unless}

    held: dict[str, Any] = {}
    for name, ids in options.items():
        if draw(st.booleans()):
            weight = draw(st.sampled_from(["100", "50", "50", "10 to 60"]))
            held[name] = {"weight": weight, "values": {option: draw(POINTS) for option in ids}}
            if draw(st.integers(0, 2)) == 0:
                held[name]["red_lines"] = {draw(st.sampled_from(ids)): line()}
    if draw(st.integers(0, 3)) == 0:
        held["interactions"] = {
            "both": {"package": draw(pattern(options)), "points": draw(st.sampled_from(["-30", "15"]))}
        }
    if draw(st.integers(0, 3)) == 0:
        held["red_lines"] = {"pair": {"refuses": draw(pattern(options)), **line()}}
    quantities = [name for name, body in issues.items() if "grid" in body]
    if len(quantities) > 1 and draw(st.booleans()):
        held.setdefault("red_lines", {})["more"] = {"more": quantities[:2], **line()}
    return held


@st.composite
def lever(draw: st.DrawFn, options: dict[str, list[str]], stated: list[tuple[str, str]]) -> dict[str, Any]:
    """A lever that a deal sets off, on a weight or value that is stated."""
    party, name = draw(st.sampled_from(stated))
    what = draw(st.sampled_from(["weight", *(f"values.{option}" for option in options[name])]))
    package = draw(st.one_of(st.just({}), pattern(options)))
    return {
        "holder": "p",
        "path": f"positions.{party}.{name}.{what}",
        "op": draw(st.sampled_from(["multiply", "add", "set"])),
        "size": draw(st.sampled_from(["0.5", "20", "1 to 3"])),
        "trigger": {"on": draw(st.sampled_from(["deal-signed", "option-chosen"])), "package": package},
        **draw(st.sampled_from([{}, {"credibility": "0.2 to 0.6"}])),
    }


def matches(wanted: dict[str, list[str]], package: Package) -> bool:
    return all(package[name] in allowed for name, allowed in wanted.items())


def breaks_rule(rule: dict[str, Any], package: Package) -> bool:
    if not matches(rule["when"], package):
        return False
    if "same" in rule:
        return len({package[name] for name in rule["same"]}) > 1
    return matches(rule["forbid"], package) if "forbid" in rule else not matches(rule["require"], package)


def refuses(line: dict[str, Any], package: Package) -> bool:
    """Whether a line over several issues refuses the package, exceptions aside."""
    if "more" in line:
        first, second = line["more"]
        return float(package[first]) > float(package[second])
    return matches(line["refuses"], package)


def lines_of(written: dict[str, Any]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Path → party and line; a line in a cell is told as the pattern that it refuses."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for party, held in written["positions"].items():
        for name in written["issues"]:
            for option, line in held.get(name, {}).get("red_lines", {}).items():
                found[f"positions.{party}.{name}.red_lines.{option}"] = (party, {"refuses": {name: [option]}, **line})
        for name, line in held.get("red_lines", {}).items():
            found[f"positions.{party}.red_lines.{name}"] = (party, line)
    return found


def breaks_line(line: dict[str, Any], package: Package) -> bool:
    return refuses(line, package) and not ("unless" in line and matches(line["unless"]["package"], package))


class Plain:
    """The package space of one draw and reading, package by package, straight from the sections."""

    def __init__(self, written: dict[str, Any], model: Model, inputs: Inputs, d: int, reading: str) -> None:
        self.written, self.model, self.inputs, self.d = written, model, inputs, d
        self.wide = reading == "silent_wide"
        self.options = {name: option_ids(body) for name, body in written["issues"].items()}
        self.packages = [dict(zip(self.options, chosen, strict=True)) for chosen in product(*self.options.values())]
        self.flat = {key: k for k, key in enumerate((name, o) for name, ids in self.options.items() for o in ids)}
        self.lines = lines_of(written)
        self.feeds = {feed.path: feed.at for feed in model.feeds.all}

    def drawn(self, array: Any, path: str) -> float:
        """What a number, or the event with its probability, came out as in this draw."""
        return float(array[(self.d, *self.feeds[path])])

    def utility(self, party: str, package: Package) -> float:
        p, d, inputs = self.model.parties.index(party), self.d, self.inputs
        weights = [float(w) for w in inputs.weights[d, p]]
        if self.wide:
            weights = [w + float(s) for w, s in zip(weights, inputs.silent_weights[d, p], strict=True)]
        total = sum(weights) or 1.0
        worth = 0.0
        for weight, (name, option) in zip(weights, package.items(), strict=True):
            value = self.as_read(party, name, option, {})
            worth += float(to_grid(np.array(weight / total * value)))
        for key, entry in self.written["levers"].items():
            if entry["path"].split(".")[1] == party and matches(entry["trigger"]["package"], package):
                worth += self.lever_points(key, entry, package, dict(zip(package, weights, strict=True)), total)
        for name, entry in self.written["positions"][party].get("interactions", {}).items():
            if matches(entry["package"], package):
                worth += self.drawn(inputs.interactions, f"positions.{party}.interactions.{name}.points")
        for path, (holder, line) in self.lines.items():
            if holder == party and breaks_line(line, package):
                worth -= self.drawn(inputs.cost, f"{path}.cost")
        return worth

    def as_read(self, party: str, name: str, option: str, changed: dict[str, float]) -> float:
        """What a party takes an option to be worth, some of the issue's values changed."""
        p = self.model.parties.index(party)
        body = self.written["issues"][name].get("options", {}).get(option, {})

        def value(of: str) -> float:
            return changed.get(of, float(self.inputs.values[self.d, p, self.flat[name, of]]))

        if party not in body.get("reads", {}):
            return value(option)
        share = self.drawn(self.inputs.ambiguity, f"issues.{name}.options.{option}.ambiguity")
        return (1.0 - share) * value(option) + share * value(body["reads"][party])

    def lever_points(
        self, key: str, entry: dict[str, Any], package: Package, weights: dict[str, float], total: float
    ) -> float:
        """What a lever adds to a package that sets it off."""
        _, party, name, *what = entry["path"].split(".")
        size = self.drawn(self.inputs.lever_sizes, f"levers.{key}.size")
        path = f"levers.{key}.credibility"
        believed = self.drawn(self.inputs.lever_credibilities, path) if "credibility" in entry else 1.0
        option = package[name]

        def after(number: float) -> float:
            return {"multiply": number * size, "add": number + size, "set": size}[entry["op"]]

        if what == ["weight"]:
            gained = (after(weights[name]) - weights[name]) * self.as_read(party, name, option, {})
        else:
            old = float(self.inputs.values[self.d, self.model.parties.index(party), self.flat[name, what[1]]])
            new = self.as_read(party, name, option, {what[1]: after(old)})
            gained = weights[name] * (new - self.as_read(party, name, option, {}))
        return float(to_grid(np.array(believed / total * gained)))

    def structural(self, package: Package) -> tuple[set[str], set[str]]:
        """Constraints that make the package infeasible, and binding lines that it breaks."""
        hard = {f"rules.{name}" for name, rule in self.written["rules"].items() if breaks_rule(rule, package)}
        for name, option in package.items():
            body = self.written["issues"][name].get("options", {}).get(option, {})
            path = f"issues.{name}.options.{option}.infeasible"
            if "infeasible" in body and self.drawn(self.inputs.infeasible, path):
                hard.add(path)
        binding = {
            path
            for path, (_, line) in self.lines.items()
            if self.drawn(self.inputs.binds, f"{path}.binding") and breaks_line(line, package)
        }
        return hard, binding

    def answer(self, mode: str) -> Answer:
        """The definitions, with the whole space as one block."""
        ids = [constraint.id for constraint in self.model.constraints]
        marks = [self.structural(package) for package in self.packages]
        parties = [self.model.parties[p] for p in self.model.consenting]
        return answer_by_enumeration(
            Space(
                contributions=np.array([[self.utility(party, x) for x in self.packages] for party in parties]),
                feasible=np.array([not hard for hard, _ in marks]),
                allowed=np.array([not hard and (mode == "soft" or not binding) for hard, binding in marks]),
                violated=tuple(frozenset(ids.index(c) for c in hard | binding) for hard, binding in marks),
                numbers=np.arange(len(self.packages)),
                starts=np.array([0, len(self.packages)]),
                no_deal=self.inputs.no_deal[self.d, list(self.model.consenting)],
                alpha=self.inputs.alpha[self.d],
                status_quo=self.packages.index(self.status_quo),
                coalitions=tuple(
                    Coalition(
                        tuple(parties.index(member) for member in coalition["members"]),
                        frozenset(k for k, x in enumerate(self.packages) if self.is_side_deal(coalition, x)),
                        ids.index(f"coalitions.{name}"),
                    )
                    for name, coalition in self.written["coalitions"].items()
                ),
            )
        )

    @property
    def status_quo(self) -> Package:
        return {name: body["status_quo"] for name, body in self.written["issues"].items()}

    def is_side_deal(self, coalition: dict[str, Any], package: Package) -> bool:
        """Whether a coalition can bring the package about by itself."""
        for name, option in package.items():
            if option not in (self.status_quo[name], *coalition["controls"].get(name, ())):
                return False
        return self.objections(coalition, package) <= self.objections(coalition, self.status_quo)

    def objections(self, coalition: dict[str, Any], package: Package) -> set[str]:
        """Rules, infeasible options and binding lines of members against a package."""
        hard, binding = self.structural(package)
        return hard | {path for path in binding if self.lines[path][0] in coalition["members"]}


@pytest.mark.parametrize("reading", READINGS)
@given(written=st.one_of(sections(), with_coalitions()), seed=st.integers(0, 100))
@settings(max_examples=80)
def test_answers_are_as_defined(reading: Reading, written: dict[str, Any], seed: int) -> None:
    model = compile_model(dossier_of(**written))
    inputs = draw_inputs(model, Sampler(seed), 0, DRAWS)
    found = deal_chunk(model, inputs, in_every_reading(inputs.no_deal), EVERY)
    r = READINGS.index(reading)
    ends = np.cumsum(found["deal.conflicts.count"].reshape(-1)).reshape(DRAWS, len(READINGS))
    for d in range(DRAWS):
        plain = Plain(written, model, inputs, d, reading)
        answers = {mode: plain.answer(mode) for mode in MODES}
        for m, mode in enumerate(MODES):
            answer = answers[mode]
            assert found["deal.s_star"][d, r, m] == answer.s_star
            assert found["deal.possible"][d, r, m] == (answer.zone_count > 0)
            assert found["deal.feasible_count"][d] == answer.feasible_count
            assert found["deal.zone_count"][d, r, m] == answer.zone_count
            for name in SOLUTIONS:
                number = getattr(answer, name)
                assert found[f"deal.{name}"][d, r, m] == number
                worth = found[f"deal.{name}_utility"][d, r, m]
                for p, party in enumerate(model.parties):
                    if number < 0 or not model.stating[p]:
                        assert np.isnan(worth[p])
                    else:
                        assert worth[p] == plain.utility(party, plain.packages[number])
        if reading == HEADLINE[0]:
            chosen = [plain.packages[number].items() for number in answers[HEADLINE[1]].zone]
            live = {option for package in chosen for option in package}
            assert found["deal.live"][d, BASES.index("headline")].tolist() == [key in live for key in plain.flat]
        rows = found["deal.conflicts.members"][ends[d, r] - found["deal.conflicts.count"][d, r] : ends[d, r]]
        told = {frozenset(members_of(model, row)) for row in rows}
        assert len(told) == len(rows)
        expected = answers["hard"].conflicts if answers["hard"].zone_count == 0 else frozenset()
        assert told == {frozenset(model.constraints[c].id for c in conflict) for conflict in expected}


@given(written=st.one_of(sections(), with_coalitions()), seed=st.integers(0, 100))
@settings(max_examples=60)
def test_existence_alone_agrees(written: dict[str, Any], seed: int) -> None:
    model = compile_model(dossier_of(**written))
    inputs = draw_inputs(model, Sampler(seed), 0, 8)
    found = deal_chunk(model, inputs, in_every_reading(inputs.no_deal), CountPlan("every_package", 8))
    for r, reading in enumerate(READINGS):
        for m, mode in enumerate(MODES):
            alone = possible_draws(model, inputs, in_every_reading(inputs.no_deal), reading, mode)
            assert alone.tolist() == found["deal.possible"][:, r, m].tolist()
