"""Messages: found by id, filled strictly, in the language asked for."""

import pytest

from irenic.errors.problem import Parameter, Problem, Severity
from irenic.language import messages
from irenic.language.messages import (
    LANGUAGES,
    Language,
    catalogue,
    language_or_default,
    message,
    problem_data,
    problem_fix,
    problem_line,
    problem_text,
    rooms,
)

ENTRIES = {
    "unknown-key": {
        "params": {"key": "str", "count": "int"},
        "en": "“{key}” is not known ({count}).",
        "zh": "沒有“{key}”({count})。",
        "fix": {"en": "Remove “{key}”.", "zh": "刪去“{key}”。"},
    },
    "share": {"params": {"share": "float"}, "en": "{share:.0%}", "zh": "{share:.0%}"},
}
PARAMS: dict[str, Parameter] = {"key": "clok", "count": 2}


@pytest.fixture(autouse=True)
def small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "catalogue", {"room": ENTRIES}.__getitem__)


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        (None, None, "en"),
        ("zh", None, "zh"),
        ("zh-TW", None, "zh"),
        ("ZH_Hant", None, "zh"),
        ("en", "zh", "en"),
        (None, "zh", "zh"),
        (None, "", "en"),
        (None, "fr", "en"),
    ],
)
def test_language(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, environment: str | None, language: Language
) -> None:
    if environment is None:
        monkeypatch.delenv("IRENIC_LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("IRENIC_LANGUAGE", environment)
    assert language_or_default(asked) == language


def test_a_message_is_filled_in_both_languages() -> None:
    assert message("room.unknown-key", "en", **PARAMS) == "“clok” is not known (2)."
    assert message("room.unknown-key", "zh", **PARAMS) == "沒有“clok”(2)。"


def test_a_whole_number_may_stand_for_a_real_one() -> None:
    assert message("room.share", "en", share=1) == "100%"


@pytest.mark.parametrize("params", [{}, {"key": "a"}, {**PARAMS, "more": 1}])
def test_a_message_takes_exactly_its_parameters(params: dict[str, Parameter]) -> None:
    with pytest.raises(KeyError, match=r"parameters .* where \['count', 'key'\] are declared"):
        message("room.unknown-key", "en", **params)


@pytest.mark.parametrize("count", ["2", 2.0, True])
def test_a_message_holds_its_parameters_to_their_types(count: Parameter) -> None:
    with pytest.raises(TypeError, match="parameter count is not int"):
        message("room.unknown-key", "en", key="a", count=count)


def test_an_unknown_message_is_refused() -> None:
    with pytest.raises(KeyError):
        message("room.none", "en")


def test_a_problem_on_one_line() -> None:
    problem = Problem("room.unknown-key", PARAMS, file="dossier.yaml", line=3, column=7, path="clok")
    told = "“clok” is not known (2). Remove “clok”. [room.unknown-key]"
    assert problem_line(problem, "en") == f"dossier.yaml:3:7: clok: {told}"
    assert problem_line(Problem("room.unknown-key", PARAMS, file="dossier.yaml"), "en") == f"dossier.yaml: {told}"
    assert problem_line(Problem("room.unknown-key", PARAMS), "en") == told
    assert problem_text(problem, "zh") == "沒有“clok”(2)。"
    assert problem_fix(problem, "zh") == "刪去“clok”。"


def test_a_problem_as_data() -> None:
    problem = Problem("room.unknown-key", PARAMS, Severity.WARNING, "dossier.yaml", 3, 7, "clok")
    assert problem_data(problem, "en") == {
        "code": "room.unknown-key",
        "severity": "warning",
        "file": "dossier.yaml",
        "line": 3,
        "column": 7,
        "path": "clok",
        "text": "“clok” is not known (2).",
        "fix": "Remove “clok”.",
    }


def test_catalogues_are_read_from_the_package() -> None:
    assert "cli" in rooms()
    assert set(LANGUAGES) <= set(catalogue("cli")["about"])
