"""The package space has a size that can be computed with."""

from collections.abc import Iterator
from math import prod
from typing import Final

from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.dossier.ties import blocks_of
from irenic.errors.problem import Problem

MOST_PACKAGES: Final = 2**63
"""Package numbers are 64-bit integers."""
MOST_COMBINATIONS: Final = 2**20
"""Combinations of a block of tied issues."""


def check_size(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """Package numbers fit into 64 bits; no block of tied issues has too many combinations."""
    sizes = {name: max(1, len(issue.option_ids)) for name, issue in dossier.file.issues.items()}
    packages = prod(sizes.values())
    if packages > MOST_PACKAGES:
        yield positions.problem("dossier.too-many-packages", ("issues",), {"packages": f"{packages:.2g}"}, at_key=True)
    for block in blocks_of(dossier):
        count = prod(sizes[issue] for issue in block)
        if len(block) > 1 and count > MOST_COMBINATIONS:
            params = {"issues": ", ".join(block), "count": f"{count:,}", "most": f"{MOST_COMBINATIONS:,}"}
            yield positions.problem("dossier.block-too-large", ("issues", block[0]), params, at_key=True)
