"""`irenic compare`: two answers to the same draws side by side."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from irenic.cli.arguments import Arguments
from irenic.cli.words import say, say_json
from irenic.dossier.case_files import CaseFiles
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier, RunSettings
from irenic.engine.progress import ProgressListener
from irenic.engine.terminal import terminal_progress
from irenic.errors.exits import Exit
from irenic.errors.problem import IrenicError, Problem
from irenic.language.messages import language_or_default
from irenic.report.compare import comparison_words
from irenic.results.folder import ResultsFolder
from irenic.runs.cases import find_case
from irenic.runs.compare import compare
from irenic.runs.compare_sides import Side, computed_side, kept_side, settings_beside, settings_of_side
from irenic.runs.settings import Asked, Settings


def run(arguments: Arguments) -> int:
    """Print what two answers have apart, in words or as JSON."""
    a, b = _asked(arguments.a, arguments.b, arguments.settings)
    written = next((side[1].file.run for side in (a, b) if not isinstance(side, ResultsFolder)), RunSettings())
    language = language_or_default(arguments.lang, written.language)
    flags = Asked(arguments.draws, arguments.seed, arguments.threads, arguments.chunk, arguments.no_deal)
    kept = [side for side in (a, b) if isinstance(side, ResultsFolder)]
    settings = settings_beside(flags, written, os.environ, kept)
    progress = terminal_progress(sys.stderr, language, quiet=arguments.quiet)
    try:
        first, second = (_side(asked, settings, flags, progress) for asked in (a, b))
    finally:
        progress.close()
    found = compare(first, second, settings)
    if arguments.json:
        say_json(found)
    else:
        say(comparison_words(found, first.case, second.case, language))
    return Exit.FINE


_AskedSide = ResultsFolder | tuple[CaseFiles, Dossier]


def _asked(a: str, b: str | None, settings: Sequence[str]) -> tuple[_AskedSide, _AskedSide]:
    """Both sides: without a second one the first is compared with itself under `--set`, else `--set` is for both."""
    if b is None and not settings:
        raise IrenicError([Problem("cli.compare-nothing")])
    names = ((a, ()), (a, settings)) if b is None else ((a, settings), (b, settings))
    sides: list[_AskedSide] = []
    problems: list[Problem] = []
    for name, wanted in names:
        try:
            sides.append(_found(name, wanted))
        except IrenicError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise IrenicError(problems)
    return sides[0], sides[1]


def _found(name: str, settings: Sequence[str]) -> _AskedSide:
    if (Path(name) / "manifest.json").is_file():
        if settings:
            raise IrenicError([Problem("cli.compare-set-results", file=name)])
        return ResultsFolder.open(name)
    files = find_case(name, settings)
    return files, load_dossier(files)


def _side(side: _AskedSide, shared: Settings, flags: Asked, progress: ProgressListener) -> Side:
    if isinstance(side, ResultsFolder):
        return kept_side(side)
    files, dossier = side
    return computed_side(files, dossier, settings_of_side(shared, flags, dossier.file.run, os.environ), progress)
