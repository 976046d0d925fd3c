"""`irenic check`."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from irenic.runs.cases import find_case

KEYS = {"problems", "claims", "numbers", "silent_cells", "disputes", "pending"}


def test_the_contract_on_the_first_case(irenic: Callable[..., Any], shared: Path) -> None:
    told = irenic("check", "ukraine-2025-12", "--sources", str(shared / "seed"), "--json")
    assert told.code == 0
    assert set(told.json) == KEYS
    assert told.json["problems"] == []
    assert told.json["claims"]["verified"] == 158
    assert told.json["claims"]["unused"] == 0
    assert set(told.json["numbers"]) == {"backed", "inherited", "assumed", "bare"}
    assert told.json["numbers"]["bare"] == 0
    assert len(told.json["silent_cells"]) == 35


def test_a_changed_document_is_a_finding(irenic: Callable[..., Any], tmp_path: Path) -> None:
    texts = find_case("tutorial").folder / "texts"
    shutil.copytree(texts, tmp_path / "texts")
    document = min((tmp_path / "texts").iterdir())
    document.write_text(document.read_text(encoding="utf-8")[::-1], encoding="utf-8")
    told = irenic("check", "tutorial", "--sources", str(tmp_path / "texts"))
    assert told.code == 1
    assert "error: " in told.err
    assert "warning: " in told.err


def test_words(irenic: Callable[..., Any]) -> None:
    told = irenic("check", "tutorial", "--lang", "zh")
    assert told.code == 0
    assert "陳述" in told.out


def test_values_set_by_hand_are_checked_like_files(irenic: Callable[..., Any]) -> None:
    good = irenic("check", "tutorial", "--set", "parties.highfell.no_deal=60", "--json")
    assert (good.code, good.json["problems"], good.json["numbers"]["assumed"]) == (0, [], 4)
    bad = irenic("check", "tutorial", "--set", "parties.highfell.no_deal=600", "--set", "partys=x", "--lang", "zh")
    assert bad.code == 1
    assert bad.err.count("--set ") == 2
    assert "[number.outside-support]" in bad.err
    assert "[dossier.set-section-unknown]" in bad.err
