"""Votes with the no-deal values that answers rest on."""

from pathlib import Path

import numpy as np
import pytest

from irenic.dossier.load import load_dossier
from irenic.errors.problem import IrenicError
from irenic.runs.question import Question, question
from irenic.runs.settings import Settings
from irenic.runs.votes import departing, votes
from tests.unit.dossier.river import copy_of_base


@pytest.fixture
def river(tmp_path: Path) -> Question:
    return question(load_dossier(copy_of_base(tmp_path)), Settings(draws=64, chunk=16))


def chances(asked: Question, *, no_deal: np.ndarray | None = None) -> dict[str, float]:
    found = votes(asked, packages=[{"dam": "shared"}], no_deal=no_deal)
    return {body["id"]: vote["chance"]["mean"] for body in found["bodies"] for vote in body["votes"]}


def test_every_body_votes(river: Question) -> None:
    assert set(chances(river)) == {"assembly", "cabinet"}
    assert votes(river)["draws"] == 64


def test_members_gain_over_the_no_deal_values_in_use(river: Question) -> None:
    _, used = river.drawn(0, 64)
    assert chances(river) == chances(river, no_deal=used)
    worse, better = (chances(river, no_deal=np.full_like(used, points))["cabinet"] for points in (100.0, 0.0))
    assert worse < chances(river)["cabinet"] < better


def test_what_a_package_changes(river: Question) -> None:
    whole = river.model.index.package(0)
    changed = departing(river.model, {**whole, "dam": "shared"})
    assert changed["dam"] == "shared"
    assert departing(river.model, river.model.index.package(river.model.index.number(river.model.status_quo))) == {}


def test_one_body_alone(river: Question) -> None:
    assert [body["id"] for body in votes(river, body="cabinet")["bodies"]] == ["cabinet"]
    with pytest.raises(IrenicError) as raised:
        votes(river, body="cabinets")
    assert [dict(problem.params) for problem in raised.value.problems] == [{"body": "cabinets", "near": "cabinet"}]
