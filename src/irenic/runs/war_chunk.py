"""What the war leaves in a results folder, draw by draw."""

from typing import Any, Final

from numpy.typing import NDArray

from irenic.deal.by_month import possible_by_month
from irenic.deal.spaces import in_reading
from irenic.deal.summary import HEADLINE
from irenic.fast.grid import to_grid
from irenic.results.layout import Variable
from irenic.runs.months import VARIABLES as BY_MONTH
from irenic.runs.months import Months, told_by_month
from irenic.runs.no_deal import NoDealDraws, NoDealSource

_OF_WAR: Final = (
    Variable(
        "war",
        "value",
        ("draw", "reading", "party"),
        "<f8",
        "points",
        "what no deal is worth as the war makes it; NaN for parties that state no wishes or no discount",
    ),
    Variable(
        "war",
        "tail",
        ("draw", "party"),
        "<f8",
        "",
        "share of the value's weight beyond the horizon, where the line is taken to stand still; NaN as in the value",
    ),
)
"""Of every theatre that can be run."""

_OTHERWISE: Final = Variable(
    "war",
    "possible_otherwise",
    ("draw", "basis"),
    "|b1",
    "",
    "whether a deal is possible with the no-deal values that the answers do not rest on: stated or computed ones",
)
"""Where every consenting party has no-deal values of both kinds."""


def war_variables(source: NoDealSource) -> tuple[Variable, ...]:
    """The variables of a dossier's war; none where it has no theatre that can be run."""
    if source.fights is None:
        return ()
    otherwise = (_OTHERWISE,) if source.both_kinds else ()
    return (*_OF_WAR, *otherwise, *(BY_MONTH if told_by_month(source) else ()))


def war_chunk(source: NoDealSource, found: NoDealDraws, months: Months) -> dict[str, NDArray[Any]]:
    """These variables for some draws, by full name.

    Args:
        source: where no-deal values come from.
        found: the draws.
        months: what is told by month.
    """
    if found.war is None or found.computed is None:
        return {}
    variables: dict[str, NDArray[Any]] = {"war.value": to_grid(found.computed), "war.tail": found.war.values.tail}
    if found.other is not None:
        other = in_reading(found.other, HEADLINE[0])
        variables["war.possible_otherwise"] = possible_by_month(source.model, found.inputs, other)[:, 0]
    return variables | months.rows(found.inputs.start, found.inputs.stop)
