import pytest

from irenic.dossier.lever_changes import changes_of, deal_changes, waits_of
from irenic.dossier.schema.root import Dossier
from tests.unit.dossier.river import Read

TRIGGER = "    trigger: {on: offer-refused, by: brenland}\n"
SOWING = "sowing: {date: 2031-05-01, who: brenland}"
PATH = "path: parties.brenland.no_deal"


def read(reading: Read, *edits: tuple[str, str]) -> Dossier:
    dossier = reading(*edits).dossier
    assert dossier is not None
    return dossier


def test_changes_are_those_of_levers_their_effects_and_clocks(reading: Read) -> None:
    effects = "    effects: {also: {path: parties.aldova.discount, op: multiply, size: {value: 0.9, assumed: haste}}}\n"
    pressing = "effect: {path: parties.aldova.no_deal, op: set, size: {value: 5, assumed: low}}"
    clock = SOWING.replace("who", f"{pressing}, who")
    dossier = read(reading, (TRIGGER, TRIGGER + effects), (SOWING, clock))
    assert [(c.id, c.element, c.path, c.op, c.size_path) for c in changes_of(dossier.file)] == [
        ("levers.credit", "levers.credit", "parties.brenland.no_deal", "add", "levers.credit.size"),
        (
            "levers.credit.effects.also",
            "levers.credit",
            "parties.aldova.discount",
            "multiply",
            "levers.credit.effects.also.size",
        ),
        ("clocks.sowing", "clocks.sowing", "parties.aldova.no_deal", "set", "clocks.sowing.effect.size"),
    ]


def test_a_lever_that_is_only_declared_changes_nothing(reading: Read) -> None:
    dossier = read(reading, (f"    {PATH}\n    op: add\n", ""))
    assert list(changes_of(dossier.file)) == []


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("positions.brenland.water.weight", [("brenland", "water", None)]),
        ("positions.aldova.dam.values.shared", [("aldova", "dam", "shared")]),
        ("positions.aldova.interactions.calm.points", []),
        ("parties.brenland.no_deal", []),
    ],
)
def test_changes_that_a_deal_sets_off(reading: Read, path: str, found: list[tuple[str, str, str | None]]) -> None:
    signed = "    trigger: {on: deal-signed, package: {release: 50}}\n"
    dossier = read(reading, (TRIGGER, signed), (PATH, f"path: {path}"))
    assert [(party, issue, option) for _, _, party, issue, option in deal_changes(dossier.file)] == found
    assert list(deal_changes(read(reading, (PATH, f"path: {path}")).file)) == []


def test_what_levers_and_clocks_wait_for(reading: Read) -> None:
    ended = (TRIGGER, f"{TRIGGER}    end: {{on: clock, clock: sowing}}\n")
    assert waits_of(read(reading, ended).file) == {
        "levers.credit": [(("levers", "credit", "end"), "clocks.sowing")],
        "clocks.sowing": [],
    }
    after = (SOWING, "sowing: {after: {on: lever-ends, lever: credit}, who: brenland}")
    assert waits_of(read(reading, after).file) == {
        "levers.credit": [],
        "clocks.sowing": [(("clocks", "sowing", "after"), "levers.credit")],
    }
