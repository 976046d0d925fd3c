"""The command line: commands, options, help texts in the user's language."""

import argparse
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from irenic import __version__
from irenic.interop.domain import EVALUATIONS, FORMATS, Evaluations, Format
from irenic.language.messages import Language, language_or_default, message
from irenic.report.war_data import NoDealBasis
from irenic.runs.cases import default_case

Part: TypeAlias = Literal["dossier", "claims", "sources", "variant"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
"""Files that have a schema."""
NO_DEAL_BASES: Final[tuple[NoDealBasis, ...]] = get_args(NoDealBasis)
"""Where no-deal values come from."""


class Misuse(Exception):
    """The command line can't be understood; the text says why and how to get help."""


class Arguments(argparse.Namespace):
    """What was asked: `command` and its options (those of other commands are absent)."""

    command: str
    lang: str | None
    json: bool
    case: str | None
    a: str
    b: str | None
    settings: list[str]
    sources: Path | None
    what: str
    package: list[str] | None
    draw: int | None
    out: Path | None
    results: Path
    draws: int | None
    seed: int | None
    threads: int | None
    chunk: int | None
    fresh: bool
    quiet: bool
    part: Part
    source: str
    target: Path
    format: Format | None
    with_no_deal: bool
    no_deal: NoDealBasis | None
    runs: int | None
    without: list[str]
    pull: list[str]
    event: list[str]
    body: str | None
    weights: str | None
    evaluations: Evaluations | None
    steps: int | None


class _Parser(argparse.ArgumentParser):
    """A parser that raises `Misuse` in the user's language instead of leaving the program."""

    language: Language = "en"

    def error(self, message_text: str) -> None:  # type: ignore[override]
        """Raise what argparse would print."""
        raise Misuse(message("cli.misuse", self.language, text=message_text, command=self.prog))


def read_arguments(words: Sequence[str]) -> Arguments:
    """Read the command line.

    Raises:
        Misuse: it can't be understood.
        SystemExit: `--help` or `--version` was asked for and has been answered.
    """
    return build_parser(_language_asked(words)).parse_args(words, namespace=Arguments())


def build_parser(language: Language) -> argparse.ArgumentParser:
    """The parser with help in that language; its commands are those of `COMMANDS`."""
    _Parser.language = language
    parser = _Parser(
        prog="irenic",
        description=message("cli.about", language),
        epilog=message("cli.about-end", language),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"irenic {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    for name, add_options in COMMANDS.items():
        about = message(f"cli.{name}", language)
        command = commands.add_parser(name, help=about, description=about)
        add_options(command, language)
        command.add_argument("--json", action="store_true", help=message("cli.option-json", language))
        command.add_argument("--lang", metavar="en|zh", type=_language, help=message("cli.option-lang", language))
    return parser


def _language_asked(words: Sequence[str]) -> Language:
    asked = None
    for word, following in pairwise([*words, ""]):
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return language_or_default(asked)


def _language(text: str) -> str:
    if text.lower().split("-")[0] not in ("en", "zh"):
        raise argparse.ArgumentTypeError(f"{text!r}: en | zh")
    return text


def _whole(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r}: {least} … {most}")
        return int(text)

    return number


def _add_case(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("case", metavar="CASE", help=message("cli.option-case", language))


def _add_set(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "--set",
        dest="settings",
        metavar="PATH=VALUE",
        action="append",
        default=[],
        help=message("cli.option-set", language),
    )


def _add_settings(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("--draws", metavar="N", type=_whole(16, 1_048_576), help=message("cli.option-draws", language))
    parser.add_argument("--seed", metavar="N", type=_whole(0, 2**63 - 1), help=message("cli.option-seed", language))
    parser.add_argument("--threads", metavar="N", type=_whole(1, 1024), help=message("cli.option-threads", language))
    parser.add_argument("--chunk", metavar="N", type=_whole(1, 1_048_576), help=message("cli.option-chunk", language))
    parser.add_argument("--no-deal", choices=NO_DEAL_BASES, help=message("cli.option-no-deal", language))
    parser.add_argument("--quiet", action="store_true", help=message("cli.option-quiet", language))


def _add_run(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "case", metavar="CASE", nargs="?", help=message("cli.option-case-default", language, default=default_case())
    )
    _add_set(parser, language)
    parser.add_argument("--out", metavar="DIR", type=Path, help=message("cli.option-out", language))
    parser.add_argument("--fresh", action="store_true", help=message("cli.option-fresh", language))
    _add_runs(parser, language)
    _add_settings(parser, language)


def _add_check(parser: argparse.ArgumentParser, language: Language) -> None:
    _add_case(parser, language)
    _add_set(parser, language)
    parser.add_argument("--sources", metavar="DIR", type=Path, help=message("cli.option-sources", language))


def _add_trace(parser: argparse.ArgumentParser, language: Language) -> None:
    _add_case(parser, language)
    parser.add_argument("what", metavar="WHAT", help=message("cli.option-what", language))
    _add_set(parser, language)


def _add_deal(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("case", metavar="CASE", help=message("cli.option-case-deal", language))
    parser.add_argument("--draw", metavar="N", type=_whole(0, 1_048_575), help=message("cli.option-draw", language))
    parser.add_argument(
        "--package", metavar="ISSUE=OPTION,…", action="append", help=message("cli.option-package", language)
    )
    _add_set(parser, language)
    _add_reading(parser, language)
    _add_runs(parser, language)
    _add_settings(parser, language)


def _add_runs(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("--runs", metavar="N", type=_whole(1, 100_000_000), help=message("cli.option-runs", language))


def _add_war(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "case", metavar="CASE", nargs="?", help=message("cli.option-case-default", language, default=default_case())
    )
    _add_runs(parser, language)
    for name, metavar in (("without", "LEVER"), ("pull", "LEVER"), ("event", "EVENT")):
        words = message(f"cli.option-{name}", language)
        parser.add_argument(f"--{name}", metavar=metavar, action="append", default=[], help=words)
    _add_set(parser, language)
    _add_settings(parser, language)


def _add_vote(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "case", metavar="CASE", nargs="?", help=message("cli.option-case-default", language, default=default_case())
    )
    parser.add_argument("body", metavar="BODY", nargs="?", help=message("cli.option-body", language))
    parser.add_argument("--weights", metavar="Q:W1,W2,…", help=message("cli.option-weights", language))
    parser.add_argument(
        "--package", metavar="ISSUE=OPTION,…", action="append", help=message("cli.option-vote-package", language)
    )
    _add_set(parser, language)
    _add_settings(parser, language)


def _add_reading(parser: argparse.ArgumentParser, language: Language) -> None:
    """How domains of other tools are read."""
    parser.add_argument("--evaluations", choices=EVALUATIONS, help=message("cli.option-evaluations", language))
    parser.add_argument("--steps", metavar="N", type=_whole(2, 1_000), help=message("cli.option-steps", language))


def _add_compare(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("a", metavar="A", help=message("cli.option-compare-a", language))
    parser.add_argument("b", metavar="B", nargs="?", help=message("cli.option-compare-b", language))
    _add_set(parser, language)
    _add_settings(parser, language)


def _add_convert(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("source", metavar="FROM", help=message("cli.option-convert-from", language))
    parser.add_argument("target", metavar="TO", type=Path, help=message("cli.option-convert-to", language))
    parser.add_argument("--format", choices=FORMATS, help=message("cli.option-format", language))
    parser.add_argument("--with-no-deal", action="store_true", help=message("cli.option-with-no-deal", language))
    _add_set(parser, language)
    _add_reading(parser, language)


def _add_schema(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("part", metavar="FILE", nargs="?", default="dossier", choices=PARTS,
                        help=message("cli.option-part", language))  # fmt: skip


def _add_report(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("results", metavar="DIR", type=Path, help=message("cli.option-results", language))
    parser.add_argument("--out", metavar="FILE", type=Path, help=message("cli.option-report-out", language))


COMMANDS = {
    "run": _add_run,
    "check": _add_check,
    "trace": _add_trace,
    "deal": _add_deal,
    "war": _add_war,
    "vote": _add_vote,
    "compare": _add_compare,
    "convert": _add_convert,
    "report": _add_report,
    "schema": _add_schema,
}
"""Command → what adds its options. The command's code is `irenic.cli.<name>_command.run`."""
