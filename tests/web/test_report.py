"""The report as a reader meets it: from a file, offline, in both languages, in light and dark, on paper, on a phone."""

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.looking import DEAD_LINKS, UNFOLD, WIDE_TABLES, Made, Seen, brightness, texts_hard_to_read

# A browser and a run are made once; they stay on one worker.
pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def report(page: Page, seen: Seen, made: Made) -> Page:
    """The report, opened from its file."""
    page.goto(made.url)
    return page


def shown(page: Page) -> str:
    """The language of the edition that can be seen."""
    editions = page.locator(".edition:visible")
    assert editions.count() == 1
    return str(editions.first.get_attribute("lang"))


def test_it_opens_from_a_file_and_asks_nothing_of_the_network(report: Page, seen: Seen, made: Made) -> None:
    report.wait_for_load_state("networkidle")
    assert seen.requests == [made.url]
    assert seen.errors == []
    assert made.case["title"].get("en", made.case["title"].get("")) in report.title()


def test_the_browser_would_have_noted_a_request(page: Page, seen: Seen) -> None:
    page.goto("data:text/html,<img src='http://outside.invalid/x.png'>")
    assert seen.outside == ["http://outside.invalid/x.png"]
    assert len(seen.errors) == 1


def test_nothing_in_it_points_outside(made: Made) -> None:
    text = made.report.read_text(encoding="utf-8")
    assert re.findall(r"""\b(?:src|href|action|poster|data)=["'](?!#|data:)[^"']*""", text) == []
    assert re.findall(r"@import|url\((?!['\"]?(?:data:|#))[^)]*\)|<script", text) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_in_light_and_dark(report: Page, scheme: Any) -> None:
    report.emulate_media(color_scheme=scheme)
    assert (brightness(report) > 0.8) if scheme == "light" else (brightness(report) < 0.25)
    looked, poor = texts_hard_to_read(report)
    assert looked > 100
    assert poor == []


def test_the_matrix_has_every_issue_and_shows_silence(report: Page, made: Made) -> None:
    table = report.locator(".edition:visible table.matrix")
    assert table.locator("tbody tr").count() == len(made.case["issues"])
    columns = table.locator("thead th").count() - 1
    assert columns >= sum(party["consents"] for party in made.case["parties"])
    assert table.locator("tbody td").count() == columns * len(made.case["issues"])
    silent = table.locator("td.silent")
    assert silent.count() > 0
    assert all(silent.nth(n).inner_text().strip() for n in range(silent.count())), (
        "silence must be seen, not left blank"
    )


def test_the_language_can_be_switched_by_mouse_and_by_keyboard(report: Page) -> None:
    assert shown(report).startswith("en")
    report.locator("label.language[lang^=zh]").click()
    assert shown(report).startswith("zh")
    assert re.search(r"[\u4e00-\u9fff]", report.locator(".edition:visible h2").first.inner_text())
    report.keyboard.press("ArrowLeft")
    assert shown(report).startswith("en")


def test_every_link_leads_somewhere(report: Page) -> None:
    assert report.locator("a[href]").count() > 10
    assert report.evaluate(DEAD_LINKS) == []


def test_ids_are_unique(report: Page) -> None:
    ids = report.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert sorted(ids) == sorted(set(ids))


def test_it_says_its_language_and_has_one_heading_an_edition(report: Page) -> None:
    assert report.locator("html").get_attribute("lang") == "en"
    assert report.locator(".edition:visible h1").count() == 1
    levels = [
        int(tag[1])
        for tag in report.locator(".edition:visible :is(h1,h2,h3,h4)").evaluate_all("es => es.map(e => e.tagName)")
    ]
    assert all(after - before <= 1 for before, after in pairwise(levels)), "a level of headings is skipped"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_it_fits_the_screen(report: Page, width: int) -> None:
    report.set_viewport_size({"width": width, "height": 800})
    report.evaluate(UNFOLD)
    assert report.evaluate("() => document.documentElement.scrollWidth") <= width


def test_it_prints(report: Page) -> None:
    report.emulate_media(media="print", color_scheme="dark")
    assert brightness(report) == 1, "paper is white, whatever the screen prefers"
    assert texts_hard_to_read(report)[1] == []
    report.set_viewport_size({"width": 700, "height": 1000})
    assert report.evaluate(WIDE_TABLES) == []
    assert not report.locator("label.language").first.is_visible(), "switches mean nothing on paper"
    printed = report.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))
    assert 2 <= pages <= 40
