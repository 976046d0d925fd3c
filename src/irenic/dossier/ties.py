"""Which issues are tied together.

A rule does it, a refused combination, an exception to a refusal, an interaction, or a lever that a deal sets off.
"""

from collections.abc import Iterator

from irenic.dossier.lever_changes import deal_changes
from irenic.dossier.schema.root import Dossier


def ties_of(dossier: Dossier) -> Iterator[frozenset[str]]:
    """Issues that something ties together, one set for each thing that does."""
    for rule in dossier.file.rules.values():
        yield frozenset({*(rule.same or ()), *(rule.forbid or ()), *(rule.require or ()), *rule.when})
    for held in dossier.file.positions.values():
        for line in held.red_lines.values():
            lifted = line.unless.package if line.unless else ()
            yield frozenset({*(line.refuses or ()), *(line.more or ()), *lifted})
        for interaction in held.interactions.values():
            yield frozenset(interaction.package)
        for issue, cell in held.cells.items():
            for red_line in cell.red_lines.values():
                if red_line.unless and red_line.unless.package:
                    yield frozenset({issue, *red_line.unless.package})
    for lever, _, _, issue, _ in deal_changes(dossier.file):
        yield frozenset({issue, *lever.trigger.package})


def blocks_of(dossier: Dossier) -> tuple[tuple[str, ...], ...]:
    """The finest partition of the issues that keeps tied issues together, in dossier order."""
    issues = tuple(dossier.file.issues)
    block = {issue: {issue} for issue in issues}
    for tied in ties_of(dossier):
        merged: set[str] = set()
        for issue in tied & block.keys():
            merged |= block[issue]
        block.update(dict.fromkeys(merged, merged))
    found: dict[int, tuple[str, ...]] = {}
    for issue in issues:
        members = block[issue]
        found.setdefault(id(members), tuple(name for name in issues if name in members))
    return tuple(found.values())
