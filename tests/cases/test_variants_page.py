"""What docs/variants.md shows is what the program does."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from irenic.api.case import load
from irenic.cli.main import main
from irenic.dossier.check import check_dossier
from irenic.runs.cases import find_case


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "variants.md").read_text(encoding="utf-8")


def shown(page: str) -> Iterator[tuple[list[str], list[str]]]:
    """Commands of the page, with the lines shown below each."""
    for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
        for part in block.split("$ irenic ")[1:]:
            command, *lines = part.splitlines()
            yield shlex.split(command.split("  #")[0]), lines


def test_what_a_check_says(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = [(words, lines) for words, lines in shown(page) if words[0] == "check" and lines]
    assert told
    for words, lines in told:
        main(words)
        assert capsys.readouterr().err.splitlines() == lines


def test_what_a_comparison_says(page: str) -> None:
    words, lines = next((words, lines) for words, lines in shown(page) if words[0] == "compare" and lines)
    path, value = words[3].split("=")
    found = load(words[1]).compare(load(words[1], {path: value}))
    told = found.words().replace("\u00a0", " ").splitlines()
    assert [line for line in lines if line != "…" and line not in told] == []


def test_the_variant_of_the_page_has_no_problem(page: str, tmp_path: Path) -> None:
    (tmp_path / "dry-year.yaml").write_text(page.split("```yaml\n")[1].split("```", maxsplit=1)[0], encoding="utf-8")
    files = find_case(str(tmp_path / "dry-year.yaml"))
    assert check_dossier(files, None).problems == ()
    assert files.name == "tutorial+dry-year"


def test_every_setting_of_the_page_can_be_set(page: str) -> None:
    asked = [line for line in page.splitlines() if not line.startswith(("error:", "$ irenic check"))]
    found = re.findall(r"--set ('[^']+'|[^\s`]+)", "\n".join(asked))
    settings = {setting.strip("'") for setting in found if "=" in setting and "PATH" not in setting}
    assert len(settings) >= 4
    for setting in settings:
        assert check_dossier(find_case("tutorial", [setting]), None).problems == (), setting


def test_the_shipped_variants_are_all_told(page: str, root: Path) -> None:
    told = set(re.findall(r"^\| `([^`]+/variants/[^`]+)`", page, re.MULTILINE))
    files = (root / "src" / "irenic" / "cases").glob("*/variants/*.yaml")
    assert told == {f"{file.parents[1].name}/variants/{file.stem}" for file in files}
