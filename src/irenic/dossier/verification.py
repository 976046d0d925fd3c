"""Holds the anchors of a dossier's claims against the documents in a folder."""

from pathlib import Path

from irenic.anchors.document import Document, Folder
from irenic.anchors.verify import verify
from irenic.dossier.positions import Positions
from irenic.dossier.schema.knowledge import Claim
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import Problem, Severity


def verify_sources(dossier: Dossier, positions: Positions, folder: Path) -> tuple[int, list[Problem]]:
    """How many claims stand where they say, and what is wrong with documents and anchors.

    A held document is found by its hash, else by its name, with one warning that its bytes are not those recorded.
    """
    if not folder.is_dir():
        return 0, [Problem("anchor.folder-missing", {"folder": str(folder)})]
    shelf = Folder(folder)
    verified, problems = 0, []
    for name in dossier.sources:
        document, found = _document(dossier, name, shelf, positions)
        problems += found
        if document is not None and document.text is not None:
            problems += _segments_beyond(dossier, name, document.text, positions)
            good, broken = _verify_claims(dossier, name, document.text, positions)
            verified += good
            problems += broken
    return verified, problems


def _document(
    dossier: Dossier, name: str, shelf: Folder, positions: Positions
) -> tuple[Document | None, list[Problem]]:
    source, way = dossier.sources[name], ("sources", name)
    if not source.held or not (source.file or source.sha256):
        return None, []
    document = shelf.find(source.file, source.sha256)
    if document is None:
        params = {"source": name, "file": source.file or "–"}
        return None, [positions.problem("anchor.document-missing", way, params, at_key=True)]
    if document.text is None:
        params = {"file": document.path.name}
        return None, [positions.problem("anchor.document-no-text", way, params, at_key=True)]
    if source.sha256 is not None and document.sha256 != source.sha256:
        params = {"file": document.path.name, "sha256": document.sha256}
        problem = positions.problem("anchor.document-changed", (*way, "sha256"), params, severity=Severity.WARNING)
        return document, [problem]
    return document, []


def _segments_beyond(dossier: Dossier, source: str, text: str, positions: Positions) -> list[Problem]:
    return [
        positions.problem(
            "anchor.segment-beyond-end", ("sources", source, "segments", name, "span"), {"length": len(text)}
        )
        for name, segment in dossier.sources[source].segments.items()
        if segment.span[1] > len(text)
    ]


def _verify_claims(dossier: Dossier, source: str, text: str, positions: Positions) -> tuple[int, list[Problem]]:
    verified, problems = 0, []
    for name, claim in dossier.claims.items():
        # An anchor that goes nowhere is told without looking at the document.
        if claim.source == source and claim.anchor is not None and claim.anchor.start < claim.anchor.end:
            problem = _anchor_problem(name, claim, text, positions)
            if problem is None:
                verified += 1
            else:
                problems.append(problem)
    return verified, problems


def _anchor_problem(name: str, claim: Claim, text: str, positions: Positions) -> Problem | None:
    anchor, way = claim.anchor, ("claims", name, "anchor")
    assert anchor is not None
    verdict = verify(text, anchor.start, anchor.end, anchor.sha256, anchor.quote)
    if verdict.state == "verified":
        return None
    place = f"{anchor.start}–{anchor.end}"
    if verdict.state == "moved":
        now = {"start": verdict.start, "end": verdict.end}
        return positions.problem("anchor.moved", way, {"claim": name, "place": place, **now}, at_key=True)
    if verdict.state == "beyond-end":
        return positions.problem(
            "anchor.beyond-end", way, {"claim": name, "place": place, "length": len(text)}, at_key=True
        )
    return positions.problem("anchor.broken", way, {"claim": name, "place": place}, at_key=True)
