"""`irenic deal` on a domain of another tool."""

from pathlib import Path
from typing import cast

from irenic.cli.arguments import Arguments
from irenic.cli.words import say, say_json, warn
from irenic.errors.exits import Exit
from irenic.errors.problem import IrenicError, Problem
from irenic.interop.losses import Loss
from irenic.interop.read import STEPS, Found, find_domain, read_domain
from irenic.language.messages import Language, language_or_default, message
from irenic.report.domain_data import DomainAnswer
from irenic.report.domain_words import distance_words, domain_words, fix_sentence
from irenic.report.opening_data import PackageDistance
from irenic.runs.packages import read_package


def domain_meant(arguments: Arguments) -> Found | None:
    """The domain that `deal` was asked about; None where it is a dossier.

    Raises:
        IrenicError: an option of the one was given for the other.
    """
    found = None if arguments.case is None else find_domain(Path(arguments.case))
    if found is None and (arguments.evaluations is not None or arguments.steps is not None):
        raise IrenicError([Problem("interop.option-of-domains", file=arguments.case or "")])
    if found is not None and (arguments.settings or arguments.draw is not None):
        raise IrenicError([Problem("interop.option-of-dossiers", file=str(found.path))])
    return found


def answer_domain(found: Found, arguments: Arguments) -> int:
    """Answer and print: a page of text, how far a package is from acceptance, or JSON."""
    from irenic.runs.domain_answer import DomainQuestion

    language = language_or_default(arguments.lang)
    reading = read_domain(found, arguments.evaluations, arguments.steps or STEPS)
    warn(reading.warnings, language)
    question = DomainQuestion(reading.domain)
    package = None
    if arguments.package is not None:
        package = cast(PackageDistance, question.distance(read_package(arguments.package, question.index)))
    answer = cast(DomainAnswer, question.answer())
    losses = loss_words(reading.losses, language)
    if arguments.json:
        fixes = [{**fix, "sentence": fix_sentence(fix, language)} for fix in answer["fixes"]]
        say_json({**answer, "fixes": fixes, "lost": losses, **({} if package is None else {"package": package})})
    elif package is not None:
        say(distance_words(answer, package, losses, language))
    else:
        say(domain_words(answer, losses, language))
    return Exit.FINE


def loss_words(losses: tuple[Loss, ...], language: Language) -> list[str]:
    """What was left out, in words."""
    return [message(loss.code, language, **loss.params) for loss in losses]
