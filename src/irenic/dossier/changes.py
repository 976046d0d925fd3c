"""Values of a dossier's trees set otherwise, before anything is held to the format.

What a change brings stands in the tree with the name of its own file, so that every check tells its problems there.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Named
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any, Final

from irenic.dossier.near import near, shown
from irenic.dossier.positions import CLAIMS, DOSSIER, SOURCES, Removal, child_of, file_of
from irenic.dossier.schema.base import Backed, Quantity
from irenic.dossier.schema.knowledge import Claims, Sources
from irenic.dossier.schema.root import DossierFile
from irenic.dossier.schema.shape import Way, bare, behind, fields_of, is_model, key_type
from irenic.dossier.yaml_tree import Entry, Mapping, Node, Scalar, Sequence
from irenic.errors.problem import Problem

_MODELS: Final[dict[str, Any]] = {DOSSIER: DossierFile, CLAIMS: Claims, SOURCES: Sources}


@dataclass(frozen=True, slots=True)
class Change:
    """One value set otherwise.

    Attributes:
        way: the path that is set.
        value: what stands there instead; a scalar without text takes away what is there.
        file: name of the file that says so, as problems give it.
        line: where the path stands in it.
        column: likewise.
        backing: `because` and `assumed` of numbers that come without.
    """

    way: Way
    value: Node
    file: str
    line: int
    column: int
    backing: Named[str, Node]

    @property
    def removes(self) -> bool:
        """Whether it takes something away."""
        return isinstance(self.value, Scalar) and self.value.text is None


@dataclass(slots=True)
class Changed:
    """What came of changes.

    Attributes:
        problems: changes that could not be made, and why.
        removed: what was taken away.
        by_hand: numbers that came without saying what they rest on.
    """

    problems: list[Problem] = field(default_factory=list)
    removed: dict[Way, Removal] = field(default_factory=dict)
    by_hand: set[Way] = field(default_factory=set)


def change_trees(trees: dict[str, Mapping], changes: Iterable[Change]) -> Changed:
    """Make changes in trees (file → tree), one after the other; a file that could not be read is left alone."""
    made = Changed()
    for change in changes:
        tree = trees.get(file_of(change.way))
        if tree is not None:
            _change(tree, _of_number(change), trees, made)
    return made


def _of_number(change: Change) -> Change:
    """A plain `….value` of a number sets the number, and with it what the number rests on."""
    hint = _MODELS[file_of(change.way)]
    for part in change.way[:-1]:
        hint = behind(hint, part)
    if change.way[-1] == "value" and bare(hint).hint is Quantity:
        return replace(change, way=change.way[:-1])
    return change


def _change(tree: Mapping, change: Change, trees: Named[str, Mapping], made: Changed) -> None:
    if not tree.line and not change.removes:
        _begin(tree)
    hint = _MODELS[file_of(change.way)]
    good, known = _follow(tree, hint, change, trees)
    if good < len(change.way):
        made.problems.append(_unknown(change, good, known))
        return
    holder, hint = _holder(tree, hint, change)
    last = change.way[-1]
    before = child_of(holder, last)
    if change.removes:
        _take_away(holder, last)
        made.removed[change.way] = Removal(change.file, change.line, change.column)
        return
    made.removed = {way: place for way, place in made.removed.items() if way[: len(change.way)] != change.way}
    if before is not None:
        gone = set(_ways(before, change.way)) - set(_ways(change.value, change.way))
        made.removed |= dict.fromkeys(gone, Removal(change.file, change.line, change.column))
    made.by_hand = {way for way in made.by_hand if way[: len(change.way)] != change.way}
    # What a change brings may be changed again, and the change made again elsewhere: it stays as it is.
    value = _Backing(change, made.by_hand).of(deepcopy(change.value), change.way, behind(hint, last))
    _put(holder, last, value, change)


def _begin(tree: Mapping) -> None:
    """An absent file begins as an empty one."""
    tree.line = tree.column = 1
    tree.entries["irenic"] = Entry(1, 1, Scalar(1, 1, "1"))


# --- Where a path leads


def _follow(tree: Mapping, hint: Any, change: Change, trees: Named[str, Mapping]) -> tuple[int, tuple[str, ...]]:
    """How many parts of the path lead on, and what could come next where it ends too early."""
    node: Node | None = tree
    for number, part in enumerate(change.way):
        child = _written(node, part, hint)
        last = number + 1 == len(change.way)
        leads_on = behind(hint, part) is not None and (
            child is not None or (not change.removes and _may_begin(node, part, hint, last, trees))
        )
        if not leads_on:
            return number, _written_keys(node) if change.removes else _next(node, hint, trees)
        node, hint = child, behind(hint, part)
    return len(change.way), ()


def _written(node: Node | None, part: str, hint: Any) -> Node | None:
    """What is written at one part; a plain number is its own `value`."""
    if node is None or _nothing(node):
        return None
    if bare(hint).hint is Quantity and not _is_quantity(node):
        return node if part == "value" else None
    return child_of(node, part)


def _may_begin(node: Node | None, part: str, hint: Any, last: bool, trees: Named[str, Mapping]) -> bool:
    """Whether something new may be written at one part."""
    if bare(hint).hint is Quantity:
        return True
    if isinstance(node, Sequence) or (isinstance(node, Scalar) and not _nothing(node)):
        return False
    key = key_type(hint, part)
    if key is None:
        return is_model(bare(hint).hint)
    return last or (key.refers in {"party", "issue"} and part in _names(key.refers, trees))


def _next(node: Node | None, hint: Any, trees: Named[str, Mapping]) -> tuple[str, ...]:
    """What could come next on the way: what is written there, and what the format knows."""
    plain = bare(hint).hint
    fields = tuple(fields_of(plain)) if is_model(plain) else ()
    key = key_type(hint, "")
    return tuple(dict.fromkeys((*_written_keys(node), *_names(key.refers if key else None, trees), *fields)))


def _written_keys(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        return tuple(str(number) for number in range(len(node.items)))
    return tuple(node.entries) if isinstance(node, Mapping) else ()


def _names(kind: str | None, trees: Named[str, Mapping]) -> tuple[str, ...]:
    sections = {"party": "parties", "issue": "issues"}
    section = child_of(trees.get(DOSSIER), sections[kind]) if kind in sections else None
    return tuple(section.entries) if isinstance(section, Mapping) else ()


def _unknown(change: Change, good: int, known: tuple[str, ...]) -> Problem:
    part, before = change.way[good], ".".join(change.way[:good])
    column = change.column + len(before) + bool(before)
    params = {"part": shown(part), "before": shown(before), "near": near(part, known)}
    if change.removes:
        code, told = "dossier.set-not-there", {"path": shown(".".join(change.way)), "near": params["near"]}
    elif not before:
        code, told = "dossier.set-section-unknown", {"part": params["part"], "near": params["near"]}
    elif known:
        code, told = "dossier.set-path-unknown", params
    else:
        code, told = "dossier.set-path-ends", {"part": params["part"], "before": params["before"]}
    return Problem(code, told, file=change.file, line=change.line, column=column)


# --- What stands there


def _holder(tree: Mapping, hint: Any, change: Change) -> tuple[Node, Any]:
    """What holds the end of the way, begun where it isn't written yet; and its type."""
    holder: Node = tree
    for part in change.way[:-1]:
        child, hint = child_of(holder, part), behind(hint, part)
        if child is None or _nothing(child):
            child = Mapping(change.line, change.column)
            _put(holder, part, child, change)
        elif bare(hint).hint is Quantity and not _is_quantity(child):
            child = Mapping(child.line, child.column, {"value": Entry(child.line, child.column, child)}, child.file)
            _replace(holder, part, child)
        holder = child
    return holder, hint


def _ways(node: Node, way: Way) -> Iterator[Way]:
    """The ways of everything written inside a node."""
    parts: list[tuple[str, Node]] = []
    if isinstance(node, Mapping):
        parts = [(key, entry.value) for key, entry in node.entries.items()]
    elif isinstance(node, Sequence):
        parts = [(str(number), item) for number, item in enumerate(node.items)]
    for part, child in parts:
        yield (*way, part)
        yield from _ways(child, (*way, part))


def _put(holder: Node, part: str, value: Node, change: Change) -> None:
    value.file = change.file
    if isinstance(holder, Mapping):
        holder.entries[part] = Entry(change.line, change.column, value)
    else:
        _replace(holder, part, value)


def _replace(holder: Node, part: str, value: Node) -> None:
    if isinstance(holder, Mapping):
        holder.entries[part].value = value
    elif isinstance(holder, Sequence):
        holder.items[int(part)] = value


def _take_away(holder: Node, part: str) -> None:
    if isinstance(holder, Mapping):
        del holder.entries[part]
    elif isinstance(holder, Sequence):
        del holder.items[int(part)]


def _nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text is None


def _is_quantity(node: Node) -> bool:
    """Whether a number is written with its backing; keys of every other notation are none of these."""
    return isinstance(node, Mapping) and bool({"value", "because", "assumed"} & node.entries.keys())


def _says_backing(node: Node) -> bool:
    return isinstance(node, Mapping) and any(
        key in node.entries and not _nothing(node.entries[key].value) for key in ("because", "assumed")
    )


class _Backing:
    """Gives every number of a change that says nothing of it what it rests on."""

    def __init__(self, change: Change, by_hand: set[Way]) -> None:
        self._change = change
        self._by_hand = by_hand

    def of(self, node: Node, way: Way, hint: Any) -> Node:
        """The value with its numbers backed; what a mapping says it rests on covers the numbers inside."""
        plain = bare(hint).hint
        if _nothing(node):
            return node
        if plain is Quantity:
            return self._number(node, way)
        if is_model(plain) and issubclass(plain, Backed) and _says_backing(node):
            return node
        if isinstance(node, Mapping):
            for key, entry in node.entries.items():
                entry.value = self.of(entry.value, (*way, key), behind(plain, key))
        elif isinstance(node, Sequence):
            node.items = [self.of(item, (*way, str(n)), behind(plain, str(n))) for n, item in enumerate(node.items)]
        return node

    def _number(self, node: Node, way: Way) -> Node:
        if _says_backing(node):
            return node
        if not _is_quantity(node):
            node = Mapping(node.line, node.column, {"value": Entry(node.line, node.column, node)})
        assert isinstance(node, Mapping)
        for key, value in self._change.backing.items():
            node.entries[key] = Entry(value.line, value.column, value)
        self._by_hand.add(way)
        return node
