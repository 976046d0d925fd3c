"""What the command line understands."""

from pathlib import Path

import pytest

from irenic.cli.arguments import COMMANDS, Misuse, build_parser, read_arguments
from irenic.language.messages import LANGUAGES, Language


def test_defaults_of_a_run() -> None:
    asked = read_arguments(["run"])
    assert (asked.command, asked.case, asked.out, asked.draws, asked.fresh) == ("run", None, None, None, False)


def test_everything_of_a_run() -> None:
    words = (
        "run folder --out there --draws 64 --seed 7 --threads 2 --chunk 5 --no-deal stated --runs 640 --fresh --quiet"
    )
    asked = read_arguments(words.split())
    assert (asked.case, asked.out, asked.draws, asked.seed) == ("folder", Path("there"), 64, 7)
    assert (asked.threads, asked.chunk, asked.fresh, asked.quiet) == (2, 5, True, True)
    assert (asked.no_deal, asked.runs) == ("stated", 640)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "ran",
        "run --draws 0",
        "run --draws ٣٢",
        "run --draws 1e3",
        "run --seed -1",
        "run --lang fr",
        "run --no-deal x",
        "schema all",
    ],
)
def test_misuse(words: str) -> None:
    with pytest.raises(Misuse, match="--help"):
        read_arguments(words.split())


def test_misuse_is_told_in_the_language_asked_for() -> None:
    with pytest.raises(Misuse, match="請看：irenic run --help"):
        read_arguments(["run", "--draws", "x", "--lang=zh"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command(language: Language) -> None:
    text = build_parser(language).format_help()
    assert all(f"    {name}" in text for name in COMMANDS)
