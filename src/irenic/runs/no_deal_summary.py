"""What `summary.json` says of no-deal values: both kinds side by side, and the answer with the other kind."""

from collections.abc import Mapping
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from irenic.deal.kernels.types import Floats
from irenic.deal.live import BASES
from irenic.deal.summary import HEADLINE, share_of_draws
from irenic.model.structure import READINGS
from irenic.numbers.spread import spread_of
from irenic.report.summary_data import OtherBasis
from irenic.report.war_data import ByMonth, NoDealBasis, NoDealValue, Spread
from irenic.runs.months import NOT_FOLLOWED
from irenic.runs.no_deal import NoDealSource

_READING = READINGS.index(HEADLINE[0])


def no_deal_values(source: NoDealSource, arrays: Mapping[str, NDArray[Any]], stated: Floats) -> dict[str, NoDealValue]:
    """The part `no_deal`: what no deal is worth to every party for which it is worth anything that is known.

    Args:
        source: where no-deal values come from.
        arrays: the variables of all draws.
        stated: float64[draw, party], what the dossier states; NaN where it states nothing.
    """
    found: dict[str, NoDealValue] = {}
    for p, party in enumerate(source.model.parties):
        of_dossier, of_war, tail = spread(stated[:, p]), None, None
        if "war.value" in arrays:
            of_war, tail = spread(arrays["war.value"][:, _READING, p]), spread(arrays["war.tail"][:, p])
        if of_dossier is not None or of_war is not None:
            used = _used(source.basis, of_dossier is not None, of_war is not None)
            found[party] = {"stated": of_dossier, "computed": of_war, "used": used, "tail": tail}
    return found


def other_basis(source: NoDealSource, arrays: Mapping[str, NDArray[Any]]) -> OtherBasis | None:
    """The part `other_basis`: the headline with the kind of no-deal values that the answers do not rest on."""
    if "war.possible_otherwise" not in arrays:
        return None
    possible = share_of_draws(arrays["war.possible_otherwise"][:, BASES.index("headline")])
    return cast(OtherBasis, {"basis": _other(source.basis), **possible})


def by_month(source: NoDealSource, arrays: Mapping[str, NDArray[Any]]) -> ByMonth | None:
    """The part `by_month`: the zone if talks went on until each month."""
    if "war.possible_by_month" not in arrays:
        return None
    followed = int(np.count_nonzero(arrays["war.front_by_month"][:, 0] != NOT_FOLLOWED))
    values, possible = (arrays[f"war.{name}_by_month"][:followed] for name in ("no_deal", "possible"))
    parties = source.model.parties
    months = []
    for month in range(values.shape[1]):
        headline = share_of_draws(possible[:, month, BASES.index("headline")])
        strict = share_of_draws(possible[:, month, BASES.index("strict")])
        months.append(
            {
                "month": month,
                "share": headline["share"],
                "low": headline["simulation_low"],
                "high": headline["simulation_high"],
                "strict": strict["share"],
                "no_deal": {parties[p]: spread(values[:, month, p]) for p in source.model.consenting},
            }
        )
    return cast(ByMonth, {"draws": followed, "months": months})


def spread(values: Floats) -> Spread | None:
    """A number over draws; None where it is not known."""
    if not np.isfinite(values).all():
        return None
    return spread_of(values)


def _used(basis: NoDealBasis, stated: bool, computed: bool) -> NoDealBasis:
    there = {"stated": stated, "computed": computed}
    return basis if there[basis] else _other(basis)


def _other(basis: NoDealBasis) -> NoDealBasis:
    return "computed" if basis == "stated" else "stated"
