"""Claims say where they stand; sources can be told apart and cut without overlap."""

from collections.abc import Iterator
from itertools import pairwise

from irenic.anchors.document import sha256_of
from irenic.dossier.backing import claims_used
from irenic.dossier.positions import Positions
from irenic.dossier.schema.knowledge import Claim, Source
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Parameter, Problem


def check_claims(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A claim has an anchor or a reason why not, and days in order; what is `context` is not used."""
    used = claims_used(dossier)
    for name, claim in dossier.claims.items():
        way = ("claims", name)
        if (claim.anchor is None) == (claim.unanchored is None):
            yield positions.problem("dossier.anchor-or-reason", way, {"claim": name}, at_key=True)
        if claim.until and (claim.date is None or claim.until < claim.date):
            yield positions.problem("dossier.days-reversed", (*way, "until"), {"claim": name})
        if claim.context is not None and name in used:
            yield positions.problem("dossier.context-used", (*way, "context"), {"claim": name}, at_key=True)


def check_sources(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A held document has a name or hash to find it by; its segments are in order and apart."""
    for name, source in dossier.sources.items():
        way = ("sources", name)
        if source.held and not source.file and not source.sha256:
            yield positions.problem("dossier.source-not-findable", way, {"source": name}, at_key=True)
        spans = []
        for segment_id, segment in source.segments.items():
            start, end = segment.span
            if not 0 <= start < end:
                yield positions.problem("dossier.span-reversed", (*way, "segments", segment_id, "span"))
            else:
                spans.append((start, end, segment_id))
        for (_, end, first), (start, _, second) in pairwise(sorted(spans)):
            if start < end:
                place = (*way, "segments", second, "span")
                yield positions.problem("dossier.segments-overlap", place, {"first": first, "second": second})


def check_anchors(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """An anchor is a stretch of its segment in a held document; its quote, where kept, has its hash."""
    for name, claim in dossier.claims.items():
        source = dossier.sources.get(claim.source)
        if claim.anchor is not None and source is not None:
            yield from _anchor_problems(name, claim, source, positions)


def _anchor_problems(name: str, claim: Claim, source: Source, positions: Positions) -> Iterator[Problem]:
    anchor, way = claim.anchor, ("claims", name, "anchor")
    assert anchor is not None
    if anchor.end <= anchor.start:
        yield positions.problem("anchor.empty", (*way, "end"), {"claim": name})
    if not source.held:
        yield positions.problem("anchor.document-not-held", way, {"claim": name, "source": claim.source}, at_key=True)
    segment = source.segments.get(claim.segment) if claim.segment else None
    if segment is not None and not (segment.span[0] <= anchor.start and anchor.end <= segment.span[1]):
        params: dict[str, Parameter] = {"claim": name, "segment": str(claim.segment)}
        params |= {"start": segment.span[0], "end": segment.span[1]}
        yield positions.problem("anchor.outside-segment", way, params, at_key=True)
    if anchor.quote is not None and sha256_of(anchor.quote) != anchor.sha256:
        yield positions.problem("anchor.quote-differs", (*way, "quote"), {"claim": name})
