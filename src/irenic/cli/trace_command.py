"""`irenic trace`: from a claim to the answers that rest on it, and back."""

from irenic.cli.arguments import Arguments
from irenic.cli.words import say, say_json
from irenic.dossier.load import load_dossier
from irenic.dossier.trace import trace
from irenic.errors.exits import Exit
from irenic.language.messages import language_or_default
from irenic.runs.cases import find_case


def run(arguments: Arguments) -> int:
    """Print the trace."""
    language = language_or_default(arguments.lang)
    found = trace(load_dossier(find_case(arguments.case, arguments.settings)), arguments.what)
    if arguments.json:
        say_json(found.as_json())
    else:
        say(found.words(language))
    return Exit.FINE
