"""`irenic vote`: how bodies vote and what would have changed it, or the power of weights that are typed."""

import os
from typing import cast

from irenic.cli.arguments import Arguments
from irenic.cli.words import say, say_json
from irenic.dossier.check import checked
from irenic.dossier.load import load_dossier
from irenic.errors.exits import Exit
from irenic.errors.problem import IrenicError, Problem
from irenic.language.messages import language_or_default
from irenic.report.vote_data import Votes, WeightedRule
from irenic.report.vote_page import votes_page, weights_page
from irenic.runs.cases import default_case, find_case
from irenic.runs.settings import Asked, settle


def run(arguments: Arguments) -> int:
    """Answer and print, in words or as JSON."""
    if arguments.weights is not None:
        return _weights(arguments, arguments.weights)
    from irenic.runs.case_data import case_data
    from irenic.runs.packages import read_package
    from irenic.runs.question import question
    from irenic.runs.votes import votes

    dossier = load_dossier(find_case(arguments.case or default_case(), arguments.settings))
    language = language_or_default(arguments.lang, dossier.file.run.language)
    asked = Asked(arguments.draws, arguments.seed, arguments.threads, arguments.chunk, arguments.no_deal)
    asking = question(dossier, settle(asked, dossier.file.run, os.environ))
    packages = [] if arguments.package is None else [read_package(arguments.package, asking.model.index)]
    found = cast(Votes, votes(asking, body=arguments.body, packages=packages))
    if arguments.json:
        say_json(found)
    else:
        say(votes_page(found, case_data(dossier, checked(dossier), asking.model), language))
    return Exit.FINE


def _weights(arguments: Arguments, text: str) -> int:
    """The power of typed weights: no dossier is read, so that nothing may be asked of one."""
    if arguments.case is not None or arguments.package is not None or arguments.settings:
        raise IrenicError([Problem("vote.weights-alone")])
    from irenic.votes.weights import read_weights, weights_power

    found = cast(WeightedRule, weights_power(*read_weights(text)))
    if arguments.json:
        say_json(found)
    else:
        say(weights_page(found, language_or_default(arguments.lang)))
    return Exit.FINE
