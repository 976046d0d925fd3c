"""Made-up tables of paths: a theatre, its numbers, and stretches of all kinds at work on them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from irenic.war.kernels import path_rows as row
from irenic.war.odds import gate
from irenic.war.path_tables import PathTables
from irenic.war.theatre import Theatre
from tests.unit.war.theatres import inputs_of, theatre_of

Floats = NDArray[np.float64]

LAWS = {row.SQUARE: (1.0, 0.0), row.LINEAR: (1.0, 1.0), row.GENERAL: None}

SIZES = {row.MULTIPLY: (0.6, 1.5), row.ADD: (-0.2, 0.6), row.SET: (0.0, 1.0)}


def tables_of(
    seed: int, draws: int = 5, law: int = row.SQUARE, stretches: int = 12, horizon: int = 12, **given: Any
) -> PathTables:
    """Tables of a made-up war; keywords are numbers of its inputs. Some stretches share a use."""
    theatre = theatre_of(horizon=horizon, first_gains_upward=seed % 2 == 0)
    exponents = LAWS[law]
    if exponents is not None:
        given = {"p": exponents[0], "q": exponents[1], **given}
    if law == row.LINEAR:
        given = {"loss_rate": np.random.default_rng(seed).uniform(0.01, 0.3, (draws, 2)), **given}
    return with_stretches(theatre, seed, draws, law, stretches, given)


def with_stretches(
    theatre: Theatre, seed: int, draws: int, law: int, stretches: int, given: dict[str, Any]
) -> PathTables:
    inputs = inputs_of(seed, draws, **given)
    rng = np.random.default_rng([seed, 1])
    quantities = [q for q in range(row.QUANTITIES) if law == row.GENERAL or q not in (row.P, row.Q)]
    quantity = rng.choice(quantities, stretches).astype(np.int64)
    operation = rng.choice([row.MULTIPLY, row.ADD, row.SET], stretches).astype(np.int64)
    operation[np.isin(quantity, (row.MONEY_ADDED, row.MONEY_ADDED + 1, row.FORCES_ADDED, row.FORCES_ADDED + 1))] = (
        row.ADD
    )
    size = np.stack([rng.uniform(*SIZES[op], draws) for op in operation], axis=1) if stretches else np.empty((draws, 0))
    begin = rng.uniform(-3.0, theatre.horizon, (draws, stretches))
    end = begin + rng.exponential(theatre.horizon / 2, (draws, stretches))
    base = np.zeros((draws, row.QUANTITIES))
    for name, at in (
        ("replenishment", row.REPLENISHMENT),
        ("loss_rate", row.LOSS_RATE),
        ("materiel", row.MATERIEL),
        ("aid", row.AID),
        ("aid_lag", row.AID_LAG),
        ("revenue", row.REVENUE),
        ("grants", row.GRANTS),
        ("cost", row.COST),
        ("effectiveness", row.EFFECTIVENESS),
        ("initiative", row.INITIATIVE),
    ):
        base[:, at : at + 2] = getattr(inputs, name)
    base[:, row.B0], base[:, row.B1], base[:, row.P], base[:, row.Q] = inputs.b0, inputs.b1, inputs.p, inputs.q
    line = [len(theatre.places), theatre.start, *theatre.is_end[[0, -1]], *theatre.gain, *theatre.collapse_to, 0]
    return PathTables(
        first=0,
        sides=theatre.sides,
        places=tuple(place.id for place in theatre.places),
        months=theatre.horizon,
        base=base,
        forces=inputs.forces,
        money=inputs.money,
        counts_money=(True, True),
        need=inputs.need * rng.choice([0.7, 1.0, 1.3], inputs.need.shape),
        gate=gate(inputs),
        quantity=quantity,
        operation=operation,
        use=rng.choice(rng.integers(0, 2**32, max(stretches, 1)), stretches).astype(np.int64),
        begin=begin,
        end=np.where(rng.random((draws, stretches)) < 0.2, np.inf, end),
        size=size,
        chance=rng.choice([0.0, 0.3, 0.7, 1.0], (draws, stretches)),
        law=law,
        line=np.array(line, dtype=np.int64),
    )
