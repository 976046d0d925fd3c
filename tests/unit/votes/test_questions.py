from collections.abc import Mapping

from irenic.dossier.schema.acts import Matter
from irenic.dossier.schema.issues import Rule
from irenic.model.compilation import compile_model
from irenic.votes.questions import MOST_PACKAGES, Question, about, decides_package, matches, number_of, questions_of
from tests.unit.votes.examples import council_of, dossier

MODEL = compile_model(dossier())


def asked(decides: Mapping[str, object], *packages: dict[str, str]) -> list[Question]:
    council, _ = council_of(rule="leader", person="premier", decides=decides)
    return list(questions_of(council, MODEL, packages))


def test_levers_go_before_packages_in_one_vote() -> None:
    assert asked({"levers": ["credit"], "packages": {"dam": ["shared", "open"]}}) == [
        Question(levers=("credit",)),
        Question(package={"dam": "shared"}),
        Question(package={"dam": "open"}),
    ]


def test_packages_are_asked_once_and_only_of_those_who_decide_them() -> None:
    decides = {"packages": [{"dam": "shared"}, {"dam": "shared", "fish": "some"}]}
    assert len(asked(decides)) == 2
    assert len(asked(decides, {"dam": "shared"}, {"dam": "open"}, {"dam": "shared", "fish": "none"})) == 3


def test_who_decides_in_a_partys_name_decides_every_package() -> None:
    assert asked({"party": "aldova"}) == []
    assert asked({"party": "aldova"}, {"dam": "open"}) == [Question(package={"dam": "open"})]
    assert asked({}, {"dam": "open"}) == []
    council, _ = council_of(rule="leader", person="premier", decides={"party": "aldova", "levers": ["credit"]})
    assert not decides_package(council, MODEL, {"dam": "open"})


def test_patterns_that_break_a_rule_are_not_asked() -> None:
    example = dossier(
        body={"rule": "leader", "person": "premier", "decides": {"packages": {"dam": ["open", "shared"]}}}
    )
    file = example.file.model_copy(update={"rules": dossier_rules()})
    model = compile_model(example.model_copy(update={"file": file}))
    council, _ = council_of(rule="leader", person="premier", decides={"packages": {"dam": ["open", "shared"]}})
    assert list(questions_of(council, model)) == [Question(package={"dam": "shared"})]


def dossier_rules() -> dict[str, object]:
    return {"r": Rule.model_validate({"forbid": {"dam": "open", "fish": "none"}})}


def test_a_long_pattern_is_cut() -> None:
    patterns = [{"dam": ["closed", "shared", "open"], "fish": ["none", "some"]}, {"dam": ["shared", "open"]}]
    assert len(asked({"packages": patterns})) == 8 <= MOST_PACKAGES


def test_issues_left_out_stand_as_without_a_deal() -> None:
    assert MODEL.index.package(number_of(MODEL, {"fish": "some"})) == {"dam": "closed", "fish": "some"}
    assert matches(Matter.model_validate({"packages": {"dam": "closed"}}), MODEL, {"fish": "some"})


def test_what_is_said_is_said_of_something() -> None:
    said = Matter.model_validate({"packages": {"dam": "shared"}, "levers": "credit"})
    assert about(None, MODEL, Question(package={"dam": "open"}))
    assert about(said, MODEL, Question(package={"dam": "shared", "fish": "some"}))
    assert not about(said, MODEL, Question(package={"dam": "open"}))
    assert about(said, MODEL, Question(levers=("loan", "credit")))
    assert not about(said, MODEL, Question(levers=("loan",)))
