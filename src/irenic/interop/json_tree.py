"""A bounded reader of JSON whose values know their positions."""

import re
from dataclasses import dataclass
from typing import Final, NoReturn, TypeAlias

from irenic.errors.problem import IrenicError, Parameter, Problem
from irenic.interop.source import decoded, place_after

MAX_DEPTH: Final = 64
"""Objects and lists inside each other."""
MAX_VALUES: Final = 100_000
"""Values of one file."""

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_STRING: Final = re.compile(r'"((?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9A-Fa-f]{4})*)"')
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))")
_WORD: Final = re.compile(r"[-+.0-9A-Za-z]+")
_PLAIN: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORDS: Final = frozenset({"true", "false", "null"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, a number or a word; `text` as it means for strings, as written for the others.

    Attributes:
        at: where it starts in the text.
        text: see above.
        kind: `string`, `number`, or `word` for true, false and null.
    """

    at: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Array:
    """A list."""

    at: int
    items: "tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Object:
    """Keys with where they stand and their values, in the order written."""

    at: int
    entries: "dict[str, tuple[int, Value]]"


Value: TypeAlias = Scalar | Array | Object


class JsonFile:
    """A JSON file: its value, and problems at places inside it."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read a file.

        Args:
            data: its content.
            name: its name as problems give it.

        Raises:
            IrenicError: it is no JSON, repeats a key, or is too deep or too large.
        """
        self.name = name
        self._text = decoded(data, name)
        self._values = 0
        self.value, end = self._value(self._skip(0), 0)
        if self._skip(end) < len(self._text):
            self._refuse("interop.json-syntax", self._skip(end))

    def problem(self, code: str, at: int, path: str = "", **params: Parameter) -> Problem:
        """A problem at a place of the text."""
        line, column = place_after(self._text[:at])
        return Problem(code, params, file=self.name, line=line, column=column, path=path)

    def _refuse(self, code: str, at: int, **params: Parameter) -> NoReturn:
        raise IrenicError([self.problem(code, at, "", **params)])

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        assert found is not None
        return found.end()

    def _peek(self, at: int) -> str:
        return self._text[at : at + 1]

    def _value(self, at: int, depth: int) -> tuple[Value, int]:
        self._values += 1
        if self._values > MAX_VALUES:
            self._refuse("interop.json-size", at, limit=MAX_VALUES)
        if depth >= MAX_DEPTH:
            self._refuse("interop.json-depth", at, limit=MAX_DEPTH)
        first = self._peek(at)
        if first == "{":
            return self._object(at, depth)
        if first == "[":
            return self._array(at, depth)
        if first == '"':
            text, end = self._string(at)
            return Scalar(at, text, "string"), end
        word = _WORD.match(self._text, at)
        text = word.group() if word else ""
        if text not in _WORDS and not _NUMBER.fullmatch(text):
            self._refuse("interop.json-syntax", at)
        return Scalar(at, text, "word" if text in _WORDS else "number"), at + len(text)

    def _object(self, start: int, depth: int) -> tuple[Value, int]:
        entries: dict[str, tuple[int, Value]] = {}
        at = self._skip(start + 1)
        while self._peek(at) != "}":
            if entries:
                at = self._after(",", at)
            key, end = self._string(at)
            if key in entries:
                self._refuse("interop.json-duplicate", at, key=key[:60])
            value, end = self._value(self._after(":", self._skip(end)), depth + 1)
            entries[key] = (at, value)
            at = self._skip(end)
        return Object(start, entries), at + 1

    def _array(self, start: int, depth: int) -> tuple[Value, int]:
        items: list[Value] = []
        at = self._skip(start + 1)
        while self._peek(at) != "]":
            if items:
                at = self._after(",", at)
            value, end = self._value(at, depth + 1)
            items.append(value)
            at = self._skip(end)
        return Array(start, tuple(items)), at + 1

    def _after(self, mark: str, at: int) -> int:
        if self._peek(at) != mark:
            self._refuse("interop.json-syntax", at)
        return self._skip(at + 1)

    def _string(self, at: int) -> tuple[str, int]:
        found = _STRING.match(self._text, at)
        if found is None:
            self._refuse("interop.json-syntax", at)
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _PLAIN.get(m[2], m[2]), found[1])
        try:
            # Two escapes make one character beyond the first 65,536; half of such a pair is none.
            return text.encode("utf-16", "surrogatepass").decode("utf-16"), found.end()
        except UnicodeDecodeError:
            self._refuse("interop.json-syntax", at)
