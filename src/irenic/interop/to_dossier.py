"""A domain as a dossier: utilities from 0 to 100, swing weights, every number assumed from the domain's files."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import fsum
from typing import Any, Final

from irenic.interop.domain import Domain, Party
from irenic.interop.losses import Loss
from irenic.interop.writing import Written
from irenic.language.messages import Language, message

FILE: Final = "dossier.yaml"

_TAKEN: Final = ("author", "interactions", "null")
"""Ids that mean something else somewhere in a dossier."""


def write_dossier(domain: Domain, as_of: date, language: Language) -> Written:
    """The file of a dossier's folder; it loads without errors unless the domain is too large for a dossier.

    Args:
        domain: the domain.
        as_of: the dossier's day, of which the domain says nothing.
        language: language of the sentences that the dossier needs and the domain lacks.
    """
    kept = [i for i, issue in enumerate(domain.issues) if len(issue.options) > 1]
    text = "\n".join(_lines(_sections(domain, kept, as_of, language))) + "\n"
    return Written({FILE: text.encode()}, tuple(_losses(domain, kept)), "affine")


def _losses(domain: Domain, kept: list[int]) -> Iterator[Loss]:
    yield Loss("interop.lost-scale")
    yield Loss("interop.lost-status-quo")
    if any(_beyond(party) for party in domain.parties):
        yield Loss("interop.lost-ends")
    if any(party.discount is not None for party in domain.parties):
        yield Loss("interop.lost-discounts")
    if any(issue.amounts is not None for issue in domain.issues):
        yield Loss("interop.lost-amounts")
    if any(party.reservation is None for party in domain.parties):
        yield Loss("interop.lost-unstated")
    if len(kept) < len(domain.issues):
        yield Loss("interop.lost-settled", {"n": len(domain.issues) - len(kept)})


def _beyond(party: Party) -> bool:
    """Whether no deal is worse than every package, or better."""
    least, most = fsum(map(min, party.points)), fsum(map(max, party.points))
    return not least <= (party.reservation or 0.0) <= most


@dataclass(frozen=True, slots=True)
class _Points:
    """A party's utilities laid out from 0 to 100, with its no-deal value in between.

    A package of the worst options is worth 0 and one of the best 100, unless no deal is worse than the one or better
    than the other.

    Attributes:
        weights: swing weights, the largest 100.
        values: of each issue, of each option.
        no_deal: what no deal is worth.
    """

    weights: tuple[float, ...]
    values: tuple[tuple[float, ...], ...]
    no_deal: float

    @classmethod
    def of(cls, party: Party) -> "_Points":
        points = party.points
        swings = [max(values) - min(values) for values in points]
        least, most = fsum(map(min, points)), fsum(map(max, points))
        reservation = party.reservation or 0.0
        low, high = min(least, reservation), max(most, reservation)
        unit = 100.0 / (high - low) if high > low else 1.0
        start = 0.0 if low == least else (least - low) * unit
        end = 100.0 if high == most else (most - low) * unit
        largest = max(swings)
        return cls(
            weights=tuple(100.0 * (swing / largest) if largest > 0 else 100.0 for swing in swings),
            values=tuple(_laid_out(values, start, end) for values in points),
            no_deal=min((reservation - low) * unit, 100.0),
        )


def _laid_out(values: Sequence[float], start: float, end: float) -> tuple[float, ...]:
    """Values between `start` for the least and `end` for the largest; all `start` where they are equal."""
    least, most = min(values), max(values)
    swing = most - least
    return tuple(min(start + (end - start) * ((value - least) / swing), end) if swing else start for value in values)


def _sections(domain: Domain, kept: list[int], as_of: date, language: Language) -> dict[str, Any]:
    """The content of `dossier.yaml`."""
    source = message(f"interop.format-{domain.format}", language)
    issues = [domain.issues[i] for i in kept]
    issue_ids = _ids((issue.name for issue in issues), "issue")
    option_ids = [_ids(issue.options, "option") for issue in issues]
    party_ids = _ids((party.name for party in domain.parties), "party")
    points = [_Points.of(party) for party in domain.parties]

    def told(code: str, **params: str) -> str:
        return message(code, language, name=domain.name, source=source, **params)

    return {
        "irenic": 1,
        "title": domain.name,
        "as_of": as_of.isoformat(),
        "summary": told("interop.dossier-summary"),
        "parties": {
            name: {
                "name": party.name,
                "roles": [],
                "consents": True,
                "no_deal": {"value": own.no_deal, "assumed": told("interop.dossier-no-deal", party=party.name)},
            }
            for name, party, own in zip(party_ids, domain.parties, points, strict=True)
        },
        "issues": {
            name: {
                "question": message("interop.dossier-question", language, issue=issue.name),
                "label": issue.name,
                "status_quo": options[0],
                "options": {option: {"label": label} for option, label in zip(options, issue.options, strict=True)},
            }
            for name, issue, options in zip(issue_ids, issues, option_ids, strict=True)
        },
        "positions": {
            name: {
                issue_id: {
                    "weight": own.weights[i],
                    "values": dict(zip(options, own.values[i], strict=True)),
                    "assumed": told("interop.dossier-cell", party=party.name, issue=domain.issues[i].name),
                }
                for i, issue_id, options in zip(kept, issue_ids, option_ids, strict=True)
            }
            for name, party, own in zip(party_ids, domain.parties, points, strict=True)
        },
    }


def _ids(names: Iterable[str], kind: str) -> list[str]:
    """An id for each name: its letters and digits where it has Latin ones, else a number; no two alike."""
    found: list[str] = []
    taken = set(_TAKEN)
    for k, name in enumerate(names, 1):
        latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        plain = "-".join(re.findall(r"[a-z0-9]+", latin))[:60].strip("-") or f"{kind}-{k}"
        chosen, n = plain, 2
        while chosen in taken:
            chosen, n = f"{plain}-{n}", n + 1
        found.append(chosen)
        taken.add(chosen)
    return found


def _lines(section: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """A mapping as YAML: numbers and ids plain, texts between quotation marks."""
    for key, value in section.items():
        if isinstance(value, Mapping):
            yield "  " * depth + f"{key}:"
            yield from _lines(value, depth + 1)
        else:
            yield "  " * depth + f"{key}: {_scalar(key, value)}"


def _scalar(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        text = f"{Decimal(repr(value)):f}"
        return text.removesuffix(".0")
    if key in {"irenic", "as_of", "roles", "status_quo"}:
        return str(value)
    return json.dumps(value, ensure_ascii=False)
