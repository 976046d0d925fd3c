"""The law of losses by Runge–Kutta steps, one draw after the other."""

from irenic.fast.compiled import kernel
from irenic.war.kernels.types import Floats


@kernel
def fight(
    forces: Floats, reinforcement: Floats, rate: Floats, p: Floats, q: Floats, length: float, steps: int, left: Floats
) -> None:
    """Forces after some steps of the classical Runge–Kutta method.

    Args:
        forces: [draw, side].
        reinforcement: [draw, side], a month.
        rate: [draw, side], loss rate, per man of the other side and month.
        p: [draw], exponent of the other side's force.
        q: [draw], exponent of the own force.
        length: of a step, months.
        steps: how many.
        left: [draw, side]; filled, at least 0.
    """
    for d in range(len(forces)):
        left[d, 0], left[d, 1] = _after(
            forces[d, 0],
            forces[d, 1],
            reinforcement[d, 0],
            reinforcement[d, 1],
            rate[d, 0],
            rate[d, 1],
            p[d],
            q[d],
            length,
            steps,
        )


@kernel
def march(
    forces: Floats,
    arriving: Floats,
    reinforcement: Floats,
    rate: Floats,
    exponents: tuple[Floats, Floats],
    steps: int,
    manned: Floats,
    men: Floats,
) -> None:
    """Forces month by month.

    Args:
        forces: [draw, side], at first.
        arriving: [draw, side, month], come as the month begins.
        reinforcement: [draw, side, month], come in its course.
        rate: [draw, side, month], as for `fight`.
        exponents: p and q, [draw, month] each.
        steps: in a month.
        manned: [draw, side, month]; filled: with those who come as the month begins.
        men: [draw, side, month + 1]; filled.
    """
    p, q = exponents
    length = 1.0 / steps
    for d in range(len(forces)):
        men[d, 0, 0], men[d, 1, 0] = forces[d, 0], forces[d, 1]
        for t in range(arriving.shape[2]):
            for k in range(2):
                manned[d, k, t] = max(men[d, k, t] + arriving[d, k, t], 0.0)
            men[d, 0, t + 1], men[d, 1, t + 1] = _after(
                manned[d, 0, t],
                manned[d, 1, t],
                reinforcement[d, 0, t],
                reinforcement[d, 1, t],
                rate[d, 0, t],
                rate[d, 1, t],
                p[d, t],
                q[d, t],
                length,
                steps,
            )


@kernel
def _after(
    x: float, y: float, gain_x: float, gain_y: float, a: float, b: float, p: float, q: float, length: float, steps: int
) -> tuple[float, float]:
    half = 0.5 * length
    for _ in range(steps):
        x1, y1 = _changes(x, y, gain_x, gain_y, a, b, p, q)
        x2, y2 = _changes(x + half * x1, y + half * y1, gain_x, gain_y, a, b, p, q)
        x3, y3 = _changes(x + half * x2, y + half * y2, gain_x, gain_y, a, b, p, q)
        x4, y4 = _changes(x + length * x3, y + length * y3, gain_x, gain_y, a, b, p, q)
        x = max(x + length / 6.0 * (x1 + 2.0 * x2 + 2.0 * x3 + x4), 0.0)
        y = max(y + length / 6.0 * (y1 + 2.0 * y2 + 2.0 * y3 + y4), 0.0)
    return x, y


@kernel
def _changes(
    x: float, y: float, gain_x: float, gain_y: float, a: float, b: float, p: float, q: float
) -> tuple[float, float]:
    """What both sides gain in a month as things stand; who has no men loses none and hurts nobody."""
    x, y = max(x, 0.0), max(y, 0.0)
    return gain_x - a * _power(y, p) * _power(x, q), gain_y - b * _power(x, p) * _power(y, q)


@kernel
def _power(x: float, exponent: float) -> float:
    """The power, without the work where it is the number itself or one."""
    if exponent == 1.0:
        return x
    if exponent == 0.0:
        return 1.0
    return float(x**exponent)
