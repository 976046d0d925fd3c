"""The documentation says what the program does: every command, every key, every decision; and it builds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from irenic.cli.arguments import COMMANDS
from irenic.dossier.check import check_dossier
from irenic.language.messages import problem_line
from irenic.numbers.support import SUPPORTS
from scripts import format_words, reference

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))


def test_the_reference_is_what_the_program_says() -> None:
    written = reference.pages()
    kept = {
        p.relative_to(reference.FOLDER).as_posix(): p.read_text(encoding="utf-8")
        for p in reference.FOLDER.rglob("*.md")
    }
    assert sorted(kept) == sorted(written), "run `make reference`"
    assert [path for path, text in written.items() if kept[path] != text] == [], "run `make reference`"


@pytest.mark.parametrize("file", sorted(reference.FILES))
def test_every_key_of_the_format_is_explained(file: str) -> None:
    top = format_words.fields_of(reference.FILES[file])
    keys = top + [key for part in format_words.models_in(*top) for key in format_words.fields_of(part)]
    assert len(keys) > 5
    assert [key.name for key in keys if not re.fullmatch(r"[A-Z].*\.", key.description)] == []


def test_every_kind_of_number_has_a_name() -> None:
    assert {support.name for support in SUPPORTS} == set(format_words.NUMBERS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_documented_and_tested(command: str) -> None:
    assert f"`irenic {command}" in (DOCS / "reference" / "command.md").read_text(encoding="utf-8")
    told = [p for p in [ROOT / "README.md", *DOCS.glob("*.md")] if f"irenic {command}" in p.read_text(encoding="utf-8")]
    assert told, f"no page tells how `irenic {command}` is used"
    test = ROOT / "tests" / "unit" / "cli" / f"test_{command}_command.py"
    assert test.is_file(), f"write {test.relative_to(ROOT)}"


def test_decisions_are_numbered_without_gaps() -> None:
    assert [p.name[:4] for p in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda p: p.stem)
def test_a_decision_has_its_parts(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert re.match(rf"# {decision.name[:4]}\. \S", text)
    sections = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert [s for s in sections if s in {"Context", "Decision", "Consequences"}] == [
        "Context",
        "Decision",
        "Consequences",
    ]


def test_the_site_builds_without_a_warning_and_asks_nothing_of_the_network(tmp_path: Path) -> None:
    options = ["-q", "--fail-on-warning", "--keep-going", "-d", str(tmp_path / "trees")]
    command = [sys.executable, "-m", "sphinx", *options, str(DOCS), str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 20
    loaded = r"""<(?:script|img|iframe|source)[^>]*\ssrc=["']https?:|<link[^>]*\shref=["']https?:"""
    assert [p.name for p in pages if re.search(loaded, p.read_text(encoding="utf-8"))] == []
    styles = [
        p
        for p in (tmp_path / "site").rglob("*.css")
        if re.search(r"url\(.?https?:|@import", p.read_text(encoding="utf-8"))
    ]
    assert styles == []


def test_every_page_of_the_docs_is_linked_from_the_readme_or_the_index() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    assert [p.name for p in DOCS.glob("*.md") if p.name != "index.md" and f"]({p.name})" not in index] == []


def test_pictures_that_pages_show_exist() -> None:
    for page in [ROOT / "README.md", *DOCS.rglob("*.md")]:
        for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"


CLAIM = "{says: words, source: note, holder: author, kind: report, credibility: 3, unanchored: an example}"


def test_the_dossier_of_the_readme_has_no_problem(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    dossier = readme.split("```yaml\n")[1].split("```")[0]
    named = set(re.findall(r"because: \[(\w+)\]", dossier))
    (tmp_path / "dossier.yaml").write_text(dossier, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text("irenic: 1\nclaims:\n" + "".join(f"  {claim}: {CLAIM}\n" for claim in named))
    source = "{title: a note, language: en, reliability: C, held: false}"
    (tmp_path / "sources.yaml").write_text(f"irenic: 1\nsources:\n  note: {source}\n")
    report = check_dossier(tmp_path, None)
    assert [problem_line(problem, "en") for problem in report.problems] == []
    assert report.numbers.bare == 0
