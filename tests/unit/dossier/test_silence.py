from irenic.dossier.schema.root import Dossier
from irenic.dossier.silence import silent_cells
from tests.unit.dossier.river import Read


def test_cells_without_numbers_are_silent(river: Dossier) -> None:
    assert [cell.path for cell in silent_cells(river)] == [
        "positions.aldova.release",
        "positions.brenland.dam",
        "positions.brenland.release",
    ]


def test_a_declared_wish_without_numbers_stays_silent(reading: Read) -> None:
    dossier = reading(("  brenland:\n    water:\n", "  brenland:\n    dam: {declared: shared}\n    water:\n")).dossier
    assert dossier is not None
    assert ("brenland", "dam") in silent_cells(dossier)


def test_who_neither_consents_nor_holds_a_position_has_no_cells(river: Dossier) -> None:
    assert not any(cell.party == "coria" for cell in silent_cells(river))


def test_who_holds_a_position_without_consenting_has_cells(reading: Read) -> None:
    position = "  coria:\n    dam: {declared: shared}\n  brenland:\n    water:\n"
    dossier = reading(("  brenland:\n    water:\n", position)).dossier
    assert dossier is not None
    assert [cell.issue for cell in silent_cells(dossier) if cell.party == "coria"] == ["dam", "water", "release"]
