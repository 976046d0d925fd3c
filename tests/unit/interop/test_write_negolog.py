"""What is written for NegoLog."""

import json
from dataclasses import replace

from irenic.interop.write_negolog import write_negolog
from tests.unit.interop.examples import DOMAIN


def test_the_profile() -> None:
    written = write_negolog(DOMAIN)
    assert list(written.files) == ["profileA.json", "profileB.json"]
    assert json.loads(written.files["profileA.json"]) == {
        "reservationValue": 0.3,
        "issueWeights": {"water": 0.6, "boats": 0.4},
        "issues": {"water": {"shared": 0.5, "ours": 1.0}, "boats": {"2": 0.0, "3": 0.25, "4": 1.0}},
    }
    assert {loss.code for loss in written.losses} == {
        "interop.lost-party-letters", "interop.lost-discounts", "interop.lost-unstated", "interop.lost-amounts",
    }  # fmt: skip


def test_many_parties_keep_their_order() -> None:
    parties = tuple(replace(DOMAIN.parties[0], name=str(k)) for k in range(40))
    names = list(write_negolog(replace(DOMAIN, parties=parties)).files)
    assert names[25:28] == ["profileZ.json", "profileZ1.json", "profileZ2.json"]
