"""One thing that is wrong, where it is, and how to mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

Parameter: TypeAlias = str | int | float
"""What a message may be filled with."""


class Severity(StrEnum):
    """How much a problem matters: an error stops the work, a warning is only told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, told by the catalogue entry `code` (see `irenic.language.messages`).

    Attributes:
        code: id of the catalogue entry, `room.name`; its `text` says what is wrong, its `fix` what to do.
        params: what the entry's placeholders are filled with.
        severity: error or warning.
        file: the file's name as the user gave it, or empty where no file is concerned.
        line: line from 1, or 0 where unknown.
        column: column from 1, in code points, or 0 where unknown.
        path: dotted path inside the dossier, or empty.
    """

    code: str
    params: Mapping[str, Parameter] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "params", MappingProxyType(dict(self.params)))

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of problems on the page: by file, position, path, code."""
        return (self.file, self.line, self.column, self.path, self.code)


class IrenicError(Exception):
    """Work that can't go on, with every problem found (at least one)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems, key=lambda p: p.sort_key))
        super().__init__(", ".join(p.code for p in self.problems))
