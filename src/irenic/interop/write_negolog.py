"""Writing NegoLog: a JSON profile a party."""

import json
from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

from irenic.interop.domain import Domain, Party
from irenic.interop.losses import Loss
from irenic.interop.writing import Written


def write_negolog(domain: Domain) -> Written:
    """The files of a folder: `profileA.json` and so on, in the order of the parties."""
    letters = [_letters(k) for k in range(len(domain.parties))]
    files = {
        f"profile{letter}.json": _profile(domain, party) for letter, party in zip(letters, domain.parties, strict=True)
    }
    return Written(files, tuple(_losses(domain, letters)))


def _letters(k: int) -> str:
    """A … Z, then Z1, Z2, so that names sort as the parties stand."""
    return ascii_uppercase[k] if k < len(ascii_uppercase) else f"Z{k - len(ascii_uppercase) + 1}"


def _losses(domain: Domain, letters: list[str]) -> Iterator[Loss]:
    if [party.name for party in domain.parties] != letters:
        yield Loss("interop.lost-party-letters")
    if len(domain.parties) != 2:
        yield Loss("interop.lost-two-parties", {"n": len(domain.parties)})
    if any(party.discount is not None for party in domain.parties):
        yield Loss("interop.lost-discounts")
    if any(party.reservation is None for party in domain.parties):
        yield Loss("interop.lost-unstated")
    if any(issue.amounts is not None for issue in domain.issues):
        yield Loss("interop.lost-amounts")


def _profile(domain: Domain, party: Party) -> bytes:
    names = [issue.name for issue in domain.issues]
    written: dict[str, Any] = {
        "reservationValue": party.reservation or 0.0,
        "issueWeights": dict(zip(names, party.weights, strict=True)),
        "issues": {
            issue.name: dict(zip(issue.options, values, strict=True))
            for issue, values in zip(domain.issues, party.evaluations, strict=True)
        },
    }
    return (json.dumps(written, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
