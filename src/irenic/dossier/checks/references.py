"""Every id names something."""

from collections.abc import Iterable, Iterator

from irenic.dossier.checks.names import Names
from irenic.dossier.checks.paths import path_problem
from irenic.dossier.near import near
from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Reference, Way, references
from irenic.errors.problem import Problem


def check_references(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Parties, issues, options, claims, paths … that are named but not there, with the nearest that are."""
    names = Names(dossier, positions)
    for reference in references_of(dossier):
        if reference.kind in {"path", "number"}:
            problem = path_problem(reference, names, positions)
            if problem:
                yield problem
        elif names.readable(reference.kind):
            yield from _unknown(reference, dossier, names, positions)


def references_of(dossier: Dossier) -> Iterator[Reference]:
    """Every id of the three files that must name something."""
    yield from references(dossier.file)
    for section, elements in (("claims", dossier.claims), ("sources", dossier.sources), ("voices", dossier.voices)):
        for name, element in elements.items():
            yield from references(element, (section, name))


def _unknown(reference: Reference, dossier: Dossier, names: Names, positions: Positions) -> Iterator[Problem]:
    known, owner = _candidates(reference, dossier, names)
    if known is None or reference.name in known:
        return
    params: dict[str, str] = {"name": reference.name, "near": near(reference.name, known)}
    if owner:
        params["owner"] = owner
    yield positions.problem(f"dossier.{reference.kind}-unknown", reference.way, params, at_key=reference.is_key)


def _candidates(reference: Reference, dossier: Dossier, names: Names) -> tuple[Iterable[str] | None, str]:
    """What the id may be, and to what it belongs; None where that itself isn't known."""
    way: Way = reference.way
    if reference.kind == "option":
        return names.options(reference.issue), reference.issue
    if reference.kind == "meeting":
        return names.meetings(way[1]), way[1]
    if reference.kind == "segment":
        source = dossier.claims[way[1]].source
        return (names.segments(source), source) if names.has("source", source) else (None, "")
    return ((reference.name,) if names.has(reference.kind, reference.name) else names.of(reference.kind)), ""
