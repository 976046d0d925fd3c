"""A trace as text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from irenic.dossier.schema.base import words
from irenic.language.messages import Language, message

if TYPE_CHECKING:
    from irenic.dossier.trace import ClaimAt, Link, Trace


def trace_words(trace: "Trace", language: Language) -> str:
    """The trace as lines of text, in one language."""
    return "\n".join(_lines(trace, language))


def _lines(trace: "Trace", language: Language) -> Iterator[str]:
    if trace.subject == "claim":
        for claim in trace.claims:
            yield from _claim(claim, language)
        yield message("dossier.trace-used-by", language, count=len(trace.elements))
    elif trace.subject == "answer":
        yield message("dossier.trace-fed-by", language, count=len(trace.elements))
    else:
        yield trace.what
        yield message("dossier.trace-rests-on", language, count=len(trace.elements))
    for link in trace.elements:
        yield from _link(link, language, whole=trace.subject == "element")
    yield message("dossier.trace-numbers", language, count=len(trace.numbers))
    for number in trace.numbers:
        backing = message(f"dossier.backing-{number.backing}", language)
        params = {"path": number.path, "notation": number.distribution.notation, "backing": backing}
        yield message("dossier.trace-number", language, **params)
    if trace.subject != "claim":
        yield message("dossier.trace-claims", language, count=len(trace.claims))
        for claim in trace.claims:
            yield from _claim(claim, language)
    if trace.subject != "answer":
        yield from _answers(trace, language)


def _link(link: "Link", language: Language, *, whole: bool) -> Iterator[str]:
    if link.claims:
        yield message("dossier.trace-link", language, path=link.path, claims=", ".join(link.claims))
    else:
        yield message("dossier.trace-link-bare", language, path=link.path)
    if whole and link.assumed is not None:
        yield message("dossier.trace-assumed", language, text=" ".join(link.assumed.split()))
    if link.question:
        question = message(f"dossier.question-{link.question}", language)
        yield message("dossier.trace-waits", language, question=question)


def _claim(found: "ClaimAt", language: Language) -> Iterator[str]:
    claim = found.claim
    yield message(
        "dossier.trace-claim",
        language,
        claim=found.name,
        grade=found.grade,
        kind=message(f"dossier.kind-{claim.kind}", language),
        says=" ".join(words(claim.says, language).split()),
    )
    source = claim.source
    if claim.segment:
        source = message("dossier.trace-in-segment", language, source=claim.source, segment=claim.segment)
    if claim.via:
        via = ", ".join(claim.via)
        yield message("dossier.trace-held-via", language, holder=claim.holder, via=via, source=source)
    else:
        yield message("dossier.trace-held", language, holder=claim.holder, source=source)
    if claim.date:
        yield message("dossier.trace-date", language, date=claim.date.isoformat())
    if claim.anchor:
        yield message("dossier.trace-anchor", language, start=claim.anchor.start, end=claim.anchor.end)
    else:
        yield message("dossier.trace-no-anchor", language)


def _answers(trace: "Trace", language: Language) -> Iterator[str]:
    if trace.answers:
        named = "; ".join(message(f"dossier.answer-{answer}", language) for answer in trace.answers)
        yield message("dossier.trace-answers", language, answers=named)
    else:
        yield message("dossier.trace-no-answers", language)
    if trace.pending:
        yield message("dossier.trace-pending", language, count=len(trace.pending))
        for element in trace.pending:
            question = message(f"dossier.question-{element.question}", language)
            yield message("dossier.trace-pending-one", language, path=element.path, question=question)
