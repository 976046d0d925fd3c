"""How a run is made: flags before the environment, the environment before the dossier, then the defaults."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast, get_args

from irenic.dossier.schema.root import NoDealBasis, RunSettings
from irenic.errors.problem import IrenicError, Problem

DRAWS: Final = 2048
SEED: Final = 0
CHUNK: Final = 256


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a run.

    Attributes:
        draws: number of draws.
        seed: seed of all draws.
        threads: threads; never changes a result.
        chunk: draws in a chunk of work; never changes a result.
        no_deal: whether answers rest on computed or on stated no-deal values; None for computed ones where the war
            gives one to every consenting party, else stated ones.
        runs: paths of the war in all; 16 for each draw where None.
    """

    draws: int = DRAWS
    seed: int = SEED
    threads: int = 1
    chunk: int = CHUNK
    no_deal: NoDealBasis | None = None
    runs: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What flags say; None where they say nothing."""

    draws: int | None = None
    seed: int | None = None
    threads: int | None = None
    chunk: int | None = None
    no_deal: NoDealBasis | None = None
    runs: int | None = None


def settle(asked: Asked, written: RunSettings, environment: Mapping[str, str]) -> Settings:
    """Settle every setting.

    Raises:
        IrenicError: a variable of the environment is no number, or out of range (`cli.bad-variable`), or no choice that
            there is (`cli.bad-choice`).
    """
    told = _Environment(environment)
    draws = _first(asked.draws, told.number("IRENIC_DRAWS", 16, 1_048_576), written.draws, DRAWS)
    seed = _first(asked.seed, told.number("IRENIC_SEED", 0, 2**63 - 1), written.seed, SEED)
    threads = _first(asked.threads, told.number("IRENIC_THREADS", 1, 1024), os.cpu_count(), 1)
    chunk = _first(asked.chunk, None, None, CHUNK)
    no_deal = asked.no_deal or told.choice("IRENIC_NO_DEAL", get_args(NoDealBasis)) or written.no_deal
    if told.problems:
        raise IrenicError(told.problems)
    return Settings(draws, seed, threads, chunk, cast(NoDealBasis | None, no_deal), asked.runs)


def _first(*values: int | None) -> int:
    return next(value for value in values if value is not None)


class _Environment:
    """Numbers from variables of the environment; what can't be read is remembered as a problem."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self.problems: list[Problem] = []

    def number(self, name: str, least: int, most: int) -> int | None:
        text = self._variables.get(name)
        if not text:
            return None
        if text.isascii() and text.isdigit() and least <= int(text) <= most:
            return int(text)
        params: dict[str, str | int] = {"name": name, "text": text, "least": least, "most": str(most)}
        self.problems.append(Problem("cli.bad-variable", params))
        return None

    def choice(self, name: str, choices: Sequence[str]) -> str | None:
        text = self._variables.get(name)
        if not text or text in choices:
            return text or None
        params = {"name": name, "text": text, "choices": " | ".join(choices)}
        self.problems.append(Problem("cli.bad-choice", params))
        return None
