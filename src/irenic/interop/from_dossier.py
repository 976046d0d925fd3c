"""A dossier as a domain: its middle case, without what a domain can't say, which is listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from irenic.dossier.schema.base import words
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.interop.domain import Domain, Issue, Party
from irenic.interop.losses import Loss
from irenic.interop.names import name_in
from irenic.language.messages import Language
from irenic.model.compilation import compile_model
from irenic.model.inputs import MOST_POINTS, Inputs, draw_inputs
from irenic.model.structure import Model
from irenic.numbers.medians import Medians


@dataclass(frozen=True, slots=True)
class Export:
    """A dossier as a domain.

    Attributes:
        domain: the domain; utilities in hundredths of a point, so that they run from 0 to 1.
        losses: what the dossier says and the domain doesn't.
    """

    domain: Domain
    losses: tuple[Loss, ...]


def export_dossier(dossier: Dossier, language: Language, *, with_no_deal: bool) -> Export:
    """The middle case of a dossier: numbers at their medians, silent cells at nothing, options as written.

    Args:
        dossier: the dossier.
        language: in which labels are taken, where there are several.
        with_no_deal: whether no-deal values go into the domain; they are confidential.
    """
    model = compile_model(dossier)
    inputs = draw_inputs(model, Medians(), 0, 1)
    domain = Domain(
        name=dossier.name,
        issues=tuple(_issues(dossier.file, language)),
        parties=tuple(_parties(dossier.file, model, inputs, language, with_no_deal)),
        format="dossier",
        evaluations="raw",
    )
    return Export(domain, tuple(_losses(dossier, model, with_no_deal)))


def _issues(file: DossierFile, language: Language) -> Iterator[Issue]:
    names = _names([words(issue.label, language) for issue in file.issues.values()], list(file.issues))
    for name, issue in zip(names, file.issues.values(), strict=True):
        if issue.amounts is not None:
            yield Issue(name, issue.option_ids, issue.amounts)
        else:
            labels = [words(option.label, language) for option in issue.options.values()]
            yield Issue(name, tuple(_names(labels, list(issue.options))))


def _names(labels: Sequence[str], ids: Sequence[str]) -> list[str]:
    """Labels where each has one of its own, else the ids of those that don't."""
    cleaned = [name_in(label) for label in labels]
    return [
        name if name is not None and cleaned.count(name) == 1 and name not in ids else identity
        for name, identity in zip(cleaned, ids, strict=True)
    ]


def _parties(
    file: DossierFile, model: Model, inputs: Inputs, language: Language, with_no_deal: bool
) -> Iterator[Party]:
    ids = [model.parties[p] for p in model.consenting]
    names = _names([words(file.parties[party].name, language) for party in ids], ids)
    ends = list(zip(model.option_starts[:-1].tolist(), model.option_starts[1:].tolist(), strict=True))
    for name, p in zip(names, model.consenting, strict=True):
        weights = inputs.weights[0, p].tolist()
        total = sum(weights) or 1.0
        values = (inputs.values[0, p] / MOST_POINTS).tolist()
        yield Party(
            name=name,
            weights=tuple(weight / total for weight in weights),
            evaluations=tuple(
                (0.0,) * (stop - start) if silent else tuple(values[start:stop])
                for (start, stop), silent in zip(ends, model.silent[p].tolist(), strict=True)
            ),
            reservation=float(inputs.no_deal[0, p]) / MOST_POINTS if with_no_deal else None,
        )


def _losses(dossier: Dossier, model: Model, with_no_deal: bool) -> Iterator[Loss]:
    file = dossier.file
    if not with_no_deal:
        yield Loss("interop.lost-no-deal")
    positions = [held for party, held in file.positions.items() if file.parties[party].consents]
    cells = [cell for held in positions for cell in held.cells.values()]
    counts = {
        "interop.lost-uncertain": sum(not feed.distribution.sure for feed in model.feeds.all),
        "interop.lost-silent": int(model.silent[list(model.consenting)].sum()),
        "interop.lost-others": len(model.parties) - len(model.consenting),
        "interop.lost-red-lines": len(model.red_lines),
        "interop.lost-rules": len(model.rules),
        "interop.lost-infeasible": len(model.infeasible),
        "interop.lost-ambiguous": len(model.ambiguous),
        "interop.lost-interactions": len(model.interactions),
        "interop.lost-coalitions": len(file.coalitions),
        "interop.lost-inferred": sum(cell.inferred is not None for cell in cells),
        "interop.lost-norms": len(file.norms),
        "interop.lost-claims": len(dossier.claims),
    }
    yield from (Loss(code, {"n": n}) for code, n in counts.items() if n)
    if any(party.influence is not None for party in file.parties.values()):
        yield Loss("interop.lost-influence")
    yield Loss("interop.lost-rest")
