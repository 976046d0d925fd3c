import numpy as np

from irenic.model.inputs import draw_inputs
from irenic.model.structure import Feed
from irenic.votes.questions import number_of
from tests.unit.votes.examples import dossier, stakes_of


def test_nothing_is_drawn_before_it_is_needed() -> None:
    stakes = stakes_of(dossier())
    calls = []

    def drawing(start: int, stop: int):  # type: ignore[no-untyped-def]
        calls.append((start, stop))
        return draw_inputs(stakes.model, stakes.sampler, start, stop)

    lazy = type(stakes)(stakes.model, stakes.sampler, 0, 4, drawing)
    assert calls == []
    package = number_of(stakes.model, {"dam": "shared", "fish": "some"})
    assert lazy.utilities(package).tolist() == [[68.0, 50.0]] * 4
    assert lazy.utilities(package) is lazy.utilities(package)
    assert lazy.no_deal.tolist() == [[40.0, 30.0]] * 4
    assert calls == [(0, 4)]


def test_the_first_draws_are_those_of_all() -> None:
    without = np.arange(8.0).reshape(4, 2)
    few = stakes_of(dossier(), no_deal=without).first(3)
    assert few.draws == 3
    assert few.no_deal.tolist() == without[:3].tolist()
    assert few.first(99).draws == 3


def test_a_number_that_is_not_there() -> None:
    stakes = stakes_of(dossier())
    assert stakes.of(None, 0.25).tolist() == [0.25] * 4
    feed = stakes.model.feeds.no_deal[0]
    assert stakes.of(Feed(feed.path, feed.distribution, ()), 0.0).tolist() == [40.0] * 4
