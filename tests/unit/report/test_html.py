import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from irenic import __version__
from irenic.errors.problem import IrenicError
from irenic.language.messages import LANGUAGES, Language, problem_line
from irenic.report.case_data import Case
from irenic.report.evidence import HTML_LANGUAGES
from irenic.report.html import report_page, write_report
from irenic.report.summary_data import Summary
from irenic.results.folder import ResultsFolder
from tests.unit.report.conftest import NO_SOLUTIONS, Maker

VOID = {"meta", "input", "br", "path", "line"}


class Tags(HTMLParser):
    """Checks that tags are nested, and gathers ids, anchors and texts."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(found)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.targets += [(found["href"] or "")[1:]] if "href" in found else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def parsed(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    return tags


def same_everywhere(page: str) -> str:
    """The page without drawings (their layout is tested in `plot`), version, digest and style."""
    page = re.sub(r"<svg(?! class=\"stroke\").*?</svg>", "<svg></svg>", page, flags=re.DOTALL)
    page = re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    return re.sub(r"\b[0-9a-f]{64}\b", "DIGEST", page).replace(__version__, "VERSION")


def test_the_whole_page(results: ResultsFolder, golden: Callable[[str, str], None]) -> None:
    page = report_page(results, "en")
    golden("report.html", same_everywhere(page))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy[1].split("; ") == [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(\s*["']?(?!data:)|@import""", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_asked_for_comes_first(results: ResultsFolder, language: Language) -> None:
    page = report_page(results, language)
    other = "zh" if language == "en" else "en"
    assert f'<html lang="{HTML_LANGUAGES[language]}">' in page
    assert page.index(f'id="edition-{language}"') < page.index(f'id="edition-{other}"')
    assert re.search(rf'id="language-{language}"[^>]* checked', page)
    assert not re.search(rf'id="language-{other}"[^>]* checked', page)
    tags = parsed(page)
    assert len(set(tags.ids)) == len(tags.ids)
    assert set(tags.targets) <= set(tags.ids), "a link leads nowhere"
    assert not tags.tags & {"script", "img", "iframe", "link", "object", "form", "base"}


def test_same_results_same_bytes(results: ResultsFolder, tmp_path: Path) -> None:
    first, second = tmp_path / "a.html", tmp_path / "new" / "b.html"
    write_report(results, first, "en")
    write_report(ResultsFolder.open(results.path), second, "en")
    assert first.read_bytes() == second.read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.html", "new", "results"]


def test_texts_of_the_dossier_are_never_markup(make: Maker) -> None:
    evil = "</style><script>alert(1)</script><b onclick='x'>&"

    def attack(case: Case, summary: Summary, _: object) -> None:
        case["title"] = case["summary"] = {"": evil}
        for party in case["parties"]:
            party["name"] = {"": evil}
        for issue in case["issues"]:
            issue["label"] = issue["question"] = {"": evil}
            for option in issue["options"]:
                option["label"] = {"": evil}
        for claim in case["claims"].values():
            claim["says"] = claim["hedge"] = claim["source"] = {evil: evil}
            claim["via"] = [{"": evil}]
            claim["grade"] = evil
        for assumption in case["assumed"]:
            assumption["text"] = assumption["notation"] = evil
        for norm in case["norms"]:
            norm["label"] = {"": evil}
        case["pending"] = [evil]

    page = report_page(make(attack), "en")
    tags = parsed(page)
    assert "script" not in tags.tags
    assert [name for name in tags.attributes if name.startswith("on")] == []
    assert page.count("</style>") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_dossier_has_a_page(make: Maker, language: Language) -> None:
    def bare(case: Case, summary: Summary, _: object) -> None:
        case |= {"disputes": [], "unknowns": [], "assumed": [], "pending": [], "norms": [], "summary": {}}
        for party in case["parties"]:
            party["red_lines"] = []
        for row in case["matrix"].values():
            for cell in row.values():
                cell |= {"red_lines": [], "claims": [], "assumed": []}
        case["claim_counts"]["verified"] = None
        summary |= {"strict_conflicts": [], "fixes": [], "logrolls": [], "options_life": {"headline": {}, "strict": {}}}
        answer = summary["by"]["silent_zero"]["hard"]
        answer |= {"conflicts": [], "options": {}, "solutions": NO_SOLUTIONS}

    parsed(report_page(make(bare), language))


REFUSED: dict[Language, str] = {
    "en": (
        "{file}: The report could not be written (Is a directory). "
        "Name another file with --out, or make this one writable. [report.not-written]"
    ),
    "zh": (
        "{file}: 無法寫出報告（Is a directory）。 請用 --out 指定另一個檔案，或讓此檔案可寫入。 [report.not-written]"
    ),
}


def test_a_place_that_cannot_be_written(results: ResultsFolder, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.mkdir()
    with pytest.raises(IrenicError) as caught:
        write_report(results, target, "en")
    for language in LANGUAGES:
        lines = [problem_line(problem, language) for problem in caught.value.problems]
        assert lines == [REFUSED[language].format(file=target)]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["report.html", "results"]


def test_what_was_set_by_hand_is_said_at_the_top(make: Maker, tmp_path: Path) -> None:
    def change(case: Case, summary: Summary, arrays: object) -> None:
        case["set"] = ["parties.ardenia.no_deal=60"]

    write_report(make(change), tmp_path / "report.html", "en")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count("parties.ardenia.no_deal=60") == 2 * page.count("Set by hand over the dossier")
