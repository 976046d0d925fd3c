from irenic.report.case_data import Case
from irenic.report.layout import width
from irenic.report.page import COLUMNS, Page
from irenic.report.wording import Wording


def test_text_is_set_in_lines_with_a_mark_before_the_first() -> None:
    page = Page()
    page.heading("Why")
    page.bullets(["word " * 30])
    assert page.lines[:2] == ["", "Why"]
    first, second = page.lines[2:]
    assert first.startswith("  · word word")
    assert second.startswith("    word")
    assert max(map(width, page.lines)) <= COLUMNS
    assert page.text.endswith("word\n")


def test_the_title_stands_over_a_rule_with_the_day_at_its_end(case: Case) -> None:
    page = Page()
    page.title(case, Wording(case, "en"))
    assert page.lines[0].startswith("The river Ose")
    assert page.lines[0].endswith("as of 2031-03-10")
    assert page.lines[-1] == "─" * COLUMNS
