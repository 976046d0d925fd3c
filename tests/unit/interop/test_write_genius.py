"""What is written for GENIUS, read back as GENIUS reads it."""

from dataclasses import replace
from pathlib import Path

import pytest

from irenic.interop.domain import Domain
from irenic.interop.write_genius import write_genius
from irenic.interop.writing import Written
from tests.unit.interop.examples import DOMAIN, read


def back(written: Written, folder: Path) -> Domain:
    """The domain, its parties in the order in which they were before."""
    folder.mkdir()
    for name, content in written.files.items():
        (folder / name).write_bytes(content)
    domain = read(folder).domain
    return replace(domain, parties=domain.parties[::-1])


def test_weights_take_up_what_genius_divides_by(tmp_path: Path) -> None:
    """Evaluations up to 4 at weight 0.1 are worth 0.4 to GENIUS only if the weight is 0.4."""
    party = replace(DOMAIN.parties[0], weights=(0.1, 0.4), evaluations=((4.0, 1.0), (0.0, 0.25, 1.0)))
    domain = replace(DOMAIN, parties=(party, DOMAIN.parties[1]))
    found = back(write_genius(domain), tmp_path / "river")
    assert found.parties[0].weights == (0.4, 0.4)
    assert found.parties[0].evaluations == ((1.0, 0.25), (0.0, 0.25, 1.0))
    assert (found.parties[0].reservation, found.parties[0].discount) == (0.3, 0.9)


def test_fractions_become_whole_numbers(tmp_path: Path) -> None:
    written = write_genius(DOMAIN)
    text = written.files["Lower.xml"].decode()
    assert '<item index="2" value="ours" cost="0" evaluation="7"/>' in text
    assert back(written, tmp_path / "river").parties[1].evaluations == DOMAIN.parties[1].evaluations


def test_what_is_below_nothing_is_raised_with_the_reservation(tmp_path: Path) -> None:
    party = replace(DOMAIN.parties[0], evaluations=((-0.5, 0.5), (0.0, 0.25, 1.0)))
    written = write_genius(replace(DOMAIN, parties=(party, DOMAIN.parties[1])))
    assert written.equality == "affine"
    assert "interop.lost-negative" in {loss.code for loss in written.losses}
    found = back(written, tmp_path / "river").parties[0]
    assert found.reservation == pytest.approx(0.3 + 0.6 * 0.5, abs=1e-15)
    for package in ((0, 0), (1, 2)):
        assert found.utility(package) == pytest.approx(party.utility(package) + 0.3, abs=1e-15)


def test_party_names_and_their_order_are_those_of_files() -> None:
    parties = (replace(DOMAIN.parties[0], name="up/per"), replace(DOMAIN.parties[1], name="domain"))
    written = write_genius(replace(DOMAIN, parties=parties))
    assert set(written.files) == {"domain-2.xml", "up-per.xml", "domain.xml"}
    assert {loss.code for loss in written.losses} == {
        "interop.lost-amounts", "interop.lost-party-names", "interop.lost-party-order",
    }  # fmt: skip


def test_names_are_escaped(tmp_path: Path) -> None:
    issues = (replace(DOMAIN.issues[0], name='a & "b" <c>', options=("'", "&amp;")), DOMAIN.issues[1])
    domain = replace(DOMAIN, issues=issues)
    assert back(write_genius(domain), tmp_path / "river").issues[0] == replace(issues[0], amounts=None)
