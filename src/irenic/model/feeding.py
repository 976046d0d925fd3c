"""Which numbers of a dossier feed which array."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from irenic.dossier.schema.base import Quantity
from irenic.dossier.schema.root import DossierFile
from irenic.model.cells import cells_of
from irenic.model.deal_levers import deal_lever_credibilities, deal_lever_sizes
from irenic.model.lines import line_paths
from irenic.model.structure import Between, Feed, Feeds


def gather_feeds(file: DossierFile) -> Feeds:
    """Every number that an analysis of the package space draws, by the array it goes to."""
    lines = list(line_paths(file))
    consenting = [p for p, party in enumerate(file.parties.values()) if party.consents]
    return Feeds(
        weights=tuple(_weights(file)),
        values=tuple(_values(file)),
        no_deal=tuple(_of_parties(file, "no_deal", range(len(file.parties)))),
        influence=tuple(_of_parties(file, "influence", consenting)),
        discount=tuple(_of_parties(file, "discount", consenting)),
        binding=tuple(_feed(f"{path}.binding", line.binding, k) for k, (path, line) in enumerate(lines)),
        cost=tuple(_feed(f"{path}.cost", line.cost, k) for k, (path, line) in enumerate(lines)),
        infeasible=tuple(_of_options(file, "infeasible")),
        ambiguity=tuple(_of_options(file, "ambiguity")),
        interactions=tuple(_interactions(file)),
        between=tuple(_between(file)),
        lever_sizes=tuple(deal_lever_sizes(file)),
        lever_credibilities=tuple(deal_lever_credibilities(file)),
    )


def _feed(path: str, quantity: Quantity, *at: int) -> Feed:
    return Feed(path, quantity.value, at)


def _weights(file: DossierFile) -> Iterator[Feed]:
    for p, party in enumerate(file.parties):
        cells = cells_of(file, party)
        for i, issue in enumerate(file.issues):
            cell = cells.get(issue)
            if cell is not None and cell.weight is not None:
                yield _feed(f"positions.{party}.{issue}.weight", cell.weight, p, i)


def _values(file: DossierFile) -> Iterator[Feed]:
    for p, party in enumerate(file.parties):
        cells = cells_of(file, party)
        flat = 0
        for name, issue in file.issues.items():
            for option in issue.option_ids:
                value = cells[name].values.get(option) if name in cells else None
                if value is not None:
                    yield _feed(f"positions.{party}.{name}.values.{option}", value, p, flat)
                flat += 1


def _between(file: DossierFile) -> Iterator[Between]:
    """Points of quantities at which a stated cell gives no value, between two at which it does."""
    for p, party in enumerate(file.parties):
        cells = cells_of(file, party)
        start = 0
        for name, issue in file.issues.items():
            if name in cells and issue.amounts is not None:
                stated = [k for k, option in enumerate(issue.option_ids) if option in cells[name].values]
                for below, above in pairwise(stated):
                    least, most = issue.amounts[below], issue.amounts[above]
                    for k in range(below + 1, above):
                        way = (issue.amounts[k] - least) / (most - least)
                        yield Between(p, start + k, start + below, start + above, way)
            start += len(issue.option_ids)


def _of_parties(file: DossierFile, field: str, of: Iterable[int]) -> Iterator[Feed]:
    names = list(file.parties)
    for p in of:
        quantity: Quantity | None = getattr(file.parties[names[p]], field)
        if quantity is not None:
            yield _feed(f"parties.{names[p]}.{field}", quantity, p)


def _of_options(file: DossierFile, field: str) -> Iterator[Feed]:
    k = 0
    for name, issue in file.issues.items():
        for option, element in issue.options.items():
            quantity: Quantity | None = getattr(element, field)
            if quantity is not None:
                yield _feed(f"issues.{name}.options.{option}.{field}", quantity, k)
                k += 1


def _interactions(file: DossierFile) -> Iterator[Feed]:
    k = 0
    for party in file.parties:
        if party in file.positions:
            for name, interaction in file.positions[party].interactions.items():
                yield _feed(f"positions.{party}.interactions.{name}.points", interaction.points, k)
                k += 1
