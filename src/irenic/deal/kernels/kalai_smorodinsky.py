"""The Kalai–Smorodinsky solution of a finite set: lexicographic max–min of the shares of each party's best gain."""

import numpy as np

from irenic.deal.kernels.direction import max_min_direction
from irenic.deal.kernels.maximin import maximin, need_along, raised_floors
from irenic.deal.kernels.nash import lowest_efficient
from irenic.deal.kernels.reaching import reaching_sums
from irenic.deal.kernels.types import Count, Floats, Integers, Truths
from irenic.fast.compiled import kernel


@kernel
def kalai_smorodinsky(
    vectors: Floats,
    numbers: Integers,
    starts: Integers,
    base: Floats,
    best: Floats,
    gaining: Truths,
    floors: Floats,
) -> int:
    """The efficient package whose sorted gains (u − base) / (best − base) are lexicographically largest; exact.

    Let y_1 ≤ y_2 ≤ … be the sorted gains wanted. y_1 is a max–min. Given y_1 … y_j, a package that attains them
    leaves some party at y_1, another at y_2, and so on; in each such case (an *orthant*: floors for j parties, the
    rest active) y_{j+1} is at most the max–min of the rest, and the best orthants attain it. They are kept and split
    by which party stays there. In the end the orthants' floors fix all gains, and the lowest package number among
    what meets them is the answer.

    Bound by one `maximin` an orthant: 1 + P + … of which all but one or two are cut off by the best found before.

    Args:
        vectors: float64[n, party], the blocks' efficient combinations in a row.
        numbers: int64[n], their parts of the package number.
        starts: int64[block + 1], no block empty.
        base: float64[party], no-deal values.
        best: float64[party], each party's best in the zone.
        gaining: bool[party], parties that can gain; the others only keep their floors.
        floors: float64[party], on the grid; some package meets them.
    """
    parties = base.size
    unit = np.ones(parties)
    for p in range(parties):
        if gaining[p]:
            unit[p] = best[p] - base[p]
    orthant_floors = floors.copy().reshape(1, parties)
    orthant_active = gaining.copy().reshape(1, parties)
    stages = 0
    for p in range(parties):
        stages += gaining[p]
    for _ in range(stages):
        level = -np.inf
        levels = np.empty(len(orthant_floors))
        for k in range(len(orthant_floors)):
            levels[k] = maximin(vectors, numbers, starts, base, unit, orthant_active[k], orthant_floors[k], level)
            level = max(level, levels[k])
        next_floors = np.empty((len(orthant_floors) * parties, parties))
        next_active = np.zeros((len(orthant_floors) * parties, parties), np.bool_)
        count = np.int64(0)
        for k in range(len(orthant_floors)):
            if levels[k] < level:
                continue
            raised = raised_floors(orthant_floors[k], base, unit, orthant_active[k], level)
            for p in range(parties):
                if orthant_active[k, p]:
                    for q in range(parties):
                        next_floors[count, q] = raised[q]
                        next_active[count, q] = orthant_active[k, q] and q != p
                    if _is_new(next_floors, next_active, count):
                        count += 1
        orthant_floors = next_floors[:count].copy()
        orthant_active = next_active[:count].copy()
    answer = -1
    everyone = np.ones(parties, np.bool_)
    for k in range(len(orthant_floors)):
        direction, _, _ = max_min_direction(
            vectors, starts, orthant_floors[k], unit, everyone, orthant_floors[k], np.nan
        )
        need = need_along(direction, orthant_floors[k])
        found, found_numbers = reaching_sums(vectors, numbers, starts, orthant_floors[k], direction, need)
        number = lowest_efficient(found, found_numbers, np.ones(len(found), np.bool_))
        if number >= 0 and (answer < 0 or number < answer):
            answer = number
    return answer


@kernel
def _is_new(floors: Floats, active: Truths, count: Count) -> bool:
    for k in range(count):
        same = True
        for p in range(floors.shape[1]):
            same &= floors[k, p] == floors[count, p] and active[k, p] == active[count, p]
        if same:
            return False
    return True
