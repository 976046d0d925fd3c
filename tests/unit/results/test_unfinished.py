import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from irenic.errors.problem import IrenicError
from irenic.results.folder import ResultsFolder
from irenic.results.unfinished import Unfinished, has_unfinished_work
from tests.unit.results.toy import CASE, DRAWS, LAYOUT, fill, fingerprint, provenance, run, work


def begin(folder: Path, *, fresh: bool = False, **changes: Any) -> Unfinished:
    return ResultsFolder.create(folder, provenance(**changes), LAYOUT, fresh=fresh)


def interrupted(folder: Path, **changes: Any) -> None:
    """A run of which the first 14 draws are finished."""
    with begin(folder, **changes) as unfinished:
        for start in (0, 7):
            unfinished.chunk_store().save(start, start + 7, work(start, start + 7))


def code(raised: pytest.ExceptionInfo[IrenicError]) -> str:
    (problem,) = raised.value.problems
    return problem.code


def test_a_run_leaves_these_files_and_no_other(tmp_path: Path) -> None:
    run(tmp_path / "a" / "b")
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()) == sorted(
        [f"a/b/{name}.json" for name in ("manifest", "case", "summary", "run")]
        + [f"a/b/arrays/{name}.npy" for name in LAYOUT.names]
    )


def test_an_unfinished_run_is_taken_up(tmp_path: Path) -> None:
    interrupted(tmp_path)
    assert has_unfinished_work(tmp_path)
    assert not (tmp_path / "manifest.json").exists()
    finished = run(tmp_path, chunk=5)
    assert (finished.computed_draws, finished.reused_draws) == (DRAWS - 14, 14)
    assert ResultsFolder.open(tmp_path).verify() == ()


def test_another_runs_work_is_refused_and_left_alone(tmp_path: Path) -> None:
    interrupted(tmp_path, seed=1)
    before = fingerprint(tmp_path)
    with pytest.raises(IrenicError) as raised:
        begin(tmp_path)
    assert code(raised) == "results.other-run"
    assert fingerprint(tmp_path) == before


def test_a_fresh_start_throws_another_runs_work_away(tmp_path: Path) -> None:
    interrupted(tmp_path, seed=1)
    with begin(tmp_path, fresh=True) as unfinished:
        assert unfinished.chunk_store().finished() == ()
    run(tmp_path)


def test_a_fresh_start_throws_its_own_work_away_too(tmp_path: Path) -> None:
    interrupted(tmp_path)
    with begin(tmp_path, fresh=True) as unfinished:
        assert unfinished.chunk_store().finished() == ()


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with begin(tmp_path):
        for fresh in (False, True):
            with pytest.raises(IrenicError) as raised:
                begin(tmp_path, fresh=fresh)
            assert code(raised) == "results.in-use"
    begin(tmp_path).close()


def test_a_finished_run_gives_the_lock_up(tmp_path: Path) -> None:
    run(tmp_path)
    begin(tmp_path).close()


def test_an_older_result_is_readable_until_the_new_one_is_there(tmp_path: Path) -> None:
    run(tmp_path, seed=1)
    older = fingerprint(tmp_path)
    with begin(tmp_path) as unfinished:
        fill(unfinished, 7)
        unfinished.array("toy.share")
        assert ResultsFolder.open(tmp_path).manifest["seed"] == 1
        assert ResultsFolder.open(tmp_path).verify() == ()
        unfinished.finish(CASE, {}, {})
    assert ResultsFolder.open(tmp_path).manifest["seed"] == 0
    assert ResultsFolder.open(tmp_path).verify() == ()
    assert fingerprint(tmp_path) != older


def test_arrays_of_an_older_result_do_not_stay(tmp_path: Path) -> None:
    run(tmp_path)
    (tmp_path / "arrays" / "old.variable.npy").write_bytes(b"")
    run(tmp_path, seed=1)
    assert not (tmp_path / "arrays" / "old.variable.npy").exists()


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    run(tmp_path)
    (tmp_path / "report.html").write_text("report", encoding="utf-8")
    run(tmp_path, seed=1)
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "report"
    assert ResultsFolder.open(tmp_path).verify() == ()


def test_variables_can_be_read_before_the_end(tmp_path: Path) -> None:
    with begin(tmp_path) as unfinished:
        fill(unfinished, 7)
        np.testing.assert_array_equal(unfinished.array("toy.utility"), work(0, DRAWS)["toy.utility"])
        assert unfinished.array("other.none.field").shape == (0,)
        with pytest.raises(KeyError, match=r"toy\.none"):
            unfinished.array("toy.none")


@pytest.mark.parametrize("missing", [(0, 7), (14, 21), (49, 50)])
def test_missing_draws_are_no_result(tmp_path: Path, missing: tuple[int, int]) -> None:
    with begin(tmp_path) as unfinished:
        for start in range(0, DRAWS, 7):
            piece = start, min(start + 7, DRAWS)
            if piece != missing:
                unfinished.chunk_store().save(*piece, work(*piece))
        with pytest.raises(ValueError, match=f"draws from {missing[0]} on are missing of 50"):
            unfinished.finish(CASE, {}, {})


def test_finish_tells_the_digest(tmp_path: Path) -> None:
    with begin(tmp_path) as unfinished:
        fill(unfinished, 7)
        digest = unfinished.finish(CASE, {"share": 0.5}, {"threads": 2})
    folder = ResultsFolder.open(tmp_path)
    assert folder.digest == digest
    assert folder.run["threads"] == 2
    assert folder.run["key"] == unfinished.key


def test_an_end_that_was_cut_off_is_made_up_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill at any of the renamings: the folder never looks complete, and the next run computes nothing again."""
    run(tmp_path / "whole")
    expected = fingerprint(tmp_path / "whole")
    rename, cut = Path.replace, 0
    while True:
        folder = tmp_path / f"cut{cut}"
        run(folder, seed=1)
        with begin(folder) as unfinished:
            fill(unfinished, 7)
            summary = {"possible": unfinished.array("toy.possible").mean(), "best": np.inf, "draws": np.int64(DRAWS)}
            left = [cut]

            def killed(self: Path, target: Path, left: list[int] = left) -> Path:
                if left[0] == 0:
                    raise KeyboardInterrupt
                left[0] -= 1
                return rename(self, target)

            with monkeypatch.context() as patched:
                patched.setattr(Path, "replace", killed)
                try:
                    unfinished.finish(CASE, summary, {})
                except KeyboardInterrupt:
                    pass
                else:
                    break
        with pytest.raises(IrenicError) as raised:
            ResultsFolder.open(folder)
        assert code(raised) == "results.unfinished"
        finished = run(folder)
        assert (finished.computed_draws, finished.reused_draws) == (0, DRAWS)
        assert fingerprint(folder) == expected
        cut += 1
    assert cut == 5  # case, summary, run, arrays, manifest


def test_what_a_kill_after_the_manifest_leaves_is_ignored_and_then_removed(tmp_path: Path) -> None:
    interrupted(tmp_path / "other", seed=1)
    run(tmp_path / "done")
    shutil.copytree(tmp_path / "other" / "work", tmp_path / "done" / "work")
    (tmp_path / "done" / "work" / "key.json").unlink()
    assert ResultsFolder.open(tmp_path / "done").verify() == ()
    run(tmp_path / "done")
    assert not (tmp_path / "done" / "work").exists()


def test_a_kill_before_the_key_is_written_leaves_a_folder_that_can_be_used(tmp_path: Path) -> None:
    work_folder = tmp_path / "work"
    work_folder.mkdir()
    (work_folder / "lock").touch()
    (work_folder / "key.json.part").write_text("{", encoding="utf-8")
    assert run(tmp_path).computed_draws == DRAWS


def test_a_torn_key_costs_no_chunks(tmp_path: Path) -> None:
    """The chunks say themselves whose they are."""
    interrupted(tmp_path)
    (tmp_path / "work" / "key.json").write_bytes(b"")
    assert run(tmp_path).reused_draws == 14
    interrupted(tmp_path, seed=1)
    (tmp_path / "work" / "key.json").write_bytes(b"")
    assert run(tmp_path).reused_draws == 0


def test_folders_that_only_the_system_has_written_to_count_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").touch()
    run(tmp_path)


def test_a_foreign_folder_named_work_is_no_work_of_ours(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "letter.txt").touch()
    with pytest.raises(IrenicError) as raised:
        begin(tmp_path)
    assert code(raised) == "results.foreign-target"
    assert [p.name for p in (tmp_path / "work").iterdir()] == ["letter.txt"]


def test_the_manifest_is_as_specified(tmp_path: Path) -> None:
    run(tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert manifest["format"] == {"name": "irenic-results", "version": 3}
    assert manifest["dossier"] == {
        "name": "toy",
        "title": {"en": "Toy", "zh": "玩具"},
        "as_of": "2025-12-21",
        "files": {"dossier.yaml": "0" * 64},
    }
    assert (manifest["seed"], manifest["draws"], manifest["scrambles"]) == (0, DRAWS, 16)
    assert manifest["settings"] == {"budget": 5_000_000_000, "tolerance": 1e-9}
    assert manifest["dimensions"]["party"] == {"size": 3, "labels": ["aland", "borduria", "syldavia"]}
    by_name = {f"{v['group']}.{v['name']}": v for v in manifest["variables"]}
    assert list(by_name) == sorted(by_name)
    assert by_name["toy.utility"]["shape"] == [DRAWS, 3]
    assert by_name["toy.conflicts.weight"]["dims"] == ["row:conflicts"]
    assert by_name["toy.conflicts.weight"]["shape"] == [int(work(0, DRAWS)["toy.conflicts.count"].sum())]
