from irenic.report.assumptions import reasons
from irenic.report.case_data import Case
from irenic.report.summary_data import Summary
from tests.unit.report.war_example import with_theatre


def test_reasons_come_in_order_of_how_directly_the_answer_rests_on_them(case: Case, summary: Summary) -> None:
    firsts = [reason.numbers[0]["path"] for reason in reasons(case, summary)]
    assert firsts == [
        "parties.ardenia.no_deal",
        "parties.borland.no_deal",
        "positions.ardenia.bank.red_lines.ceded.binding",
        "positions.ardenia.red_lines.empty-bank.binding",
        "issues.dam.options.shared.infeasible",
        "positions.borland.payments.red_lines.borland.cost",
        "positions.ardenia.bank.values.joint",
        "positions.ardenia.dam.values.shared",
        "positions.borland.bank.values.joint",
        "positions.calmar.payments.weight",
        "parties.ardenia.influence",
        "levers.loan.size",
    ]


def test_one_reason_stands_for_all_its_numbers(case: Case, summary: Summary) -> None:
    found = {reason.text: [n["path"] for n in reason.numbers] for reason in reasons(case, summary)}
    assert found["armies and credit of each side"] == ["parties.ardenia.influence", "parties.borland.influence"]
    assert sum(map(len, found.values())) == len(case["assumed"])


def test_numbers_that_no_answer_uses_are_told_apart(case: Case, summary: Summary) -> None:
    assert [r.numbers[0]["path"] for r in reasons(case, summary) if not r.enters] == ["levers.loan.size"]


def test_the_conflicts_decide_which_red_line_comes_first(case: Case, summary: Summary) -> None:
    conflicts = summary["by"]["silent_zero"]["hard"]["conflicts"]
    conflicts[2]["share"], conflicts[0]["share"] = 0.5, 0.01
    assert reasons(case, summary)[2].numbers[0]["path"] == "positions.borland.payments.red_lines.borland.cost"


def test_a_dossier_without_assumptions(case: Case, summary: Summary) -> None:
    case["assumed"] = []
    assert reasons(case, summary) == ()


def test_where_values_are_computed_the_war_comes_before_what_parties_value(case: Case, summary: Summary) -> None:
    with_theatre(case, summary)
    paths = [
        "positions.ardenia.bank.values.joint",
        "levers.grain-aid.size",
        "parties.ardenia.no_deal",
        "theatre.battle.standstill",
        "parties.ardenia.discount",
    ]
    case["assumed"] = [{"path": path, "text": path, "notation": "1"} for path in paths]
    found = reasons(case, summary)
    assert [reason.text for reason in found] == [
        "levers.grain-aid.size",
        "theatre.battle.standstill",
        "parties.ardenia.discount",
        "positions.ardenia.bank.values.joint",
        "parties.ardenia.no_deal",
    ]
    assert all(reason.enters for reason in found)
    for value in summary["no_deal"].values():
        value["used"] = "stated"
    assert reasons(case, summary)[0].text == "parties.ardenia.no_deal"
