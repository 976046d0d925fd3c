from irenic.report.case_data import Case
from irenic.report.option_life import life_views
from irenic.report.wording import Wording
from tests.unit.report.opening_examples import LIFE


def test_every_option_is_told_on_both_bases(case: Case) -> None:
    views = life_views(LIFE, Wording(case, "en"))
    assert [view.issue for view in views] == ["East bank", "Upper dam", "Payments", "Monitors"]
    assert [row.lives for row in views[0].rows] == [
        ("dead", "–"),
        ("live 100\u00a0%, decisive 25\u00a0%", "–"),
        ("live 75\u00a0%", "–"),
    ]
    assert {row.lives[0] for row in views[1].rows} == {"live in every case"}


def test_no_deal_no_options(case: Case) -> None:
    assert life_views({"headline": {}, "strict": {}}, Wording(case, "en")) == ()
