"""Made-up dossiers into which one fix is planted, among decoys that open less or cost more.

One issue, the *core*, decides: on each of its options a party is at ease whatever else is agreed, or lacks a known
number of points even if it has its way on all smaller issues. The *target* is the option that the planted fix opens.
"""

import json
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

NAMES: Final = ("avia", "bruma", "chor", "delm")
KINDS: Final = (
    "concession",
    "paired concession",
    "triple concession",
    "red line",
    "linkage",
    "side payment",
    "rule",
    "feasibility",
    "line and concession",
)
NO_DEAL: Final = 50.0
CORE: Final = 0.75
"""Share of a party's weight that lies on the core."""
SELDOM: Final = 0.65
"""Probability that the option of a decoy that opens less is infeasible."""
DEARER: Final = 4.0
"""Points that a decoy costs more."""


@dataclass(frozen=True)
class Planted:
    """A dossier and what is planted in it.

    Attributes:
        sections: the dossier.
        steps: the planted fix: kind, party, to, constraint, issue and option of each step.
        target: option of the core that it opens.
        tied: whether a decoy costs the same.
    """

    sections: dict[str, Any]
    steps: tuple[dict[str, str | None], ...]
    target: str
    tied: bool

    def write(self, folder: Path) -> Path:
        """Write the dossier; JSON is YAML."""
        folder.mkdir()
        (folder / "dossier.yaml").write_text(json.dumps(self.sections, indent=1), encoding="utf-8")
        return folder


def planted(number: int) -> Planted:
    """Dossier `number`; kinds take turns."""
    return _Garden(random.Random(number), KINDS[number % len(KINDS)]).planted()


def step(kind: str, party: str | None, constraint: str, **more: str) -> dict[str, str | None]:
    """A step as a fix tells it."""
    return {"kind": kind, "party": party, "to": None, "constraint": constraint, "issue": None, "option": None, **more}


@dataclass
class _Garden:
    """A dossier in the making.

    Attributes:
        rng: what is left to chance.
        kind: what is planted.
        core: option → party → points that it lacks there with its way on all smaller issues, none where it is at ease.
        options: what else is said of the core's options.
        lines: party → option of the core → red line.
        rules: rules.
        norms: norms.
    """

    rng: random.Random
    kind: str
    core: dict[str, dict[str, float]] = field(default_factory=dict)
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    lines: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    rules: dict[str, Any] = field(default_factory=dict)
    norms: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng = self.rng
        least = 3 if self.kind == "triple concession" else 2
        self.parties = list(NAMES[: rng.randint(least, 4)])
        self.order = rng.sample(self.parties, len(self.parties))
        self.small = [f"small-{k}" for k in range(rng.randint(2, 3))]
        self.sure = rng.random() < 0.6 or self.kind in ("side payment", "red line", "rule", "feasibility", "linkage")
        self.quiet = rng.random() < 0.3 and len(self.parties) > 2 and self.kind != "side payment"
        self.points = round(rng.uniform(5, 11), 1)
        self.liked = {name: rng.choice(["old", "new", "odd"]) for name in self.small}
        self.reasons = 0

    def planted(self) -> Planted:
        self._option("as-it-is", dict.fromkeys(self.parties, 24.0))
        if len(self.parties) > 2:
            spoiling = {"paired concession": 3, "triple concession": len(self.parties)}.get(self.kind)
            for party in self.parties:
                if self.rng.random() < 0.5 and len(self.parties) != spoiling:
                    self._option(f"all-for-{party}", {p: 24.0 for p in self.parties if p != party})
        steps = getattr(self, "_plant_" + self.kind.replace(" ", "_"))()
        if self.rng.random() < 0.3 and self.kind not in ("side payment", "rule", "feasibility"):
            self._option("inadmissible", {self.order[0]: 2.0})
            self.norms["homes"] = {"label": "Nobody is driven out", "options": {"core": ["inadmissible"]}}
        return Planted(self._sections(), tuple(steps), "target", "half" in self.core and self.sure)

    # What is planted, and beside it `half`, which costs as much and opens less, and `dear`, which costs more.

    def _plant_concession(self) -> list[dict[str, str | None]]:
        p, q = self.order[:2]
        self._option("target", {p: self.points})
        if len(self.parties) > 2:
            self._option("half", {q: self._alike}, infeasible=SELDOM)
            self._option("dear", {self.order[2]: self.points + DEARER})
        elif self.rng.random() < 0.5:
            self._option("half", {q: self._alike}, infeasible=SELDOM)
        else:
            self._option("dear", {q: self.points + DEARER})
        return [self._concession(p)]

    def _plant_paired_concession(self) -> list[dict[str, str | None]]:
        p, q = self.order[:2]
        one = round(self.points / 3, 1)
        self._option("target", {p: one, q: self.points - one})
        if len(self.parties) > 2:
            self._option("half", {q: one, self.order[2]: self._alike - one}, infeasible=SELDOM)
            self._option("dear", {p: one + DEARER, self.order[2]: self.points - one})
        else:
            self._option("half", {p: self._alike - one}, infeasible=SELDOM)
            self._line(q, "half", one)
            self._option("dear", {p: one + DEARER, q: self.points - one})
        return [self._concession(p), self._concession(q)]

    def _plant_triple_concession(self) -> list[dict[str, str | None]]:
        p, q, r = self.order[:3]
        one = round(self.points / 4, 1)
        self._option("target", {p: one, q: one, r: self.points - 2 * one})
        if len(self.parties) > 3:
            self._option("half", {p: one, q: one, self.order[3]: self._alike - 2 * one}, infeasible=SELDOM)
        else:
            self._option("half", {p: one, q: self._alike - 2 * one}, infeasible=SELDOM)
            self._line(r, "half", one)
        self._option("dear", {p: one + DEARER, q: one, r: self.points - 2 * one})
        return [self._concession(party) for party in (p, q, r)]

    def _plant_red_line(self) -> list[dict[str, str | None]]:
        p, q = self.order[:2]
        self._option("target", {})
        self._option("half", {}, infeasible=SELDOM)
        self._option("dear", {})
        self._line(p, "target", self.points)
        self._line(q, "half", self.points)
        self._line(self.rng.choice(self.parties), "dear", self.points + DEARER)
        return [step("red_line", p, f"positions.{p}.core.red_lines.target")]

    def _plant_linkage(self) -> list[dict[str, str | None]]:
        lifted = self._plant_red_line()[0]
        return [{**lifted, "kind": "linkage", "issue": self.small[0], "option": "new"}]

    def _plant_side_payment(self) -> list[dict[str, str | None]]:
        p, q = self.order[:2]
        self._option("target", {p: self.points}, infeasible=0.6)
        self._option("dear", {p: 25.0})
        if len(self.parties) > 2:
            self._option("half", {self.order[2]: self.points}, infeasible=0.8)
        return [step("side_payment", q, f"parties.{p}.no_deal", to=p)]

    def _plant_rule(self) -> list[dict[str, str | None]]:
        self._option("target", {})
        self._option("half", {}, infeasible=SELDOM)
        self._option("dear", {self.order[0]: DEARER})
        names = self.rng.sample(["first", "second"], 2)
        for name, option in zip(names, ("target", "half"), strict=True):
            self.rules[name] = {"forbid": {"core": option}, **self._reason()}
        return [step("rule", None, f"rules.{names[0]}")]

    def _plant_feasibility(self) -> list[dict[str, str | None]]:
        self._option("half", {}, infeasible=1)
        self._option("target", {}, infeasible=1)
        self._option("dear", {self.order[0]: DEARER})
        self._line(self.order[1], "half", 3.0, binding=SELDOM)
        return [step("feasibility", None, "issues.core.options.target.infeasible")]

    def _plant_line_and_concession(self) -> list[dict[str, str | None]]:
        p, q = self.order[:2]
        one = round(self.points / 3, 1)
        self._option("target", {q: self.points - one})
        self._line(p, "target", one)
        self._option("half", {p: self._alike - one}, infeasible=SELDOM)
        self._line(q, "half", one)
        self._option("dear", {q: self.points - one + DEARER})
        self._line(p, "dear", one)
        return [self._concession(q), step("red_line", p, f"positions.{p}.core.red_lines.target")]

    @property
    def _alike(self) -> float:
        """What the decoy that opens less costs: as much, or a little more where numbers are not sure."""
        return self.points if self.sure else self.points + DEARER / 2

    def _concession(self, party: str) -> dict[str, str | None]:
        return step("concession", party, f"parties.{party}.no_deal")

    def _option(self, name: str, lacks: dict[str, float], **said: float) -> None:
        self.core[name] = lacks
        self.options[name] = {key: {"value": value, **self._reason()} for key, value in said.items()}

    def _line(self, party: str, option: str, cost: float, binding: float = 1) -> None:
        self.lines.setdefault(party, {})[option] = {"binding": binding, "cost": round(cost, 4), **self._reason()}

    def _reason(self) -> dict[str, str]:
        self.reasons += 1
        return {"assumed": f"made up, number {self.reasons}"}

    # The dossier around it.

    def _sections(self) -> dict[str, Any]:
        core = list(self.core)
        self.rng.shuffle(core)
        issues = [("core", self._issue(core, self.options, "as-it-is"))]
        issues += [(name, self._issue(["old", "new", "odd"], {}, "old")) for name in self.small]
        if self.quiet:
            issues.append(("quiet", self._issue(["old", "new"], {}, "old")))
        self.rng.shuffle(issues)
        parties = {
            party: {"name": party.title(), "roles": ["belligerent"], "consents": True, "no_deal": self._no_deal(party)}
            for party in self.parties
        }
        parties["elm"] = {"name": "Elm", "roles": ["mediator"]}
        return {
            "irenic": 1,
            "title": f"Made up: {self.kind}",
            "as_of": "2030-01-01",
            "parties": parties,
            "issues": dict(issues),
            "rules": self.rules,
            "positions": {party: self._positions(party) for party in self.parties},
            "norms": self.norms,
        }

    def _issue(self, ids: list[str], said: dict[str, dict[str, Any]], status_quo: str) -> dict[str, Any]:
        return {
            "question": "What of it?",
            "status_quo": status_quo,
            "options": {name: said.get(name, {}) for name in ids},
        }

    def _exact(self, party: str) -> bool:
        """Whether the party's numbers decide what a fix costs."""
        asked = any(0 < lack < 24 for lacks in self.core.values() for p, lack in lacks.items() if p == party)
        return asked or self.kind == "side payment"

    def _no_deal(self, party: str) -> dict[str, Any]:
        spread = 0.0 if self._exact(party) and self.sure else 0.5 if self._exact(party) else 2.0
        return {"value": self._around(NO_DEAL, spread), **self._reason()}

    def _around(self, value: float, spread: float) -> Any:
        return {"uniform": [round(value - spread, 4), round(value + spread, 4)]} if spread else round(value, 4)

    def _positions(self, party: str) -> dict[str, Any]:
        cells = {"core": self._core_cell(party)}
        weights = self._small_weights(party)
        for name in self.small:
            cells[name] = {"weight": weights[name], "values": self._small_values(party, name), **self._reason()}
        if self.quiet and party != self.parties[-1]:
            cells["quiet"] = {"weight": self._quiet_weight(), "values": {"old": 0, "new": 100}, **self._reason()}
        return cells

    def _quiet_weight(self) -> float:
        return round(100 * 0.05 / CORE, 6)

    def _small_share(self, party: str) -> float:
        """Share of the party's weight on the smaller issues that can be settled."""
        speaks = self.quiet and party != self.parties[-1]
        return 1 - CORE - (0.05 if speaks else 0.0)

    def _small_weights(self, party: str) -> dict[str, Any]:
        """Weights of the smaller issues; where numbers decide, they are sure and sum to the share."""
        total = 100 * self._small_share(party) / CORE
        if self.kind == "side payment":
            return dict.fromkeys(self.small, total / len(self.small))
        cuts = [self.rng.uniform(1, 2) for _ in self.small]
        weights = {name: total * cut / sum(cuts) for name, cut in zip(self.small, cuts, strict=True)}
        spread = 0.0 if self._exact(party) and self.sure else 0.02 if self._exact(party) else 0.2
        return {name: self._around(weight, spread * weight) for name, weight in weights.items()}

    def _small_values(self, party: str, issue: str) -> dict[str, Any]:
        """Left to chance; but where several concede they like the same, and a line's holder gains what is planted."""
        if self.kind == "side payment":
            mine = party == self.order[0]
            return {"old": 100 if mine else 0, "new": 0 if mine else 100, "odd": 40 if mine else 60}
        if self.kind in ("red line", "linkage", "line and concession") and party == self.order[0]:
            gains = self.kind == "linkage" and issue in self.small[:1]
            return {"old": 20 if gains else 100, "new": 100 if gains else 0, "odd": 0 if gains else self._some(50)}
        best, worst, other = self.rng.sample(["old", "new", "odd"], 3)
        if self.kind in ("paired concession", "triple concession"):
            best = self.liked[issue]
            worst, other = self.rng.sample([option for option in ("old", "new", "odd") if option != best], 2)
        return {best: 100, worst: 0, other: self._some(50)}

    def _some(self, value: float) -> Any:
        return self._around(value, self.rng.uniform(5, 30))

    def _core_cell(self, party: str) -> dict[str, Any]:
        values = {option: self._core_value(party, option, lacks) for option, lacks in self.core.items()}
        lines = self.lines.get(party, {})
        return {"weight": 100, "values": values, **({"red_lines": lines} if lines else {}), **self._reason()}

    def _core_value(self, party: str, option: str, lacks: dict[str, float]) -> Any:
        if party in lacks:
            if lacks[party] == 24.0:
                return 0
            worth = NO_DEAL - 100 * self._small_share(party) - lacks[party]
            return round(max(worth, 0.0) / CORE, 6)
        if self.kind == "side payment" and (option == "dear" or (option == "target" and party != self.order[1])):
            return round((NO_DEAL + 0.2) / CORE, 6)
        return 100 if self.lines.get(party, {}).get(option) or self.kind == "side payment" else self._around(96, 4)
