"""The tables of docs/tutorial.md, which a reader checks by hand, against what the program computes."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from irenic.api.case import Case, load
from irenic.cli.main import main
from irenic.dossier.check import check_dossier
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.model.tables import block_tables, utilities
from irenic.numbers.draws import Sampler

SHARE = 1 / 2048
"""Shares of a stratified draw of one number differ from the exact ones by at most about this much."""


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "src" / "irenic" / "cases" / "tutorial"


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "tutorial.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def case(folder: Path) -> Case:
    return load(folder)


def _rows(page: str, columns: int) -> list[list[str]]:
    lines = [line for line in page.splitlines() if re.match(r"\| [\d, to]+ \|", line)]
    cells = [[cell.strip(" *") for cell in line.strip("|").split(" |")] for line in lines]
    return [row for row in cells if len(row) == columns]


def test_documents_are_held_and_every_anchor_holds(folder: Path) -> None:
    report = check_dossier(folder, folder / "texts")
    assert report.problems == ()
    assert (report.claims.total, report.claims.verified) == (18, 18)
    assert (report.numbers.bare, len(report.silent_cells), report.pending) == (0, 1, ())


def test_points_of_every_package(case: Case, page: str) -> None:
    model = compile_model(case.dossier)
    tables = block_tables(model, draw_inputs(model, Sampler(0), 0, 18), "silent_zero")
    points = utilities(model, tables, np.arange(18))
    rows = _rows(page, 7)[:18]
    packages = [row for row in rows if row[1] in case.dossier.file.issues["water"].options]
    assert [int(row[0]) for row in packages] == list(range(18))
    for row in packages:
        highfell, lowmere = (float(cell.replace("−", "-")) for cell in row[4:6])
        # exact but for rounding to multiples of 2^-44
        assert points[int(row[0]), :2] == pytest.approx([highfell, lowmere], abs=1e-9)


def test_answers_worked_out_by_hand(case: Case) -> None:
    answer = case.deal()
    hard = answer.summary["by"]["silent_zero"]["hard"]
    nash, kalai_smorodinsky = hard["solutions"]["nash"], hard["solutions"]["kalai_smorodinsky"]
    chosen = {"water": "schedule", "road": "open", "market": "joint"}
    assert hard["possible"]["share"] == 1
    assert answer.summary["by"]["silent_wide"]["hard"]["possible"]["share"] == 1
    assert hard["zone"]["count"] == 4
    assert hard["zone"]["share"] == pytest.approx((5 / 6 * 4 + 1 / 6 * 6) / 15, abs=SHARE)
    assert nash is not None
    assert kalai_smorodinsky is not None
    assert nash["package"] == kalai_smorodinsky["package"] == chosen
    assert nash["share"] == pytest.approx((40 - 840 / 26) / 12, abs=SHARE)
    assert kalai_smorodinsky["share"] == pytest.approx(5 / 6, abs=2 * SHARE)
    assert hard["conflicts"] == []


def test_one_package_weighed_by_hand(case: Case) -> None:
    found = case.package({"water": "upper-decides", "road": "open", "market": "joint"})
    lowmere, highfell = found.data["parties"]
    assert (lowmere["party"], highfell["party"]) == ("lowmere", "highfell")
    assert found.data["accepted"] == lowmere["accepts"] == pytest.approx(1 / 6, abs=2 * SHARE)
    assert highfell["accepts"] == 1
    assert lowmere["lacks"] is not None
    assert lowmere["lacks"]["median"] == pytest.approx(5, abs=20 * SHARE)
    assert [(give["issue"], give["points"]) for give in lowmere["gives"]] == [("water", 50), ("road", 20)]
    assert found.data["silent"] == {"market": ["highfell"]}
    assert found.data["changes"] == [{"options": {"road": "by-day"}, "share": 1}]


def test_every_command_of_the_page_prints_what_is_shown(
    page: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "src").symlink_to(root / "src")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    for part in (part for block in blocks for part in block.split("$ ")[1:]):
        command, *shown = part.splitlines()
        words = shlex.split(command)
        if words[0] == "irenic":
            assert main([*words[1:], *(["--quiet"] if words[1] == "deal" else [])]) == 0
            told = capsys.readouterr().out.replace("\u00a0", " ").splitlines()
            assert [line for line in shown if line not in {"", "…"} and line not in told] == [], command
        else:
            subprocess.run(words, check=True)


def test_fixes_found_by_hand(page: str) -> None:
    fixes = load("tutorial", {"parties.highfell.no_deal": 95}).deal().summary["fixes"]
    steps = [[(step["kind"], step["party"]) for step in fix["steps"]] for fix in fixes]
    lowmere, highfell = ("concession", "lowmere"), ("concession", "highfell")
    assert steps == [[lowmere], [highfell], [highfell, lowmere]]
    assert {(fix["opens"], fix["share_before"], fix["share_after"]) for fix in fixes} == {(1, 0, 1)}
    rows = {int(row[0]): [float(cell) for cell in row[1:]] for row in _rows(page, 6)}
    assert all(
        (lacks, needs, both) == (max(0, 95 - high), max(0, 34 - low), lacks + needs)
        for high, low, lacks, needs, both in rows.values()
    )
    costs = [34, rows[8][4], rows[2][4]]
    # the median draw of 2,048 is off the middle by less than a half of 1/2048 of the range of 12
    assert [fix["cost"]["median"] for fix in fixes if fix["cost"]] == pytest.approx(costs, abs=12 * SHARE)
    numbers = {"upper-decides": 0, "schedule": 6, "lower-decides": 12, "closed": 0, "by-day": 2, "open": 4, "two": 0}
    assert [sum(numbers[option] for option in fix["package"].values()) for fix in fixes] == [4, 8, 2]
    assert fixes[1]["cost"] is not None
    assert fixes[1]["cost"]["low"] == pytest.approx(rows[10][2], abs=1e-6)


def test_a_logroll_found_by_hand() -> None:
    assert load("tutorial").deal().summary["logrolls"] == []
    (found,) = load("tutorial", {"positions.lowmere.road.weight": 90}).deal().summary["logrolls"]
    trades = {trade["party"]: (trade["issue"], trade["option"]) for trade in found["trades"]}
    assert trades == {"highfell": ("water", "upper-decides"), "lowmere": ("road", "closed")}
    gains = {trade["party"]: trade["points"]["median"] for trade in found["trades"]}
    assert gains == pytest.approx({"highfell": (36 - 20) / 2, "lowmere": (36 - 24) / 2}, abs=1e-9)
    assert found["share"] == 1


@pytest.mark.parametrize(
    ("number", "changed", "conflicts"),
    [
        ("value: 50, because: [A10]", "value: 95, because: [A10]", [{"highfell", "lowmere"}]),
        ("{uniform: [28, 40]}", "75", [{"highfell", "lowmere"}, {"lowmere", "line", "rule"}]),
    ],
)
def test_one_number_changed(folder: Path, tmp_path: Path, number: str, changed: str, conflicts: list[set[str]]) -> None:
    shutil.copytree(folder, tmp_path / "valleys")
    file = tmp_path / "valleys" / "dossier.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(number) == 1
    file.write_text(text.replace(number, changed), encoding="utf-8")
    hard = load(tmp_path / "valleys").deal().summary["by"]["silent_zero"]["hard"]
    names = {
        "parties.highfell.no_deal": "highfell",
        "parties.lowmere.no_deal": "lowmere",
        "positions.highfell.water.red_lines.lower-decides": "line",
        "rules.market-needs-road": "rule",
    }
    found = [{names[member] for member in conflict["members"]} for conflict in hard["conflicts"]]
    assert sorted(found, key=len) == conflicts
    possible = 1 / 6 if "95" in changed else 0
    assert hard["possible"]["share"] == pytest.approx(possible, abs=2 * SHARE)


def test_smallest_sets_of_the_changed_case(page: str) -> None:
    points = {
        int(row[0]): (float(row[4].replace("−", "-")), float(row[5].replace("−", "-")), row[6])
        for row in _rows(page, 7)[:18]
    }
    against = {
        number: [name for name in ("rule", "red line") if name in why]
        + ["Highfell"] * (highfell < 95)
        + ["Lowmere"] * (lowmere < 34)
        for number, (highfell, lowmere, why) in points.items()
    }
    told: dict[int, list[str]] = {}
    for numbers, why, _ in _rows(page, 3):
        for first, last in re.findall(r"(\d+)(?: to (\d+))?", numbers):
            told |= {n: why.split(", ") for n in range(int(first), int(last or first) + 1)}
    assert told == against
