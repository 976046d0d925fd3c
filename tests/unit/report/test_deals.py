from irenic.report.case_data import Case
from irenic.report.deals import deals_view
from irenic.report.summary_data import Summary
from irenic.report.wording import Wording
from tests.unit.report.conftest import NO_SOLUTIONS


def test_solutions_side_by_side(case: Case, summary: Summary) -> None:
    view = deals_view(summary, Wording(case, "en"))
    assert view is not None
    assert view.names == ("Nash", "Kalai–Smorodinsky", "Egalitarian", "Utilitarian")
    assert view.shares == ("48\u00a0%", "39\u00a0%", "37\u00a0%", "43\u00a0%")
    dam = view.issues[1]
    assert (dam.issue, dam.without) == ("Upper dam", "Stays closed")
    assert [choice.option for choice in dam.choices] == [
        "An outside operator runs it",
        "Both run it in shifts",
        "Both run it in shifts",
        "An outside operator runs it",
    ]
    assert all(choice.changed for choice in dam.choices)
    assert view.flagged == ()


def test_norms_flag_options(case: Case, summary: Summary) -> None:
    nash = summary["by"]["silent_zero"]["hard"]["solutions"]["nash"]
    assert nash is not None
    nash["package"] |= {"bank": "ceded", "dam": "closed"}
    view = deals_view(summary, Wording(case, "zh"))
    assert view is not None
    assert view.issues[0].choices[0].norms == ("不得以武力取得土地",)
    assert not view.issues[1].choices[0].changed
    assert view.flagged == ("不得以武力取得土地",)


def test_worth_is_told_where_no_deal_has_a_value(case: Case, summary: Summary) -> None:
    view = deals_view(summary, Wording(case, "en"))
    assert view is not None
    assert [(w.party, w.consents, w.no_deal, w.points) for w in view.worth] == [
        ("Ardenia", True, "25 to 45", ("58", "60", "59", "54", "58")),
        ("Borland", True, "30 to 50", ("61", "58", "59", "68", "60")),
        ("Calmar", False, "10 to 30", ("90", "88", "87", "84", "–")),
    ]


def test_raiffa_is_told_as_a_point(case: Case, summary: Summary) -> None:
    solutions = summary["by"]["silent_zero"]["hard"]["solutions"]
    assert solutions["raiffa"] is not None
    whole = deals_view(summary, Wording(case, "en"))
    solutions["raiffa"]["share"] = 0.25
    part = deals_view(summary, Wording(case, "en"))
    solutions["raiffa"] = None
    without = deals_view(summary, Wording(case, "en"))
    assert whole is not None
    assert part is not None
    assert without is not None
    assert [(v.raiffa, v.raiffa_share) for v in (whole, part, without)] == [
        ("Raiffa", ""),
        ("Raiffa", "25\u00a0%"),
        ("", ""),
    ]
    assert [len(v.worth[0].points) for v in (whole, part, without)] == [5, 5, 4]


def test_no_deal_no_table(case: Case, summary: Summary) -> None:
    summary["by"]["silent_zero"]["hard"]["solutions"] = NO_SOLUTIONS
    assert deals_view(summary, Wording(case, "en")) is None


def test_silence_of_those_who_must_consent_is_told(case: Case, summary: Summary) -> None:
    view = deals_view(summary, Wording(case, "en"))
    assert view is not None
    assert [[choice.silent for choice in row.choices] for row in view.issues] == [
        [()] * 4,
        [()] * 4,
        [("Ardenia",)] * 3 + [()],
        [("Ardenia", "Borland")] * 4,
    ]
