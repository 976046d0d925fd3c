"""A check as text: what stands behind the dossier, beside its problems."""

from collections import Counter
from collections.abc import Iterator

from irenic.dossier.check import CheckReport
from irenic.dossier.schema.base import words
from irenic.language.messages import Language, message


def check_words(report: CheckReport, language: Language) -> str:
    """Counts of claims and numbers, silent cells, disputes and pending elements, as lines of text."""
    return "\n".join(_lines(report, language))


def _lines(report: CheckReport, language: Language) -> Iterator[str]:
    claims, numbers = report.claims, report.numbers
    counts = {"total": claims.total, "used": claims.used, "context": claims.context, "unused": len(claims.unused)}
    yield message("dossier.check-claims", language, **counts)
    if claims.unused:
        yield message("dossier.check-unused", language, claims=", ".join(claims.unused))
    if claims.verified:
        yield message("dossier.check-verified", language, verified=claims.verified)
    yield message(
        "dossier.check-numbers",
        language,
        backed=numbers.backed,
        inherited=numbers.inherited,
        assumed=numbers.assumed,
        bare=numbers.bare,
    )
    yield message("dossier.check-silent", language, count=len(report.silent_cells))
    by_party: dict[str, list[str]] = {}
    for cell in report.silent_cells:
        by_party.setdefault(cell.party, []).append(cell.issue)
    for party, issues in by_party.items():
        yield message("dossier.check-silent-party", language, party=party, issues=", ".join(issues))
    yield message("dossier.check-disputes", language, count=len(report.disputes))
    for name, dispute in report.disputes.items():
        yield message("dossier.check-dispute", language, dispute=name, about=words(dispute.about, language))
    yield message("dossier.check-pending", language, count=len(report.pending))
    for section, count in Counter(path.partition(".")[0] for path in report.pending).items():
        yield message("dossier.check-pending-section", language, section=section, count=count)
