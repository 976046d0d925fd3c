"""The definitions of docs/design.md word for word, for one draw, in plain loops: slow, the measure of all kernels."""

from dataclasses import dataclass
from functools import cache
from math import exp, floor, log

from irenic.war.forecast import Monthly
from irenic.war.inputs import LEAST_MEN, WarInputs
from irenic.war.theatre import NOWHERE, Theatre


@dataclass(frozen=True, slots=True)
class Course:
    """The war of one draw, by side and month; as `Forecast`."""

    forces: tuple[list[float], list[float]]
    money: tuple[list[float], list[float]]
    casualties: tuple[list[float], list[float]]
    supply: tuple[list[float], list[float]]
    log_ratio: list[float]
    initiative: tuple[list[float], list[float]]
    collapse: list[int]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one party reckons with in one belief.

    Attributes:
        b0: by month, the attacker's log-odds at equal strength.
        b1: by month, slope in the log of the attacker's relative strength.
        gate: chance that a won attack moves the line.
        lean: by month, added to side 0's log-odds and taken from side 1's.
        discount: by month.
        cost: by month, points.
        utility: by place, points.
    """

    b0: list[float]
    b1: list[float]
    gate: float
    lean: list[float]
    discount: list[float]
    cost: list[float]
    utility: list[float]


def reference_forecast(theatre: Theatre, inputs: WarInputs, told: Monthly) -> Course:
    """Forces, money and supply of the first draw of some inputs."""
    side_numbers = [_SideNumbers(theatre, inputs, told, k) for k in (0, 1)]
    p = told("theatre.attrition.p", inputs.p)[0]
    q = told("theatre.attrition.q", inputs.q)[0]
    forces = ([float(inputs.forces[0, 0])], [float(inputs.forces[0, 1])])
    money = ([float(inputs.money[0, 0])], [float(inputs.money[0, 1])])
    casualties: tuple[list[float], list[float]] = ([], [])
    supply: tuple[list[float], list[float]] = ([], [])
    log_ratio: list[float] = []
    initiative: tuple[list[float], list[float]] = ([], [])
    collapse = [theatre.horizon + 1, theatre.horizon + 1]
    for t in range(theatre.horizon):
        men = [max(forces[k][t] + side_numbers[k].at("forces", t), 0.0) for k in (0, 1)]
        for k in (0, 1):
            supply[k].append(side_numbers[k].supply(t))
            initiative[k].append(min(max(side_numbers[k].at("initiative", t), 0.0), 1.0))
        strength = [max(side_numbers[k].worth(t) * men[k], LEAST_MEN) for k in (0, 1)]
        log_ratio.append(log(strength[0] / strength[1]))
        added = [side_numbers[k].at("replenishment", t) * supply[k][t] for k in (0, 1)]
        rates = [side_numbers[k].at("loss_rate", t) / 1000.0 for k in (0, 1)]
        left = _fight(men, added, rates, float(p[t]), float(q[t]))
        for k in (0, 1):
            casualties[k].append(men[k] + added[k] - left[k])
            forces[k].append(left[k])
            money[k].append(money[k][t] + side_numbers[k].balance(t))
            if (forces[k][t + 1] <= 0.0 or money[k][t + 1] < 0.0) and collapse[k] > theatre.horizon:
                collapse[k] = t
    return Course(forces, money, casualties, supply, log_ratio, initiative, collapse)


class _SideNumbers:
    """Numbers of a side month by month."""

    def __init__(self, theatre: Theatre, inputs: WarInputs, told: Monthly, side: int) -> None:
        name = theatre.sides[side]
        fields = ("forces", "replenishment", "loss_rate", "materiel", "aid", "aid_lag", "money", "revenue", "grants")
        self._told = {
            field: told(f"theatre.sides.{name}.{field}", getattr(inputs, field)[:, side])[0]
            for field in (*fields, "cost")
        }
        for field in ("effectiveness", "initiative"):
            self._told[field] = told(f"theatre.battle.{field}.{name}", getattr(inputs, field)[:, side])[0]
        self._aid, self._cost = float(inputs.aid[0, side]), float(inputs.cost[0, side])
        self._need = float(inputs.need[0, side])

    def at(self, field: str, t: int) -> float:
        return float(self._told[field][t])

    def worth(self, t: int) -> float:
        return self.at("effectiveness", t) * self.at("materiel", t)

    def balance(self, t: int) -> float:
        """Revenue, grants and what levers add, less the cost of war."""
        return self.at("revenue", t) + self.at("grants", t) + self.at("money", t) - self.at("cost", t)

    def supply(self, t: int) -> float:
        if self._need <= 0.0:
            return 1.0
        lag = self.at("aid_lag", t)
        later = lag - floor(lag)
        arrives = (1.0 - later) * self._promised(t - floor(lag)) + later * self._promised(t - floor(lag) - 1)
        return (self._cost + arrives) / self._need

    def _promised(self, month: int) -> float:
        return self._aid if month < 0 else self.at("aid", month)


def _fight(men: list[float], added: list[float], rates: list[float], p: float, q: float) -> list[float]:
    """A month of dM₁ = R₁ − a₁ M₂^p M₁^q, four Runge–Kutta steps."""

    def change(at: list[float]) -> list[float]:
        own = [max(x, 0.0) for x in at]
        return [added[k] - rates[k] * own[1 - k] ** p * own[k] ** q for k in (0, 1)]

    def moved(at: list[float], by: list[float], length: float) -> list[float]:
        return [x + length * y for x, y in zip(at, by, strict=True)]

    length = 0.25
    for _ in range(4):
        first = change(men)
        second = change(moved(men, first, length / 2.0))
        third = change(moved(men, second, length / 2.0))
        fourth = change(moved(men, third, length))
        slope = [(first[k] + 2.0 * second[k] + 2.0 * third[k] + fourth[k]) / 6.0 for k in (0, 1)]
        men = [max(x, 0.0) for x in moved(men, slope, length)]
    return men


def reference_value(theatre: Theatre, course: Course, outlook: Outlook) -> float:
    """The war value of one party in one belief, by its recursive definition."""
    ended = min(course.collapse)
    loser = course.collapse.index(ended)
    together = course.collapse[0] == course.collapse[1]
    brought = NOWHERE if together else theatre.collapse_to[loser]

    @cache
    def value(t: int, z: int) -> float:
        if theatre.places[z].is_end or t == theatre.horizon:
            return outlook.utility[z]
        kept = outlook.discount[t]
        ahead = 0.0
        for step, chance in zip((1, -1, 0), _steps(theatre, course, outlook, t), strict=True):
            ahead += chance * after(t, min(max(z + step, 0), len(theatre.places) - 1))
        return (1.0 - kept) * outlook.utility[z] - outlook.cost[t] + kept * ahead

    def after(t: int, z: int) -> float:
        """What is to come once the line stands at z after month t."""
        if t == ended and not theatre.places[z].is_end:
            return outlook.utility[z if brought == NOWHERE else brought]
        return value(t + 1, z)

    return value(0, theatre.start)


def _steps(theatre: Theatre, course: Course, outlook: Outlook, t: int) -> tuple[float, float, float]:
    """Chances of a step up, a step down and none in a month."""
    moved = []
    for side, sign in ((0, 1.0), (1, -1.0)):
        odds = outlook.b0[t] + sign * (outlook.b1[t] * course.log_ratio[t] + outlook.lean[t])
        moved.append(course.initiative[side][t] * outlook.gate / (1.0 + exp(-odds)))
    ways = [moved[0] * (1.0 - moved[1]), moved[1] * (1.0 - moved[0])]
    up = ways[0 if theatre.gain[0] > 0 else 1]
    down = ways[1 if theatre.gain[0] > 0 else 0]
    return up, down, 1.0 - up - down
