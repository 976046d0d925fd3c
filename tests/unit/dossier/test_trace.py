import pytest

from irenic.dossier.pending import ANSWERS, Feeding
from irenic.dossier.schema.root import Dossier
from irenic.dossier.trace import grade_of, trace
from irenic.errors.problem import IrenicError


def test_a_claim_leads_to_its_rule_and_every_answer(river: Dossier) -> None:
    found = trace(river, "C1")
    assert [link.path for link in found.elements] == [
        "issues.dam.options.shared.infeasible",
        "rules.release-with-share",
    ]
    assert found.answers == ANSWERS
    assert [number.path for number in found.numbers] == ["issues.dam.options.shared.infeasible"]
    assert [(claim.name, claim.grade) for claim in found.claims] == [("C1", "E3")]


def test_a_claim_leads_to_numbers_that_inherit_from_its_element(river: Dossier) -> None:
    paths = {number.path for number in trace(river, "B1").numbers}
    assert paths == {"positions.brenland.water.weight", *(f"positions.brenland.water.values.{n}" for n in (10, 30, 50))}


def test_a_claim_behind_knowledge_only_touches_no_answer(river: Dossier) -> None:
    found = trace(river, "M1")
    assert [link.path for link in found.elements] == ["disputes.tone.sides.officer"]
    assert found.answers == ()


def test_a_number_leads_back_to_what_covers_it(river: Dossier) -> None:
    found = trace(river, "positions.aldova.dam.values.shared")
    assert [link.path for link in found.elements] == ["positions.aldova.dam"]
    assert [claim.name for claim in found.claims] == ["A1"]
    assert [number.path for number in found.numbers] == ["positions.aldova.dam.values.shared"]
    assert found.answers == ANSWERS


def test_a_pending_element_names_its_question(river: Dossier) -> None:
    found = trace(river, "channels.bridge")
    assert found.answers == ()
    assert [(element.path, element.question) for element in found.pending] == [("channels.bridge", "when")]


def test_a_lever_leads_to_what_its_number_feeds(river: Dossier) -> None:
    found = trace(river, "levers.credit")
    assert found.answers == Feeding(river).answers_of("parties.brenland.no_deal")
    assert found.pending == ()
    assert found.number_answers == (found.answers,)


def test_an_answer_leads_back_to_what_feeds_it(river: Dossier) -> None:
    found = trace(river, "conflicts")
    paths = {link.path for link in found.elements}
    assert {"rules.no-gift", "positions.aldova.dam", "parties.brenland.no_deal"} <= paths
    assert not any(path.startswith(("channels", "disputes", "parties.aldova.influence")) for path in paths)
    assert [claim.name for claim in found.claims] == ["C1", "A1", "B1"]


def test_a_section_is_a_path_too(river: Dossier) -> None:
    assert {link.path for link in trace(river, "rules").elements} == {"rules.release-with-share", "rules.no-gift"}


def test_what_is_nothing_is_told_with_what_is_near(river: Dossier) -> None:
    with pytest.raises(IrenicError) as raised:
        trace(river, "rules.no-gifts")
    (problem,) = raised.value.problems
    assert problem.params["near"] == "rules.no-gift"


def test_the_trace_as_data(river: Dossier) -> None:
    data = trace(river, "A1").as_json()
    assert data["claims"][0]["anchor"] == {"start": 67, "end": 97}
    assert data["elements"][0] == {
        "path": "order.0",
        "claims": ["A1"],
        "assumed": None,
        "answers": list(ANSWERS),
        "pending": None,
    }
    assert {"path", "notation", "backing", "assumed", "cover", "answers"} == set(data["numbers"][0])


def test_a_claim_is_graded_by_its_own_letter_first(river: Dossier) -> None:
    claim = river.claims["A1"]
    assert grade_of(river, claim) == "B2"
    assert grade_of(river, claim.model_copy(update={"reliability": "A"})) == "A2"
    assert grade_of(river, claim.model_copy(update={"segment": None})) == "C2"
    assert grade_of(river, claim.model_copy(update={"source": "gone", "segment": None})) == "?2"
