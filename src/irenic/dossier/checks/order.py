"""Stated rankings rank what has a weight, once, and agree with the weights."""

from collections.abc import Iterator
from itertools import pairwise

from irenic.dossier.positions import Positions
from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Problem


def check_order(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Each ranked issue is ranked once and has a stated weight; no weight lies wholly below one ranked under it."""
    for number, order in enumerate(dossier.file.order):
        way = ("order", str(number), "issues")
        seen: set[str] = set()
        for place, issue in enumerate(order.issues):
            if issue in seen:
                yield positions.problem("dossier.order-repeats", (*way, str(place)), {"issue": issue})
            elif _weight(dossier, order.holder, issue) is None:
                params = {"issue": issue, "holder": order.holder}
                yield positions.problem("dossier.order-without-weight", (*way, str(place)), params)
            seen.add(issue)
        for place, (higher, lower) in enumerate(pairwise(order.issues), 1):
            above, below = _weight(dossier, order.holder, higher), _weight(dossier, order.holder, lower)
            if above and below and above.value.high < below.value.low:
                params = {"higher": higher, "lower": lower, "holder": order.holder}
                yield positions.problem("dossier.order-contradicted", (*way, str(place)), params)


def _weight(dossier: Dossier, party: str, issue: str) -> Quantity | None:
    held = dossier.file.positions.get(party)
    cell = held.cells.get(issue) if held else None
    return cell.weight if cell else None
