"""Text on a grid of columns, where a Chinese character takes two."""

import unicodedata

_NEVER_FIRST = frozenset("。、」』》〉】…,.;:?!)]}%\uff0c\uff1b\uff1a\uff1f\uff01\uff09\uff05")
_NEVER_LAST = frozenset("「『《〈【([{\uff08")


def width(text: str) -> int:
    """Columns that the text takes on a terminal."""
    return sum(_columns(character) for character in text)


def padded(text: str, columns: int) -> str:
    """The text with spaces up to `columns`; longer text is left as it is."""
    return text + " " * max(0, columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most `columns`, broken at spaces and between Chinese characters.

    No line begins with a closing mark or ends with an opening one. A word wider than a line is cut.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if width(line) + width(piece.rstrip()) <= columns:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece
        while width(line.rstrip()) > columns:
            cut = _cut(line, columns)
            lines.append(line[:cut])
            line = line[cut:]
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> list[str]:
    """The text in the smallest pieces between which a line may break; spaces stay at the end of a piece."""
    pieces: list[str] = []
    for character in text:
        if pieces and not _breaks(pieces[-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _breaks(before: str, character: str) -> bool:
    if character == " " or character in _NEVER_FIRST or before[-1] in _NEVER_LAST:
        return False
    return before[-1] == " " or _columns(character) == 2 or _columns(before[-1]) == 2


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cut(text: str, columns: int) -> int:
    """How many characters of a word fit; at least one."""
    total = 0
    for i, character in enumerate(text):
        total += _columns(character)
        if total > columns:
            return max(i, 1)
    return len(text)
