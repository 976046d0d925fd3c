"""Distances of packages, worked by hand."""

import pytest

from irenic.report.opening_data import PackageDistance
from tests.unit.deal.package_examples import distance, sections
from tests.unit.report.shape import faults


def test_whom_a_package_fails_and_why() -> None:
    found = distance(sections(), port="x", toll="z", road="none", flag="old")
    assert found["filled"] == []
    assert found["accepted"] == 0
    first, second = found["parties"]
    assert (first["party"], first["accepts"]) == ("bruma", 0)
    assert first["lacks"] == pytest.approx({"low": 50 - 100 / 3, "median": 50 - 100 / 3, "high": 50 - 100 / 3})
    assert [(give["issue"], give["option"]) for give in first["gives"]] == [("port", "x"), ("road", "none")]
    assert [give["points"] for give in first["gives"]] == pytest.approx([50, 100 / 6])
    assert (second["party"], second["accepts"], second["lacks"]) == ("avia", 1, None)
    # With the road Avia has 66.7 and Bruma 50: no other single change of it pleases both.
    assert found["changes"] == [{"options": {"road": "built"}, "share": 1.0}]


def test_a_vague_text_counts_as_written() -> None:
    found = distance(sections(), port="y", toll="x", road="built", flag="old")
    avia, bruma = (next(e for e in found["parties"] if e["party"] == name) for name in ("avia", "bruma"))
    assert avia["lacks"] is None
    assert bruma["lacks"]["median"] == pytest.approx(50 - 15 - 100 / 6)


def test_what_forbids_a_package_is_named_with_its_share() -> None:
    written = sections()
    written["positions"]["bruma"]["port"]["red_lines"] = {"x": {"binding": "0.25", "cost": "0"}}
    written["positions"]["avia"]["port"]["red_lines"] = {"x": {"binding": "0", "cost": "5"}}
    written["rules"] = {"no-road": {"forbid": {"road": "built", "toll": "z"}}}
    written["issues"]["flag"]["options"]["new"] = {"infeasible": "0.5"}
    found = distance(written, draws=256, port="x", toll="z", road="built", flag="new")
    assert [entry["constraint"] for entry in found["broken"]] == [
        "rules.no-road",
        "issues.flag.options.new.infeasible",
        "positions.bruma.port.red_lines.x",
        "positions.avia.port.red_lines.x",
    ]
    shares = [entry["share"] for entry in found["broken"]]
    assert shares == pytest.approx([1, 0.5, 0.25, 0], abs=0.02)  # stratified shares over 256 draws
    assert found["silent"] == {"flag": ["avia", "bruma"]}
    assert found["accepted"] == 0
    assert found["simulation_low"] == 0
    assert found["simulation_high"] > 0


def test_a_single_draw_has_no_simulation_error() -> None:
    found = distance(sections(), draws=1, port="x", toll="z", road="built", flag="old")
    assert (found["accepted"], found["simulation_low"], found["simulation_high"]) == (1, 1, 1)


def test_what_is_left_out_is_filled_without_moving_in_silence_or_against_a_norm() -> None:
    found = distance(sections(), port="x")
    assert found["package"] == {"port": "x", "toll": "z", "road": "built", "flag": "old"}
    assert found["filled"] == ["toll", "road", "flag"]
    assert found["accepted"] == 1
    found = distance(sections(), port="x", norms={"held": {"road": ["built"], "flag": ["new"]}})
    assert found["package"] == {"port": "x", "toll": "z", "road": "none", "flag": "old"}
    found = distance(sections(), flag="new", road="built", norms={"held": {"road": ["built"], "flag": ["new"]}})
    assert found["norms"] == ["held"]


def test_it_has_the_shape_that_readers_are_promised() -> None:
    written = sections()
    written["positions"]["bruma"]["port"]["red_lines"] = {"x": {"binding": "0.25", "cost": "0"}}
    found = distance(written, port="x", flag="new", norms={"held": {"port": ["x"]}})
    assert found["changes"]
    assert list(faults(found, PackageDistance)) == []
