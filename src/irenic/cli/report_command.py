"""`irenic report`: the report again, from results alone."""

from irenic.cli.arguments import Arguments
from irenic.cli.words import say, say_json
from irenic.errors.exits import Exit
from irenic.language.messages import language_or_default, message


def run(arguments: Arguments) -> int:
    """Write the report and say where it is."""
    from irenic.report.html import write_report
    from irenic.results.folder import ResultsFolder

    language = language_or_default(arguments.lang)
    target = arguments.out or arguments.results / "report.html"
    write_report(ResultsFolder.open(arguments.results), target, language)
    if arguments.json:
        say_json({"report": str(target)})
    else:
        say(message("cli.report-written", language, report=str(target)))
    return Exit.FINE
