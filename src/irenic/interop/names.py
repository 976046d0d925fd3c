"""Names of parties, issues and options in foreign files, and names of files made from them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 500
"""Code points of a name."""

_NOT_IN_FILES: Final = re.compile(r'[\\/:*?"<>|]+')
_LONGEST_FILE: Final = 80


def name_in(text: str) -> str | None:
    """A name with each run of white space as one space, or None where it is empty, too long, or can't be seen."""
    name = " ".join(text.split())
    return None if not name or len(name) > LONGEST or any(map(_is_invisible, name)) else name


def _is_invisible(character: str) -> bool:
    """Control characters, halves of characters, what is none, and the byte-order mark."""
    return unicodedata.category(character) in {"Cc", "Cs", "Cn"} or character == "\ufeff"


def file_names(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """A name for a file for each of some names, no two alike whatever the case of letters; most stay as they are.

    Args:
        names: names of parties.
        taken: names that are used already.
    """
    used = {name.casefold() for name in taken}
    found = []
    for name in names:
        plain = _NOT_IN_FILES.sub("-", name)[:_LONGEST_FILE].strip(" .") or "party"
        chosen, k = plain, 2
        while chosen.casefold() in used:
            chosen, k = f"{plain}-{k}", k + 1
        used.add(chosen.casefold())
        found.append(chosen)
    return found
