from irenic.report.case_data import Case
from irenic.report.trades import OPEN_TRADES, trade_views, trades_view
from irenic.report.wording import Wording
from tests.unit.report.opening_examples import LOGROLLS


def test_logrolls_in_words(case: Case) -> None:
    first, second = trade_views(LOGROLLS, Wording(case, "en"))
    assert first.sides == (
        "Ardenia has its way on East bank: Joint administration, no armies",
        "Borland has its way on Upper dam: An outside operator runs it",
    )
    assert first.gains == ("Ardenia 6 (3 to 9)", "Borland 4 (1 to 8)")
    assert [(row.party, row.issue, row.option, row.gain) for row in first.rows] == [
        ("Ardenia", "East bank", "Joint administration, no armies", "6 (3 to 9)"),
        ("Borland", "Upper dam", "An outside operator runs it", "4 (1 to 8)"),
    ]
    assert (first.share, first.others, first.norms) == ("62\u00a0%", "Calmar −1.3", ())
    assert second.norms == ("No land taken by force",)
    assert second.gains == ("Ardenia 3", "Borland 0.4")


def test_chinese_has_the_same_names(case: Case) -> None:
    wording = Wording(case, "zh")
    first = trade_views(LOGROLLS, wording)[0]
    assert all(
        wording.party(trade["party"]) in side for trade, side in zip(LOGROLLS[0]["trades"], first.sides, strict=True)
    )


def test_trades_against_norms_stand_apart_and_many_are_folded(case: Case) -> None:
    ranked, flagged = LOGROLLS
    view = trades_view([ranked] * (OPEN_TRADES + 2) + [flagged], Wording(case, "en"))
    assert (len(view.shown), len(view.folded), len(view.flagged)) == (OPEN_TRADES, 2, 1)
    assert view.flagged[0].norms == ("No land taken by force",)
