"""NegoLog's profiles."""

from pathlib import Path

import pytest

from irenic.interop.negolog import profiles_in
from tests.unit.interop.examples import NEGOLOG, PROFILE_A, PROFILE_B, profile, read, written


def test_a_folder(tmp_path: Path) -> None:
    reading = read(written(tmp_path / "river", NEGOLOG))
    domain = reading.domain
    assert (domain.name, domain.format, domain.evaluations) == ("river", "negolog", "raw")
    assert [(issue.name, issue.options) for issue in domain.issues] == [
        ("water", ("shared", "ours")),
        ("toll", ("none", "low", "high")),
    ]
    assert [(p.name, p.weights, p.reservation) for p in domain.parties] == [
        ("A", (0.6, 0.4), 0.3),
        ("B", (0.5, 0.5), 0.1),
    ]
    assert domain.parties[0].utility((1, 2)) == 1.0
    assert not reading.losses
    assert not reading.warnings


def test_a_file_stands_for_its_folder(tmp_path: Path) -> None:
    folder = written(tmp_path / "river", NEGOLOG)
    assert read(folder / "profileB.json") == read(folder)
    assert read(folder / "specs.json") == read(folder)


def test_the_order_of_keys_is_that_of_the_first_profile(tmp_path: Path) -> None:
    turned = {
        **PROFILE_B,
        "issues": {name: dict(reversed(of.items())) for name, of in reversed(PROFILE_B["issues"].items())},
    }
    folder = written(tmp_path / "river", {"profileA.json": profile(PROFILE_A), "profileB.json": profile(turned)})
    assert read(folder).domain.parties[1].evaluations == ((1.0, 0.25), (1.0, 0.5, 0.0))


def test_three_parties_and_no_reservation(tmp_path: Path) -> None:
    third = {key: value for key, value in PROFILE_B.items() if key != "reservationValue"}
    folder = written(tmp_path / "river", {**NEGOLOG, "profileC.json": profile(third)})
    assert [(party.name, party.reservation) for party in read(folder).domain.parties] == [
        ("A", 0.3),
        ("B", 0.1),
        ("C", None),
    ]
    assert [file.name for file in profiles_in(folder)] == ["profileA.json", "profileB.json", "profileC.json"]


def test_evaluations_can_be_read_otherwise(tmp_path: Path) -> None:
    folder = written(tmp_path / "river", NEGOLOG)
    assert read(folder, "spread").domain.parties[0].evaluations[1] == pytest.approx((0, 0.625, 1))
    assert read(folder, "scaled").domain.parties[0].evaluations == ((0.5, 1.0), (0.2, 0.7, 1.0))
