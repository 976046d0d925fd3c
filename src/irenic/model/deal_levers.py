"""Levers that a deal sets off and that change what a party wants: points that they add to packages."""

from collections.abc import Iterator

import numpy as np

from irenic.dossier.lever_changes import deal_changes
from irenic.dossier.schema.acts import Operation
from irenic.dossier.schema.root import DossierFile
from irenic.fast.grid import Floats
from irenic.model.combinations import Marker
from irenic.model.structure import DealLeverMark, Feed


def deal_lever_marks(file: DossierFile, marker: Marker) -> Iterator[DealLeverMark]:
    """Every such change, in dossier order, with the packages that set it off."""
    parties, issues = list(file.parties), list(file.issues)
    starts = np.cumsum([0, *marker.index.sizes])
    for lever, change, party, issue, option in deal_changes(file):
        i = issues.index(issue)
        block = marker.block_of((issue, *lever.trigger.package))
        column = block.issues.index(i)
        options = np.full(marker.count, -1, dtype=np.int64)
        fits = marker.matching(lever.trigger.package, block)
        options[block.span] = np.where(fits, starts[i] + block.positions[:, column], -1)
        at = None if option is None else int(starts[i]) + file.issues[issue].option_ids.index(option)
        yield DealLeverMark(change.id, parties.index(party), i, at, change.op, options)


def deal_lever_sizes(file: DossierFile) -> Iterator[Feed]:
    """By how much each of them changes its number."""
    for k, (_, change, *_) in enumerate(deal_changes(file)):
        yield Feed(change.size_path, change.size.value, (k,))


def deal_lever_credibilities(file: DossierFile) -> Iterator[Feed]:
    """How likely each of them is used, where that is stated."""
    for k, (lever, change, *_) in enumerate(deal_changes(file)):
        if lever.credibility is not None:
            yield Feed(f"{change.element}.credibility", lever.credibility.value, (k,))


def operated(op: Operation, number: Floats, size: Floats) -> Floats:
    """A number after an operation, draw by draw."""
    match op:
        case "multiply":
            return number * size
        case "add":
            return number + size
        case "set":
            return size
