"""What somebody may have meant: names near to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

SHOWN: Final = 6
"""Names shown where none is near."""
_TRIED: Final = 500
_LONGEST: Final = 60


def shown(text: str) -> str:
    """A text of the user as it fits into a message: on one line, at most 60 code points."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def near(name: str, known: Iterable[str]) -> str:
    """The known name nearest to `name`, else the first few that there are, as text; a dash where there are none."""
    names = list(known)
    close = nearest(name, names)
    if close:
        return close
    first = ", ".join(names[:SHOWN])
    return (first + ", …" if len(names) > SHOWN else first) or "–"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` is probably a slip of, or None."""
    # Lengths that differ much can't be slips; it keeps a hostile dossier from costing time.
    likely = [k for k in known if abs(len(k) - len(name)) <= max(2, len(name) // 2)][:_TRIED]
    close = get_close_matches(name[:80], likely, 1, 0.6)
    return close[0] if close else None
