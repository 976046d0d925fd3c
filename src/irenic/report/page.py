"""Pages of terminal text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from irenic.report.case_data import Case
from irenic.report.layout import padded, width, wrapped
from irenic.report.wording import Wording

COLUMNS = 100
"""Width of a page."""


@dataclass(slots=True)
class Page:
    """Lines of text, filled from the top."""

    lines: list[str] = field(default_factory=list)

    def title(self, case: Case, wording: Wording) -> None:
        """The case's title and day, over a rule."""
        title, as_of = wording.words(case["title"]), wording.say("brief.as-of", date=case["as_of"])
        head = wrapped(title, COLUMNS - width(as_of) - 2)
        self.lines.append(padded(head[0], COLUMNS - width(as_of)) + as_of)
        self.lines += head[1:]
        if case["set"]:
            self.paragraph(wording.say("report.set-by-hand", settings=wording.listed(case["set"])), indent=0)
        self.lines.append("─" * COLUMNS)

    def paragraph(self, text: str, indent: int = 2, mark: str = "") -> None:
        """Text in lines, with a mark before the first."""
        room = COLUMNS - indent - width(mark)
        for i, line in enumerate(wrapped(text, room)):
            self.lines.append(" " * indent + (mark if i == 0 else " " * width(mark)) + line)

    def heading(self, text: str) -> None:
        """A heading after an empty line."""
        self.lines += ["", text]

    def bullets(self, texts: Iterable[str]) -> None:
        """Texts one below the other."""
        for text in texts:
            self.paragraph(text, mark="· ")

    @property
    def text(self) -> str:
        """The lines, each with its end."""
        return "\n".join(self.lines) + "\n"
