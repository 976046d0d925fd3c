from pathlib import Path

import pytest

from irenic.dossier.load import load_dossier, read_dossier
from irenic.dossier.schema.root import Dossier
from irenic.errors.problem import IrenicError
from tests.unit.dossier.river import Read, Tell, copy_of_base

MINIMAL = """irenic: 1
title: t
as_of: 2031-03-10
parties:
  a: {name: A, roles: [patron], consents: true, no_deal: {value: 5, assumed: guess}}
issues:
  i: {question: q, status_quo: x, options: {x: {}, y: {}}}
positions:
  a: {i: {weight: 1, values: {x: 0, y: 100}, assumed: guess two}}
"""


def test_a_whole_dossier_is_read(river: Dossier) -> None:
    assert river.name == "base"
    assert list(river.file.issues) == ["dam", "water", "release"]
    assert list(river.claims) == ["A1", "B1", "C1", "M1", "N1"]
    assert set(river.sources) == {"river", "bulletin"}
    assert set(river.voices) == {"gazette"}


def test_claims_and_sources_may_be_absent(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(MINIMAL, encoding="utf-8")
    dossier = load_dossier(tmp_path)
    assert (dossier.claims, dossier.sources, dossier.voices) == ({}, {}, {})


def test_problems_of_all_files_come_in_one_go(told: Tell) -> None:
    found = told(
        ("horizon: 24", "horizon: two"),
        ('    question: "Who runs the dam?"\n', ""),
        ("declared: aldovan", "declared: aldova"),
        ("agenda: [dam, water]", "agenda: [dam, waters]"),
        ("holder: brenland\n    kind: demand", "holder: brenlend\n    kind: demand"),
        ("reliability: D", "reliability: G"),
    )
    assert sorted(found) == [
        ("dossier.holder-unknown", "claims.B1.holder"),
        ("dossier.issue-unknown", "channels.bridge.agenda.1"),
        ("dossier.key-missing", "issues.dam"),
        ("dossier.option-unknown", "positions.aldova.dam.declared"),
        ("dossier.whole-malformed", "clock.horizon"),
        ("dossier.word-unknown", "sources.bulletin.reliability"),
    ]


def test_what_refers_to_a_refused_part_is_not_told_too(told: Tell) -> None:
    assert told(("  brenland:\n    name: Brenland\n", "  brenland:\n    nmae: Brenland\n")) == [
        ("dossier.key-missing", "parties.brenland"),
        ("dossier.key-unknown", "parties.brenland.nmae"),
    ]


def test_an_unreadable_file_does_not_make_its_ids_unknown(told: Tell) -> None:
    assert told(("claims:\n", "claims: [\n")) == [("dossier.yaml-bracket", "claims.1")]


def test_nothing_written_is_told_once(told: Tell) -> None:
    assert told(("    name: Coria\n", "    name:\n")) == [("dossier.value-missing", "parties.coria.name")]
    assert told(("        cost: 20\n", "        cost:\n")) == [
        ("dossier.value-missing", "positions.aldova.red_lines.both-lost.cost")
    ]


def test_a_list_item_that_is_refused_leaves_the_rest_checkable(told: Tell) -> None:
    assert told(("roles: [mediator]", "roles: [mediator, friend]"), ("declared: aldovan", "declared: x")) == [
        ("dossier.word-unknown", "parties.coria.roles.1"),
        ("dossier.option-unknown", "positions.aldova.dam.declared"),
    ]


def test_errors_are_raised_and_warnings_are_not(tmp_path: Path, reading: Read) -> None:
    top = ("{aldovan: 100, shared: 30 to 60, brenlandic: 0}", "{aldovan: 90, shared: 30 to 60, brenlandic: 0}")
    assert len(reading(top).problems) == 1
    assert load_dossier(tmp_path / "river").name == "river"
    with pytest.raises(IrenicError) as raised:
        load_dossier(copy_of_base(tmp_path, top, ("horizon: 24", "horizon: 0")))
    assert [problem.code for problem in raised.value.problems] == ["dossier.whole-too-small"]


def test_a_dossier_with_errors_across_it_is_still_given(reading: Read) -> None:
    found = reading(('influence: {value: 20 to 40, assumed: "holds the dam"}', "influence: 20 to 40"))
    assert found.dossier is not None
    assert [problem.code for problem in found.problems] == ["dossier.number-bare"]


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    found = read_dossier(tmp_path / "nowhere")
    assert found.dossier is None
    assert [problem.code for problem in found.problems] == ["dossier.folder-missing"]
