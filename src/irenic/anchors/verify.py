"""Whether what an anchor claims still stands where it says.

Positions are those of a W3C text position selector: code points from 0, the end exclusive.
Source: W3C (2017), Web Annotation Data Model, sections 4.2.4 and 4.2.5.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from irenic.anchors.document import sha256_of

State: TypeAlias = Literal["verified", "beyond-end", "broken", "moved"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an anchor.

    Attributes:
        state: verified; beyond the document's end; another text stands there; its words stand elsewhere, once.
        start: where the words stand now (if moved).
        end: where they end now (if moved).
    """

    state: State
    start: int = 0
    end: int = 0


def verify(text: str, start: int, end: int, digest: str, quote: str | None) -> Verdict:
    """Compare the text at a position with the hash of what should stand there.

    Args:
        text: the document's code points.
        start: first code point.
        end: code point after the last.
        digest: hash of the text that should stand there.
        quote: the words themselves, where they are kept: they are looked for elsewhere.
    """
    within = 0 <= start < end <= len(text)
    if within and sha256_of(text[start:end]) == digest:
        return Verdict("verified")
    if quote and text.count(quote) == 1 and sha256_of(quote) == digest:
        place = text.index(quote)
        # Overlapping repetitions are found by looking from the next code point on.
        if text.find(quote, place + 1) < 0:
            return Verdict("moved", place, place + len(quote))
    return Verdict("broken" if within else "beyond-end")
