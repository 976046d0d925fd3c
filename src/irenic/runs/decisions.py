"""What bodies decide, as chances: worked out when a lever or clock waits for one."""

from collections.abc import Iterator, Mapping

from irenic.dossier.schema.root import Dossier
from irenic.fast.grid import Floats
from irenic.model.structure import Model
from irenic.numbers.draws import Draws
from irenic.runs.no_deal import Decisions
from irenic.votes.decisions import decisions


class _Asked(Mapping[str, Floats]):
    """Body → float64[draw], probability of a yes; each is asked when it is looked up for the first time."""

    def __init__(self, dossier: Dossier, model: Model, sampler: Draws, start: int, stop: int) -> None:
        self._dossier, self._model = dossier, model
        self._sampler, self._start, self._stop = sampler, start, stop
        self._known: dict[str, Floats] = {}

    def __getitem__(self, body: str) -> Floats:
        if body not in self._known:
            found = decisions(self._dossier, self._model, self._sampler, self._start, self._stop, bodies=[body])
            self._known[body] = found[body]
        return self._known[body]

    def __iter__(self) -> Iterator[str]:
        return iter(self._dossier.file.bodies)

    def __len__(self) -> int:
        return len(self._dossier.file.bodies)


def decisions_of(dossier: Dossier, model: Model) -> Decisions:
    """What gives the chance of a yes of every body, draw by draw."""

    def decided(sampler: Draws, start: int, stop: int) -> Mapping[str, Floats]:
        return _Asked(dossier, model, sampler, start, stop)

    return decided
