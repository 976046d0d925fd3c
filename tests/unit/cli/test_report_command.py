"""`irenic report`."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_the_report_comes_again_from_results_alone(irenic: Callable[..., Any], tmp_path: Path) -> None:
    irenic("run", "tutorial", "--draws", "32", "--out", str(tmp_path / "here"), "--quiet")
    shutil.move(tmp_path / "here", tmp_path / "there")
    written = (tmp_path / "there" / "report.html").read_bytes()
    (tmp_path / "there" / "report.html").unlink()
    told = irenic("report", str(tmp_path / "there"))
    assert told.code == 0
    assert (tmp_path / "there" / "report.html").read_bytes() == written


def test_to_another_file_as_json(irenic: Callable[..., Any], tmp_path: Path) -> None:
    irenic("run", "tutorial", "--draws", "32", "--out", str(tmp_path / "r"), "--quiet")
    told = irenic("report", str(tmp_path / "r"), "--out", str(tmp_path / "other.html"), "--json")
    assert told.json == {"report": str(tmp_path / "other.html")}
    assert (tmp_path / "other.html").is_file()


def test_no_results_no_report(irenic: Callable[..., Any], tmp_path: Path) -> None:
    told = irenic("report", str(tmp_path / "nothing"))
    assert told.code == 1
    assert "[results.not-found]" in told.err
