"""`irenic war`: the war without a deal, month by month."""

import os
import sys

from irenic.cli.arguments import Arguments
from irenic.cli.words import say, say_json
from irenic.dossier.check import checked
from irenic.dossier.load import load_dossier
from irenic.engine.terminal import terminal_progress
from irenic.errors.exits import Exit
from irenic.language.messages import language_or_default
from irenic.report.war_page import war_words
from irenic.runs.case_data import case_data
from irenic.runs.cases import default_case, find_case
from irenic.runs.question import question
from irenic.runs.settings import Asked, settle
from irenic.runs.war import Wished, war_answer


def run(arguments: Arguments) -> int:
    """Follow the war and print it, in words or as JSON."""
    dossier = load_dossier(find_case(arguments.case or default_case(), arguments.settings))
    language = language_or_default(arguments.lang, dossier.file.run.language)
    asked = Asked(arguments.draws, arguments.seed, arguments.threads, arguments.chunk, arguments.no_deal)
    asking = question(dossier, settle(asked, dossier.file.run, os.environ))
    wished = Wished(arguments.runs, arguments.without, arguments.pull, arguments.event)
    progress = terminal_progress(sys.stderr, language, quiet=arguments.quiet)
    try:
        war, no_deal = war_answer(asking, wished, progress)
    finally:
        progress.close()
    if arguments.json:
        say_json({**war, "no_deal": no_deal})
    else:
        say(war_words(war, no_deal, case_data(dossier, checked(dossier), asking.model), language))
    return Exit.FINE
