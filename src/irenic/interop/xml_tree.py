"""A bounded reader of XML: expat's events become a tree that knows its positions.

No document type, hence no entities of its own, nothing external, no expansion; depth and number of elements are
bounded. Text between elements is passed over: what we read of other tools stands in attributes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

from irenic.errors.problem import IrenicError, Parameter, Problem

MAX_DEPTH: Final = 64
"""Elements inside each other."""
MAX_ELEMENTS: Final = 100_000
"""Elements of one file."""


_AMPERSAND: Final = re.compile(rb"&(?!#?[A-Za-z0-9_]{1,60};)")
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_ENCODING: Final = re.compile(rb"<\?xml[^>]*\bencoding\b")
_HEAD: Final = 4_096
"""Bytes within which a declaration is looked for."""


@dataclass(slots=True)
class Element:
    """An element of a file.

    Attributes:
        tag: its name.
        attributes: name → text.
        line: line from 1.
        column: column from 1, in code points.
        children: elements inside, in order.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    column: int
    children: "list[Element]" = field(default_factory=list)

    def named(self, tag: str) -> "Iterator[Element]":
        """Elements directly inside that have this name."""
        return (child for child in self.children if child.tag == tag)


def read_xml(data: bytes, name: str) -> Element:
    """The root of a file.

    Faults that GENIUS's own reader passes over, and its files have, are mended: an ampersand that begins no reference,
    an XML declaration that does not stand first, and Windows-1252 where no encoding is declared.

    Args:
        data: its content.
        name: its name as problems give it.

    Raises:
        IrenicError: it is no XML, declares a document type, or is too deep or too large.
    """
    return _Builder(name).build(_mended(data))


def _mended(data: bytes) -> bytes:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data
    return _AMPERSAND.sub(b"&amp;", _transcoded(_without_late_declaration(data)))


def _without_late_declaration(data: bytes) -> bytes:
    """Blanks in the place of a declaration that does not stand first; they keep the count of lines and columns."""
    start = data.find(b"<?xml", 1, _HEAD)
    end = data.find(b"?>", start, _HEAD)
    if start < 0 or end < 0 or _COMMENT.sub(b"", data[:start]).strip():
        return data
    return data[:start] + b" " * (end + 2 - start) + data[end + 2 :]


def _transcoded(data: bytes) -> bytes:
    """UTF-8 instead of Windows-1252, where no encoding is declared and it isn't UTF-8."""
    if _ENCODING.search(data, 0, _HEAD):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace").encode()
    return data


def check_xml(data: bytes, file: str, part: str) -> None:
    """Refuse a part of a file that is no XML, or declares a document type.

    Raises:
        IrenicError: with the part as the problem's path.
    """
    parser = ParserCreate()

    def refuse(*_: object) -> None:
        raise IrenicError([Problem("interop.xml-doctype", file=file, path=part)])

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (ExpatError, LookupError, ValueError) as error:
        reason = str(error).partition(":")[0]
        raise IrenicError([Problem("interop.xml-syntax", {"reason": reason}, file=file, path=part)]) from error


class _Builder:
    """One pass over the events of one file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._root: Element | None = None
        self._open: list[Element] = []
        self._elements = 0
        self._parser = ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def build(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except ExpatError as error:
            params: dict[str, Parameter] = {"reason": str(error).partition(":")[0]}
            line, column = error.lineno, error.offset + 1
            raise IrenicError(
                [Problem("interop.xml-syntax", params, file=self._name, line=line, column=column)]
            ) from error
        except (LookupError, ValueError) as error:
            # The encoding that the file declares is unknown to Python, or has several bytes a character.
            raise IrenicError([Problem("interop.encoding", file=self._name, line=1, column=1)]) from error
        assert self._root is not None, "expat refuses a file without an element"
        return self._root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            self._refuse("interop.xml-size", limit=MAX_ELEMENTS)
        if len(self._open) >= MAX_DEPTH:
            self._refuse("interop.xml-depth", limit=MAX_DEPTH)
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        element = Element(tag, attributes, line, column)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _doctype(self, *_: object) -> None:
        self._refuse("interop.xml-doctype")

    def _refuse(self, code: str, **params: Parameter) -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        raise IrenicError([Problem(code, params, file=self._name, line=line, column=column)])
