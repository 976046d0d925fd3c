"""Paths of the war, many side by side: levers, battle, attrition, money, collapse and front, month by month.

A block of paths is followed from the first month to the last, each step a loop over its lanes (`irenic.fast.lanes`).
What is counted are whole numbers, which add up to the same in any order; a path's own random numbers are keyed by
(seed; run, month, stream), so nothing depends on how paths are cut into chunks and blocks.
"""

import numpy as np

from irenic.fast.compiled import kernel
from irenic.fast.lanes import LANES, larger, logarithm, logistic, select, smaller
from irenic.fast.philox import draws_of, unit
from irenic.war.kernels.path_attrition import fight
from irenic.war.kernels.path_levers import arrive, change, fire, promise
from irenic.war.kernels.path_rows import (
    AID,
    AID_LAG,
    B0,
    B1,
    BALANCED,
    CELL_COUNT,
    CELLS,
    COST,
    COST_AT_START,
    EFFECTIVENESS,
    FALL,
    FIGHTING,
    FIRST_RATIO,
    FORCES,
    FORCES_ADDED,
    GAINED,
    GATE,
    GAVE_WAY,
    GRANTS,
    INITIATIVE,
    LEAST_MEN,
    LOSS_RATE,
    LOST,
    MANNED,
    MATERIEL,
    MEASURED,
    MONEY,
    MONEY_ADDED,
    NEED,
    PER_THOUSAND,
    PLACE,
    QUANTITIES,
    RATE,
    REINFORCEMENT,
    REPLENISHMENT,
    REVENUE,
    ROWS,
    SEEN,
    SUPPLY,
    WEAKENED,
)
from irenic.war.kernels.types import Count, Floats, Integers

BATTLE = 0
"""Stream of battles. The streams of levers are the names of their uses."""


@kernel
def follow(
    runs: tuple[int, int],
    share: tuple[int, int],
    seed: np.uint64,
    start: tuple[Floats, Floats, Floats, Floats, Floats],
    levers: tuple[Integers, Integers, Integers],
    stretches: tuple[Floats, Floats, Floats, Floats],
    untouched: Floats,
    law: Count,
    line: Integers,
    cells: tuple[Floats, Floats],
    counts: tuple[Integers, Integers, Integers, Integers],
    records: tuple[Integers, Integers, Integers, Floats],
) -> None:
    """Follow paths through all months and add what they come to to the counts.

    Args:
        runs: first run and end of the runs.
        share: runs that each draw has, and the first draw of the tables; run r belongs to draw r // share[0].
        seed: of all random numbers.
        start: at the dossier's date: numbers float64[draw, quantity] (rows of `path_rows`), forces, money
            and need float64[draw, side], the chance that a won attack moves the line float64[draw].
        levers: of each stretch: what it changes, how, and the name of its use, int64[row].
        stretches: begin, end, size and chance of each, float64[draw, row].
        untouched: float64[quantity], 1 where no stretch changes it.
        law: of losses.
        line: int64[9]: places, where the line stands, whether the first and the last place are ends, the way that each
            side gains, the place that each side's collapse brings (−1: the line stays), the side whose money never runs
            out as bits.
        cells: least of each measured quantity and cells per unit, float64[measured, month + 1].
        counts: are added to: front int64[month + 1, place], cells int64[month + 1, measured, cell], collapsed
            int64[month + 1, side], breaks int64[month, side].
        records: are written, unless empty: place int64[run, month + 1], what is seen of battles int64[run, month], the
            month in which each side collapsed int64[run, side], the measured quantities float64[run, month + 1,
            measured]; runs from the first, all months but month 0.
    """
    base_table, force_table, money_table, need_table, gate_table = start
    quantity, operation, use = levers
    front, tally, collapsed, breaks = counts
    months = front.shape[0] - 1
    block = np.zeros(ROWS * LANES)
    base = np.empty((QUANTITIES, LANES))
    rows = np.empty((quantity.size, 3, LANES))
    promised = np.empty((2, months + 1, LANES))
    run = np.empty(LANES, np.int64)
    draw = np.empty(LANES, np.int64)
    for first in range(runs[0], runs[1], LANES):
        live = min(LANES, runs[1] - first)
        for i in range(LANES):
            run[i] = first + i
            draw[i] = min((first + i) // share[0] - share[1], gate_table.size - 1)
        _begin(draw, base_table, force_table, money_table, need_table, gate_table, line, base, block, promised)
        fire(seed, run, draw, use, stretches, rows)
        _count(np.int64(0), live, cells, block, front, tally)
        for month in range(months):
            change(month, base, quantity, operation, rows, untouched, block)
            _supply(month, block, promised)
            _reinforce(block)
            _battle(month, seed, run, line, block)
            fight(law, block)
            _settle(line, block)
            _count(month + 1, live, cells, block, front, tally)
            _note(month, live, block, collapsed, breaks)
            if records[0].size > 0:
                _record(month, first - runs[0], live, block, records)


@kernel
def _begin(
    draw: Integers,
    base_table: Floats,
    force_table: Floats,
    money_table: Floats,
    need_table: Floats,
    gate_table: Floats,
    line: Integers,
    base: Floats,
    block: Floats,
    promised: Floats,
) -> None:
    """Gather what the draws of a block's paths hold at the dossier's date."""
    for q in range(QUANTITIES):
        for i in range(LANES):
            base[q, i] = base_table[draw[i], q]
            block[q * LANES + i] = base[q, i]
    for side in range(2):
        for i in range(LANES):
            block[(FORCES + side) * LANES + i] = force_table[draw[i], side]
            block[(MONEY + side) * LANES + i] = money_table[draw[i], side]
            block[(LOST + side) * LANES + i] = 0.0
            block[(COST_AT_START + side) * LANES + i] = base[COST + side, i]
            block[(NEED + side) * LANES + i] = need_table[draw[i], side]
            promised[side, 0, i] = base[AID + side, i]
    for i in range(LANES):
        block[GATE * LANES + i] = gate_table[draw[i]]
        block[PLACE * LANES + i] = line[1]
        block[FIGHTING * LANES + i] = 1.0
        block[BALANCED * LANES + i] = 1.0


@kernel
def _supply(month: Count, block: Floats, promised: Floats) -> None:
    """σ = (cost + aid that arrives) / need; 1 where no need is known."""
    for side in range(2):
        aid = block[(AID + side) * LANES : (AID + side + 1) * LANES]
        lag = block[(AID_LAG + side) * LANES : (AID_LAG + side + 1) * LANES]
        supply = block[(SUPPLY + side) * LANES : (SUPPLY + side + 1) * LANES]
        cost = block[(COST_AT_START + side) * LANES : (COST_AT_START + side + 1) * LANES]
        need = block[(NEED + side) * LANES : (NEED + side + 1) * LANES]
        promise(month, side, aid, promised)
        arrive(month, side, lag, promised, supply)
        for i in range(LANES):
            whole = select(need[i] > 0.0, need[i], 1.0)
            supply[i] = select(need[i] > 0.0, (cost[i] + supply[i]) / whole, 1.0)


@kernel
def _reinforce(block: Floats) -> None:
    """Men who come as the month begins, and while it lasts; and what the enemy costs."""
    for side in range(2):
        for i in range(LANES):
            k = side * LANES + i
            men = larger(block[FORCES * LANES + k] + block[FORCES_ADDED * LANES + k], 0.0)
            coming = larger(block[REPLENISHMENT * LANES + k], 0.0) * block[SUPPLY * LANES + k]
            fighting = block[FIGHTING * LANES + i] != 0.0
            block[FORCES * LANES + k] = select(fighting, men, block[FORCES * LANES + k])
            block[REINFORCEMENT * LANES + k] = select(fighting, coming, 0.0)
            block[RATE * LANES + k] = select(fighting, larger(block[LOSS_RATE * LANES + k], 0.0) * PER_THOUSAND, 0.0)
            block[MANNED * LANES + k] = men + coming


@kernel
def _battle(month: Count, seed: np.uint64, run: Integers, line: Integers, block: Floats) -> None:
    """The month's attacks, and where the line stands after them.

    Side k attacks with chance ι_k, wins with Λ(b0 ± b1 ln ratio), and a won attack moves the line with chance g: one
    number for the attack, one for how it ends. The line moves if one side's attack moves it and the other's doesn't.
    """
    top = np.float64(line[0] - 1)
    way0, way1 = np.float64(line[4]), np.float64(line[5])
    no_ratio = 1.0 if month == 0 else 0.0
    for i in range(LANES):
        words = draws_of(seed, np.uint64(run[i]), np.uint64(month), np.uint64(BATTLE))
        worth0 = larger(block[EFFECTIVENESS * LANES + i], 0.0) * larger(block[MATERIEL * LANES + i], 0.0)
        worth1 = larger(block[(EFFECTIVENESS + 1) * LANES + i], 0.0) * larger(block[(MATERIEL + 1) * LANES + i], 0.0)
        strength0 = larger(worth0 * block[FORCES * LANES + i], LEAST_MEN)
        strength1 = larger(worth1 * block[(FORCES + 1) * LANES + i], LEAST_MEN)
        ratio = logarithm(strength0 / strength1)
        slope = block[B1 * LANES + i] * ratio
        gate = block[GATE * LANES + i]
        wins0 = logistic(block[B0 * LANES + i] + slope)
        wins1 = logistic(block[B0 * LANES + i] - slope)
        attack0 = select(unit(words[0]) < block[INITIATIVE * LANES + i], 1.0, 0.0)
        attack1 = select(unit(words[2]) < block[(INITIATIVE + 1) * LANES + i], 1.0, 0.0)
        luck0, luck1 = unit(words[1]), unit(words[3])
        won0, moved0 = select(luck0 < wins0, attack0, 0.0), select(luck0 < wins0 * gate, attack0, 0.0)
        won1, moved1 = select(luck1 < wins1, attack1, 0.0), select(luck1 < wins1 * gate, attack1, 0.0)
        fighting = block[FIGHTING * LANES + i]
        place = block[PLACE * LANES + i] + fighting * (moved0 * way0 + moved1 * way1)
        first_ratio = select(no_ratio != 0.0, ratio, block[FIRST_RATIO * LANES + i])
        open_balance = fighting * block[BALANCED * LANES + i]
        block[FIRST_RATIO * LANES + i] = first_ratio
        block[GAINED * LANES + i] = ratio - first_ratio
        block[WEAKENED * LANES + i] = select(ratio - first_ratio < FALL, open_balance, 0.0)
        block[(WEAKENED + 1) * LANES + i] = select(first_ratio - ratio < FALL, open_balance, 0.0)
        block[SEEN * LANES + i] = fighting * (attack0 + 2.0 * won0 + 4.0 * attack1 + 8.0 * won1)
        block[PLACE * LANES + i] = smaller(larger(place, 0.0), top)


@kernel
def _settle(line: Integers, block: Floats) -> None:
    """Losses and money of the month, who collapses, whether the war is over, and whether the balance has broken.

    An end that the line has reached comes before a collapse in the same month. Where both sides collapse in it the line
    stands where it is, and the balance breaks against the one that is weaker than at first.
    """
    endless = (line[8] & 1 != 0, line[8] & 2 != 0)
    for side in range(2):
        rich = endless[side]
        for i in range(LANES):
            k = side * LANES + i
            fighting = block[FIGHTING * LANES + i]
            men = block[FORCES * LANES + k]
            lost = larger(block[MANNED * LANES + k] - men, 0.0)
            earned = larger(block[REVENUE * LANES + k], 0.0) + larger(block[GRANTS * LANES + k], 0.0)
            balance = earned + block[MONEY_ADDED * LANES + k] - larger(block[COST * LANES + k], 0.0)
            money = block[MONEY * LANES + k]
            money = select(fighting != 0.0, money + balance, money)
            spent = (men <= 0.0) | ((money < 0.0) & (not rich))
            block[LOST * LANES + k] = select(fighting != 0.0, block[LOST * LANES + k] + lost, block[LOST * LANES + k])
            block[MONEY * LANES + k] = money
            block[GAVE_WAY * LANES + k] = select(spent, fighting, 0.0)
    low, high = np.float64(line[2]), np.float64(line[3])
    top = np.float64(line[0] - 1)
    to0, to1 = np.float64(line[6]), np.float64(line[7])
    for i in range(LANES):
        place = block[PLACE * LANES + i]
        at_end = select(place == 0.0, low, 0.0) + select(place == top, high, 0.0)
        gone0 = select(at_end == 0.0, block[GAVE_WAY * LANES + i], 0.0)
        gone1 = select(at_end == 0.0, block[(GAVE_WAY + 1) * LANES + i], 0.0)
        block[GAVE_WAY * LANES + i] = gone0
        block[(GAVE_WAY + 1) * LANES + i] = gone1
        both = gone0 * gone1
        to = select(gone0 > both, to0, select(gone1 > both, to1, -1.0))
        over = larger(larger(gone0, gone1), at_end)
        block[PLACE * LANES + i] = select(to >= 0.0, to, place)
        open_balance = block[FIGHTING * LANES + i] * block[BALANCED * LANES + i]
        weak0, weak1 = block[WEAKENED * LANES + i], block[(WEAKENED + 1) * LANES + i]
        undecided = open_balance * (1.0 - larger(weak0, weak1))
        lost0 = select(block[GAINED * LANES + i] < 0.0, 1.0, 0.0)
        weak0 = weak0 + undecided * gone0 * select(both != 0.0, lost0, 1.0)
        weak1 = weak1 + undecided * gone1 * select(both != 0.0, 1.0 - lost0, 1.0)
        block[WEAKENED * LANES + i] = weak0
        block[(WEAKENED + 1) * LANES + i] = weak1
        block[BALANCED * LANES + i] = block[BALANCED * LANES + i] - larger(weak0, weak1)
        block[FIGHTING * LANES + i] = select(over != 0.0, 0.0, block[FIGHTING * LANES + i])


@kernel
def _count(
    month: Count, live: Count, cells: tuple[Floats, Floats], block: Floats, front: Integers, tally: Integers
) -> None:
    """Add to the counts where the line stands, and the cell that each measured quantity falls into."""
    least, per_unit = cells
    for m in range(MEASURED):
        measured = block[(FORCES + m) * LANES : (FORCES + m + 1) * LANES]
        cell = block[(CELLS + m) * LANES : (CELLS + m + 1) * LANES]
        low, scale = least[m, month], per_unit[m, month]
        for i in range(LANES):
            cell[i] = smaller(larger((measured[i] - low) * scale, 0.0), CELL_COUNT - 1.0)
        counted = tally[month, m]
        for i in range(live):
            # The mask tells LLVM what is so anyway: no index is negative.
            counted[np.int64(cell[i]) & (CELL_COUNT - 1)] += 1
    for i in range(live):
        front[month, np.int64(block[PLACE * LANES + i])] += 1


@kernel
def _note(month: Count, live: Count, block: Floats, collapsed: Integers, breaks: Integers) -> None:
    """Add to the counts who collapsed in the month, and whose relative strength gave way in it."""
    for side in range(2):
        gone = np.int64(0)
        weak = np.int64(0)
        for i in range(live):
            gone += np.int64(block[(GAVE_WAY + side) * LANES + i])
            weak += np.int64(block[(WEAKENED + side) * LANES + i])
        collapsed[month + 1, side] += gone
        breaks[month, side] += weak


@kernel
def _record(
    month: Count, offset: Count, live: Count, block: Floats, records: tuple[Integers, Integers, Integers, Floats]
) -> None:
    """Write down the course of every single path."""
    places, seen, collapse, measured = records
    for i in range(live):
        places[offset + i, month + 1] = np.int64(block[PLACE * LANES + i])
        seen[offset + i, month] = np.int64(block[SEEN * LANES + i])
        for m in range(MEASURED):
            measured[offset + i, month + 1, m] = block[(FORCES + m) * LANES + i]
        for side in range(2):
            if block[(GAVE_WAY + side) * LANES + i] != 0.0:
                collapse[offset + i, side] = month
