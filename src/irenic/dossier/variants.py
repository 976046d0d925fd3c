"""Variant files: another dossier with some of its values set otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from irenic.dossier.changes import Change
from irenic.dossier.positions import Positions
from irenic.dossier.schema.shape import Way
from irenic.dossier.schema.variant import VariantFile
from irenic.dossier.validated import Validated
from irenic.dossier.yaml_tree import Mapping as MappingNode
from irenic.dossier.yaml_tree import Node, Scalar, read_tree
from irenic.errors.problem import Parameter, Problem

_VARIANT: Final = "variant"
_TEXTS: Final = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Variant:
    """What a variant's file says.

    Attributes:
        path: the file.
        extends: what it varies, as written; None where that can't be read.
        changes: what it sets, in the order written.
        positions: where everything stands in it.
        claims: claims that back what it sets.
        problems: everything wrong with the file by itself.
    """

    path: Path
    extends: str | None
    changes: tuple[Change, ...]
    positions: Positions
    claims: tuple[str, ...]
    problems: tuple[Problem, ...]

    def extends_problem(self, code: str, params: Mapping[str, Parameter]) -> Problem:
        """A problem with what the file extends."""
        return self.positions.problem(code, ("extends",), params, file=_VARIANT)

    def claim_problem(self, number: int, params: Mapping[str, Parameter]) -> Problem:
        """A problem with one of the claims that it names."""
        return self.positions.problem("dossier.claim-unknown", ("because", str(number)), params, file=_VARIANT)


def read_variant(path: Path) -> Variant:
    """Read a variant's file, with every problem that shows without the dossier it extends."""
    name = str(path)
    tree, problems = read_tree(path, name)
    positions = Positions({_VARIANT: name}, {} if tree is None else {_VARIANT: tree})
    held = Validated(VariantFile, _VARIANT, positions, _is_set)
    file: VariantFile | None = held.model
    found = (*problems, *held.problems)
    if tree is None or file is None:
        return Variant(path, None, (), positions, (), found)
    changes = _changes(tree, file, name, path.name)
    return Variant(path, file.extends, changes, positions, file.because, found)


def _is_set(way: Way) -> bool:
    """Whether nothing may be written there: it then takes away what is there."""
    return len(way) == 2 and way[0] == "set"


def _changes(tree: MappingNode, file: VariantFile, name: str, short: str) -> tuple[Change, ...]:
    backing: dict[str, Node] = {key: tree.entries[key].value for key in ("because", "assumed") if getattr(file, key)}
    if not backing:
        backing = {"assumed": Scalar(1, 1, short)}
    texts = [(key, entry) for key, entry in tree.entries.items() if key in _TEXTS and getattr(file, key)]
    written = tree.entries["set"].value if file.changes else None
    values = list(written.entries.items()) if isinstance(written, MappingNode) else []
    return tuple(
        Change(tuple(path.split(".")), entry.value, name, entry.line, entry.column, backing)
        for path, entry in [*texts, *values]
        if path in _TEXTS or path in file.changes
    )
