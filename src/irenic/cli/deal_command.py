"""`irenic deal`: the package space answered, nothing written."""

import os
import sys
from typing import Any, cast

from irenic.cli.arguments import Arguments
from irenic.cli.domain_answer import answer_domain, domain_meant
from irenic.cli.words import say, say_json
from irenic.dossier.check import checked
from irenic.dossier.load import load_dossier
from irenic.engine.terminal import terminal_progress
from irenic.errors.exits import Exit
from irenic.errors.problem import IrenicError, Problem
from irenic.language.messages import Language, language_or_default
from irenic.report.brief import brief_unwritten
from irenic.report.case_data import Case
from irenic.report.conflicts import conflict_sentence
from irenic.report.opening import fix_sentence
from irenic.report.opening_data import PackageDistance
from irenic.report.package import package_words
from irenic.report.summary_data import Summary
from irenic.report.wording import Wording
from irenic.runs.answering import compute, summary
from irenic.runs.case_data import case_data
from irenic.runs.cases import find_case
from irenic.runs.memory import MemoryStore
from irenic.runs.packages import read_package, weigh_package, weighing_draws
from irenic.runs.question import question
from irenic.runs.settings import Asked, settle


def run(arguments: Arguments) -> int:
    """Answer and print: the brief, how far a package is from acceptance, or the contract's JSON."""
    domain = domain_meant(arguments)
    if domain is not None:
        return answer_domain(domain, arguments)
    dossier = load_dossier(find_case(arguments.case, arguments.settings))
    language = language_or_default(arguments.lang, dossier.file.run.language)
    flags = arguments
    asked = Asked(flags.draws, flags.seed, flags.threads, flags.chunk, flags.no_deal, flags.runs)
    asking = question(dossier, settle(asked, dossier.file.run, os.environ))
    if arguments.draw is not None and arguments.draw >= asking.settings.draws:
        raise IrenicError([Problem("cli.no-such-draw", {"draw": arguments.draw, "last": asking.settings.draws - 1})])
    package = None
    if arguments.package is not None:
        package = weigh_package(asking, read_package(arguments.package, asking.model.index))
        if not arguments.json:
            case = case_data(dossier, checked(dossier), asking.model)
            say(package_words(package, case, weighing_draws(asking), language))
            return Exit.FINE
    store = MemoryStore(asking.layout)
    progress = terminal_progress(sys.stderr, language, quiet=arguments.quiet)
    try:
        compute(asking, store, progress)
        answers = cast(Summary, summary(asking, store, progress, draw=arguments.draw))
    finally:
        progress.close()
    case = case_data(dossier, checked(dossier), asking.model)
    if arguments.json:
        say_json(deal_json(answers, case, language, package))
    else:
        say(brief_unwritten(case, answers, language))
    return Exit.FINE


def deal_json(
    answers: Summary, case: Case, language: Language, package: PackageDistance | None = None
) -> dict[str, Any]:
    """The headline's answer in the keys that other programs build on (docs/report-data.md)."""
    headline, wording = answers["headline"], Wording(case, language)
    answer = answers["by"][headline["reading"]][headline["mode"]]
    conflicts = [
        {**conflict, "sentence": conflict_sentence(conflict["members"], case, language)}
        for conflict in answer["conflicts"]
    ]
    return {
        "packages": answers["packages"],
        "draws": answers["draws"],
        "possible": answers["possible"],
        "zone": answer["zone"],
        "solutions": answer["solutions"],
        "conflicts": conflicts,
        "options": answer["options"],
        "options_life": answers["options_life"],
        "frontier": answers["frontier"],
        "fixes": [{**fix, "sentence": fix_sentence(fix, wording)} for fix in answers["fixes"]],
        "logrolls": answers["logrolls"],
        "conditions": answers["conditions"],
        "no_deal": answers["no_deal"],
        "other_basis": answers["other_basis"],
        "by_month": answers["by_month"],
        "levers": [] if answers["war"] is None else answers["war"]["levers"],
        "votes": answers["votes"],
        "feasible": answers["feasible"],
        "headline": headline,
        "by": answers["by"],
        "exactness": answers["exactness"],
        **({} if package is None else {"package": package}),
    }
