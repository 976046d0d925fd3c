import pytest

from irenic.language.messages import Language
from irenic.report.case_data import Case
from irenic.report.paths import path_words
from irenic.report.wording import Wording

CASES: list[tuple[str, Language, str]] = [
    ("parties.ardenia.no_deal", "en", "Ardenia: value of no deal"),
    ("parties.ardenia", "en", "the party Ardenia"),
    ("parties.ardenia.consents", "en", "Ardenia: whether a deal needs its consent"),
    ("issues.bank", "en", "the issue “East bank”"),
    ("issues.bank.status_quo", "en", "East bank: what holds without a deal"),
    ("issues.bank.options.joint", "zh", "東岸的選項「共同管理，雙方撤軍」"),
    ("positions.ardenia.bank", "en", "Ardenia: position on East bank"),
    ("positions.ardenia.bank.declared", "en", "Ardenia: what it says it wants on East bank"),
    (
        "positions.ardenia.bank.red_lines.ceded",
        "en",
        "Ardenia’s red line against “Ardenia leaves the bank” (East bank)",
    ),
    ("rules.no-double", "en", "the rule “one payer at most”"),
    ("rules.nowhere", "en", "rules.nowhere"),
    ("coalitions.fund", "en", "the side deal “A fund of their own” open to Borland and Ardenia"),
    ("coalitions.nowhere", "en", "coalitions.nowhere"),
    ("parties.ardenia.influence", "zh", "亞登尼亞：影響力"),
    ("parties.borland.discount", "en", "Borland: discount factor per year"),
    ("positions.borland.dam.weight", "en", "Borland: weight of Upper dam"),
    ("positions.borland.dam.values.shared", "zh", "波爾蘭：上游水壩「雙方輪流營運」的價值"),
    (
        "positions.borland.payments.red_lines.borland.cost",
        "en",
        "cost of breaking Borland’s red line against “Borland pays” (Payments)",
    ),
    (
        "positions.ardenia.red_lines.empty-bank.binding",
        "zh",
        "亞登尼亞拒絕東岸「共同管理，雙方撤軍」或「亞登尼亞撤離東岸」連同監察員「無監察」的紅線具約束力的可能",
    ),
    (
        "issues.dam.options.shared.infeasible",
        "en",
        "probability that “Both run it in shifts” (Upper dam) cannot be carried out",
    ),
    ("issues.bank.options.joint.ambiguity", "zh", "東岸「共同管理，雙方撤軍」各方自行解讀的程度"),
    ("issues.dam.options.shared.amount", "en", "amount of “Both run it in shifts” (Upper dam)"),
]


@pytest.mark.parametrize(("path", "language", "text"), CASES)
def test_known_forms_are_worded(case: Case, path: str, language: Language, text: str) -> None:
    assert path_words(path, Wording(case, language)) == text


OF_THE_WAR: list[tuple[str, Language, str]] = [
    ("theatre.sides.ardenia.forces", "en", "Ardenia: men at the front"),
    ("theatre.sides.borland.loss_rate", "zh", "波爾蘭：損失率"),
    ("theatre.battle.initiative.ardenia", "en", "Ardenia: chance that it attacks in a month"),
    ("theatre.battle.standstill", "en", "share of months in which the line stands still"),
    ("theatre.beliefs.borland.optimism", "en", "Borland: optimism about the odds"),
    ("levers.grain-aid.size", "zh", "卡爾馬的糧援換武器：幅度"),
    ("levers.nowhere.size", "en", "levers.nowhere.size"),
    ("levers.grain-aid", "zh", "卡爾馬的糧援換武器"),
    ("levers.nowhere", "en", "levers.nowhere"),
]


@pytest.mark.usefixtures("at_war")
@pytest.mark.parametrize(("path", "language", "text"), OF_THE_WAR)
def test_numbers_of_the_war_are_worded(case: Case, path: str, language: Language, text: str) -> None:
    assert path_words(path, Wording(case, language)) == text


@pytest.mark.parametrize(
    "path",
    [
        "levers.loan.size",
        "parties.nobody.no_deal",
        "positions.ardenia.nothing.weight",
        "positions.ardenia.bank.values.nothing",
        "positions.ardenia.bank.red_lines.nothing.cost",
        "",
    ],
)
def test_other_paths_stay_as_they_are(case: Case, path: str) -> None:
    assert path_words(path, Wording(case, "en")) == path
