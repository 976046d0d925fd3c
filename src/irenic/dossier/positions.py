"""Where everything of a dossier stands in its files."""

from collections.abc import Mapping as Named
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from irenic.dossier.near import shown
from irenic.dossier.schema.shape import Way
from irenic.dossier.yaml_tree import Mapping, Node, Sequence
from irenic.errors.problem import Parameter, Problem, Severity

DOSSIER: Final = "dossier.yaml"
CLAIMS: Final = "claims.yaml"
SOURCES: Final = "sources.yaml"
FILES: Final = (DOSSIER, CLAIMS, SOURCES)
"""The files of a dossier; the last two may be absent."""

_SECTIONS: Final = {"claims": CLAIMS, "sources": SOURCES, "voices": SOURCES}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that exists: how much of a path is written, and where; `file` names it where it is of another file."""

    way: Way
    node: Node
    key_line: int
    key_column: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """Where it is said that something be taken away: the file's name, and the place of the path in it."""

    file: str
    line: int
    column: int


class Positions:
    """Lines and columns of a dossier's elements and numbers, by dotted path."""

    def __init__(
        self,
        names: Named[str, str],
        trees: Named[str, Mapping],
        removed: Named[Way, Removal] = MappingProxyType({}),
        by_hand: frozenset[Way] = frozenset(),
    ) -> None:
        """Positions in trees.

        Args:
            names: how problems call each file.
            trees: file → tree.
            removed: what a change has taken away, and where that is said.
            by_hand: numbers that a change has set without saying what they rest on.
        """
        self._names = dict(names)
        self._removed = removed
        self.trees: Named[str, Mapping] = dict(trees)
        self.by_hand = by_hand

    def name(self, file: str) -> str:
        """The file's name as the user gave it."""
        return self._names[file]

    def at(self, file: str, path: str) -> tuple[int, int]:
        """Line and column of the value at a dotted path; of the nearest mapping around it where it isn't written."""
        spot = self.spot(file, tuple(path.split(".")) if path else ())
        return (spot.node.line, spot.node.column) if spot else (0, 0)

    def exists(self, way: Way) -> bool:
        """Whether the whole way is written."""
        return self.node(way) is not None

    def node(self, way: Way) -> Node | None:
        """What is written there, or None."""
        return self.node_in(file_of(way), way)

    def node_in(self, file: str, way: Way) -> Node | None:
        """What is written there in a file, or None."""
        node: Node | None = self.trees.get(file)
        for part in way:
            node = child_of(node, part)
        return node

    def is_removed(self, way: Way) -> bool:
        """Whether a change has taken away what stood there, or what held it."""
        return any(way[:length] in self._removed for length in range(1, len(way) + 1))

    def keys(self, *way: str) -> tuple[str, ...] | None:
        """Keys of the mapping there; none where nothing is written; None where the file itself couldn't be read."""
        if file_of(way) not in self.trees:
            return None
        node = self.node(way)
        return tuple(node.entries) if isinstance(node, Mapping) else ()

    def spot(self, file: str, way: Way) -> Spot | None:
        """The longest written beginning of a way, or None where the file has no tree."""
        tree = self.trees.get(file)
        if tree is None:
            return None
        spot = Spot((), tree, tree.line, tree.column)
        for part in way:
            node = spot.node
            child = child_of(node, part)
            if child is None:
                if part == "0" and not isinstance(node, Sequence):
                    continue  # one value where a list may stand
                break
            entry = node.entries.get(part) if isinstance(node, Mapping) else None
            place = (entry.line, entry.column) if entry else (child.line, child.column)
            spot = Spot((*spot.way, part), child, *place, child.file or spot.file)
        return spot

    def problem(
        self,
        code: str,
        way: Way,
        params: Named[str, Parameter] | None = None,
        *,
        at_key: bool = False,
        severity: Severity = Severity.ERROR,
        file: str | None = None,
    ) -> Problem:
        """A problem at the value of a path, or at its key; at the nearest mapping around it where it isn't written."""
        chosen = file or file_of(way)
        spot = self.spot(chosen, way)
        name, line, column, path = self.name(chosen), 0, 0, way
        if spot:
            line, column = (spot.key_line, spot.key_column) if at_key else (spot.node.line, spot.node.column)
            name, path = spot.file or name, spot.way
        if path != way and (gone := self._removed.get(way)):
            name, line, column = gone.file, gone.line, gone.column
        # What is quoted from a file may hold line ends; a problem is told on one line.
        told = {name: " ".join(v.split()) if isinstance(v, str) else v for name, v in (params or {}).items()}
        shown_path = ".".join(map(shown, path))
        return Problem(code, told, severity, name, line, column, shown_path)


def file_of(way: Way) -> str:
    """The file in which a path stands."""
    return _SECTIONS.get(way[0], DOSSIER) if way else DOSSIER


def child_of(node: Node | None, part: str) -> Node | None:
    """What is written at one part of a path below a node, or None."""
    if isinstance(node, Mapping):
        entry = node.entries.get(part)
        return entry.value if entry else None
    if isinstance(node, Sequence) and part.isdecimal() and int(part) < len(node.items):
        return node.items[int(part)]
    return None
