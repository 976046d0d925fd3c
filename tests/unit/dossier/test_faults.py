import pytest

from irenic.dossier.faults import _TELLERS
from irenic.dossier.schema.knowledge import Claims, Sources
from irenic.dossier.schema.root import DossierFile
from tests.unit.dossier.river import Tell

CUSTOM = {"irenic", "extra_forbidden", "missing"}


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("    roles: [mediator]\n", "    roles: [mediator]\n    people: [x]\n", "mapping-expected", "people"),
        ("    roles: [mediator]\n", "    roles: {a: b}\n", "list-expected", "roles"),
        ("    roles: [mediator]\n", "    roles: mediator\n    consents: [true]\n", "one-value-expected", "consents"),
        ("    roles: [mediator]\n", "    roles: [[mediator]]\n", "one-value-expected", "roles.0"),
        ("    roles: [mediator]\n", "    roles: mediator\n    overlaps: [[x]]\n", "one-value-expected", "overlaps.0"),
        ("    roles: [mediator]\n", "    roles: mediator\n    overlaps: a_b\n", "id-malformed", "overlaps"),
        ("    name: Coria\n", "    name: {english: Coria}\n", "language-malformed", "name.english"),
        ("    name: Coria\n", "    name: {en: [x]}\n", "one-value-expected", "name.en"),
    ],
)
def test_errors_of_the_models_are_told(told: Tell, old: str, new: str, code: str, path: str) -> None:
    assert told((old, new)) == [(f"dossier.{code}", f"parties.coria.{path}")]


def test_a_number_is_told_at_its_value(told: Tell) -> None:
    assert told(("value: 0.4 to 0.6", "value: 0.4 to 6")) == [
        ("number.outside-support", "bodies.assembly.support.value")
    ]


def test_an_unknown_key_beside_a_value_is_told(told: Tell) -> None:
    assert told(("{value: 0.4 to 0.6, assumed", "{value: 0.4 to 0.6, asumed: x, assumed")) == [
        ("dossier.key-unknown", "bodies.assembly.support.asumed")
    ]


def test_a_trigger_may_be_a_word(told: Tell) -> None:
    assert told(("trigger: {on: offer-refused, by: brenland}", "trigger: sometimes")) == [
        ("dossier.word-unknown", "levers.credit.trigger")
    ]


def kinds_of_errors(schema: object) -> set[str]:
    """Types of core schemas that occur in a model."""
    if isinstance(schema, dict):
        own = {schema["type"]} if isinstance(schema.get("type"), str) else set()
        inner = (value for key, value in schema.items() if key != "json_schema_input_schema")
        return own.union(*(kinds_of_errors(value) for value in inner))
    if isinstance(schema, list | tuple):
        return set().union(*(kinds_of_errors(value) for value in schema))
    return set()


def test_every_kind_of_field_has_its_words() -> None:
    """The format uses no kind of field whose errors would not be told."""
    kinds = set().union(*(kinds_of_errors(m.__pydantic_core_schema__) for m in (DossierFile, Claims, Sources)))
    told = {"str", "bool", "int", "float", "date", "literal", "dict", "tuple", "model", "model-fields", "model-field"}
    structure = {
        "default",
        "nullable",
        "function-before",
        "function-after",
        "definitions",
        "definition-ref",
        "no-info",
        "is-instance",
    }
    assert kinds - structure <= told | {"any"}
    assert {"string_type", "bool_type", "int_type", "float_type", "date_type", "dict_type", "model_type"} <= set(
        _TELLERS
    )
