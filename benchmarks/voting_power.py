"""Power in councils: all Shapley–Shubik and Banzhaf indices, exactly, against listing every set of members.

    python -m benchmarks.voting_power [--repeats 5] [--quick] [--json FILE]

Both sides count the sets of each size that win, for every member: ours by meeting in the middle, or from a table of
sets by size and weight; listing goes through all 2ⁿ sets in compiled code, one member joining or leaving at a time.
They must find the same counts, on populations and quotas that differ from repeat to repeat, so that nothing is
remembered. The indices are made into exact fractions within our time alone. Times are processor seconds; compilation
doesn't count. The bound is 50 ms for the 27 members of the European Union. Populations: thousands on 1 January 2024,
as Eurostat first published them.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.rows import Row, keep, row
from irenic.fast.compiled import kernel
from irenic.votes.counting import winning_sets
from irenic.votes.game import Game, House, double_game, quota_game
from irenic.votes.power import power

BOUND: Final = 0.05
PEOPLE: Final = (
    83_445, 68_402, 58_990, 48_610, 36_621, 19_064, 17_943, 11_832, 10_901, 10_640, 10_552, 10_397, 9_585, 9_159, 6_445,
    5_961, 5_604, 5_425, 5_344, 3_862, 2_886, 2_124, 1_872, 1_375, 934, 672, 563,
)  # fmt: skip
FIFTEEN: Final = (10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2)

Integers = NDArray[np.int64]


@kernel
def listed(weights: Integers, need: Integers, winning: Integers, with_member: Integers) -> None:
    """Every set of members in turn, by Gray code: one member joins or leaves at each step."""
    n = len(weights)
    weight, size, members = 0, 0, 0
    for step in range(1 << n):
        if step:
            k = 0
            while not (step >> k) & 1:
                k += 1
            members ^= 1 << k
            if (members >> k) & 1:
                weight += weights[k]
                size += 1
            else:
                weight -= weights[k]
                size -= 1
        if weight >= need[size]:
            winning[size] += 1
            for i in range(n):
                if (members >> i) & 1:
                    with_member[i, size] += 1


def union(repeat: int) -> Game:
    """The double majority of 27, with populations a little different each time."""
    rng = np.random.default_rng(repeat)
    return double_game([people + int(rng.integers(-50, 50)) for people in PEOPLE], 0.55, 0.65, 4)


def fifteen(repeat: int) -> Game:
    """The weighted votes of fifteen; the quota differs each time."""
    return quota_game(FIFTEEN, 62 + repeat)


CASES: Final[dict[str, Callable[[int], Game]]] = {
    "27 members, double majority with a blocking minority": union,
    "15 members, weighted votes": fifteen,
}


def compare(case: str, repeats: int, listings: int) -> tuple[Row, float]:
    """Our time against listing; and our largest time of all.

    Raises:
        SystemExit: the counts differ.
    """
    ours, theirs = [], []
    for repeat in range(repeats + 1):
        game = CASES[case](repeat).reduced
        houses = [House(tuple(range(game.size)), game)]
        start = time.process_time()
        power(houses, game.size)
        between = time.process_time()
        if repeat:
            ours.append(between - start)
        if repeat > listings:
            continue
        winning, with_member = np.zeros(game.size + 1, np.int64), np.zeros((game.size, game.size + 1), np.int64)
        start = time.process_time()
        listed(np.array(game.weights), np.array(game.need), winning, with_member)
        end = time.process_time()
        found = winning_sets(game)
        if found != (tuple(winning.tolist()), tuple(tuple(counts) for counts in with_member.tolist())):
            raise SystemExit(f"the counts differ: {case}, repeat {repeat}")
        if repeat:
            theirs.append(end - start)
    return row("voting_power", f"{case}, all indices", median(ours), "listing every set", median(theirs)), max(ours)


def main() -> None:
    """Measure; every listing of 2²⁷ sets takes seconds, so there are few of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=25, help="times that count")
    parser.add_argument("--quick", action="store_true", help="as few as can be, for trying")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    asked = parser.parse_args()
    rows = []
    for case in CASES:
        told, worst = compare(case, 3 if asked.quick else asked.repeats, 1 if asked.quick else 3)
        rows.append(told)
        print(
            f"{case}: {told['ours_s'] * 1e3:.2f} ms (worst {worst * 1e3:.2f}), {told['ratio']:,.1f} times", flush=True
        )
        if case.startswith("27"):
            rows.append(row("voting_power", "27 members, the slowest time of all", worst, "bound", BOUND))
    keep(rows, asked.json)


if __name__ == "__main__":
    main()
