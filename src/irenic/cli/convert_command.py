"""`irenic convert`: a domain or dossier in another format."""

from datetime import UTC, datetime
from pathlib import Path

from irenic.cli.arguments import Arguments
from irenic.cli.domain_answer import loss_words
from irenic.cli.words import say, say_json, warn
from irenic.errors.exits import Exit
from irenic.errors.problem import IrenicError, Problem
from irenic.interop.convert import Target, convert
from irenic.interop.domain import Domain
from irenic.interop.losses import Loss
from irenic.interop.read import STEPS, find_domain, read_domain
from irenic.interop.writing import Written
from irenic.language.messages import Language, language_or_default, message
from irenic.runs.cases import find_case


def run(arguments: Arguments) -> int:
    """Write the target, and say what it doesn't hold and how its utilities compare."""
    language = language_or_default(arguments.lang)
    target = Target.of(arguments.target, arguments.format)
    domain, losses = _source(arguments, language)
    if domain.format == target.format == "dossier":
        raise IrenicError([Problem("interop.nothing-to-convert", file=str(target.path))])
    written = convert(domain, target, datetime.now(tz=UTC).date(), language, losses)
    if arguments.json:
        say_json(_data(domain, target, written, language))
    else:
        say(_words(target, written, language))
    return Exit.FINE


def _source(arguments: Arguments, language: Language) -> tuple[Domain, tuple[Loss, ...]]:
    """What is converted, and what reading it lost."""
    found = find_domain(Path(arguments.source))
    if found is not None:
        if arguments.settings:
            raise IrenicError([Problem("interop.option-of-dossiers", file=arguments.source)])
        reading = read_domain(found, arguments.evaluations, arguments.steps or STEPS)
        warn(reading.warnings, language)
        return reading.domain, reading.losses
    if arguments.evaluations is not None or arguments.steps is not None:
        raise IrenicError([Problem("interop.option-of-domains", file=arguments.source)])
    from irenic.dossier.load import load_dossier
    from irenic.interop.from_dossier import export_dossier

    dossier = load_dossier(find_case(arguments.source, arguments.settings))
    export = export_dossier(dossier, language, with_no_deal=arguments.with_no_deal)
    return export.domain, export.losses


def _data(domain: Domain, target: Target, written: Written, language: Language) -> dict[str, object]:
    return {
        "from": domain.format,
        "to": target.format,
        "target": str(target.path),
        "files": [str(target.path / name) for name in written.files],
        "equality": written.equality,
        "lost": loss_words(written.losses, language),
    }


def _words(target: Target, written: Written, language: Language) -> str:
    lines = [message("interop.written", language, target=str(target.path))]
    lines.append(message(f"interop.equality-{written.equality}", language))
    if written.losses:
        lines.append(message("interop.lost", language))
        lines += [f"· {text}" for text in loss_words(written.losses, language)]
    return "\n".join(lines)
