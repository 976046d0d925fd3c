"""Reads `PATH=VALUE`, as it follows `--set`: a dotted path and a value in YAML."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from irenic.dossier.changes import Change
from irenic.dossier.schema.ids import PATH_PATTERN
from irenic.dossier.yaml_text import decode
from irenic.dossier.yaml_tree import Scalar, parse_value
from irenic.errors.problem import Problem

OPTION: Final = "--set"
"""The option; numbers that it sets are assumed for this reason."""

_LONGEST: Final = 100
_EMPTY: Final = re.compile(r"\s*(#.*)?")


def changes_from(texts: Iterable[str]) -> tuple[list[Change], list[Problem]]:
    """The changes that these texts ask for, and what is wrong with the others.

    Problems name `--set PATH=VALUE` as their file, and count columns in it.
    """
    changes: list[Change] = []
    problems: list[Problem] = []
    for text in texts:
        change, found = _change(_printable(text))
        problems += found
        if change is not None:
            changes.append(change)
    return changes, problems


def _change(text: str) -> tuple[Change | None, list[Problem]]:
    name, begin = _shown(f"{OPTION} {text}"), len(OPTION) + 2
    path, equals, value = text.partition("=")
    path = path.strip()
    if not re.fullmatch(PATH_PATTERN, path) or _EMPTY.fullmatch(value):
        return None, [Problem("dossier.set-malformed", {"text": _shown(text)}, file=name, line=1, column=begin)]
    # Blanks in place of the path: columns of the value are then those of the whole text.
    blanks = " " * (len(OPTION) + 1 + len(text.partition("=")[0]) + len(equals))
    padded = blanks + value.replace("\n", "\n" + blanks)
    _, problems = decode(padded.encode(), name)
    if problems:
        return None, problems
    node, problems = parse_value(padded, name)
    problems = [replace(problem, path=".".join(filter(None, [path, problem.path]))) for problem in problems]
    if node is None:
        return None, problems
    backing = {"assumed": Scalar(1, begin, OPTION)}
    return Change(tuple(path.split(".")), node, name, 1, begin, backing), problems


def _printable(text: str) -> str:
    """The text without bytes that are no UTF-8: the system hands them over as halves of characters."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _shown(text: str) -> str:
    line = re.sub(r"\s", " ", text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
