from irenic.report.case_data import Case
from irenic.report.deals import deals_view
from irenic.report.summary_data import Summary
from irenic.report.wording import Wording


def test_solutions_side_by_side(case: Case, summary: Summary) -> None:
    view = deals_view(summary, Wording(case, "en"))
    assert view is not None
    assert view.names == ("Nash", "Kalai–Smorodinsky")
    assert view.shares == ("48\u00a0%", "39\u00a0%")
    dam = view.issues[1]
    assert (dam.issue, dam.without) == ("Upper dam", "Stays closed")
    assert [choice.option for choice in dam.choices] == ["An outside operator runs it", "Both run it in shifts"]
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
        ("Ardenia", True, "25 to 45", ("58", "60")),
        ("Borland", True, "30 to 50", ("61", "58")),
        ("Calmar", False, "10 to 30", ("90", "88")),
    ]


def test_no_deal_no_table(case: Case, summary: Summary) -> None:
    summary["by"]["silent_zero"]["hard"]["solutions"] = {"nash": None, "kalai_smorodinsky": None}
    assert deals_view(summary, Wording(case, "en")) is None


def test_silence_of_those_who_must_consent_is_told(case: Case, summary: Summary) -> None:
    view = deals_view(summary, Wording(case, "en"))
    assert view is not None
    assert [[choice.silent for choice in row.choices] for row in view.issues] == [
        [(), ()],
        [(), ()],
        [("Ardenia",), ("Ardenia",)],
        [("Ardenia", "Borland"), ("Ardenia", "Borland")],
    ]
