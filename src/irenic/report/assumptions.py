"""Assumed numbers, gathered by their reason and put in order of how directly the answer rests on them."""

from dataclasses import dataclass

from irenic.report.answer import headline_answer
from irenic.report.case_data import Assumption, Case
from irenic.report.summary_data import Summary

_NO_DEAL, _IN_CONFLICT, _WAR, _CONSENTING, _OTHER_POSITION, _TERMS, _ELSEWHERE = range(7)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for assuming numbers.

    Attributes:
        text: the reason.
        numbers: the numbers assumed for it, in the dossier's order.
        enters: whether one of them enters the answers of this run.
    """

    text: str
    numbers: tuple[Assumption, ...]
    enters: bool


def reasons(case: Case, summary: Summary) -> tuple[Reason, ...]:
    """The reasons, first those on which the answer rests most directly.

    The order is a rule of thumb and no sensitivity analysis: no-deal values of consenting parties; red lines and
    infeasible options that stand in conflicts, by the share of the conflict; where no-deal values are computed, the
    war, its levers and clocks and the parties' patience; what consenting parties value; what others value; what weighs
    parties in the terms of a deal; then everything that no answer of this run uses.
    """
    rank = _Rank(case, summary)
    groups: dict[str, list[Assumption]] = {}
    for entry in case["assumed"]:
        groups.setdefault(entry["text"], []).append(entry)
    keyed = [(min(rank.of(entry["path"]) for entry in entries), text) for text, entries in groups.items()]
    return tuple(
        Reason(text, tuple(groups[text]), key[0] != _ELSEWHERE) for key, text in sorted(keyed, key=lambda pair: pair[0])
    )


class _Rank:
    """How directly the answer rests on the number at a path: smaller is more directly."""

    def __init__(self, case: Case, summary: Summary) -> None:
        self._consenting = {party["id"] for party in case["parties"] if party["consents"]}
        self._conflicts = _conflict_paths(case, summary)
        self._computed = {party for party, value in summary["no_deal"].items() if value["used"] == "computed"}

    def of(self, path: str) -> tuple[int, float]:
        for prefix, share in self._conflicts.items():
            if path == prefix or path.startswith(f"{prefix}."):
                return (_IN_CONFLICT, -share)
        return (self._kind(path), 0.0)

    def _kind(self, path: str) -> int:
        kind = _ELSEWHERE
        match path.split("."):
            case ["parties", party, "no_deal"]:
                position = _NO_DEAL if party in self._consenting else _OTHER_POSITION
                kind = _TERMS if party in self._computed else position
            case ["parties", party, "influence" | "discount" as name]:
                kind = _WAR if name == "discount" and party in self._computed else _TERMS
            case ["theatre" | "levers" | "clocks" | "bodies", *_] if self._computed:
                kind = _WAR
            case ["positions", party, *_]:
                kind = _CONSENTING if party in self._consenting else _OTHER_POSITION
            case ["issues", _, "options", _, "infeasible" | "ambiguity"]:
                kind = _CONSENTING
        return kind


def _conflict_paths(case: Case, summary: Summary) -> dict[str, float]:
    """Path of each red line and infeasible option that stands in a conflict → largest share of such a conflict."""
    places: dict[str, str] = {}
    for constraint in case["constraints"]:
        if constraint["kind"] == "red_line" and constraint["red_line"]:
            places[constraint["id"]] = constraint["red_line"]
        elif constraint["kind"] == "infeasible":
            places[constraint["id"]] = f"issues.{constraint['issue']}.options.{constraint['option']}.infeasible"
    shares: dict[str, float] = {}
    for conflict in headline_answer(summary)["conflicts"]:
        for member in conflict["members"]:
            if member in places:
                shares[places[member]] = max(shares.get(places[member], 0.0), conflict["share"])
    return shares
