"""Cells in which nobody states numbers."""

from typing import NamedTuple

from irenic.dossier.schema.root import Dossier


class SilentCell(NamedTuple):
    """A party that states nothing in numbers on an issue."""

    party: str
    issue: str

    @property
    def path(self) -> str:
        """Dotted path of the cell, written or not."""
        return f"positions.{self.party}.{self.issue}"


def silent_cells(dossier: Dossier) -> tuple[SilentCell, ...]:
    """Every cell without weight and values, of every party that consents or holds a position."""
    found: list[SilentCell] = []
    for party_id, party in dossier.file.parties.items():
        held = dossier.file.positions.get(party_id)
        cells = held.cells if held else {}
        if not party.consents and not cells:
            continue
        silent = (issue for issue in dossier.file.issues if issue not in cells or not cells[issue].stated)
        found.extend(SilentCell(party_id, issue) for issue in silent)
    return tuple(found)
