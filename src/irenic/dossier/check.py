"""`irenic check`: every problem of a dossier, and what its numbers and answers rest on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from irenic.dossier.backing import claims_used, numbers_of
from irenic.dossier.case_files import CaseFiles
from irenic.dossier.load import read_dossier
from irenic.dossier.pending import pending_elements
from irenic.dossier.schema.base import words
from irenic.dossier.schema.knowledge import Dispute
from irenic.dossier.schema.root import Dossier
from irenic.dossier.silence import SilentCell, silent_cells
from irenic.dossier.verification import verify_sources
from irenic.errors.problem import Problem, Severity
from irenic.language.messages import Language, problem_data


@dataclass(frozen=True, slots=True)
class ClaimCounts:
    """Claims of the dossier.

    Attributes:
        total: all of them.
        verified: those whose anchor was found to hold; 0 where no documents were looked at.
        used: those that an element names.
        context: those that are kept without being used, with a reason.
        unused: ids of the others.
    """

    total: int = 0
    verified: int = 0
    used: int = 0
    context: int = 0
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberCounts:
    """Numbers of the dossier by what they rest on."""

    backed: int = 0
    inherited: int = 0
    assumed: int = 0
    bare: int = 0


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check finds. Where the dossier can't be read, only `problems` says anything.

    Attributes:
        problems: everything wrong, in the order of the files.
        claims: counts of claims.
        numbers: counts of numbers.
        silent_cells: party and issue of each silent cell.
        disputes: the dossier's disputes by id.
        pending: paths of elements that nothing executes yet.
    """

    problems: tuple[Problem, ...]
    claims: ClaimCounts
    numbers: NumberCounts
    silent_cells: tuple[SilentCell, ...]
    disputes: dict[str, Dispute]
    pending: tuple[str, ...]

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def as_json(self, language: Language) -> dict[str, Any]:
        """The report for other programs; texts in the language asked for."""
        return {
            "problems": [problem_data(problem, language) for problem in self.problems],
            "claims": {
                "total": self.claims.total,
                "verified": self.claims.verified,
                "used": self.claims.used,
                "context": self.claims.context,
                "unused": len(self.claims.unused),
                "unused_ids": list(self.claims.unused),
            },
            "numbers": {
                "backed": self.numbers.backed,
                "inherited": self.numbers.inherited,
                "assumed": self.numbers.assumed,
                "bare": self.numbers.bare,
            },
            "silent_cells": [cell.path for cell in self.silent_cells],
            "disputes": [_dispute_json(name, dispute, language) for name, dispute in self.disputes.items()],
            "pending": list(self.pending),
        }


def check_dossier(case: Path | CaseFiles, sources: Path | None) -> CheckReport:
    """Check a dossier; with a folder of documents also every anchor.

    Args:
        case: the dossier's folder, or what it is read from.
        sources: where documents are looked for, or None.
    """
    reading = read_dossier(case)
    problems = list(reading.problems)
    dossier, verified = reading.dossier, 0
    if dossier is None:
        return CheckReport(tuple(problems), ClaimCounts(), NumberCounts(), (), {}, ())
    if sources is not None:
        verified, found = verify_sources(dossier, reading.positions, sources)
        problems += found
    return checked(dossier, problems, verified)


def checked(dossier: Dossier, problems: Iterable[Problem] = (), verified: int = 0) -> CheckReport:
    """What the numbers and answers of a dossier that has been read rest on.

    Args:
        dossier: the dossier.
        problems: what was found in reading it.
        verified: how many anchors were found to hold.
    """
    return CheckReport(
        problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        claims=claim_counts(dossier, verified),
        numbers=_number_counts(dossier),
        silent_cells=silent_cells(dossier),
        disputes=dict(dossier.file.disputes),
        pending=tuple(element.path for element in pending_elements(dossier)),
    )


def claim_counts(dossier: Dossier, verified: int) -> ClaimCounts:
    """Counts of a dossier's claims."""
    used = claims_used(dossier)
    kept = [name for name, claim in dossier.claims.items() if name not in used and claim.context is not None]
    unused = tuple(name for name in dossier.claims if name not in used and name not in kept)
    return ClaimCounts(len(dossier.claims), verified, len(dossier.claims) - len(kept) - len(unused), len(kept), unused)


def _number_counts(dossier: Dossier) -> NumberCounts:
    count = Counter(number.backing for number in numbers_of(dossier))
    return NumberCounts(count["backed"], count["inherited"], count["assumed"], count["bare"])


def _dispute_json(name: str, dispute: Dispute, language: Language) -> dict[str, Any]:
    return {
        "path": f"disputes.{name}",
        "about": words(dispute.about, language),
        "paths": list(dispute.paths),
        "sides": [
            {
                "id": side_id,
                "holder": side.holder,
                "date": side.date.isoformat() if side.date else None,
                "says": words(side.says, language),
                "claims": list(side.because),
            }
            for side_id, side in dispute.sides.items()
        ],
    }
