"""Compiling a dossier: from what was written to arrays of labels, marks and feeds."""

from collections.abc import Iterable, Iterator

import numpy as np

from irenic.dossier.schema.positions import CombinationRedLine, RedLine
from irenic.dossier.schema.root import Dossier, DossierFile
from irenic.dossier.ties import ties_of
from irenic.model.cells import cells_of, is_silent
from irenic.model.combinations import Marker, Truths, cut_into_blocks, pattern_issues
from irenic.model.deal_levers import deal_lever_marks
from irenic.model.feeding import gather_feeds
from irenic.model.lines import (
    combination_line_path,
    lines_on_combinations,
    lines_on_options,
    option_line_path,
)
from irenic.model.package_index import PackageIndex
from irenic.model.rules import broken_by
from irenic.model.structure import (
    AmbiguityMark,
    CoalitionMark,
    Constraint,
    InfeasibleMark,
    InteractionMark,
    Model,
    RedLineMark,
    RuleMark,
)


def compile_model(dossier: Dossier) -> Model:
    """Compile a dossier to what the analyses of the package space need.

    Args:
        dossier: one that the loader accepted, so that somebody consents, stated cells are whole, and sizes fit.
    """
    file = dossier.file
    parties = tuple(file.parties)
    index = PackageIndex(tuple(file.issues), tuple(issue.option_ids for issue in file.issues.values()))
    marker = Marker(index, cut_into_blocks(index, ties_of(dossier)))
    consenting = tuple(p for p, party in enumerate(parties) if file.parties[party].consents)
    red_lines = (*_cell_lines(file, marker), *_combination_lines(file, marker))
    rules = tuple(RuleMark(name, broken_by(rule, marker)) for name, rule in file.rules.items())
    infeasible = tuple(_infeasible(file, marker))
    silent = np.array([[is_silent(cells_of(file, p).get(i)) for i in file.issues] for p in parties], dtype=np.bool_)
    return Model(
        parties=parties,
        consenting=consenting,
        index=index,
        blocks=marker.blocks,
        silent=silent,
        moved_in_silence=_moved_in_silence(file, marker, np.asarray(silent[list(consenting)].any(axis=0))),
        orders=tuple(_orders(file)),
        red_lines=red_lines,
        rules=rules,
        infeasible=infeasible,
        ambiguous=tuple(_ambiguous(file)),
        interactions=tuple(_interactions(file, marker)),
        constraints=tuple(
            _constraints([parties[p] for p in consenting], parties, red_lines, rules, infeasible, file.coalitions)
        ),
        feeds=gather_feeds(file),
        status_quo=tuple(issue.option_ids.index(issue.status_quo) for issue in file.issues.values()),
        coalitions=tuple(_coalitions(file, marker)),
        deal_levers=tuple(deal_lever_marks(file, marker)),
    )


def _unless(line: RedLine) -> dict[str, tuple[str, ...]]:
    return {} if line.unless is None else dict(line.unless.package)


def _refused_issues(line: CombinationRedLine) -> tuple[str, ...]:
    return pattern_issues(dict.fromkeys(line.more or (), ()), line.refuses or {}, _unless(line))


def _cell_lines(file: DossierFile, marker: Marker) -> Iterator[RedLineMark]:
    parties = list(file.parties)
    for party, issue, option, line in lines_on_options(file):
        block = marker.block_of(pattern_issues({issue: (option,)}, _unless(line)))
        refused = marker.matching({issue: (option,)}, block)
        path = option_line_path(party, issue, option)
        broken = _not_lifted(refused, line, marker, issues=(issue,))
        yield RedLineMark(path, parties.index(party), issue, option, broken)


def _combination_lines(file: DossierFile, marker: Marker) -> Iterator[RedLineMark]:
    parties = list(file.parties)
    amounts = {name: issue.amounts for name, issue in file.issues.items() if issue.amounts is not None}
    for party, name, line in lines_on_combinations(file):
        block = marker.block_of(_refused_issues(line))
        if line.more is not None:
            refused = marker.exceeding(amounts, *line.more, block)
        else:
            refused = marker.matching(line.refuses or {}, block)
        path = combination_line_path(party, name)
        broken = _not_lifted(refused, line, marker, issues=_refused_issues(line))
        yield RedLineMark(path, parties.index(party), None, None, broken)


def _not_lifted(refused: Truths, line: RedLine, marker: Marker, issues: tuple[str, ...]) -> Truths:
    block = marker.block_of((*issues, *_unless(line)))
    if _unless(line):
        refused = refused & ~marker.matching(_unless(line), block)
    return marker.everywhere(block, refused)


def _moved_in_silence(file: DossierFile, marker: Marker, silent: Truths) -> Truths:
    """Combinations that leave the status quo on one of the silent issues (bool[issue])."""
    moved = np.zeros(marker.blocks[-1].start + marker.blocks[-1].size, dtype=np.bool_)
    for (name, issue), is_open in zip(file.issues.items(), silent, strict=True):
        if is_open:
            block = marker.block_of((name,))
            moved |= marker.everywhere(block, ~marker.matching({name: (issue.status_quo,)}, block))
    return moved


def _orders(file: DossierFile) -> Iterator[tuple[int, tuple[int, ...]]]:
    parties, issues = list(file.parties), list(file.issues)
    for order in file.order:
        cells = cells_of(file, order.holder)
        told = tuple(issues.index(i) for i in order.issues if not is_silent(cells.get(i)))
        yield parties.index(order.holder), told


def _infeasible(file: DossierFile, marker: Marker) -> Iterator[InfeasibleMark]:
    for name, issue in file.issues.items():
        block = marker.block_of((name,))
        for option, element in issue.options.items():
            if element.infeasible is not None:
                used = marker.everywhere(block, marker.matching({name: (option,)}, block))
                yield InfeasibleMark(name, option, used)


def _ambiguous(file: DossierFile) -> Iterator[AmbiguityMark]:
    parties = list(file.parties)
    start = 0
    for issue in file.issues.values():
        ids = issue.option_ids
        for option, element in issue.options.items():
            if element.ambiguity is not None:
                reads = tuple((parties.index(p), start + ids.index(o)) for p, o in element.reads.items())
                yield AmbiguityMark(start + ids.index(option), reads)
        start += len(ids)


def _interactions(file: DossierFile, marker: Marker) -> Iterator[InteractionMark]:
    for p, party in enumerate(file.parties):
        if party in file.positions:
            for interaction in file.positions[party].interactions.values():
                block = marker.block_of(interaction.package)
                matches = marker.everywhere(block, marker.matching(interaction.package, block))
                yield InteractionMark(p, matches)


def _coalitions(file: DossierFile, marker: Marker) -> Iterator[CoalitionMark]:
    parties, issues = list(file.parties), list(file.issues)
    for name, coalition in file.coalitions.items():
        reach = np.zeros(marker.count, dtype=np.bool_)
        for block in marker.blocks:
            within = {
                issues[i]: (file.issues[issues[i]].status_quo, *coalition.controls.get(issues[i], ()))
                for i in block.issues
            }
            reach |= marker.everywhere(block, marker.matching(within, block))
        yield CoalitionMark(name, tuple(parties.index(member) for member in coalition.members), reach)


def _constraints(
    consenting: Iterable[str],
    parties: tuple[str, ...],
    red_lines: Iterable[RedLineMark],
    rules: Iterable[RuleMark],
    infeasible: Iterable[InfeasibleMark],
    coalitions: Iterable[str],
) -> Iterator[Constraint]:
    for party in consenting:
        yield Constraint(f"parties.{party}.no_deal", "no_deal", party=party)
    for line in red_lines:
        party = parties[line.party]
        yield Constraint(line.path, "red_line", party=party, issue=line.issue, option=line.option, red_line=line.path)
    for rule in rules:
        yield Constraint(f"rules.{rule.id}", "rule", rule=rule.id)
    for entry in infeasible:
        path = f"issues.{entry.issue}.options.{entry.option}.infeasible"
        yield Constraint(path, "infeasible", issue=entry.issue, option=entry.option)
    for name in coalitions:
        yield Constraint(f"coalitions.{name}", "coalition", coalition=name)
