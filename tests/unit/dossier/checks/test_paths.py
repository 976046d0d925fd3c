import pytest

from tests.unit.dossier.river import Tell


@pytest.mark.parametrize(
    "path",
    [
        "levers.credit",
        "levers",
        "issues.dam.options.shared",
        "positions.brenland.release",
        "positions.coria.dam",
        "order.0",
        "theatre.sides.aldova.money",
        "theatre.battle.effectiveness",
    ],
)
def test_these_lead_somewhere(told: Tell, path: str) -> None:
    assert told(("[issues.water]", f"[{path}]")) == []


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("lever.credit", "lever"),
        ("levers.debit", "debit"),
        ("levers.credit.colour", "colour"),
        ("levers.0", "0"),
        ("positions.dania.dam", "dania"),
        ("positions.aldova.toll", "toll"),
        ("positions.coria.dam.weight", "weight"),
        ("durability.base_hazard", "durability"),
        ("parties.aldova.no_deal.value.low", "low"),
        ("order.1", "1"),
        ("theatre.battle.initiative.coria", "coria"),
        ("claims.A1", "claims"),
    ],
)
def test_these_lead_nowhere(told: Tell, path: str, part: str) -> None:
    assert told(("[issues.water]", f"[{path}]")) == [("dossier.path-unknown", "unknowns.flow.affects.0")]


@pytest.mark.parametrize("path", ["theatre.sides.aldova.aid", "theatre.battle.initiative.brenland"])
def test_a_number_that_is_not_stated_can_be_changed(told: Tell, path: str) -> None:
    assert told(("path: parties.brenland.no_deal", f"path: {path}")) == []


@pytest.mark.parametrize("path", ["positions.aldova.dam", "parties.aldova.name", "theatre.battle.initiative"])
def test_what_is_no_number_is_told(told: Tell, path: str) -> None:
    assert told(("path: parties.brenland.no_deal", f"path: {path}")) == [
        ("dossier.path-no-number", "levers.credit.path")
    ]
