"""Levers and clocks on the paths of a block: what fires, and what it makes of each number month by month."""

from typing import Final

import numpy as np

from irenic.fast.compiled import kernel
from irenic.fast.lanes import LANES, larger, smaller
from irenic.fast.philox import draws_of, unit
from irenic.war.kernels.path_rows import ADD, MULTIPLY, QUANTITIES
from irenic.war.kernels.types import Count, Floats, Integers

NO_MONTH: Final = 0xFFFFFFFF
"""Period of what is drawn once a path."""


@kernel
def fire(
    seed: np.uint64,
    runs: Integers,
    draws: Integers,
    use: Integers,
    tables: tuple[Floats, Floats, Floats, Floats],
    found: Floats,
) -> None:
    """Draw which stretches are used, and gather when and how they work.

    A use is drawn from its own stream, so that switching off one lever shifts no other.

    Args:
        seed: of all paths.
        runs: int64[lane].
        draws: int64[lane], the draw of each run.
        use: int64[row], name of the use: rows of the same use fire together.
        tables: float64[draw, row] each: begin, end, size, chance.
        found: is written: float64[row, (begin, end, size), lane]; a stretch that is not used is empty.
    """
    begin, end, size, chance = tables
    for row in range(use.size):
        drawn = found[row, 0]
        for i in range(LANES):
            words = draws_of(seed, np.uint64(runs[i]), np.uint64(NO_MONTH), np.uint64(use[row]))
            drawn[i] = unit(words[0])
        for i in range(LANES):
            d = draws[i]
            used = drawn[i] < chance[d, row]
            found[row, 0, i] = begin[d, row] if used else 0.0
            found[row, 1, i] = end[d, row] if used else 0.0
            found[row, 2, i] = size[d, row]


@kernel
def luck(seed: np.uint64, first: Count, use: Integers, found: Floats) -> None:
    """What decides whether a stretch is used: it is, if this is less than its chance.

    Args:
        seed: of all paths.
        first: the first run.
        use: int64[row].
        found: is written: float64[run, row], between 0 and 1.
    """
    for i in range(found.shape[0]):
        for row in range(use.size):
            words = draws_of(seed, np.uint64(first + i), np.uint64(NO_MONTH), np.uint64(use[row]))
            found[i, row] = unit(words[0])


@kernel
def change(
    month: Count, base: Floats, quantity: Integers, operation: Integers, rows: Floats, untouched: Floats, block: Floats
) -> None:
    """Every number of a month, as the levers and clocks that fired change it, one row after the other.

    With s, the share of the month that a stretch covers: multiply gives x (1 + s (size − 1)), add gives x + s size,
    set gives x + s (size − x).

    Args:
        month: its number.
        base: float64[quantity, lane], at the dossier's date.
        quantity: int64[row], what the row changes.
        operation: int64[row].
        rows: float64[row, (begin, end, size), lane].
        untouched: float64[quantity], 1 where no row changes it: then it stands in the block already.
        block: is written.
    """
    for q in range(QUANTITIES):
        if untouched[q] == 0.0:
            number = block[q * LANES : (q + 1) * LANES]
            known = base[q]
            for i in range(LANES):
                number[i] = known[i]
    start = np.float64(month)
    for row in range(quantity.size):
        number = block[quantity[row] * LANES : (quantity[row] + 1) * LANES]
        begin, end, size = rows[row, 0], rows[row, 1], rows[row, 2]
        if operation[row] == MULTIPLY:
            for i in range(LANES):
                share = larger(smaller(end[i], start + 1.0) - larger(begin[i], start), 0.0)
                number[i] = number[i] * (1.0 + share * (size[i] - 1.0))
        elif operation[row] == ADD:
            for i in range(LANES):
                share = larger(smaller(end[i], start + 1.0) - larger(begin[i], start), 0.0)
                number[i] = number[i] + share * size[i]
        else:
            for i in range(LANES):
                share = larger(smaller(end[i], start + 1.0) - larger(begin[i], start), 0.0)
                number[i] = number[i] + share * (size[i] - number[i])


@kernel
def arrive(month: Count, side: Count, lags: Floats, promised: Floats, arrived: Floats) -> None:
    """Aid that arrives in a month: what was promised `lag` months earlier, evenly over each month.

    Args:
        month: its number.
        side: whose aid.
        lags: float64[lane], months.
        promised: float64[side, month + 1, lane]; at 0 what was promised in every month before month 0.
        arrived: float64[lane], is written.
    """
    for i in range(LANES):
        lag = larger(lags[i], 0.0)
        whole = np.floor(lag)
        later = lag - whole
        older = np.int64(larger(month - whole, 0.0))
        newer = np.int64(larger(month - whole + 1.0, 0.0))
        arrived[i] = (1.0 - later) * promised[side, newer, i] + later * promised[side, older, i]


@kernel
def promise(month: Count, side: Count, aid: Floats, promised: Floats) -> None:
    """Note the aid that is promised in a month."""
    noted = promised[side, month + 1]
    for i in range(LANES):
        noted[i] = larger(aid[i], 0.0)
