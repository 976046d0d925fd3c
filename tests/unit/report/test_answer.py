import pytest

from irenic.language.messages import LANGUAGES, Language, message
from irenic.report.answer import (
    LEADING,
    SOLUTIONS,
    condition_sentences,
    exactness_sentence,
    headline_answer,
    headline_sentence,
    other_reading,
    rests_on_silence,
    solutions,
)
from irenic.report.case_data import Case
from irenic.report.summary_data import Summary
from irenic.report.wording import Wording

SHARE: dict[Language, str] = {
    "en": (
        "In 75\u00a0% of the cases considered possible there is a deal that every consenting party prefers to no deal."
    ),
    "zh": "在被視為可能的情形中，有 75% 存在一項協議，讓每個須同意的當事方都寧取協議而不要無協議。",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_share_of_cases_leads(case: Case, summary: Summary, language: Language) -> None:
    assert headline_sentence(summary, Wording(case, language)) == SHARE[language]


@pytest.mark.parametrize(("share", "entry"), [(0.0, "report.answer-none"), (1.0, "report.answer-all")])
def test_none_and_all_are_said_as_such(case: Case, summary: Summary, share: float, entry: str) -> None:
    summary["possible"]["share"] = share
    for language in LANGUAGES:
        assert headline_sentence(summary, Wording(case, language)) == message(entry, language)


def test_silence_that_decides_leaves_the_answer_open(case: Case, summary: Summary) -> None:
    summary["possible"] |= {"determined": False, "share": 0.62, "silent_share": 0.41}
    sentence = headline_sentence(summary, Wording(case, "en"))
    assert sentence == (
        "Not determined. There is a deal that every consenting party prefers to no deal in 62\u00a0% of the cases "
        "considered possible if silence counts for nothing, and in 41\u00a0% if it may hide anything."
    )
    summary["headline"]["reading"] = "silent_wide"
    swapped = headline_sentence(summary, Wording(case, "en"))
    assert swapped.index("41") < swapped.index("62"), "each share stays with its reading"


def test_no_sentence_calls_a_share_a_probability(case: Case, summary: Summary) -> None:
    for determined in (True, False):
        summary["possible"]["determined"] = determined
        assert "probab" not in headline_sentence(summary, Wording(case, "en"))
        assert "機率" not in headline_sentence(summary, Wording(case, "zh"))


def test_the_other_reading(summary: Summary) -> None:
    assert other_reading(summary) == "silent_wide"
    summary["headline"]["reading"] = "silent_wide"
    assert other_reading(summary) == "silent_zero"
    assert headline_answer(summary) is summary["by"]["silent_wide"]["hard"]


def test_solutions_that_there_are(summary: Summary) -> None:
    answer = headline_answer(summary)
    assert tuple(solutions(answer)) == SOLUTIONS
    assert tuple(solutions(answer, LEADING)) == ("nash", "kalai_smorodinsky")
    answer["solutions"]["nash"] = None
    assert tuple(solutions(answer)) == SOLUTIONS[1:]


@pytest.mark.parametrize(
    ("exactness", "sentence"),
    [
        (
            {"method": "every_package", "zone_draws": 2048, "sampled_packages": None},
            "Shares of packages count every package of all 2,048 draws.",
        ),
        (
            {"method": "first_draws", "zone_draws": 1116, "sampled_packages": None},
            "Shares of packages count every package of the first 1,116 of 128 draws.",
        ),
        (
            {"method": "sampled_packages", "zone_draws": 2048, "sampled_packages": 100_000},
            "Shares of packages rest on 100,000 sampled packages in each of 2,048 draws.",
        ),
    ],
)
def test_how_packages_were_counted(case: Case, summary: Summary, exactness: dict[str, object], sentence: str) -> None:
    summary["exactness"] = exactness  # type: ignore[typeddict-item]
    assert exactness_sentence(summary, Wording(case, "en")) == sentence


def test_what_rests_on_silence(case: Case) -> None:
    wording = Wording(case, "en")
    package = {"bank": "joint", "dam": "closed", "payments": "none", "monitors": "mission"}
    assert rests_on_silence([package], wording) == "Monitors (Ardenia, Borland)"
    both = rests_on_silence([package, {**package, "payments": "fund"}], wording)
    assert both == "Payments (Ardenia), Monitors (Ardenia, Borland)"
    assert rests_on_silence([{**package, "monitors": "none"}], wording) == ""
    del case["matrix"]["borland"]
    assert "Borland" in rests_on_silence([{**package, "dam": "shared", "monitors": "none"}], wording)


def test_conditions_that_the_case_can_feel_are_told(case: Case, summary: Summary) -> None:
    assert condition_sentences(summary, Wording(case, "en")) == [
        "If options count as written, not as each side reads them: 50\u00a0% (45–55\u00a0%).",
        "If nothing moves where a party that must consent is silent: 25\u00a0% (20–30\u00a0%).",
        "With both: 12\u00a0% (10–15\u00a0%).",
    ]
    for issue in case["issues"]:
        for option in issue["options"]:
            option["ambiguous"] = False
    assert len(condition_sentences(summary, Wording(case, "en"))) == 1
    case["silent_cells"] = []
    assert condition_sentences(summary, Wording(case, "en")) == []
