"""Rows of the block in which paths are followed, side by side (`irenic.fast.lanes` tells why they lie in one array).

Row r of lane i is element `r * LANES + i`. Rows of sides come in pairs: side 1's follows side 0's.
"""

from typing import Final

REPLENISHMENT: Final = 0
LOSS_RATE: Final = 2
MATERIEL: Final = 4
AID: Final = 6
AID_LAG: Final = 8
REVENUE: Final = 10
GRANTS: Final = 12
COST: Final = 14
EFFECTIVENESS: Final = 16
INITIATIVE: Final = 18
MONEY_ADDED: Final = 20
"""What levers add to a side's money in the month."""
FORCES_ADDED: Final = 22
"""What they add to its forces as it begins."""
B0: Final = 24
B1: Final = 25
P: Final = 26
Q: Final = 27
QUANTITIES: Final = 28
"""Rows up to here are numbers of the month that levers and clocks may change."""

FORCES: Final = 28
MONEY: Final = 30
LOST: Final = 32
"""Men lost since the dossier's date."""
PLACE: Final = 34
"""Position of the line among the places."""
FIGHTING: Final = 35
"""1 while the war goes on, 0 once it is over: then nothing changes any more."""
BALANCED: Final = 36
"""1 until the balance breaks."""
FIRST_RATIO: Final = 37
"""Log of the strength ratio in month 0."""
GAINED: Final = 38
"""What side 0 has gained since then, log."""
GATE: Final = 39
"""Chance that a won attack moves the line."""
COST_AT_START: Final = 40
NEED: Final = 42
"""Own cost of war at the dossier's date, and what cost and aid have to be for the replenishment to come in full."""
REINFORCEMENT: Final = 44
"""Men who come in the month."""
RATE: Final = 46
"""Men lost a month per man of the enemy."""
MANNED: Final = 48
"""Men at the start of the month and all that come in it."""
SUPPLY: Final = 50
GAVE_WAY: Final = 52
"""1 where the side collapses in this month."""
WEAKENED: Final = 54
"""1 where the balance breaks in this month, and it is this side that gives way."""
SEEN: Final = 56
"""What is seen of the month's battles: 1 attack of side 0, 2 won, 4 attack of side 1, 8 won; as a sum."""
CELLS: Final = 57
"""Cells of the counts that forces, money and losses of both sides fall into."""
ROWS: Final = 63

MEASURED: Final = 6
"""Quantities that are counted: forces, money and losses, of both sides each."""
CELL_COUNT: Final = 1024
"""Cells between the least and the most that a quantity can be in a month."""

MULTIPLY: Final = 0
ADD: Final = 1
SET: Final = 2

SQUARE: Final = 0
"""Law of losses with exponents (1, 0)."""
LINEAR: Final = 1
"""(1, 1)."""
GENERAL: Final = 2
"""Any other."""

STEPS: Final = 4
"""Runge–Kutta steps in a month."""
PER_THOUSAND: Final = 1e-3
"""Loss rates are stated per thousand of the enemy's men."""
LEAST_MEN: Final = 1e-9
"""What a side without men counts for in a ratio of strengths, thousands."""
FALL: Final = -0.40546510810816444
"""Log of 2/3: a side's relative strength has fallen by a third."""
