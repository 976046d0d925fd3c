"""The broken dossiers of `examples/*.toml`, written out one at a time."""

import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from irenic.dossier.case_files import CaseFiles
from irenic.dossier.check import check_dossier
from irenic.dossier.load import load_dossier
from irenic.dossier.trace import trace
from irenic.errors.problem import IrenicError, Problem
from irenic.runs.cases import find_case
from tests.broken.setups import SETUPS

HERE: Final = Path(__file__).resolve().parent
TRACED: Final = "levers.credits"
"""What the example with the setup `trace` asks for."""


@dataclass(frozen=True)
class Example:
    """A way to break the dossier in `base`, and what is then said.

    Attributes:
        name: theme and name.
        code: the problem that the example is about.
        edits: file (or a document), text, and what takes its place.
        setup: what else is done to the folder, by name, or None.
        case: what is looked at: the folder, or a variant beside it.
        settings: what is set by hand.
        others: whether further problems, not listed, are told too.
        en: whole messages in English.
        zh: whole messages in Chinese.
    """

    name: str
    code: str
    edits: tuple[dict[str, str], ...]
    setup: str | None
    case: str
    settings: tuple[str, ...]
    others: bool
    en: tuple[str, ...]
    zh: tuple[str, ...]

    def problems(self, place: Path) -> list[Problem]:
        """Write the dossier as `broken` into `place`, which must be the working folder, and look at it."""
        folder, documents = Path("broken"), Path("documents")
        shutil.copytree(HERE / "base", place / folder)
        shutil.copytree(HERE / "documents", place / documents)
        shutil.copytree(HERE / "variants", place / "variants")
        for edit in self.edits:
            path = place / edit["file"] if "/" in edit["file"] else place / folder / edit["file"]
            text = path.read_text(encoding="utf-8")
            assert edit["old"] in text, f"{edit['file']} does not hold {edit['old']!r}"
            path.write_text(text.replace(edit["old"], edit["new"]), encoding="utf-8")
        if self.setup == "trace":
            return problems_of_trace(folder)
        if self.setup:
            SETUPS[self.setup](place / folder)
        found = problems_of_check(self.case, self.settings, documents)
        return [problem for problem in found if not self.others or problem.code == self.code]


def problems_of_check(case: str, settings: tuple[str, ...], documents: Path) -> tuple[Problem, ...]:
    """What a check says, and what is said where a variant can't be followed."""
    try:
        if case.endswith(".yaml"):
            return check_dossier(find_case(case, settings), documents).problems
        return check_dossier(CaseFiles(Path(case)).with_settings(settings), documents).problems
    except IrenicError as error:
        return error.problems


def problems_of_trace(folder: Path) -> list[Problem]:
    """What is said where a trace asks for something that isn't there."""
    try:
        trace(load_dossier(folder), TRACED)
    except IrenicError as error:
        return list(error.problems)
    return []


def examples() -> Iterator[Example]:
    """Every example."""
    for file in sorted((HERE / "examples").glob("*.toml")):
        for name, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
            yield _example(f"{file.stem}/{name}", entry)


def _example(name: str, entry: dict[str, Any]) -> Example:
    return Example(
        name=name,
        code=entry["code"],
        edits=tuple(entry.get("edits", ())),
        setup=entry.get("setup"),
        case=entry.get("case", "broken"),
        settings=tuple(entry.get("set", ())),
        others=entry.get("others", False),
        en=tuple(entry["en"]),
        zh=tuple(entry["zh"]),
    )
