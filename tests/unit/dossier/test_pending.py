import pytest

from irenic.dossier.pending import ANSWERS, EXECUTED, ON_PACKAGES, PENDING, Feeding, pending_elements
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.dossier.schema.shape import behind
from tests.unit.dossier.river import Read


def test_each_pending_element_is_listed_once_with_its_question(river: Dossier) -> None:
    found = {element.path: element.question for element in pending_elements(river)}
    assert found == {
        "issues.dam.options.shared.needs": "when",
        "positions.aldova.red_lines.both-lost.unless.body": "hold",
        "channels.bridge": "when",
        "implementation.survey": "hold",
        "implementation.pipes": "hold",
    }


@pytest.mark.parametrize("pattern", [*PENDING, *EXECUTED])
def test_the_tables_name_parts_of_the_format(pattern: str) -> None:
    hint: object = DossierFile
    for part in pattern.split("."):
        hint = behind(hint, "0" if part == "*" and hint_is_list(hint) else part)
        assert hint is not None, pattern


def hint_is_list(hint: object) -> bool:
    return getattr(hint, "__origin__", None) is tuple


def test_answers_rest_on_what_is_executed(river: Dossier) -> None:
    answers_of = Feeding(river).answers_of
    assert answers_of("issues.dam") == ANSWERS
    assert answers_of("rules.release-with-share") == ON_PACKAGES
    assert answers_of("parties.aldova.influence") == ("solutions", "options")
    assert set(ANSWERS) - set(answers_of("parties.aldova.no_deal")) == {"logrolls", "frontier", "war"}
    assert set(ANSWERS) - set(answers_of("theatre.battle.initiative")) == {"logrolls", "frontier", "votes"}
    assert answers_of("norms.water") == ("fixes", "logrolls")
    assert answers_of("bodies.assembly.support") == ("votes",)
    assert answers_of("parties.aldova.people.minister") == ()
    assert answers_of("disputes.tone") == ()
    assert answers_of("sources.river") == ()


def test_questions_wait_for_their_rooms(river: Dossier) -> None:
    question_of = Feeding(river).question_of
    assert question_of("channels.bridge.every") == "when"
    assert question_of("positions.aldova.dam.red_lines.brenlandic.unless.body") == "hold"
    assert question_of("positions.aldova.dam.red_lines.brenlandic") is None
    assert question_of("levers.credit.size") is None


def test_a_lever_feeds_what_its_number_feeds_and_so_does_what_it_waits_for(reading: Read) -> None:
    by_clock = ("trigger: {on: offer-refused, by: brenland}", "trigger: {on: clock, clock: sowing}")
    dossier = reading(by_clock).dossier
    assert dossier is not None
    answers_of = Feeding(dossier).answers_of
    fed = answers_of("parties.brenland.no_deal")
    assert answers_of("levers.credit.size") == answers_of("clocks.sowing") == fed


def test_a_body_feeds_what_its_levers_feed(reading: Read) -> None:
    by_body = ("trigger: {on: offer-refused, by: brenland}", "trigger: {on: body-decides, body: assembly}")
    dossier = reading(by_body).dossier
    assert dossier is not None
    fed = Feeding(dossier).answers_of("parties.brenland.no_deal")
    assert Feeding(dossier).answers_of("bodies.assembly") == fed


def test_a_lever_on_what_nothing_executes_waits_for_the_same_question(reading: Read) -> None:
    dossier = reading(("path: parties.brenland.no_deal", "path: channels.bridge.every")).dossier
    assert dossier is not None
    assert Feeding(dossier).question_of("levers.credit") == "when"
    assert Feeding(dossier).answers_of("levers.credit") == ()
    assert "levers.credit" in {element.path for element in pending_elements(dossier)}


def test_a_dossier_without_war_or_bodies_answers_nothing_about_them() -> None:
    party = {"name": "A", "roles": "belligerent", "consents": "true"}
    issue = {"question": "?", "status_quo": "x", "options": {"x": {}, "y": {}}}
    sections = {"irenic": "1", "title": "T", "as_of": "2031-01-01", "parties": {"a": party}, "issues": {"i": issue}}
    dossier = Dossier(name="d", file=DossierFile.model_validate(sections), claims={}, sources={}, voices={})
    assert set(ANSWERS) - set(Feeding(dossier).answers_of("issues.i")) == {"war", "votes"}
