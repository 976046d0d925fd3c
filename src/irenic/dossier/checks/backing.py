"""Every number rests on something, and says on what."""

from collections.abc import Iterator

from irenic.dossier.backing import numbers_of
from irenic.dossier.checks.red_lines import red_lines_of
from irenic.dossier.elements import walk
from irenic.dossier.near import shown
from irenic.dossier.positions import Positions
from irenic.dossier.schema.base import Backed
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Problem, Severity

WEAK_KINDS = frozenset({"motive", "forecast"})
"""Kinds of claims that say what somebody thinks of another, or of the future."""
NOT_JUDGED = 6
"""Credibility that can't be judged."""


def check_numbers(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """No number is bare."""
    for number in numbers_of(dossier):
        if number.backing == "bare":
            yield positions.problem("dossier.number-bare", tuple(number.path.split(".")), at_key=True)


def check_reasons(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """No two assumptions give the same reason: a reason that fits everywhere argues for nothing."""
    first: dict[str, str] = {}
    for way, element in walk(dossier.file):
        if isinstance(element, Backed) and element.assumed and way not in positions.by_hand:
            reason = " ".join(element.assumed.split())
            path = first.setdefault(reason, ".".join(way))
            if path != ".".join(way):
                yield positions.problem(
                    "dossier.assumed-repeated",
                    (*way, "assumed"),
                    {"text": shown(reason), "first": path},
                    severity=Severity.WARNING,
                )


def check_motives(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """No red line rests on ascribed motives, forecasts or claims that can't be judged alone."""
    for way, line in red_lines_of(dossier):
        claims = [dossier.claims[name] for name in line.because if name in dossier.claims]
        if claims and all(claim.kind in WEAK_KINDS or claim.credibility == NOT_JUDGED for claim in claims):
            params = {"claims": ", ".join(line.because)}
            yield positions.problem("dossier.red-line-on-motive", (*way, "because"), params, at_key=True)
