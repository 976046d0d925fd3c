"""Checks the fragments of the changelog: names, kinds, content, and that a change of `src/` has one."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
NAME: Final = re.compile(r"(\d+|\+[a-z0-9-]+)\.(added|changed|fixed)(\.\d+)?\.md")
"""`12.added.md`, `12.fixed.2.md`, or `+word.changed.md` where there is no issue."""


def findings(folder: Path, changed: list[str]) -> list[str]:
    """What is wrong with the fragments in `folder`, given the paths that a commit changes."""
    fragments = sorted(folder.glob("*.md"))
    found = [
        f"{f.name}: name it ISSUE.added.md, ISSUE.changed.md or ISSUE.fixed.md"
        for f in fragments
        if not NAME.fullmatch(f.name)
    ]
    found += [f"{f.name}: is empty" for f in fragments if not f.read_text(encoding="utf-8").strip()]
    if not fragments and any(path.startswith("src/") for path in changed):
        found.append("no fragment in changelog.d: say in a sentence what a user sees change")
    return found


def staged() -> list[str]:
    """Paths that the commit at hand changes."""
    command = ["git", "diff", "--cached", "--name-only"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def main() -> int:
    """Prints every finding; 1 if there is one."""
    found = findings(ROOT / "changelog.d", staged())
    for line in found:
        print(f"changelog.d: {line}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
