"""Measuring constant monthly rates, predicting with them, and simple predictions to hold them against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta
from scipy.stats import t as student

Floats = NDArray[np.float64]
Months = Mapping[date, float]


@dataclass(frozen=True)
class Rate:
    """What a month brought, over a window.

    Attributes:
        months: how many.
        mean: of the months.
        sd: their standard deviation, 0 for a single one.
        low: end of the 90 % interval of the mean (Student's t, months taken as independent).
        high: the other end.
        first: the day that closes the first month.
        last: the day that closes the last.
    """

    months: int
    mean: float
    sd: float
    low: float
    high: float
    first: date
    last: date


def between(months: Months, after: date | None, until: date | None) -> dict[date, float]:
    """Months that close after one day and until another."""
    return {
        day: value
        for day, value in sorted(months.items())
        if (after is None or day > after) and (until is None or day <= until)
    }


def newest(months: Months, window: int) -> dict[date, float]:
    """The last months of these."""
    return dict(sorted(months.items())[-window:])


def rate(months: Months) -> Rate:
    """The mean month, with its spread and the interval of the mean."""
    values = np.array(list(months.values()))
    sd = float(values.std(ddof=1)) if len(values) > 1 else 0.0
    half = float(student.ppf(0.95, len(values) - 1)) * sd / len(values) ** 0.5 if len(values) > 1 else 0.0
    mean = float(values.mean())
    return Rate(len(values), mean, sd, mean - half, mean + half, min(months), max(months))


def still_share(months: Months, step: float) -> float:
    """Share of months in which a line that has to gain `step` for a step crosses no place of the walk.

    The walk begins in the middle between two places, so that neither direction is nearer.
    """
    place = np.floor(np.concatenate(([0.0], np.cumsum(list(months.values())))) / step + 0.5)
    return float((np.diff(place) == 0).mean())


def ground_against(months: Months) -> float:
    """Share of all ground moved that went against the main direction."""
    values = np.array(list(months.values()))
    gained, lost = values[values > 0].sum(), -values[values < 0].sum()
    return abs(float(min(gained, lost) / (gained + lost)))


def step_direction(steps: int, against: int = 0) -> tuple[float, float]:
    """90 % interval of the share of steps against the main direction (Jeffreys' interval)."""
    low, high = (float(beta.ppf(u, against + 0.5, steps - against + 0.5)) for u in (0.05, 0.95))
    return (0.0 if against == 0 else low), high


@dataclass(frozen=True)
class Scored:
    """A prediction held against what came.

    Attributes:
        name: of the predictor.
        error: mean absolute error a month.
        bias: mean of predicted less observed.
        total: predicted less observed sum of all months.
        within: share of months within the 90 % band; NaN where the predictor has none.
    """

    name: str
    error: float
    bias: float
    total: float
    within: float


def predictions(fit: Months, months: int, window: int) -> dict[str, tuple[Floats, Floats | None]]:
    """Every predictor's months, and the half width of its 90 % band where it has one.

    The theatre keeps its rates constant from the dossier's date, so that it predicts the mean month of the window that
    it was fitted on. The baselines: the last month again, the mean of everything, the straight line through everything.
    """
    values = np.array(list(fit.values()))
    recent = values[-window:]
    time = np.arange(len(values) + months, dtype=np.float64)
    slope, intercept = np.polyfit(time[: len(values)], values, 1)
    count = len(recent)
    half = float(student.ppf(0.95, count - 1)) * float(recent.std(ddof=1)) * (1 + 1 / count) ** 0.5
    return {
        f"theatre: mean of the last {count} months": (np.full(months, recent.mean()), np.full(months, half)),
        "last month again": (np.full(months, values[-1]), None),
        "mean of all months": (np.full(months, values.mean()), None),
        "straight line through all months": (intercept + slope * time[len(values) :], None),
    }


def scored(fit: Months, test: Months, window: int) -> list[Scored]:
    """Every predictor held against the months that came."""
    came = np.array(list(test.values()))
    return [
        Scored(
            name=name,
            error=float(np.abs(told - came).mean()),
            bias=float((told - came).mean()),
            total=float((told - came).sum()),
            within=float("nan") if half is None else float((np.abs(told - came) <= half).mean()),
        )
        for name, (told, half) in predictions(fit, len(came), window).items()
    ]


def walked(forward: float, backward: float, months: int) -> Floats:
    """Chances of every net number of steps after some months: float64[2 months + 1], from all back to all forward."""
    month = np.array([backward, 1 - forward - backward, forward])
    chances = np.ones(1)
    for _ in range(months):
        chances = np.convolve(chances, month)
    return chances


def band(chances: Floats, least: float) -> tuple[float, float]:
    """The 5th and 95th percentile of whole numbers from `least` on with these chances."""
    share = np.cumsum(chances)
    low, high = (int(np.searchsorted(share, u)) for u in (0.05, 0.95))
    return least + low, least + high


@dataclass(frozen=True)
class Agreement:
    """Two series of the same quantity against each other, over their common months."""

    months: int
    first: date
    last: date
    level: float
    """Mean of the first series less the second, at the ends of the months."""
    change: float
    """Mean monthly change of the first less that of the second."""
    spread: float
    """Standard deviation of that difference."""
    correlation: float
    """Of the monthly changes."""
    same_direction: float
    """Share of months in which both moved the same way."""


def agreement(first: Months, second: Months, levels: Sequence[float]) -> Agreement:
    """How two series' months agree.

    Args:
        first: monthly changes of the one.
        second: monthly changes of the other.
        levels: first less second at the ends of the common months.
    """
    days = sorted(set(first) & set(second))
    a, b = (np.array([months[day] for day in days]) for months in (first, second))
    return Agreement(
        months=len(days),
        first=days[0],
        last=days[-1],
        level=float(np.mean(levels)),
        change=float((a - b).mean()),
        spread=float((a - b).std(ddof=1)),
        correlation=float(np.corrcoef(a, b)[0, 1]),
        same_direction=float((np.sign(a) == np.sign(b)).mean()),
    )


@dataclass(frozen=True)
class Lagged:
    """Correlation of a cause with what follows it some months later."""

    lag: int
    correlation: float
    months: int

    @property
    def bound(self) -> float:
        """What independent months stay within, 19 times of 20."""
        return float(1.96 / np.sqrt(self.months))


def lagged(cause: Months, effect: Months, most: int) -> list[Lagged]:
    """Correlations at lags from 0 to `most` months; months are matched by their order from the newest common one."""
    keys = {(day.year, day.month): value for day, value in cause.items()}
    found = []
    for lag in range(most + 1):
        pairs = [
            (keys[earlier], value)
            for day, value in sorted(effect.items())
            if (earlier := _months_before(day, lag)) in keys
        ]
        a, b = np.array(pairs).T
        found.append(Lagged(lag, float(np.corrcoef(a, b)[0, 1]), len(pairs)))
    return found


def _months_before(day: date, months: int) -> tuple[int, int]:
    index = 12 * day.year + day.month - 1 - months
    return index // 12, index % 12 + 1
