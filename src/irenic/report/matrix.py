"""Positions as a table: issue × party, silence included, and the red lines of all parties."""

from dataclasses import dataclass, replace

from irenic.report.case_data import Cell, Number, Party, RedLine
from irenic.report.wording import Wording


@dataclass(frozen=True, slots=True)
class LineView:
    """A red line in words.

    Attributes:
        party: whose it is.
        refused: what it refuses; in a cell only the option, since the issue is that of the row.
        label: its name, or empty.
        binding: probability that it binds, as a range.
        cost: points that breaking it costs, as a range.
        lifted: what could lift it, or empty.
        claims: ids of the claims behind it.
    """

    party: str
    refused: str
    label: str
    binding: str
    cost: str
    lifted: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell in words.

    Attributes:
        silent: whether nothing gives it weight or values.
        declared: the option said to be wanted, or empty.
        inferred: the option thought to be wanted, or empty.
        lines: its red lines.
        weight: its weight as a range, or empty.
        grade: best grade of its claims, or empty.
        claims: how many claims stand behind it.
        anchor: where these are listed in the page.
    """

    silent: bool
    declared: str
    inferred: str
    lines: tuple[LineView, ...]
    weight: str
    grade: str
    claims: int
    anchor: str


@dataclass(frozen=True, slots=True)
class PartyView:
    """A column's head: the party, its roles, whether a deal needs it, and what no deal is worth to it (or empty)."""

    name: str
    roles: str
    consents: bool
    unresolved: bool
    no_deal: str


@dataclass(frozen=True, slots=True)
class RowView:
    """An issue with its cells, in the order of the columns."""

    issue: str
    question: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The table, and the parties that have no column because they are silent on everything and need not consent."""

    parties: tuple[PartyView, ...]
    rows: tuple[RowView, ...]
    outside: tuple[PartyView, ...]
    silent: int
    cells: int


def matrix_view(wording: Wording) -> MatrixView:
    """The positions of every party that has any, or must consent."""
    case = wording.case
    shown = [party for party in case["parties"] if _has_column(party, wording)]
    rows = [
        RowView(
            wording.words(issue["label"]),
            wording.words(issue["question"]),
            tuple(_cell_view(party["id"], issue["id"], wording) for party in shown),
        )
        for issue in case["issues"]
    ]
    outside = [party for party in case["parties"] if party not in shown]
    return MatrixView(
        tuple(_party_view(party, wording) for party in shown),
        tuple(rows),
        tuple(_party_view(party, wording) for party in outside),
        silent=len(case["silent_cells"]),
        cells=len(case["matrix"]) * len(case["issues"]),
    )


def red_line_views(wording: Wording) -> list[LineView]:
    """All red lines: by party, first those on single issues, then those over several."""
    found = []
    for party in wording.case["parties"]:
        row = wording.case["matrix"].get(party["id"], {})
        for issue, cell in wording.in_order(row):
            found += [_line_view(party["id"], issue, line, wording) for line in cell["red_lines"]]
        found += [_line_view(party["id"], None, line, wording) for line in party["red_lines"]]
    return found


def cell_anchor(party: str, issue: str, wording: Wording) -> str:
    """Id of the place in the page where the claims behind a cell are listed."""
    return f"{wording.language}-claims-{issue}-{party}"


def _has_column(party: Party, wording: Wording) -> bool:
    row = wording.case["matrix"].get(party["id"], {})
    return party["consents"] or any(not _is_empty(cell) for cell in row.values())


def _is_empty(cell: Cell) -> bool:
    return cell["silent"] and not (cell["declared"] or cell["inferred"] or cell["red_lines"] or cell["claims"])


def _party_view(party: Party, wording: Wording) -> PartyView:
    roles = wording.listed(wording.say(f"report.role-{role}") for role in party["roles"])
    no_deal = "" if party["no_deal"] is None else wording.points(party["no_deal"])
    return PartyView(wording.words(party["name"]), roles, party["consents"], party["unresolved"], no_deal)


def _cell_view(party: str, issue: str, wording: Wording) -> CellView:
    cell = wording.case["matrix"][party][issue] if party in wording.case["matrix"] else None
    if cell is None:
        return CellView(True, "", "", (), "", "", 0, "")
    return CellView(
        silent=cell["silent"],
        declared=_option(issue, cell["declared"], wording),
        inferred=_option(issue, cell["inferred"], wording),
        lines=tuple(_line_in_cell(party, issue, line, wording) for line in cell["red_lines"]),
        weight=_points(cell["weight"], wording),
        grade=cell["grade"] or "",
        claims=len(cell["claims"]),
        anchor=cell_anchor(party, issue, wording),
    )


def _line_in_cell(party: str, issue: str, line: RedLine, wording: Wording) -> LineView:
    return replace(_line_view(party, issue, line, wording), refused=_option(issue, line["option"], wording))


def _line_view(party: str, issue: str | None, line: RedLine, wording: Wording) -> LineView:
    return LineView(
        wording.party(party),
        wording.refused(issue, line),
        wording.words(line["label"]),
        wording.probability(line["binding"]),
        wording.points(line["cost"]),
        "" if line["lifted_by"] is None else wording.lifted_by(line["lifted_by"]),
        tuple(line["claims"]),
    )


def _option(issue: str, option: str | None, wording: Wording) -> str:
    return "" if option is None else wording.option(issue, option)


def _points(number: Number | None, wording: Wording) -> str:
    return "" if number is None else wording.points(number)
