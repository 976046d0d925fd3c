"""Reads a dossier's folder: three files, every problem of all of them in one go."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from irenic.dossier.checks.registry import CHECKS, PARTIAL_CHECKS
from irenic.dossier.faults import problems_of, ways_of
from irenic.dossier.positions import CLAIMS, DOSSIER, FILES, SOURCES, Positions
from irenic.dossier.schema.knowledge import Claims, Sources
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.dossier.schema.shape import Way
from irenic.dossier.yaml_tree import Mapping, Node, Scalar, Sequence, plain, read_tree
from irenic.errors.problem import IrenicError, Problem, Severity

MOST_PROBLEMS: Final = 500
"""So many are told; of further ones only the number."""
_ROUNDS: Final = 12

Model = TypeVar("Model", bound=BaseModel)


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


def load_dossier(folder: Path) -> Dossier:
    """The dossier in a folder: `dossier.yaml`, `claims.yaml`, `sources.yaml`; an absent one of the last two is empty.

    Raises:
        IrenicError: with every problem of every file, as soon as one of them is an error.
    """
    reading = read_dossier(folder)
    if reading.dossier is None or any(p.severity is Severity.ERROR for p in reading.problems):
        raise IrenicError(reading.problems)
    return reading.dossier


def read_dossier(folder: Path) -> Reading:
    """As `load_dossier`, with positions and without raising."""
    names = {file: str(folder / file) for file in FILES}
    if not folder.is_dir():
        problem = Problem("dossier.folder-missing", {"name": folder.name}, file=str(folder))
        return Reading(None, Positions(names, {}), (problem,))
    trees, problems = _trees(folder, names)
    positions = Positions(names, trees)
    dossier = _Validated(DossierFile, DOSSIER, positions)
    claims = _Validated(Claims, CLAIMS, positions)
    sources = _Validated(Sources, SOURCES, positions)
    parts = (dossier, claims, sources)
    for part in parts:
        problems += part.problems
    whole = all(part.whole for part in parts)
    built = None
    if dossier.model is not None:
        built = _joined(folder, dossier.model, claims.model, sources.model)
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


def _joined(folder: Path, file: DossierFile, claims: Claims | None, sources: Sources | None) -> Dossier:
    return Dossier(
        name=folder.resolve().name,
        file=file,
        claims=claims.claims if claims else {},
        sources=sources.sources if sources else {},
        voices=sources.voices if sources else {},
    )


def _told(problems: list[Problem], untold: int) -> tuple[Problem, ...]:
    ordered = sorted(problems, key=lambda p: p.sort_key)
    untold += len(ordered[MOST_PROBLEMS:])
    if untold:
        ordered = [Problem("dossier.more-problems", {"count": untold}), *ordered[:MOST_PROBLEMS]]
    return tuple(ordered)


class _Validated:
    """One file held to its model.

    Attributes:
        model: the file; where parts of it are refused, what stands without them; None where nothing does.
        whole: whether nothing is refused.
        problems: what is refused.
        untold: how many more refusals there are.
    """

    def __init__(self, kind: type[Model], file: str, positions: Positions) -> None:
        self.model: Any = None
        self.whole = False
        self.problems: list[Problem] = []
        self.untold = 0
        tree = positions.trees.get(file)
        if tree is None:
            return
        if not tree.line:
            self.model, self.whole = kind.model_validate({"irenic": "1"}), True
            return
        nothing = set(_nothing_written(tree, ()))
        self.problems = [
            positions.problem("dossier.value-missing", way, at_key=True, file=file) for way in sorted(nothing)
        ]
        self._validate(kind, plain(tree), positions, file, {".".join(way) for way in nothing})

    def _validate(self, kind: type[Model], raw: Any, positions: Positions, file: str, nothing: set[str]) -> None:
        for attempt in range(_ROUNDS):
            try:
                self.model = kind.model_validate(raw)
            except ValidationError as error:
                errors = error.errors(include_url=False)
                if attempt == 0:
                    found = problems_of(errors[:MOST_PROBLEMS], kind, positions, file)
                    self.problems += [p for p in found if not _follows(p, nothing)]
                    self.untold = len(errors[MOST_PROBLEMS:])
                # So many errors mean that this is no dossier: nothing is left to check.
                raw = None if self.untold else _without(raw, ways_of(errors))
                if raw is None:
                    return
            else:
                self.whole = not self.problems
                return


def _follows(problem: Problem, nothing: set[str]) -> bool:
    """Whether a problem only repeats that nothing is written there."""
    if problem.code == "dossier.key-missing":
        return ".".join(part for part in (problem.path, str(problem.params["key"])) if part) in nothing
    return problem.path in nothing


def _nothing_written(node: Node, way: Way) -> Iterator[Way]:
    if isinstance(node, Scalar):
        if node.text is None:
            yield way
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _nothing_written(item, (*way, str(number)))
    else:
        for key, entry in node.entries.items():
            yield from _nothing_written(entry.value, (*way, key))


def _without(raw: Any, ways: list[Way]) -> Any:
    """A copy without what stands at these ways; None where nothing would remain."""
    kept = deepcopy(raw)
    for way in ways:
        holder, last, parent = _holder(kept, way)
        if not last:
            return None
        if isinstance(holder, dict):
            holder.pop(last, None)
        elif isinstance(parent, dict):
            # A list loses its order of numbers with an item, so it goes as a whole.
            parent.pop(next(key for key, value in parent.items() if value is holder))
        else:
            return None
    return kept


def _holder(raw: Any, way: Way) -> tuple[Any, str, Any]:
    """The mapping or list that holds the end of a way (as far as it is written), the end, and what holds the holder."""
    parent, holder, last = None, raw, ""
    for part in way:
        if last:
            child = holder.get(last) if isinstance(holder, dict) else holder[int(last)]
            if not isinstance(child, dict | list):
                break
            parent, holder = holder, child
        if isinstance(holder, list) and not (part.isdecimal() and int(part) < len(holder)):
            break
        last = part
    return holder, last, parent
