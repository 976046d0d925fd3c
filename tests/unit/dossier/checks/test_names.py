from irenic.dossier.checks.names import Names
from tests.unit.dossier.river import Read


def names(reading: Read, *edits: tuple[str, str]) -> Names:
    found = reading(*edits)
    assert found.dossier is not None
    return Names(found.dossier, found.positions)


def test_ids_are_known_by_what_they_name(reading: Read) -> None:
    known = names(reading)
    assert known.of("party") == ("aldova", "brenland", "coria")
    assert known.of("actor") == ("aldova", "brenland", "coria", "upland")
    assert known.has("holder", "author")
    assert known.has("holder", "gazette")
    assert known.has("sender", "minister")
    assert not known.has("actor", "minister")
    assert known.options("water") == ("10", "30", "50")
    assert known.options("nothing") is None
    assert known.meetings("bridge") == ("first", "second")
    assert known.segments("river") == ("report", "gossip")


def test_people_of_members_are_people(reading: Read) -> None:
    member = 'upland: {name: "Upland Council", kind: institution, people: {elder: {name: "Ori Vale"}}}'
    known = names(reading, ('upland: {name: "Upland Council", kind: institution}', member))
    assert known.of("person") == ("minister", "elder")
