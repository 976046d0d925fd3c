"""A plain table: one row for each party, issue and option.

Columns `party`, `issue`, `option`, `weight`, `value`; beside them, where wanted, `amount`, `reservation` and
`discount`, and any others, which are left out. What belongs to a party and an issue (`weight`), to a party
(`reservation`, `discount`) or to an option (`amount`) may stand in one of its rows or in several that agree.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from irenic.dossier.near import near, shown
from irenic.errors.problem import Parameter, Problem, Severity
from irenic.interop.domain import Domain, Evaluations, Issue, Party, read_as
from irenic.interop.figures import figure
from irenic.interop.names import name_in
from irenic.interop.reading import Reading, check_size, refuse
from irenic.interop.source import MAX_PROBLEMS

REQUIRED: Final = ("party", "issue", "option", "weight", "value")
OPTIONAL: Final = ("amount", "reservation", "discount")
COLUMNS: Final = (*REQUIRED, *OPTIONAL)

HEADS: Final[Mapping[str, str]] = {
    **{column: column for column in COLUMNS},
    "evaluation": "value",
    "當事方": "party",
    "議題": "issue",
    "選項": "option",
    "權重": "weight",
    "評價": "value",
    "數量": "amount",
    "保留值": "reservation",
    "折現": "discount",
}
"""Heads of columns, in whatever case of letters → what the column holds."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty.

    Attributes:
        text: what it holds.
        line: its line, from 1.
        column: its column, from 1: of the text in a CSV file, of the sheet in an XLSX file.
        path: its address in the sheet, or empty.
    """

    text: str
    line: int
    column: int
    path: str = ""


Row = list[Cell | None]
"""Cells from the left, None where one is empty."""


def head_of(cell: Cell | None) -> str | None:
    """What the column under this head holds, or None where it is none of the table."""
    return HEADS.get(" ".join(cell.text.split()).casefold()) if cell else None


def domain_of(
    rows: Iterable[Row], name: str, file: str, form: Literal["csv", "xlsx"], evaluations: Evaluations, comma: bool
) -> Reading:
    """The domain of a table.

    Args:
        rows: its rows, the head first; none empty.
        name: what the domain is called.
        file: its name as problems give it.
        form: what it is written in.
        evaluations: how evaluations are read.
        comma: whether a comma may stand for the decimal point.

    Raises:
        IrenicError: with every problem of the table.
    """
    table = _Table(file, comma)
    table.read(list(rows))
    refuse(table.problems)
    issues = tuple(table.issues())
    check_size([len(issue.options) for issue in issues], len(table.parties), file)
    parties = tuple(table.party(party, evaluations) for party in table.parties)
    refuse(table.problems)
    return Reading(Domain(name, issues, parties, form, evaluations), (), tuple(table.problems))


@dataclass(slots=True)
class _Said:
    """A number that may be said in several rows: the first that says it, or None as long as none does."""

    number: float | None = None


@dataclass(slots=True)
class _Party:
    """What the rows of a party say."""

    first: Cell
    values: dict[tuple[str, str], float] = field(default_factory=dict)
    weights: dict[str, _Said] = field(default_factory=dict)
    own: dict[str, _Said] = field(default_factory=lambda: {"reservation": _Said(), "discount": _Said()})


class _Table:
    """A table that is being read."""

    def __init__(self, file: str, comma: bool) -> None:
        self.problems: list[Problem] = []
        self.parties: dict[str, _Party] = {}
        self._options: dict[str, dict[str, _Said]] = {}
        self._file = file
        self._comma = comma

    def read(self, rows: list[Row]) -> None:
        columns = self._columns(rows[0] if rows else [])
        if columns is None:
            return
        for cells in rows[1:]:
            found = {what: cells[k] for k, what in columns.items() if k < len(cells)}
            self._row({what: cell for what, cell in found.items() if cell is not None}, cells)
        if not self.parties and not self.problems:
            self._tell("interop.table-empty", None)

    def _columns(self, head: Row) -> dict[int, str] | None:
        """Position → what the column holds."""
        found: dict[int, str] = {}
        for k, cell in enumerate(head):
            what = head_of(cell)
            if what is not None and what in found.values():
                self._tell("interop.table-column-repeated", cell, column=what)
            elif what is not None:
                found[k] = what
            elif cell is not None:
                params: dict[str, Parameter] = {"column": shown(cell.text), "near": near(cell.text, COLUMNS)}
                self._tell("interop.table-column-unknown", cell, Severity.WARNING, **params)
        missing = [column for column in REQUIRED if column not in found.values()]
        if missing:
            self._tell("interop.table-columns", head[0] if head else None, columns=", ".join(missing))
        return None if missing else found

    def _row(self, cells: dict[str, Cell], row: Row) -> None:
        first = next(cell for cell in row if cell is not None)
        names = {what: self._name(what, cells.get(what), first) for what in ("party", "issue", "option")}
        party, issue, option = names["party"], names["issue"], names["option"]
        if party is None or issue is None or option is None:
            return
        held = self.parties.setdefault(party, _Party(first))
        if (issue, option) in held.values:
            self._tell("interop.option-repeated", cells["option"], issue=shown(issue), option=shown(option))
        if "value" not in cells:
            self._tell("interop.table-no-value", cells["option"], issue=shown(issue), option=shown(option))
        held.values[issue, option] = self._figure(cells["value"]) if "value" in cells else 0.0
        self._say(held.weights.setdefault(issue, _Said()), cells, "weight")
        self._say(self._options.setdefault(issue, {}).setdefault(option, _Said()), cells, "amount")
        for what, said in held.own.items():
            self._say(said, cells, what)

    def _name(self, what: str, cell: Cell | None, first: Cell) -> str | None:
        if cell is None:
            self._tell("interop.table-no-name", first, column=what)
            return None
        name = name_in(cell.text)
        if name is None:
            self._tell("interop.name", cell, text=shown(cell.text))
        return name

    def _say(self, said: _Said, cells: Mapping[str, Cell], what: str) -> None:
        cell = cells.get(what)
        if cell is None:
            return
        number = self._figure(cell)
        if what == "weight" and number < 0:
            self._tell("interop.weight-negative", cell, weight=shown(cell.text))
        if said.number is not None and said.number != number:
            self._tell("interop.table-differs", cell, column=what, found=shown(cell.text), first=f"{said.number:g}")
        said.number = number

    def _figure(self, cell: Cell) -> float:
        number = figure(cell.text, comma=self._comma)
        if number is None:
            self._tell("interop.no-number", cell, text=shown(cell.text))
        return number or 0.0

    def issues(self) -> Iterator[Issue]:
        """Issues and options in the order in which they first appear."""
        for name, options in self._options.items():
            amounts = [said.number for said in options.values()]
            stated = tuple(amount for amount in amounts if amount is not None)
            if stated and len(stated) < len(amounts):
                self._tell("interop.table-amounts", None, issue=shown(name))
            yield Issue(name, tuple(options), stated if stated else None)

    def party(self, name: str, evaluations: Evaluations) -> Party:
        """A party; every issue and option that another has is missed."""
        held = self.parties[name]
        values = []
        for issue, options in self._options.items():
            weight = held.weights.get(issue)
            if weight is not None and weight.number is None:
                self._tell("interop.table-no-weight", held.first, party=shown(name), issue=shown(issue))
            for option in options:
                if (issue, option) not in held.values:
                    self._tell(
                        "interop.table-missing",
                        held.first,
                        party=shown(name),
                        issue=shown(issue),
                        option=shown(option),
                    )
            stated = [held.values.get((issue, option), 0.0) for option in options]
            values.append(read_as(evaluations, stated))
        return Party(
            name=name,
            weights=tuple(held.weights.get(issue, _Said()).number or 0.0 for issue in self._options),
            evaluations=tuple(values),
            reservation=held.own["reservation"].number,
            discount=held.own["discount"].number,
        )

    def _tell(self, code: str, at: Cell | None, severity: Severity = Severity.ERROR, **params: Parameter) -> None:
        if sum(problem.severity is severity for problem in self.problems) >= MAX_PROBLEMS:
            return
        place = (at.line, at.column, at.path) if at else (0, 0, "")
        self.problems.append(Problem(code, params, severity, self._file, *place))
