"""A whole run and what it says of itself."""

from hashlib import sha256
from pathlib import Path

import pytest

from irenic.dossier.schema.root import Dossier
from irenic.engine.progress import Cancelled, CancelToken, Progress
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
