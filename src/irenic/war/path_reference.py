"""One path of the war in plain Python, month by month, against which the paths of the kernel are held."""

from dataclasses import dataclass, field
from math import exp, floor, log

from irenic.fast.philox_reference import units_plainly
from irenic.war.attrition import PER_THOUSAND, STEPS
from irenic.war.inputs import LEAST_MEN
from irenic.war.kernels import path_rows as row
from irenic.war.path_tables import PathTables

BATTLE = 0
ONCE = 0xFFFFFFFF

Pair = tuple[float, float]


@dataclass(slots=True)
class PlainPath:
    """A path as it goes on.

    Attributes:
        place: where the line stands.
        forces: of both sides.
        money: of both sides.
        lost: men of both sides.
        places: the place at the start of each month.
        measured: forces, money and losses of both sides at the start of each month.
        seen: what is seen of each month's battles.
        collapse: the month in which each side collapsed, H + 1 if never.
        broke: the month in which the balance broke, H + 1 if never, and whose.
        over: whether the war is.
    """

    place: int
    forces: Pair
    money: Pair
    lost: Pair = (0.0, 0.0)
    places: list[int] = field(default_factory=list)
    measured: list[list[float]] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    collapse: list[int] = field(default_factory=list)
    broke: tuple[int, int] = (-1, -1)
    over: bool = False

    def note(self) -> None:
        """Write down how things stand as a month begins."""
        self.places.append(self.place)
        self.measured.append([*self.forces, *self.money, *self.lost])


def follow_plainly(tables: PathTables, run: int, per_draw: int, seed: int) -> PlainPath:
    """The path of a run."""
    draw = run // per_draw - tables.first
    fired = [
        units_plainly(seed, run, ONCE, int(tables.use[k]))[0] < tables.chance[draw, k] for k in range(len(tables.use))
    ]
    path = PlainPath(
        int(tables.line[1]),
        (float(tables.forces[draw, 0]), float(tables.forces[draw, 1])),
        (float(tables.money[draw, 0]), float(tables.money[draw, 1])),
        collapse=[tables.months + 1] * 2,
        broke=(tables.months + 1, -1),
    )
    path.note()
    first_ratio = None
    for month in range(tables.months):
        if path.over:
            path.seen.append(0)
            path.note()
            continue
        numbers = [numbers_plainly(tables, draw, fired, q, month) for q in range(row.QUANTITIES)]
        men = tuple(max(path.forces[k] + numbers[row.FORCES_ADDED + k], 0.0) for k in (0, 1))
        coming = tuple(
            max(numbers[row.REPLENISHMENT + k], 0.0) * _supply(tables, draw, fired, numbers, month, k) for k in (0, 1)
        )
        ratio = _ratio(numbers, (men[0], men[1]))
        first_ratio = ratio if first_ratio is None else first_ratio
        _battle(tables, path, numbers, ratio, units_plainly(seed, run, month, BATTLE), float(tables.gate[draw]))
        path.forces = _fought(numbers, (men[0], men[1]), (coming[0], coming[1]))
        lost = [path.lost[k] + max(men[k] + coming[k] - path.forces[k], 0.0) for k in (0, 1)]
        money = [path.money[k] + _balance(numbers, k) for k in (0, 1)]
        path.lost, path.money = (lost[0], lost[1]), (money[0], money[1])
        at_end = (path.place == 0 and tables.line[2]) or (path.place == tables.line[0] - 1 and tables.line[3])
        spent = [path.forces[k] <= 0.0 or (tables.counts_money[k] and path.money[k] < 0.0) for k in (0, 1)]
        gone = [bool(spent[k]) and not at_end for k in (0, 1)]
        _break(tables, path, month, ratio - first_ratio, gone)
        for k in (0, 1):
            if gone[k]:
                path.collapse[k] = month
        if gone[0] != gone[1]:
            to = int(tables.line[6] if gone[0] else tables.line[7])
            path.place = to if to >= 0 else path.place
        path.over = bool(at_end or any(gone))
        path.note()
    return path


def numbers_plainly(tables: PathTables, draw: int, fired: list[bool], quantity: int, month: int) -> float:
    """A number of the month, as the stretches that fired change it, one after the other."""
    found = float(tables.base[draw, quantity])
    for k, used in enumerate(fired):
        if tables.quantity[k] != quantity or not used:
            continue
        covered = min(float(tables.end[draw, k]), month + 1.0) - max(float(tables.begin[draw, k]), float(month))
        share, size = max(covered, 0.0), float(tables.size[draw, k])
        if tables.operation[k] == row.MULTIPLY:
            found = found * (1.0 + share * (size - 1.0))
        elif tables.operation[k] == row.ADD:
            found = found + share * size
        else:
            found = found + share * (size - found)
    return found


def _supply(tables: PathTables, draw: int, fired: list[bool], numbers: list[float], month: int, side: int) -> float:
    cost, aid = float(tables.base[draw, row.COST + side]), float(tables.base[draw, row.AID + side])
    need = float(tables.need[draw, side])
    if need <= 0.0:
        return 1.0
    lag = max(numbers[row.AID_LAG + side], 0.0)
    whole = floor(lag)

    def promised(of: int) -> float:
        return aid if of < 0 else max(numbers_plainly(tables, draw, fired, row.AID + side, of), 0.0)

    arrived = (1.0 - (lag - whole)) * promised(month - whole) + (lag - whole) * promised(month - whole - 1)
    return (cost + arrived) / need


def _ratio(numbers: list[float], men: Pair) -> float:
    strength = [
        max(
            max(numbers[row.EFFECTIVENESS + k], 0.0) * max(numbers[row.MATERIEL + k], 0.0) * men[k],
            LEAST_MEN,
        )
        for k in (0, 1)
    ]
    return log(strength[0] / strength[1])


def _battle(
    tables: PathTables,
    path: PlainPath,
    numbers: list[float],
    ratio: float,
    luck: tuple[float, float, float, float],
    gate: float,
) -> None:
    """The month's attacks, what is seen of them, and where they leave the line."""
    seen, step = 0, 0
    for k, sign in ((0, 1.0), (1, -1.0)):
        wins = 1.0 / (1.0 + exp(-(numbers[row.B0] + sign * numbers[row.B1] * ratio)))
        attacks = luck[2 * k] < numbers[row.INITIATIVE + k]
        seen += (1 + 2 * (luck[2 * k + 1] < wins)) * 4**k * attacks
        step += int(tables.line[4 + k]) * (attacks and luck[2 * k + 1] < wins * gate)
    path.seen.append(seen)
    path.place = min(max(path.place + step, 0), int(tables.line[0]) - 1)


def _fought(numbers: list[float], men: Pair, coming: Pair) -> Pair:
    """Forces after the month."""
    length = 1.0 / STEPS
    rate = [max(numbers[row.LOSS_RATE + k], 0.0) * PER_THOUSAND for k in (0, 1)]
    p, q = numbers[row.P], numbers[row.Q]

    def change(at: list[float]) -> list[float]:
        left = [max(x, 0.0) for x in at]
        return [coming[k] - rate[k] * left[1 - k] ** p * left[k] ** q for k in (0, 1)]

    def ahead(at: list[float], by: list[float], length: float) -> list[float]:
        return [at[k] + length * by[k] for k in (0, 1)]

    x = list(men)
    for _ in range(STEPS):
        first = change(x)
        second = change(ahead(x, first, 0.5 * length))
        third = change(ahead(x, second, 0.5 * length))
        fourth = change(ahead(x, third, length))
        slopes = [first[k] + 2.0 * second[k] + 2.0 * third[k] + fourth[k] for k in (0, 1)]
        x = [max(x[k] + length / 6.0 * slopes[k], 0.0) for k in (0, 1)]
    return x[0], x[1]


def _balance(numbers: list[float], side: int) -> float:
    earned = max(numbers[row.REVENUE + side], 0.0) + max(numbers[row.GRANTS + side], 0.0)
    return earned + numbers[row.MONEY_ADDED + side] - max(numbers[row.COST + side], 0.0)


def _break(tables: PathTables, path: PlainPath, month: int, gained: float, gone: list[bool]) -> None:
    """Note who gives way first, if nobody has yet: by relative strength as the month begins, by collapse as it ends."""
    if path.broke[0] <= tables.months:
        return
    if gained < row.FALL or -gained < row.FALL:
        path.broke = (month, 0 if gained < row.FALL else 1)
    elif all(gone):
        path.broke = (month, 0 if gained < 0.0 else 1)
    elif any(gone):
        path.broke = (month, gone.index(True))
