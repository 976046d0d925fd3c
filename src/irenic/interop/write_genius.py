"""Writing GENIUS: a template and a utility space a party, which GENIUS's own evaluator reads as the domain means it."""

from collections.abc import Iterator, Sequence
from math import fsum, lcm
from typing import Final
from xml.sax.saxutils import quoteattr

from irenic.interop.domain import Domain, Party
from irenic.interop.figures import digits, rational
from irenic.interop.genius import STATED
from irenic.interop.losses import Loss
from irenic.interop.names import file_names
from irenic.interop.source import natural
from irenic.interop.writing import Written

TEMPLATE: Final = "domain"
"""Name of the template's file, unless a party has it."""

_LARGEST_WHOLE: Final = 1_000_000
"""Evaluations are written as whole numbers up to this, where some fit."""


def write_genius(domain: Domain) -> Written:
    """The files of a folder.

    GENIUS divides evaluations by the largest of their issue, so weights take that factor up, and the files say that
    they are meant so. Evaluations below 0, which
    it does not know, are raised, and with them the party's reservation value.
    """
    parties = file_names(party.name for party in domain.parties)
    (template,) = file_names([TEMPLATE], parties)
    files = {f"{template}.xml": _template(domain)}
    for name, party in zip(parties, domain.parties, strict=True):
        files[f"{name}.xml"] = _space(domain, party)
    moved = any(_raised(party) for party in domain.parties)
    return Written(
        {name: text.encode() for name, text in files.items()},
        tuple(_losses(domain, parties, moved)),
        "affine" if moved else "same",
    )


def _losses(domain: Domain, files: list[str], moved: bool) -> Iterator[Loss]:
    if any(issue.amounts is not None for issue in domain.issues):
        yield Loss("interop.lost-amounts")
    if [party.name for party in domain.parties] != files:
        yield Loss("interop.lost-party-names")
    if sorted(files, key=natural) != files:
        yield Loss("interop.lost-party-order")
    if moved:
        yield Loss("interop.lost-negative")


def _template(domain: Domain) -> str:
    lines = ["<negotiation_template>", f'<utility_space number_of_issues="{len(domain.issues)}">']
    lines += [*_issues(domain, None), "</utility_space>", "</negotiation_template>", ""]
    return "\n".join(lines)


def _space(domain: Domain, party: Party) -> str:
    lines = [f'<utility_space {STATED}="scaled">', *_issues(domain, party)]
    lines.insert(-1, "\n".join(f'<weight index="{i}" value="{digits(w)}"/>' for i, w in enumerate(_weights(party), 1)))
    raised = _raised(party)
    if party.discount is not None:
        lines.append(f'<discount_factor value="{digits(party.discount)}"/>')
    if party.reservation is not None or raised:
        lines.append(f'<reservation value="{digits((party.reservation or 0.0) + raised)}"/>')
    return "\n".join([*lines, "</utility_space>", ""])


def _issues(domain: Domain, party: Party | None) -> list[str]:
    """The objective with its issues; with the evaluations of a party, where one is given."""
    kind = 'type="discrete" etype="discrete" vtype="discrete"'
    head = 'index="0" name="root" description="" type="objective" etype="objective"'
    lines = [f"<objective {head}>"]
    for i, issue in enumerate(domain.issues):
        lines.append(f'<issue index="{i + 1}" name={quoteattr(issue.name)} {kind}>')
        evaluations = [""] * len(issue.options)
        if party is not None:
            evaluations = [f' evaluation="{text}"' for text in _evaluations(party.evaluations[i])]
        for k, (option, evaluation) in enumerate(zip(issue.options, evaluations, strict=True), 1):
            lines.append(f'<item index="{k}" value={quoteattr(option)} cost="0"{evaluation}/>')
        lines.append("</issue>")
    return [*lines, "</objective>"]


def _from_zero(values: Sequence[float]) -> list[float]:
    """Evaluations, raised to 0 where they go below."""
    least = min(values)
    return [value - least for value in values] if least < 0 else list(values)


def _weights(party: Party) -> list[float]:
    """Weights times the largest evaluation of their issue, by which GENIUS will divide."""
    largest = [max(_from_zero(values)) for values in party.evaluations]
    return [w * m if m > 0 else w for w, m in zip(party.weights, largest, strict=True)]


def _raised(party: Party) -> float:
    """By how much a party's utilities rise where its evaluations are raised."""
    pairs = zip(party.weights, party.evaluations, strict=True)
    return fsum(weight * -min(values) for weight, values in pairs if min(values) < 0)


def _evaluations(values: Sequence[float]) -> list[str]:
    """Evaluations as they are written: whole numbers where a common denominator makes them so, else shares of the best.

    Whole numbers keep ties: 7 of 9 divided out is no decimal.
    """
    raised = _from_zero(values)
    largest = max(raised)
    if largest == 0:
        return ["0"] * len(raised)
    fractions = [rational(value) for value in raised]
    denominator = 1
    for fraction in fractions:
        denominator = lcm(denominator, fraction.denominator)
        if denominator > _LARGEST_WHOLE:
            break
    whole = [fraction * denominator for fraction in fractions]
    if max(whole) <= _LARGEST_WHOLE and all(number.denominator == 1 for number in whole):
        return [str(number.numerator) for number in whole]
    return [digits(value / largest) for value in raised]
