import pytest

from irenic.language.messages import Language
from irenic.report.case_data import Case, Rule
from irenic.report.wording import Wording

BARE: Rule = {"id": "r", "label": None, "form": "same", "issues": ["bank", "dam"], "pattern": {}, "when": {}}


@pytest.fixture
def en(case: Case) -> Wording:
    return Wording(case, "en")


@pytest.fixture
def zh(case: Case) -> Wording:
    return Wording(case, "zh")


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0\u00a0%"),
        (0.004, "under 1\u00a0%"),
        (0.005, "under 1\u00a0%"),
        (0.62, "62\u00a0%"),
        (0.994, "99\u00a0%"),
        (0.996, "over 99\u00a0%"),
        (1.0, "100\u00a0%"),
    ],
)
def test_a_share_is_none_or_all_only_if_it_is(en: Wording, share: float, text: str) -> None:
    assert en.percent(share) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0\u00a0%"),
        (0.39, "39\u00a0%"),
        (0.0216, "2.2\u00a0%"),
        (0.00123, "0.12\u00a0%"),
        (1e-7, "under 0.0001\u00a0%"),
    ],
)
def test_a_tiny_share_keeps_two_digits(en: Wording, share: float, text: str) -> None:
    assert en.small_percent(share) == text


def test_ranges(en: Wording, zh: Wording) -> None:
    assert en.percent_range(0.41, 0.93) == "41–93\u00a0%"
    assert en.percent_range(0.991, 0.994) == "99\u00a0%"
    assert zh.percent_range(0.41, 0.93) == "41–93%"
    no_deal = en.parties["ardenia"]["no_deal"]
    assert no_deal is not None
    assert en.points(no_deal) == "25 to 45"
    assert en.probability(en.parties["ardenia"]["red_lines"][0]["binding"]) == "50–90\u00a0%"


def test_a_text_comes_in_the_nearest_language(en: Wording, zh: Wording) -> None:
    assert zh.chosen({"en": "a", "zh": "b"}) == ("b", "zh")
    assert zh.chosen({"en": "a", "": "c"}) == ("c", "")
    assert zh.chosen({"de": "d", "en": "a"}) == ("a", "en")
    assert en.chosen({"uk": "x"}) == ("x", "uk")
    assert en.chosen(None) == ("", "")
    assert en.words({}) == ""


def test_a_package_tells_changes_in_the_order_of_the_dossier(en: Wording, zh: Wording) -> None:
    package = {"monitors": "mission", "payments": "none", "dam": "closed", "bank": "joint"}
    assert en.package(package) == (
        "East bank: Joint administration, no armies; Monitors: A mission of neutral states; "
        "all else as without a deal (issues: 2)"
    )
    assert zh.package(package) == "東岸：共同管理，雙方撤軍；監察員：中立國代表團；其餘 2 項議題維持無協議時的現狀"
    unchanged = {"bank": "divided", "dam": "closed", "payments": "none", "monitors": "none"}
    assert en.package(unchanged) == "everything stays as it is without a deal"


@pytest.mark.parametrize(
    ("rule", "language", "text"),
    [
        (BARE, "en", "the rule that one option is taken in: East bank, Upper dam"),
        (BARE, "zh", "東岸、上游水壩須取相同選項的規則"),
        (
            {**BARE, "form": "require", "pattern": {"dam": ["shared", "outsider"]}, "when": {"bank": ["joint"]}},
            "en",
            (
                "the rule that requires “Both run it in shifts” or “An outside operator runs it” (Upper dam) "
                "where the deal has “Joint administration, no armies” (East bank)"
            ),
        ),
        (
            {**BARE, "form": "forbid", "pattern": {"monitors": ["none"], "bank": ["joint"]}},
            "zh",
            "禁止東岸「共同管理，雙方撤軍」連同監察員「無監察」的規則",
        ),
        ({**BARE, "label": {"": "parity"}}, "en", "the rule “parity”"),
    ],
)
def test_rules(case: Case, rule: Rule, language: Language, text: str) -> None:
    assert Wording(case, language).rule(rule) == text


def test_red_lines_go_by_their_name_or_by_what_they_refuse(en: Wording) -> None:
    line = en.case["matrix"]["ardenia"]["bank"]["red_lines"][0]
    assert en.red_line("ardenia", "bank", line) == "Ardenia’s red line against “Ardenia leaves the bank” (East bank)"
    line["label"] = {"en": "No soldier leaves"}
    assert en.red_line("ardenia", "bank", line) == "Ardenia’s red line “No soldier leaves”"
    assert en.refused("bank", line) == "“Ardenia leaves the bank” (East bank)"
    line["option"], line["more"] = None, ["bank", "dam"]
    assert en.refused(None, line) == "more “East bank” than “Upper dam”"


def test_a_red_line_is_found_by_its_path(en: Wording) -> None:
    found = en.red_line_at("positions.ardenia.red_lines.empty-bank")
    assert found is not None
    assert found.startswith("Ardenia’s red line against “Joint administration, no armies” or “Ardenia leaves the bank”")
    assert en.red_line_at("positions.ardenia.red_lines.none") is None
