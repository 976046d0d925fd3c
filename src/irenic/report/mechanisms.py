"""Mechanisms in words: what causes what, which element executes it, and what is seen once the cause is switched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from irenic.report.mechanism_data import Demonstrated, MechanismEntry
from irenic.report.paths import path_words
from irenic.report.war_data import Spread
from irenic.report.wording import Wording

FINE: Final = 0.1
"""Changes of which the largest is below this are told with three decimals."""


@dataclass(frozen=True, slots=True)
class MechanismView:
    """A mechanism in words.

    Attributes:
        cause: what causes.
        effect: what is caused.
        executed_by: the elements that execute it, in words where their paths have any.
        seen_in: what is looked at, or empty.
        outcome: what is seen with the cause switched, or why nothing is.
        contradicted: whether it goes against what the dossier says more often than with it.
    """

    cause: str
    effect: str
    executed_by: tuple[str, ...]
    seen_in: str
    outcome: str
    contradicted: bool


def mechanism_views(entries: Sequence[MechanismEntry], wording: Wording) -> tuple[MechanismView, ...]:
    """Every mechanism in words, in the dossier's order."""
    return tuple(_view(entry, wording) for entry in entries)


def _view(entry: MechanismEntry, wording: Wording) -> MechanismView:
    shown = entry["shown"]
    return MechanismView(
        cause=wording.words(entry["cause"]),
        effect=wording.words(entry["effect"]),
        executed_by=tuple(path_words(path, wording) for path in entry["executed_by"]),
        seen_in="" if shown is None else _seen_in(shown, wording),
        outcome=_outcome(entry, wording),
        contradicted=shown is not None and shown["against"] > shown["so"],
    )


def _outcome(entry: MechanismEntry, wording: Wording) -> str:
    if entry["declared_only"] is not None:
        return wording.say("mechanism.declared", why=wording.words(entry["declared_only"]))
    shown = entry["shown"]
    if shown is None:
        return wording.say("mechanism.unswitched")
    told = {
        "share": wording.percent(shown["so"]),
        "against": wording.percent(shown["against"]),
        "change": change_words(shown["change"], wording),
    }
    return wording.say("mechanism.up" if shown["moves"] == "up" else "mechanism.down", **told)


def _seen_in(shown: Demonstrated, wording: Wording) -> str:
    of, month = shown["of"], shown["month"]
    match shown["measure"]:
        case "no-deal":
            found = wording.say("mechanism.of-no-deal", party=wording.party(of))
        case "front":
            found = wording.say("mechanism.of-front", party=wording.party(of), month=month)
        case "breaks":
            found = wording.say("mechanism.of-breaks", party=wording.party(of))
        case "number":
            found = wording.say("mechanism.of-number", path=path_words(of, wording), month=month)
        case "vote":
            found = wording.say("mechanism.of-vote", body=of)
        case "utility":
            package = wording.choices(shown["package"])
            found = wording.say("mechanism.of-utility", party=wording.party(of), package=package)
        case "borne":
            found = wording.say("mechanism.of-borne", party=wording.party(of))
    return found


def change_words(change: Spread, wording: Wording) -> str:
    """A change with its range, signed; with three decimals where it is small."""
    largest = max(abs(change["low"]), abs(change["median"]), abs(change["high"]))
    digits = 3 if largest < FINE else 1
    told = {key: _signed(change[key], digits) for key in ("low", "median", "high")}
    return wording.say("mechanism.change-range", **told)


def _signed(x: float, digits: int) -> str:
    text = f"{abs(x):.{digits}f}"
    if float(text) == 0.0:
        return "0"
    return f"+{text}" if x > 0 else f"−{text}"
