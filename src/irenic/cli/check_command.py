"""`irenic check`: every problem of a dossier, and what its numbers rest on."""

from irenic.cli.arguments import Arguments
from irenic.cli.words import say, say_json, say_problems
from irenic.dossier.check import check_dossier
from irenic.dossier.check_words import check_words
from irenic.errors.exits import Exit
from irenic.language.messages import language_or_default
from irenic.runs.cases import find_case


def run(arguments: Arguments) -> int:
    """Print the check; 1 where an error was found, else 0."""
    language = language_or_default(arguments.lang)
    report = check_dossier(find_case(arguments.case, arguments.settings), arguments.sources)
    if arguments.json:
        say_json(report.as_json(language))
    else:
        say_problems(report.problems, language, as_json=False)
        say(check_words(report, language))
    return Exit.FINDINGS if report.errors else Exit.FINE
