"""No-deal values, the war, its months, levers: the sections as a reader meets them in the shipped case's report."""

import json
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.web.looking import (
    UNFOLD,
    WIDE_TABLES,
    Made,
    Seen,
    marks_hard_to_see,
    read_in,
    section,
    texts_hard_to_read,
    unmarked_tables,
    untold_pictures,
)

# A browser and a run are made once; they stay on one worker.
pytestmark = pytest.mark.xdist_group("browser")

PICTURES: Final = {"no-deal": 1, "war": 7, "months": 1, "levers": 1}
"""Section → its pictures; of the war: the line, and three quantities of two sides."""
LANGUAGES: Final = ("en", "zh")


@pytest.fixture
def summary(made: Made) -> Any:
    """What the report was made from."""
    return json.loads((made.folder / "summary.json").read_text(encoding="utf-8"))


@pytest.fixture
def report(page: Page, seen: Seen, made: Made) -> Page:
    """The report, opened from its file."""
    page.goto(made.url)
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_there_with_its_pictures(report: Page, language: str) -> None:
    read_in(report, language)
    for name, pictures in PICTURES.items():
        assert section(report, language, name).locator("h2").inner_text().strip()
        assert section(report, language, name).locator("svg.picture").count() == pictures
        assert report.locator(f".contents:visible a[href='#{language}-{name}']").count() == 1


def test_both_kinds_of_values_stand_side_by_side_and_the_used_one_is_marked(report: Page, summary: Any) -> None:
    rows = section(report, "en", "no-deal").locator("tbody tr")
    assert rows.count() == len(summary["no_deal"])
    used = {value["used"] for value in summary["no_deal"].values()}
    assert section(report, "en", "no-deal").locator(".tag").count() == rows.count()
    assert used == {"computed"}
    assert "coarse model" in section(report, "en", "no-deal").inner_text()


def test_a_row_for_each_course_of_events(report: Page, summary: Any) -> None:
    for title in ("When the balance breaks", "What the war is worth in each course"):
        table = section(report, "en", "war").get_by_role("region", name=title)
        assert table.locator("tbody tr").count() == len(summary["war"]["scenarios"])


def test_every_lever_and_clock_has_a_bar_and_a_row(report: Page, made: Made) -> None:
    names = [lever["label"]["zh"] for lever in made.case["levers"]]
    read_in(report, "zh")
    levers = section(report, "zh", "levers")
    assert levers.locator("tbody th").all_inner_texts() == names
    drawn = "".join(levers.locator("svg.picture text").all_text_contents())
    assert all(name in drawn for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_over(report: Page, language: str, width: int) -> None:
    report.set_viewport_size({"width": width, "height": 800})
    read_in(report, language)
    report.evaluate(UNFOLD)
    assert report.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_pictures_do_not_leave_them(report: Page, language: str) -> None:
    read_in(report, language)
    for name in PICTURES:
        outside = (
            section(report, language, name)
            .locator("svg.picture")
            .evaluate_all(
                """pictures => pictures.flatMap(picture => {
                const frame = picture.getBoundingClientRect();
                return [...picture.querySelectorAll("text")].filter(text => {
                    const box = text.getBoundingClientRect();
                    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
                }).map(text => text.textContent);
            })"""
            )
        )
        assert outside == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_marks_stand_out_in_light_and_dark(report: Page, scheme: Any) -> None:
    report.emulate_media(color_scheme=scheme)
    report.evaluate(UNFOLD)
    assert texts_hard_to_read(report)[1] == []
    assert marks_hard_to_see(report)[1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_and_tables_can_be_followed_without_seeing(report: Page, language: str) -> None:
    read_in(report, language)
    report.evaluate(UNFOLD)
    assert untold_pictures(report) == []
    assert unmarked_tables(report) == []


def test_it_prints(report: Page) -> None:
    report.emulate_media(media="print")
    report.set_viewport_size({"width": 700, "height": 1000})
    assert report.evaluate(WIDE_TABLES) == []
