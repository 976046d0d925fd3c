from irenic.dossier.members import members_of
from irenic.dossier.schema.acts import Body


def body(**said: object) -> Body:
    return Body.model_validate({"rule": "majority", "decides": {}, **said})


LENDER = body(
    members={
        "north": {"label": "North", "position": "no", "weight": "3", "population": "7", "because": "A1"},
        "south": {"party": "aldova", "chance": "0.3", "chamber": "upper"},
    }
)


def test_own_members() -> None:
    assert members_of({"a": LENDER}, "a") == LENDER.members


def test_lent_members_bring_who_they_are_and_not_what_they_said() -> None:
    found = members_of({"a": LENDER, "b": body(members_of="a")}, "b")
    assert [(vote, member.position, member.weight) for vote, member in found.items()] == [
        ("north", "silent", 3),
        ("south", "silent", None),
    ]
    assert (found["north"].population, found["south"].party, found["south"].chamber) == (7, "aldova", "upper")
    assert found["south"].chance is None
    assert found["north"].because == ()


def test_what_the_body_says_itself_goes_before() -> None:
    borrower = body(members_of="a", members={"north": {"position": "yes", "weight": "1"}, "west": {"label": "West"}})
    found = members_of({"a": LENDER, "b": borrower}, "b")
    assert list(found) == ["north", "south", "west"]
    assert (found["north"].position, found["north"].weight, found["north"].population) == ("yes", 1, 7)


def test_a_lender_that_is_not_there_lends_nobody() -> None:
    assert members_of({"b": body(members_of="a")}, "b") == {}
