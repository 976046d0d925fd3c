"""Forces, money and supply month by month, along the expected course of levers and clocks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from irenic.acts.drawn import DrawnActs
from irenic.acts.rules import Acts
from irenic.acts.stretches import Stretches, changed
from irenic.fast.grid import Floats
from irenic.model.combinations import Truths
from irenic.model.package_index import Integers
from irenic.war.attrition import PER_THOUSAND, STEPS
from irenic.war.inputs import LEAST_MEN, WarInputs
from irenic.war.theatre import NOWHERE, Theatre

Monthly: TypeAlias = Callable[[str, Floats], Floats]
"""(path, float64[draw] at the dossier's date) → float64[draw, month] with levers and clocks at work."""


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """The war as expected; months 0 … H − 1 for what happens in a month, 0 … H for what there is at its start.

    Attributes:
        forces: float64[draw, side, H + 1], thousands of men.
        money: float64[draw, side, H + 1], billion USD; NaN where the dossier states none.
        casualties: float64[draw, side, H], thousands of men lost in the month.
        supply: float64[draw, side, H], own cost of war and aid that arrives, relative to the need; 1 where none of
            them is stated.
        log_ratio: float64[draw, H], ln of φ m M of side 0 over that of side 1 at the start of the month.
        initiative: float64[draw, side, H], chance that the side attacks in the month.
        shift: float64[draw, H], change of b0 by levers.
        slope_shift: float64[draw, H], change of b1 by levers.
        collapse: int64[draw, side], the month in whose course a side gives way; H + 1 if it never does.
    """

    forces: Floats
    money: Floats
    casualties: Floats
    supply: Floats
    log_ratio: Floats
    initiative: Floats
    shift: Floats
    slope_shift: Floats
    collapse: Integers


def monthly(acts: Acts, drawn: DrawnActs, stretches: Stretches, horizon: int, fired: Truths | None = None) -> Monthly:
    """What tells any number month by month; `fired` says which stretches work, else they count by their chance."""

    def told(path: str, base: Floats) -> Floats:
        return changed(acts, drawn, stretches, path, base, horizon, fired)

    return told


def forecast(
    theatre: Theatre,
    inputs: WarInputs,
    acts: Acts,
    drawn: DrawnActs,
    stretches: Stretches,
    fired: Truths | None = None,
) -> Forecast:
    """The war along one course of levers and clocks.

    Args:
        theatre: with all that forces need (`theatre.missing` is empty).
        inputs: its draws.
        acts: the dossier's levers and clocks.
        drawn: their draws.
        stretches: when they work.
        fired: bool[draw, row], which stretches work; expected effects where left out.
    """
    return course(theatre, inputs, monthly(acts, drawn, stretches, theatre.horizon, fired))


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """What moves forces, money and odds in each month, float64[draw, side, month] unless said otherwise.

    Attributes:
        supply: see `Forecast`.
        reinforcement: thousands of men in the month.
        arriving: thousands of men that levers add as the month begins.
        rate: men lost a month per thousand of enemy force.
        balance: billion USD that money grows by in the month.
        worth: effectiveness times materiel.
        initiative: chance of an attack.
        shift: [draw, month], change of b0 by levers.
        slope_shift: [draw, month], change of b1 by levers.
        p: [draw, month], exponent of the enemy's force.
        q: [draw, month], exponent of the own force.
    """

    supply: Floats
    reinforcement: Floats
    arriving: Floats
    rate: Floats
    balance: Floats
    worth: Floats
    initiative: Floats
    shift: Floats
    slope_shift: Floats
    p: Floats
    q: Floats


def course(theatre: Theatre, inputs: WarInputs, told: Monthly) -> Forecast:
    """The war along one course, given what tells each number month by month.

    For stocks it tells what levers add in each month: forces come as the month begins, money while it lasts.
    """
    return carried_on(numbers_of(theatre, inputs, told), inputs.forces, inputs.money)


def numbers_of(theatre: Theatre, inputs: WarInputs, told: Monthly) -> Numbers:
    """What moves the war in each month of a course."""
    of = _of_sides(theatre, told)

    def amounts(path: str, base: Floats) -> Floats:
        return np.maximum(of(path, base), 0.0)

    supply = _supply(of, inputs)
    income = amounts("sides.{}.revenue", inputs.revenue) + amounts("sides.{}.grants", inputs.grants)
    return Numbers(
        supply=supply,
        reinforcement=amounts("sides.{}.replenishment", inputs.replenishment) * supply,
        arriving=of("sides.{}.forces", inputs.forces),
        rate=amounts("sides.{}.loss_rate", inputs.loss_rate),
        balance=income + of("sides.{}.money", inputs.money) - amounts("sides.{}.cost", inputs.cost),
        worth=amounts("battle.effectiveness.{}", inputs.effectiveness) * amounts("sides.{}.materiel", inputs.materiel),
        initiative=np.clip(of("battle.initiative.{}", inputs.initiative), 0.0, 1.0),
        shift=told("theatre.battle.b0", inputs.b0) - inputs.b0[:, np.newaxis],
        slope_shift=told("theatre.battle.b1", inputs.b1) - inputs.b1[:, np.newaxis],
        p=told("theatre.attrition.p", inputs.p),
        q=told("theatre.attrition.q", inputs.q),
    )


def carried_on(numbers: Numbers, forces: Floats, money: Floats) -> Forecast:
    """The war from its start, with these forces and this money: float64[draw, side] each, money NaN for without end."""
    from irenic.war.kernels.attrition import march

    months = numbers.supply.shape[2]
    men, manned = np.empty((*forces.shape, months + 1)), np.empty((*forces.shape, months))
    march(
        np.ascontiguousarray(forces),
        np.ascontiguousarray(numbers.arriving),
        np.ascontiguousarray(numbers.reinforcement),
        np.ascontiguousarray(numbers.rate * PER_THOUSAND),
        (np.ascontiguousarray(numbers.p), np.ascontiguousarray(numbers.q)),
        STEPS,
        manned,
        men,
    )
    casualties = np.maximum(manned + numbers.reinforcement - men[:, :, 1:], 0.0)
    funds = np.concatenate((money[:, :, np.newaxis], numbers.balance), axis=2)
    np.add.accumulate(funds, axis=2, out=funds)
    strength = np.maximum(numbers.worth * manned, LEAST_MEN)
    return Forecast(
        forces=men,
        money=funds,
        casualties=casualties,
        supply=numbers.supply,
        log_ratio=np.log(strength[:, 0] / strength[:, 1]),
        initiative=numbers.initiative,
        shift=numbers.shift,
        slope_shift=numbers.slope_shift,
        collapse=collapse_months(men, funds),
    )


def collapse_months(forces: Floats, money: Floats) -> Integers:
    """The first month at whose end a side has no men or debts: int64[draw, side], H + 1 for never.

    Args:
        forces: float64[draw, side, H + 1].
        money: float64[draw, side, H + 1]; NaN never runs out.
    """
    spent = (forces[:, :, 1:] <= 0.0) | (money[:, :, 1:] < 0.0)
    months = spent.shape[2]
    first = months - np.logical_or.accumulate(spent, axis=2).sum(axis=2)
    return np.asarray(np.where(first < months, first, months + 1), dtype=np.int64)


def first_collapse(theatre: Theatre, collapse: Integers) -> tuple[Integers, Integers]:
    """When the war ends by collapse and at which place.

    Where both sides give way in the same month nobody is left to move the line: it stands where it is, as it does where
    the dossier names no end that a collapse brings.

    Args:
        theatre: names the place that each side's collapse brings.
        collapse: int64[draw, side], see `Forecast`.

    Returns:
        int64[draw], the month in whose course it ends, H + 1 if in none; int64[draw], position of the place, or −1.
    """
    loser = np.where(collapse[:, 0] < collapse[:, 1], theatre.collapse_to[0], theatre.collapse_to[1])
    place = np.where(collapse[:, 0] == collapse[:, 1], NOWHERE, loser)
    return np.minimum(collapse[:, 0], collapse[:, 1]), place.astype(np.int64)


_OfSides: TypeAlias = Callable[[str, Floats], Floats]


def _of_sides(theatre: Theatre, told: Monthly) -> _OfSides:
    def of(path: str, base: Floats) -> Floats:
        found = [told("theatre." + path.format(side), base[:, k]) for k, side in enumerate(theatre.sides)]
        return np.stack(found, axis=1)

    return of


def _supply(of: _OfSides, inputs: WarInputs) -> Floats:
    """σ = (cost + aid that arrives) / need: float64[draw, side, H], 1 where no need is known."""
    arrived = arrivals(
        np.maximum(of("sides.{}.aid", inputs.aid), 0.0), inputs.aid, of("sides.{}.aid_lag", inputs.aid_lag)
    )
    known = (inputs.need > 0.0)[:, :, np.newaxis]
    met = (inputs.cost[:, :, np.newaxis] + arrived) / np.where(known, inputs.need[:, :, np.newaxis], 1.0)
    return np.where(known, met, 1.0)


def arrivals(promised: Floats, before: Floats, lag: Floats) -> Floats:
    """What arrives in each month of what was promised `lag` months earlier, evenly over each month.

    Args:
        promised: float64[draw, side, H], by month of promise.
        before: float64[draw, side], a month, in all months before month 0.
        lag: float64[draw, side, H], months, as it stands in the month of arrival.

    Returns:
        float64[draw, side, H].
    """
    horizon = promised.shape[2]
    lag = np.maximum(lag, 0.0)
    whole = np.floor(lag)
    later = lag - whole
    month = np.arange(horizon)
    since = np.concatenate((before[:, :, np.newaxis], promised), axis=2)
    newer = np.clip(month - whole + 1.0, 0.0, None).astype(np.int64)
    older = np.clip(month - whole, 0.0, None).astype(np.int64)
    return np.asarray(
        (1.0 - later) * np.take_along_axis(since, newer, axis=2) + later * np.take_along_axis(since, older, axis=2),
        dtype=np.float64,
    )
