"""Spoiling files the way hands, editors, transfers and bad luck spoil them; every choice comes from one generator."""

import random
import re
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

_WORDS: Final = (
    b"", b" ", b"\t", b"\n", b"\r\n", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    "\u202e\u200b\u00a0".encode(),
    b"null", b"~", b"true", b"no", b"NaN", b"inf", b"-inf", b"1e999", b"-0", b"1e-320", b"0x1F", b"1_000", b"9" * 400,
    b"&a", b"*a", b"!!python/object:os.system", b"<<: *a", b"---", b"...", b"[", b"]", b"{", b"}", b"- ", b": ", b"? ",
    b"|", b">", b"'", b'"', b"#", b"%", b"@", b"`", b"<!DOCTYPE x>", b"<!ENTITY a 'b'>", b"&amp;", b"&#0;", b"&x;",
    b"<![CDATA[", b"<!--", b"-->", b"<issue>", b"</issue>", b"50 to 10", b"{pert: [1, 2]}", b"{choice: {a: 2}}", b",",
    b";", b"=", b"1,5", "烏克蘭".encode(), b"likely", b"../../etc", b"2025-13-45",
)  # fmt: skip
"""What is put in: marks of the formats, numbers at and beyond the edge, bytes that are no text."""


_Mutation: TypeAlias = Callable[[bytes, Sequence[bytes], random.Random], bytes]


def spoiled(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The content after one to six mutations, at most twice as long plus 10,000 bytes.

    Args:
        content: a file that is whole.
        others: further files, of which pieces are put in.
        chance: decides everything.
    """
    most = 2 * len(content) + 10_000
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        mutation = chance.choice(_MUTATIONS)
        content = mutation(content, others, chance)[:most]
    return content


def _place(content: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(content))


def _flip(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def _insert(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + chance.choice(_WORDS) * chance.choice((1, 1, 1, 3, 200)) + content[at:]


def _cut(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    first, last = sorted((_place(content, chance), _place(content, chance)))
    return content[:first] + content[min(last, first + chance.choice((1, 10, 1000))) :]


def _end_early(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    return content[: _place(content, chance)]


def _lines(change: Callable[[list[bytes], random.Random], list[bytes]]) -> _Mutation:
    def mutation(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
        lines = content.split(b"\n")
        return b"\n".join(change(lines, chance))

    return mutation


def _drop(lines: list[bytes], chance: random.Random) -> list[bytes]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + chance.choice((1, 1, 5)) :]


def _repeat(lines: list[bytes], chance: random.Random) -> list[bytes]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at : at + chance.choice((1, 3))] * chance.choice((2, 2, 50)) + lines[at:]


def _swap(lines: list[bytes], chance: random.Random) -> list[bytes]:
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return lines


def _indent(lines: list[bytes], chance: random.Random) -> list[bytes]:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b" ", b"  ", b"\t")) + lines[at] if chance.random() < 0.5 else lines[at].lstrip()
    return lines


def _replace_word(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """One word or number in place of another: from the list, or from any of the files."""
    words = list(re.finditer(rb"[\w.+-]+", content))
    if not words:
        return content
    spot = chance.choice(words)
    there = re.findall(rb"[\w.+-]+", chance.choice([content, *others]))
    word = chance.choice(there) if there and chance.random() < 0.5 else chance.choice(_WORDS)
    return content[: spot.start()] + word + content[spot.end() :]


def _splice(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice([content, *others])
    first, last = sorted((_place(other, chance), _place(other, chance)))
    at = _place(content, chance)
    return content[:at] + other[first : min(last, first + 2000)] + content[at:]


_MUTATIONS: Final[tuple[_Mutation, ...]] = (
    _flip,
    _insert,
    _cut,
    _end_early,
    _lines(_drop),
    _lines(_repeat),
    _lines(_swap),
    _lines(_indent),
    _replace_word,
    _replace_word,
    _replace_word,
    _splice,
)
