"""Packages that somebody names."""

from collections.abc import Iterable

import pytest

from irenic.dossier.load import load_dossier
from irenic.errors.problem import IrenicError
from irenic.model.package_index import PackageIndex
from irenic.runs import packages
from irenic.runs.cases import find_case
from irenic.runs.packages import check_package, read_package, weigh_package, weighing_draws
from irenic.runs.question import question
from irenic.runs.settings import Settings

INDEX = PackageIndex(("dam", "width"), (("aldovan", "shared"), ("minus-5", "0", "2-5")))


@pytest.mark.parametrize(
    ("texts", "package"),
    [
        ([], {}),
        ([""], {}),
        (["dam=shared"], {"dam": "shared"}),
        ([" width = 2.5 , dam= shared,"], {"dam": "shared", "width": "2-5"}),
        (["width=-5", "dam=aldovan"], {"dam": "aldovan", "width": "minus-5"}),
        (["width=0.0"], {"width": "0"}),
        (["width=minus-5"], {"width": "minus-5"}),
    ],
)
def test_pairs_are_read(texts: list[str], package: dict[str, str]) -> None:
    assert read_package(texts, INDEX) == package


def told(texts: Iterable[str]) -> list[tuple[str, dict[str, object]]]:
    with pytest.raises(IrenicError) as caught:
        read_package(texts, INDEX)
    return [(problem.code, dict(problem.params)) for problem in caught.value.problems]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    found = told(["damm=shared,dam=shard,width=3", "dam", "width=0,width=0", "=", "width=nan,dam=" + "x" * 90])
    assert sorted(found, key=str) == sorted(
        [
            ("package.issue-unknown", {"issue": "damm", "near": "dam"}),
            ("package.option-unknown", {"issue": "dam", "option": "shard", "near": "shared"}),
            ("package.option-unknown", {"issue": "width", "option": "3", "near": "minus-5, 0, 2-5"}),
            ("package.no-pair", {"part": "dam"}),
            ("package.issue-twice", {"issue": "width"}),
            ("package.issue-twice", {"issue": "width"}),
            ("package.issue-twice", {"issue": "width"}),
            ("package.issue-twice", {"issue": "dam"}),
            ("package.issue-unknown", {"issue": "", "near": "dam, width"}),
        ],
        key=str,
    )


def test_a_mapping_is_checked_alike() -> None:
    assert check_package({"width": "2.5"}, INDEX) == {"width": "2-5"}
    with pytest.raises(IrenicError):
        check_package({"weir": "2.5"}, INDEX)


def test_draws_are_as_many_as_can_be_held() -> None:
    dossier = load_dossier(find_case("tutorial"))
    assert weighing_draws(question(dossier, Settings(draws=64))) == 64
    assert weighing_draws(question(dossier, Settings(draws=100_000))) == 16_384
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packages, "_HELD", 27 * 1000)  # three parties, nine combinations
        assert weighing_draws(question(dossier, Settings(draws=100_000))) == 1000
        patch.setattr(packages, "_HELD", 1)
        assert weighing_draws(question(dossier, Settings(draws=100_000))) == 256


def test_a_package_of_a_case_is_weighed() -> None:
    """Packages 11 and 5 of the tutorial's table: Lowmere has 60 and 30 points, its no-deal value is 28 to 40."""
    asked = question(load_dossier(find_case("tutorial")), Settings(draws=64))
    good = weigh_package(asked, {"water": "schedule", "road": "open", "market": "joint"})
    assert good["accepted"] == 1
    assert good["silent"] == {"market": ["highfell"]}
    poor = weigh_package(asked, {"water": "upper-decides", "road": "open", "market": "joint"})
    assert poor["accepted"] == pytest.approx(2 / 12, abs=2 / 64)  # a stratified share
    assert poor["parties"][0]["party"] == "lowmere"
