"""A bounded reader of YAML: libyaml's events, scanned with limits, become a tree that knows its positions.

Nothing is ever composed or constructed by the YAML library: no aliases, no tags, no depth beyond 64, no more than
50,000 nodes. Scalars stay text until the field that reads them knows what they are; only a plain `null`, `~` or
nothing is None.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from irenic.dossier.near import shown
from irenic.dossier.yaml_syntax import syntax_problem
from irenic.dossier.yaml_text import MAX_REPORTED, read_text
from irenic.errors.problem import Parameter, Problem

MAX_DEPTH: Final = 64
"""Mappings and lists inside each other."""
MAX_NODES: Final = 50_000
"""Mappings, lists, keys and scalars of one file."""
MAX_SCALAR: Final = 50_000
"""Code points of one scalar."""

_SHOWN_DEPTH: Final = 10
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Scalar:
    """Text as written, or None where nothing is written."""

    line: int
    column: int
    text: str | None
    file: str = ""
    """Name of its file, where it was put into the tree of another."""


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: "list[Node]" = field(default_factory=list)
    file: str = ""
    """As for scalars; what stands inside is of the same file."""


@dataclass(slots=True)
class Entry:
    """A key, where it stands (in the file of its value), and its value."""

    line: int
    column: int
    value: "Node"


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order written."""

    line: int
    column: int
    entries: dict[str, Entry] = field(default_factory=dict)
    file: str = ""
    """As for scalars; what stands inside is of the same file."""


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """The tree as dicts, lists, texts and None."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def read_tree(path: Path, name: str) -> tuple[Mapping | None, list[Problem]]:
    """The mapping that a file holds, and every problem of its text.

    Args:
        path: the file.
        name: its name as problems give it.

    Returns:
        The tree, or None where the text is too broken for one; problems, which may stand beside a usable tree.
    """
    text, problems = read_text(path, name)
    if text is None:
        return None, problems
    return parse_tree(text, name)


def parse_tree(text: str, name: str) -> tuple[Mapping | None, list[Problem]]:
    """As `read_tree`, from text."""
    root, problems, complete = _Builder(text, name).build()
    if not complete or isinstance(root, Mapping):
        return (root if complete and isinstance(root, Mapping) else None), problems
    line, column = (1, 1) if root is None else (root.line, root.column)
    empty = root is None or (isinstance(root, Scalar) and root.text is None)
    code = "dossier.yaml-empty" if empty else "dossier.yaml-no-mapping"
    return None, [*problems, Problem(code, file=name, line=line, column=column)]


def parse_value(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Whatever a text holds: a mapping, a list or a scalar; None where it is too broken, or holds nothing."""
    root, problems, complete = _Builder(text, name).build()
    return (root if complete else None), problems


class _RefusalError(Exception):
    """The scan ends here; the problem is recorded."""


@dataclass(slots=True)
class _Open:
    """A collection that is being read; `key` is the key whose value comes next."""

    node: Sequence | Mapping
    key: str | None = None
    key_line: int = 0
    key_column: int = 0
    dropped: bool = False


class _Builder:
    """One pass over the events of one text."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._nodes = 0
        self._documents = 0
        self._complete = True
        self._problems: list[Problem] = []

    def build(self) -> tuple[Node | None, list[Problem], bool]:
        """What the text holds, what is wrong with it, and whether the whole of it was understood."""
        try:
            self._scan()
        except _RefusalError:
            return None, self._problems, False
        return self._root, self._problems, self._complete

    def _scan(self) -> None:
        for event in self._events():
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._refuse("dossier.yaml-second-document", *_place(event))

    def _events(self) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(self._text, Loader=yaml.CLoader)
        except yaml.MarkedYAMLError as error:
            inner = self._stack[-1].node if self._stack else None
            opened = (inner.line, inner.column) if inner else None
            self._problems.append(syntax_problem(error, self._text, self._name, self._path(), opened))
            raise _RefusalError from error

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        line, column = _place(event)
        self._count(line, column)
        self._no_properties(event)
        if len(event.value) > MAX_SCALAR:
            self._refuse("dossier.yaml-long-text", line, column, limit=MAX_SCALAR)
        is_plain = not event.style  # the C parser says "" where the Python one says None
        if self._expects_key():
            self._key(event.value, is_plain, line, column)
        else:
            text = None if is_plain and event.value in _NULLS else event.value
            self._place_value(Scalar(line, column, text))

    def _key(self, key: str, is_plain: bool, line: int, column: int) -> None:
        top = self._stack[-1]
        if not key:
            self._refuse("dossier.yaml-empty-key", line, column)
        if key == "<<" and is_plain:
            self._tell("dossier.yaml-merge", line, column)
            top.dropped = True
        assert isinstance(top.node, Mapping)
        first = top.node.entries.get(key)
        if first is not None:
            self._tell("dossier.yaml-duplicate", line, column, key=shown(key), first=first.line)
            top.dropped = True
        top.key, top.key_line, top.key_column = key, line, column

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        line, column = _place(event)
        self._count(line, column)
        self._no_properties(event)
        if len(self._stack) >= MAX_DEPTH:
            self._refuse("dossier.yaml-depth", line, column, limit=MAX_DEPTH)
        if self._expects_key():
            self._refuse("dossier.yaml-key-kind", line, column)
        node: Sequence | Mapping
        node = Mapping(line, column) if isinstance(event, yaml.MappingStartEvent) else Sequence(line, column)
        self._stack.append(_Open(node))

    def _end(self) -> None:
        self._place_value(self._stack.pop().node)

    def _alias(self, event: yaml.AliasEvent) -> None:
        line, column = _place(event)
        self._count(line, column)
        name = str(event.anchor)
        self._tell("dossier.yaml-alias", line, column, name=name)
        self._complete = False
        if self._expects_key():
            self._key("*" + name, False, line, column)
        else:
            self._place_value(Scalar(line, column, None))

    def _place_value(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
            return
        assert top.key is not None
        if not top.dropped:
            top.node.entries[top.key] = Entry(top.key_line, top.key_column, node)
        top.key, top.dropped = None, False

    def _expects_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].node, Mapping) and self._stack[-1].key is None

    def _no_properties(self, event: yaml.NodeEvent) -> None:
        # A plain `!` also counts: it would change how the scalar is read.
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._tell("dossier.yaml-tag", *_place(event), tag=tag.replace("tag:yaml.org,2002:", "!!"))
        if event.anchor is not None:
            self._tell("dossier.yaml-anchor", *_place(event), name=event.anchor)

    def _count(self, line: int, column: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse("dossier.yaml-nodes", line, column, limit=MAX_NODES)

    def _path(self) -> str:
        keys = [str(len(o.node.items)) if isinstance(o.node, Sequence) else o.key for o in self._stack]
        known = [shown(key) for key in keys if key is not None]
        return ".".join(known if len(known) <= _SHOWN_DEPTH else [*known[:_SHOWN_DEPTH], "…"])

    def _tell(self, code: str, line: int, column: int, **params: Parameter) -> None:
        problem = Problem(code, params, file=self._name, line=line, column=column, path=self._path())
        self._problems.append(problem)
        if len(self._problems) >= MAX_REPORTED:
            raise _RefusalError

    def _refuse(self, code: str, line: int, column: int, **params: Parameter) -> None:
        self._tell(code, line, column, **params)
        raise _RefusalError


def _place(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark is not None
    return event.start_mark.line + 1, event.start_mark.column + 1
