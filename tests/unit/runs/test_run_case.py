"""A whole run and what it says of itself."""

from hashlib import sha256
from pathlib import Path

import pytest

from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.engine.progress import Cancelled, CancelToken, Progress
from irenic.errors.problem import IrenicError
from irenic.runs.cases import find_case
from irenic.runs.run_case import run_case
from irenic.runs.settings import Settings

FILES = find_case("tutorial")
FEW = Settings(draws=64, chunk=8)


def test_provenance(tutorial: Dossier, tmp_path: Path) -> None:
    outcome = run_case(FILES, tutorial, tmp_path / "r", FEW)
    manifest = outcome.results.manifest
    assert outcome.status == "computed"
    assert (
        manifest["dossier"]["files"]["dossier.yaml"] == sha256((FILES.folder / "dossier.yaml").read_bytes()).hexdigest()
    )
    assert (manifest["draws"], manifest["seed"], manifest["scrambles"]) == (64, 0, 16)
    assert outcome.results.verify() == ()
    assert outcome.results.run["computed_draws"] == 64


def test_a_cancelled_run_goes_on_with_other_chunks(tutorial: Dossier, tmp_path: Path) -> None:
    token = CancelToken()

    def stop_at_half(event: Progress) -> None:
        if event.done >= 32:
            token.cancel()

    with pytest.raises(Cancelled):
        run_case(FILES, tutorial, tmp_path / "r", FEW, progress=stop_at_half, cancel=token)
    resumed = run_case(FILES, tutorial, tmp_path / "r", Settings(draws=64, chunk=5))
    straight = run_case(FILES, tutorial, tmp_path / "s", FEW)
    assert resumed.finished.reused_draws >= 32
    assert resumed.finished.reused_draws + resumed.finished.computed_draws == 64
    assert resumed.results.digest == straight.results.digest


def test_a_run_with_another_set_is_another_run(tmp_path: Path) -> None:
    setting = "parties.highfell.no_deal=60"
    files = FILES.with_settings([setting])
    token = CancelToken()

    def stop_at_half(event: Progress) -> None:
        if event.done >= 32:
            token.cancel()

    with pytest.raises(Cancelled):
        run_case(files, load_dossier(files), tmp_path / "r", FEW, progress=stop_at_half, cancel=token)
    with pytest.raises(IrenicError) as caught:
        run_case(FILES, load_dossier(FILES), tmp_path / "r", FEW)
    assert [p.code for p in caught.value.problems] == ["results.other-run"]
    resumed = run_case(files, load_dossier(files), tmp_path / "r", FEW)
    assert resumed.finished.reused_draws >= 32
    assert resumed.results.manifest["settings"]["set"] == [setting]
    assert run_case(FILES, load_dossier(FILES), tmp_path / "r", FEW).status == "replaced"


def test_every_file_read_is_named_with_its_digest(tmp_path: Path) -> None:
    for name, extends in (("calm.yaml", "tutorial"), ("more/calm.yaml", "../calm.yaml")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"irenic: 1\nextends: {extends}\nset: {{parties.highfell.no_deal: 60}}\n", encoding="utf-8")
    files = find_case(str(tmp_path / "more" / "calm.yaml"))
    manifest = run_case(files, load_dossier(files), tmp_path / "r", FEW).results.manifest
    assert manifest["dossier"]["name"] == "tutorial+calm+calm"
    hashes = manifest["dossier"]["files"]
    assert set(hashes) == {"dossier.yaml", "claims.yaml", "sources.yaml", "calm.yaml", "2:calm.yaml"}
    assert hashes["2:calm.yaml"] == sha256((tmp_path / "more" / "calm.yaml").read_bytes()).hexdigest()
    assert hashes["calm.yaml"] != hashes["2:calm.yaml"]
