from pathlib import Path

import pytest

from irenic.errors.problem import IrenicError
from irenic.results.canonical import compact, pretty, sha256
from irenic.results.manifest import built, digest_of, is_ours, parsed, read, read_json, variables_of
from irenic.results.merge import Merged
from tests.unit.results.toy import LAYOUT, provenance

MERGED = tuple(Merged(v, (50, *LAYOUT.row_shape(v)), sha256(v.full_name.encode("ascii"))) for v in LAYOUT.variables)
MANIFEST = built(provenance(), LAYOUT, MERGED, {"case.json": "c" * 64, "summary.json": "s" * 64})


def test_a_manifest_reads_back(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(pretty(MANIFEST))
    assert read(tmp_path) == MANIFEST
    assert is_ours(tmp_path)


def test_the_digest_covers_all_but_itself() -> None:
    rest = {key: value for key, value in MANIFEST.items() if key != "digest"}
    assert MANIFEST["digest"] == digest_of(MANIFEST) == digest_of(rest) == sha256(compact(rest))
    for key in rest:
        assert digest_of({**MANIFEST, key: None}) != MANIFEST["digest"]


def test_variables_are_those_that_were_merged() -> None:
    for stored, merged in zip(variables_of(MANIFEST), MERGED, strict=True):
        assert stored.full_name == merged.variable.full_name
        assert (stored.dims, stored.dtype) == (merged.variable.dims, merged.variable.dtype)
        assert (stored.unit, stored.description) == (merged.variable.unit, merged.variable.description)
        assert (stored.shape, stored.sha256) == (merged.shape, merged.sha256)


@pytest.mark.parametrize("content", [b"{}", b"[]", b'{"format": "irenic-results"}', b'{"format": {"name": "x"}}', b"{"])
def test_other_manifests_are_not_ours(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    assert not is_ours(tmp_path)
    with pytest.raises(IrenicError, match=r"results\.(foreign|no-json)"):
        read(tmp_path)


def test_a_later_version_is_ours_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(pretty({"format": {"name": "irenic-results", "version": "next"}}))
    assert is_ours(tmp_path)
    with pytest.raises(IrenicError, match=r"results\.unknown-version") as raised:
        read(tmp_path)
    assert dict(raised.value.problems[0].params) == {"version": "next", "known": 3}


def test_all_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(pretty({key: MANIFEST[key] for key in ("format", "irenic", "variables")}))
    with pytest.raises(IrenicError) as raised:
        read(tmp_path)
    assert [problem.path for problem in raised.value.problems] == sorted(
        ["dossier", "seed", "draws", "scrambles", "settings", "dimensions", "files", "digest"]
    )


def test_json_that_is_needed_and_json_that_is_not(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    assert read_json(path) is None
    for content in [b"", b"{", b"\xff", b"[" * 100_000]:
        path.write_bytes(content)
        assert read_json(path) is None
        with pytest.raises(IrenicError, match=r"results\.no-json"):
            parsed(content, "x.json")
    path.write_bytes(b"[1]")
    assert read_json(path) == parsed(b"[1]", "x.json") == [1]
