from pathlib import Path

from irenic.dossier.check import check_dossier
from irenic.dossier.check_words import check_words
from tests.broken.dossiers import HERE
from tests.unit.dossier.river import copy_of_base

ENGLISH = """\
Claims: 5; 4 used, 1 kept as context, 0 unused.
Anchors verified: 4.
Numbers: 5 backed by claims of their own, 9 by those of the element around, 14 assumed, 0 bare.
Silent cells: 3.
  aldova: release
  brenland: dam, release
Disputes: 1.
  tone: Does Brenland want the valley?
Elements that nothing executes yet: 5.
  issues: 1
  positions: 1
  channels: 1
  implementation: 2"""


def test_the_check_in_words() -> None:
    assert check_words(check_dossier(HERE / "base", HERE / "documents"), "en") == ENGLISH


def test_unused_claims_are_named_in_chinese(tmp_path: Path) -> None:
    report = check_dossier(copy_of_base(tmp_path, ('    context: "later than the dossier"\n', "")), None)
    lines = check_words(report, "zh").splitlines()
    assert lines[:2] == ["陳述：5 項，其中 4 項有要素使用，0 項留作背景，1 項未使用。", "  未使用：N1"]
