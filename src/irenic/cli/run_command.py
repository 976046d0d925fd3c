"""`irenic run`: the brief on the screen, the results folder and the report on the disk."""

import os
import sys
from pathlib import Path

from irenic.cli.arguments import Arguments
from irenic.cli.words import say, say_json
from irenic.dossier.load import load_dossier
from irenic.engine.terminal import terminal_progress
from irenic.errors.exits import Exit
from irenic.language.messages import Language, language_or_default, message
from irenic.report.brief import brief
from irenic.report.html import write_report
from irenic.runs.cases import find_case
from irenic.runs.run_case import Outcome, run_case
from irenic.runs.settings import Asked, settle


def run(arguments: Arguments) -> int:
    """Run a case; the answers go to standard output, all else to standard error."""
    files = find_case(arguments.case, arguments.settings)
    flags = arguments
    asked = Asked(flags.draws, flags.seed, flags.threads, flags.chunk, flags.no_deal, flags.runs)
    dossier = load_dossier(files)
    settings = settle(asked, dossier.file.run, os.environ)
    language = language_or_default(arguments.lang, dossier.file.run.language)
    out = arguments.out or Path("results") / files.name
    progress = terminal_progress(sys.stderr, language, quiet=arguments.quiet)
    try:
        outcome = run_case(files, dossier, out, settings, fresh=arguments.fresh, progress=progress)
    finally:
        progress.close()
    report = out / "report.html"
    write_report(outcome.results, report, language)
    if arguments.json:
        say_json({"results": str(out), "report": str(report), "digest": outcome.results.digest, **counters(outcome)})
        return Exit.FINE
    say(brief(outcome.results, language))
    if not arguments.quiet:
        sys.stderr.write(closing_words(outcome, out, report, language) + "\n")
    return Exit.FINE


def counters(outcome: Outcome) -> dict[str, str | int]:
    """What was computed and what was there already."""
    finished = outcome.finished
    return {
        "status": outcome.status,
        "computed_chunks": finished.computed_chunks,
        "computed_draws": finished.computed_draws,
        "reused_draws": finished.reused_draws,
    }


def closing_words(outcome: Outcome, out: Path, report: Path, language: Language) -> str:
    """What became of the results folder, and where it is."""
    lines = []
    if outcome.status == "computed" and outcome.finished.reused_draws:
        reused, computed = outcome.finished.reused_draws, outcome.finished.computed_draws
        lines.append(message("cli.resumed", language, reused=reused, computed=computed))
    elif outcome.status != "computed":
        lines.append(message(f"cli.{outcome.status}", language, folder=str(out)))
    lines.append(message("cli.written", language, folder=str(out), report=str(report)))
    return "\n".join(lines)
