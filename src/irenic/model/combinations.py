"""Blocks: issues that something ties together, and all combinations of their options."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from irenic.model.package_index import Integers, PackageIndex

Truths: TypeAlias = NDArray[np.bool_]
Pattern: TypeAlias = Mapping[str, Sequence[str]]
"""Issue → options: matches what has one of the options in every issue named."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Issues tied together, with every combination of their options in package order.

    Attributes:
        issues: positions of the block's issues in dossier order.
        start: position of the block's first combination among those of all blocks.
        positions: int64[combination, issue of the block], the options taken.
        numbers: int64[combination], what the combination adds to the package number.
    """

    issues: tuple[int, ...]
    start: int
    positions: Integers
    numbers: Integers

    @property
    def size(self) -> int:
        """Number of combinations."""
        return len(self.numbers)

    @property
    def span(self) -> slice:
        """Where the block's combinations stand among those of all blocks."""
        return slice(self.start, self.start + self.size)


def cut_into_blocks(index: PackageIndex, ties: Iterable[Iterable[str]]) -> tuple[Block, ...]:
    """The finest partition of the issues that keeps every tie inside one block, blocks in order of their first issue.

    Args:
        index: the issues and their options.
        ties: groups of issue ids that belong together.
    """
    blocks: list[Block] = []
    start = 0
    for issues in _components(index, ties):
        blocks.append(_block(index, issues, start))
        start += blocks[-1].size
    return tuple(blocks)


def _components(index: PackageIndex, ties: Iterable[Iterable[str]]) -> list[tuple[int, ...]]:
    leader = list(range(len(index.issues)))
    for tie in ties:
        members = [index.issues.index(issue) for issue in tie]
        joined = {leader[i] for i in members}
        leader = [min(joined) if of in joined else of for of in leader]
    return [tuple(i for i, of in enumerate(leader) if of == first) for first in sorted(set(leader))]


def _block(index: PackageIndex, issues: tuple[int, ...], start: int) -> Block:
    sizes = [index.sizes[i] for i in issues]
    positions = np.indices(sizes, dtype=np.int64).reshape(len(issues), -1).T.copy()
    numbers = np.zeros(len(positions), dtype=np.int64)
    for column, issue in enumerate(issues):
        numbers += positions[:, column] * (index.strides[issue] if index.sizes[issue] > 1 else 0)
    return Block(issues, start, positions, numbers)


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds the combinations that something is about, among those of all blocks."""

    index: PackageIndex
    blocks: tuple[Block, ...]

    @property
    def count(self) -> int:
        """Number of combinations of all blocks."""
        return sum(block.size for block in self.blocks)

    def block_of(self, issues: Iterable[str]) -> Block:
        """The block that holds these issues (at least one)."""
        wanted = {self.index.issues.index(issue) for issue in issues}
        return next(block for block in self.blocks if wanted <= set(block.issues))

    def matching(self, pattern: Pattern, block: Block) -> Truths:
        """Combinations of the block that match the pattern: bool[combination of the block]."""
        found = np.ones(block.size, dtype=np.bool_)
        for issue, options in pattern.items():
            i = self.index.issues.index(issue)
            wanted = [self.index.options[i].index(option) for option in options]
            found &= np.isin(block.positions[:, block.issues.index(i)], wanted)
        return found

    def same(self, issues: Sequence[str], block: Block) -> Truths:
        """Combinations of the block in which all these issues take the option of the same name."""
        names = [self._names(issue, block) for issue in issues]
        found = np.ones(block.size, dtype=np.bool_)
        for other in names[1:]:
            found &= names[0] == other
        return found

    def exceeding(self, amounts: Mapping[str, Sequence[float]], first: str, second: str, block: Block) -> Truths:
        """Combinations of the block in which the quantity `first` is more than the quantity `second`."""
        return self._chosen(amounts[first], first, block) > self._chosen(amounts[second], second, block)

    def everywhere(self, block: Block, marks: Truths) -> Truths:
        """Marks on a block's combinations as marks on all combinations."""
        found = np.zeros(self.count, dtype=np.bool_)
        found[block.span] = marks
        return found

    def _names(self, issue: str, block: Block) -> NDArray[np.str_]:
        i = self.index.issues.index(issue)
        return np.array(self.index.options[i])[block.positions[:, block.issues.index(i)]]

    def _chosen(self, amounts: Sequence[float], issue: str, block: Block) -> NDArray[np.float64]:
        i = self.index.issues.index(issue)
        return np.array(amounts, dtype=np.float64)[block.positions[:, block.issues.index(i)]]


def pattern_issues(*patterns: Pattern) -> tuple[str, ...]:
    """Issues that the patterns name, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(patterns)))
