"""Live options of whole dossiers; the kernel itself is measured against all packages in tests/properties."""

from typing import Any

import numpy as np

from irenic.deal.chunk import deal_chunk
from irenic.deal.live import BASES, decisive_options
from irenic.deal.plan import count_plan
from irenic.deal.spaces import in_every_reading
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, party


def live_of(sections: dict[str, Any]) -> dict[str, list[str]]:
    """Basis → live options in every draw of a dossier whose draws are alike."""
    model = compile_model(dossier_of(**sections))
    inputs = draw_inputs(model, Sampler(0), 0, 16)
    found = deal_chunk(model, inputs, in_every_reading(inputs.no_deal), count_plan(model, 16))["deal.live"]
    assert (found == found[0]).all()
    options = [f"{issue}.{o}" for issue, of in zip(model.index.issues, model.index.options, strict=True) for o in of]
    return {basis: [options[k] for k in np.flatnonzero(found[0, b])] for b, basis in enumerate(BASES)}


def two_issues() -> dict[str, Any]:
    """Each party wants one issue settled its way; avia says nothing of the toll."""
    return {
        "parties": {"avia": party(no_deal="50"), "bruma": party(no_deal="50")},
        "issues": {
            "port": {"question": "?", "status_quo": "theirs", "options": {"theirs": {}, "shared": {}, "ours": {}}},
            "toll": {"question": "?", "status_quo": "none", "options": {"none": {}, "high": {}}},
        },
        "positions": {
            "avia": {"port": {"weight": "100", "values": {"theirs": "0", "shared": "60", "ours": "100"}}},
            "bruma": {
                "port": {"weight": "50", "values": {"theirs": "100", "shared": "20", "ours": "0"}},
                "toll": {"weight": "50", "values": {"none": "0", "high": "100"}},
            },
        },
    }


def test_options_of_the_zone_are_live() -> None:
    """avia needs shared or ours, bruma then the high toll; in silence nothing moves and there is no deal."""
    assert live_of(two_issues()) == {"headline": ["port.shared", "port.ours", "toll.high"], "strict": []}


def test_nothing_moved_in_silence_leaves_the_status_quo_alone_live() -> None:
    sections = two_issues()
    sections["parties"]["bruma"] = party(no_deal="5")
    assert live_of(sections)["strict"] == ["port.shared", "toll.none"]


def test_an_option_decides_where_its_issue_has_no_other() -> None:
    live = np.array([[True, False, True, True, False], [True, True, False, False, True], [False] * 5])
    assert decisive_options(live, (2, 3)).tolist() == [
        [True, False, False, False, False],
        [False, False, False, False, True],
        [False] * 5,
    ]
