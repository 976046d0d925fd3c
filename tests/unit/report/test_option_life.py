from irenic.report.case_data import Case
from irenic.report.option_life import Lives, life_counts, life_views, life_words
from irenic.report.wording import Wording
from tests.unit.report.opening_examples import LIFE

UNKNOWN = Lives("–", "–", dead=False)


def test_every_option_is_told_on_both_bases(case: Case) -> None:
    views = life_views(LIFE, Wording(case, "en"))
    assert [view.issue for view in views] == ["East bank", "Upper dam", "Payments", "Monitors"]
    assert [row.lives for row in views[0].rows] == [
        (Lives("dead", "–", dead=True), UNKNOWN),
        (Lives("100\u00a0%", "25\u00a0%", dead=False), UNKNOWN),
        (Lives("75\u00a0%", "0\u00a0%", dead=False), UNKNOWN),
    ]
    assert {row.lives[0].live for row in views[1].rows} == {"100\u00a0%"}


def test_options_are_counted_on_each_basis_that_has_deals(case: Case) -> None:
    live = "of 11 options, live in every case: 9, of these decisive in every case: 0"
    (told,) = life_counts(LIFE, Wording(case, "en"))
    assert told == f"As the answer counts: {live}; dead in every case: 1."


def test_an_option_in_words(case: Case) -> None:
    wording, bank = Wording(case, "en"), LIFE["headline"]["bank"]
    assert [life_words(bank[name], wording) for name in bank] == [
        "dead",
        "live 100\u00a0%, decisive 25\u00a0%",
        "live 75\u00a0%",
    ]
    assert life_words(LIFE["headline"]["dam"]["closed"], wording) == "live in every case"
    assert life_words(None, wording) == "–"


def test_no_deal_no_options(case: Case) -> None:
    assert life_views({"headline": {}, "strict": {}}, Wording(case, "en")) == ()
    assert life_counts({"headline": {}, "strict": {}}, Wording(case, "en")) == ()
