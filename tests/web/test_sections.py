"""What would open the zone, what trades, which packages: the sections as a reader meets them, all of them filled."""

import itertools
import json
import re
import subprocess
import sys
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
from tests.web.talks import ISSUES, PARTIES, write_talks

# A browser and a run are made once; they stay on one worker.
pytestmark = pytest.mark.xdist_group("browser")

SECTIONS: Final = ("opening", "trades", "deals", "packages", "options")
LABELS: Final = {
    "en": ["Opens", "Costs", "Package", "Gives most"],
    "zh": ["打開", "代價", "方案", "讓得最多"],
}
LANGUAGES: Final = ("en", "zh")


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Talks of four parties, run with few draws."""
    folder = tmp_path_factory.mktemp("talks")
    dossier, results = write_talks(folder / "dossier"), folder / "results"
    command = [sys.executable, "-m", "irenic", "run", str(dossier), "--draws", "64", "--out", str(results), "--quiet"]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    case = json.loads((results / "case.json").read_text(encoding="utf-8"))
    return Made(results, results / "report.html", case)


@pytest.fixture
def summary(talks: Made) -> Any:
    """What the report was made from."""
    return json.loads((talks.folder / "summary.json").read_text(encoding="utf-8"))


@pytest.fixture
def report(page: Page, seen: Seen, talks: Made) -> Page:
    """The report, opened from its file."""
    page.goto(talks.url)
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_there_with_its_pictures_and_asks_nothing_outside(
    report: Page, seen: Seen, language: str
) -> None:
    read_in(report, language)
    for name in SECTIONS:
        assert section(report, language, name).is_visible()
        assert section(report, language, name).locator("h2").inner_text().strip()
    pairs = len(list(itertools.combinations(PARTIES, 2)))
    assert section(report, language, "packages").locator("svg.picture").count() == pairs
    assert section(report, language, "options").locator("svg.picture").count() == len(ISSUES)
    assert (seen.outside, seen.errors) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fix_says_what_is_asked_of_whom_at_what_cost_and_with_which_package(
    report: Page, summary: Any, language: str
) -> None:
    read_in(report, language)
    opening = section(report, language, "opening")
    told = opening.locator("ol.fixes > li")
    assert told.count() == len(summary["fixes"])
    first = told.first
    assert [text.strip() for text in first.locator("dt").all_inner_texts()] == LABELS[language]
    party = summary["fixes"][0]["steps"][0]["party"]
    name = party.title() if language == "en" else PARTIES[party]
    assert first.locator(".steps").inner_text().startswith(name)
    assert name in first.locator("dd").nth(1).inner_text()
    assert re.match(r"\d+\s?%", first.locator(".share").inner_text())


def test_norms_unrank(report: Page, summary: Any) -> None:
    unranked = sum(fix["rank"] is None for fix in summary["fixes"])
    assert unranked > 0
    told = section(report, "en", "opening").locator("ol.fixes > li")
    flagged = told.filter(has=report.locator(".flag"))
    assert flagged.count() == unranked
    assert all("not ranked" in flagged.nth(k).inner_text() for k in range(5))
    assert "rank 1" in told.first.inner_text()


@pytest.mark.parametrize("name", ["opening", "trades", "packages", "options"])
def test_long_lists_are_folded_and_open_by_mouse_and_by_keyboard(report: Page, name: str) -> None:
    folded = section(report, "en", name).locator("details").first
    within = folded.locator(":scope > :not(summary)").first
    assert not within.is_visible()
    folded.locator("summary").click()
    assert within.is_visible()
    folded.locator("summary").focus()
    report.keyboard.press("Enter")
    assert not within.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_over_even_when_all_is_unfolded(report: Page, language: str, width: int) -> None:
    report.set_viewport_size({"width": width, "height": 800})
    read_in(report, language)
    report.evaluate(UNFOLD)
    assert report.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_marks_stand_out_in_light_and_dark(report: Page, scheme: Any) -> None:
    report.emulate_media(color_scheme=scheme)
    report.evaluate(UNFOLD)
    assert texts_hard_to_read(report)[1] == []
    looked, poor = marks_hard_to_see(report)
    assert looked > 100
    assert poor == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_and_tables_can_be_followed_without_seeing(report: Page, language: str) -> None:
    read_in(report, language)
    report.evaluate(UNFOLD)
    assert untold_pictures(report) == []
    assert unmarked_tables(report) == []


def test_it_prints_with_what_was_folded(report: Page) -> None:
    report.emulate_media(media="print")
    report.set_viewport_size({"width": 700, "height": 1000})
    assert report.evaluate(WIDE_TABLES) == []
    assert texts_hard_to_read(report)[1] == []
    assert report.pdf(format="A4").startswith(b"%PDF")
