"""Changes that mend a package."""

import pytest

from irenic.deal import package_changes
from tests.unit.deal.package_examples import distance, sections


def test_the_best_change_of_one_two_and_three_issues_as_far_as_they_improve() -> None:
    """Avia has a third of its points and Bruma half; a road gives each a sixth more, and no deal is worth 40 to 60."""
    written = sections()
    written["parties"]["avia"]["no_deal"] = written["parties"]["bruma"]["no_deal"] = "40 to 60"
    found = distance(written, draws=256, port="z", toll="x", road="none", flag="old")
    first, *more = found["changes"]
    assert first["options"] == {"road": "built"}
    shares = [found["accepted"], *(change["share"] for change in found["changes"])]
    assert shares == sorted(set(shares))
    assert [len(change["options"]) for change in more] == sorted({len(change["options"]) for change in more})


def test_nothing_is_changed_in_silence_or_against_a_norm() -> None:
    written = sections()
    given = {"port": "x", "toll": "z", "road": "none", "flag": "old"}
    assert distance(written, 16, None, **given)["changes"] == [{"options": {"road": "built"}, "share": 1.0}]
    assert distance(written, 16, {"held": {"road": ["built"]}}, **given)["changes"] == []
    written["positions"]["bruma"].pop("road")
    assert distance(written, 16, None, **given)["changes"] == []


def test_what_is_always_accepted_needs_no_change() -> None:
    assert distance(sections(), port="x", toll="z", road="built", flag="old")["changes"] == []


def test_changes_that_are_too_many_to_look_at_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    written = sections()
    written["parties"]["avia"]["no_deal"] = "60"

    def changes() -> list[int]:
        found = distance(written, port="z", toll="z", road="none", flag="old")
        return [len(change["options"]) for change in found["changes"]]

    assert changes() == [2]
    monkeypatch.setattr(package_changes, "MOST", 4)
    assert changes() == []
