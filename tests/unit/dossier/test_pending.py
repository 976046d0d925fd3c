import pytest

from irenic.dossier.pending import ANSWERS, EXECUTED, PENDING, answers_of, pending_elements, question_of
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.dossier.schema.shape import behind


def test_each_pending_element_is_listed_once_with_its_question(river: Dossier) -> None:
    found = {element.path: element.question for element in pending_elements(river)}
    assert found == {
        "issues.dam.options.shared.needs": "when",
        "positions.aldova.red_lines.both-lost.unless.body": "hold",
        "channels.bridge": "when",
        "levers.credit": "open",
        "bodies.assembly": "hold",
        "bodies.cabinet": "hold",
        "clocks.sowing": "when",
        "theatre.sides.aldova": "possible",
        "theatre.sides.brenland": "possible",
        "theatre.front": "possible",
        "theatre.battle": "possible",
        "implementation.survey": "hold",
        "implementation.pipes": "hold",
        "mechanisms.drought": "when",
    }


@pytest.mark.parametrize("pattern", [*PENDING, *EXECUTED])
def test_the_tables_name_parts_of_the_format(pattern: str) -> None:
    hint: object = DossierFile
    for part in pattern.split("."):
        hint = behind(hint, "0" if part == "*" and hint_is_list(hint) else part)
        assert hint is not None, pattern


def hint_is_list(hint: object) -> bool:
    return getattr(hint, "__origin__", None) is tuple


def test_answers_rest_on_what_is_executed() -> None:
    assert answers_of("rules.release-with-share") == ANSWERS
    assert answers_of("parties.aldova.influence") == ("solutions", "options")
    assert set(ANSWERS) - set(answers_of("parties.aldova.no_deal")) == {"logrolls", "frontier"}
    assert answers_of("norms.water") == ("fixes", "logrolls")
    assert answers_of("parties.aldova.people.minister") == ()
    assert answers_of("levers.credit.size") == ()
    assert answers_of("disputes.tone") == ()
    assert answers_of("sources.river") == ()


def test_questions_wait_for_their_rooms() -> None:
    assert question_of("levers.credit.size") == "open"
    assert question_of("positions.aldova.dam.red_lines.brenlandic.unless.body") == "hold"
    assert question_of("positions.aldova.dam.red_lines.brenlandic") is None
