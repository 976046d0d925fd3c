"""Reads a dossier: three files and what is set over them, every problem of all of it in one go."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.changes import change_trees
from irenic.dossier.checks.registry import CHECKS, PARTIAL_CHECKS
from irenic.dossier.near import near
from irenic.dossier.positions import CLAIMS, DOSSIER, FILES, SOURCES, Positions, child_of
from irenic.dossier.schema.knowledge import Claims, Sources
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.dossier.set_text import changes_from
from irenic.dossier.validated import MOST_PROBLEMS, Validated
from irenic.dossier.yaml_tree import Mapping, read_tree
from irenic.errors.problem import IrenicError, Problem, Severity


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a folder.

    Attributes:
        dossier: the dossier, or None where a file doesn't fit the format.
        positions: where everything stands.
        problems: everything found, in the order of the files.
    """

    dossier: Dossier | None
    positions: Positions
    problems: tuple[Problem, ...]


def load_dossier(case: Path | CaseFiles) -> Dossier:
    """The dossier in a folder: `dossier.yaml`, `claims.yaml`, `sources.yaml`; an absent one of the last two is empty.

    Variants and values set by hand are put into the files' trees before these are held to the format.

    Raises:
        IrenicError: with every problem of every file, as soon as one of them is an error.
    """
    reading = read_dossier(case)
    if reading.dossier is None or any(p.severity is Severity.ERROR for p in reading.problems):
        raise IrenicError(reading.problems)
    return reading.dossier


def read_dossier(case: Path | CaseFiles) -> Reading:
    """As `load_dossier`, with positions and without raising."""
    files = case if isinstance(case, CaseFiles) else CaseFiles(case)
    folder = files.folder
    names = {file: str(folder / file) for file in FILES}
    if not folder.is_dir():
        problem = Problem("dossier.folder-missing", {"name": folder.name}, file=str(folder))
        return Reading(None, Positions(names, {}), (problem,))
    trees, problems = _trees(folder, names)
    positions, found = _changed(files, names, trees)
    problems += found
    dossier = Validated(DossierFile, DOSSIER, positions)
    claims = Validated(Claims, CLAIMS, positions)
    sources = Validated(Sources, SOURCES, positions)
    parts = (dossier, claims, sources)
    for part in parts:
        problems += part.problems
    whole = all(part.whole for part in parts)
    built = None
    if dossier.model is not None:
        built = _joined(files, dossier.model, claims.model, sources.model)
        for check in CHECKS if whole else PARTIAL_CHECKS:
            problems += check(built, positions)
    return Reading(built if whole else None, positions, _told(problems, sum(part.untold for part in parts)))


def _trees(folder: Path, names: dict[str, str]) -> tuple[dict[str, Mapping], list[Problem]]:
    trees: dict[str, Mapping] = {}
    problems: list[Problem] = []
    for file in FILES:
        if file != DOSSIER and not (folder / file).exists():
            trees[file] = Mapping(0, 0)
            continue
        tree, found = read_tree(folder / file, names[file])
        problems += found
        if tree is not None:
            trees[file] = tree
    return trees, problems


def _changed(files: CaseFiles, names: dict[str, str], trees: dict[str, Mapping]) -> tuple[Positions, list[Problem]]:
    """Positions of the trees with variants and values set by hand, and what is wrong with these."""
    settings, problems = changes_from(files.settings)
    problems += [problem for variant in files.variants for problem in variant.problems]
    changed = change_trees(trees, [*(c for variant in files.variants for c in variant.changes), *settings])
    problems += changed.problems
    claims = child_of(trees.get(CLAIMS), "claims")
    if CLAIMS in trees:
        known = list(claims.entries) if isinstance(claims, Mapping) else []
        problems += [
            variant.claim_problem(number, {"name": claim, "near": near(claim, known)})
            for variant in files.variants
            for number, claim in enumerate(variant.claims)
            if claim not in known
        ]
    return Positions(names, trees, changed.removed, frozenset(changed.by_hand)), problems


def _joined(files: CaseFiles, file: DossierFile, claims: Claims | None, sources: Sources | None) -> Dossier:
    return Dossier(
        name=files.name,
        settings=files.settings,
        file=file,
        claims=claims.claims if claims else {},
        sources=sources.sources if sources else {},
        voices=sources.voices if sources else {},
    )


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """The problems in order; what a variant says once for many of its numbers is wrong only once."""
    seen = set()
    for problem in sorted(problems, key=lambda p: p.sort_key):
        place = (problem.code, problem.file, problem.line, problem.column, *sorted(problem.params.items()))
        if not problem.line or place not in seen:
            yield problem
        seen.add(place)


def _told(problems: list[Problem], untold: int) -> tuple[Problem, ...]:
    ordered = list(_once(problems))
    untold += len(ordered[MOST_PROBLEMS:])
    if untold:
        ordered = [Problem("dossier.more-problems", {"count": untold}), *ordered[:MOST_PROBLEMS]]
    return tuple(ordered)
