"""Computing answers into a store."""

import pytest

from irenic.dossier.schema.root import Dossier
from irenic.engine.progress import Cancelled, CancelToken, Progress
from irenic.runs.answering import DRAWING, RANGING, compute, summary
from irenic.runs.memory import MemoryStore
from irenic.runs.opening import OPENING
from irenic.runs.question import Question, question
from irenic.runs.settings import Settings


def test_progress_and_counters(asked: Question) -> None:
    heard: list[Progress] = []
    store = MemoryStore(asked.layout)
    finished = compute(asked, store, heard.append)
    answers = summary(asked, store, heard.append)
    assert (finished.computed_chunks, finished.computed_draws, finished.reused_draws) == (4, 64, 0)
    assert [(e.stage, e.done) for e in heard if e.stage != OPENING] == [
        (DRAWING, 0), (DRAWING, 16), (DRAWING, 32), (DRAWING, 48), (DRAWING, 64), (RANGING, 0), (RANGING, 1),
    ]  # fmt: skip
    opened = [e.done for e in heard if e.stage == OPENING]
    assert opened == sorted(opened)
    assert (answers["draws"], answers["seed"], answers["opening_draws"]) == (64, 5, 64)


def test_cancelling_keeps_what_is_finished(asked: Question) -> None:
    token = CancelToken()
    store = MemoryStore(asked.layout)

    def stop_at_half(event: Progress) -> None:
        if event.done >= 32:
            token.cancel()

    with pytest.raises(Cancelled):
        compute(asked, store, stop_at_half, token)
    kept = sum(stop - start for start, stop in store.finished())
    assert 32 <= kept < 64
    assert compute(asked, store).reused_draws == kept


def test_another_seed_draws_otherwise(tutorial: Dossier, asked: Question) -> None:
    arrays = []
    for seed in (5, 5, 6):
        store = MemoryStore(asked.layout)
        compute(question(tutorial, Settings(draws=64, seed=seed)), store)
        arrays.append(store.array("deal.no_deal"))
    assert (arrays[0][..., :2] == arrays[1][..., :2]).all()
    assert (arrays[0][..., :2] != arrays[2][..., :2]).any()
