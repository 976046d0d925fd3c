"""From any format to any other and back: what is equal, and that nothing is written over."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from irenic.dossier.load import load_dossier
from irenic.errors.problem import IrenicError
from irenic.interop.convert import Target, convert
from irenic.interop.domain import Domain, Format, Issue
from irenic.interop.from_dossier import export_dossier
from irenic.interop.writing import Equality
from irenic.runs.domain_answer import DomainQuestion
from tests.unit.interop.examples import DOMAIN, GENIUS, NEGOLOG, TABLE, read, written

DAY = date(2030, 1, 1)
FORMATS: list[Format] = ["genius", "negolog", "csv", "xlsx", "dossier"]


def source(form: Format, folder: Path) -> Domain:
    """A domain of that format, with names that a folder or an id can have."""
    if form == "genius":
        return read(written(folder / "genius", GENIUS), steps=5).domain
    if form == "negolog":
        return read(written(folder / "negolog", NEGOLOG)).domain
    if form == "csv":
        return read(written(folder, {"river.csv": TABLE}) / "river.csv").domain
    if form == "xlsx":
        convert(DOMAIN, Target(folder / "river.xlsx", "xlsx"), DAY, "en")
        return read(folder / "river.xlsx").domain
    convert(DOMAIN, Target(folder / "case", "dossier"), DAY, "en")
    return export_dossier(load_dossier(folder / "case"), "en", with_no_deal=True).domain


def target(form: Format, folder: Path) -> Target:
    return Target(folder / ("out.csv" if form == "csv" else "out.xlsx" if form == "xlsx" else "out"), form)


def read_back(at: Target) -> Domain:
    if at.format == "dossier":
        return export_dossier(load_dossier(at.path), "en", with_no_deal=True).domain
    return read(at.path).domain


EQUAL: dict[Format, Equality] = {
    "genius": "same", "negolog": "same", "csv": "same", "xlsx": "same", "dossier": "affine",
}  # fmt: skip


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("origin", FORMATS)
def test_round_trips(origin: Format, to: Format, tmp_path: Path) -> None:
    if origin == to == "dossier":
        pytest.skip("a dossier is not converted into a dossier")
    before = source(origin, tmp_path)
    at = target(to, tmp_path)
    told = convert(before, at, DAY, "en")
    assert told.equality == ("middle" if origin == "dossier" else EQUAL[to])
    after = read_back(at)
    order = orders(before, after)
    assert [issue.options for issue in after.issues] == [issue.options for issue in before.issues]
    if to != "dossier":
        same_utilities(before, after, order)
    same_answers(before, after, order, comparing=to != "dossier")


def orders(before: Domain, after: Domain) -> list[int]:
    """Where each party of the first stands in the second: by name, else (NegoLog's letters, ids) by place."""
    names = [party.name for party in after.parties]
    if sorted(names) == sorted(party.name for party in before.parties):
        return [names.index(party.name) for party in before.parties]
    return list(range(len(names)))


def same_utilities(before: Domain, after: Domain, order: list[int]) -> None:
    for party, p in zip(before.parties, order, strict=True):
        other = after.parties[p]
        assert (other.reservation or 0.0) == pytest.approx(party.reservation or 0.0, abs=1e-12)
        for package in product(*(range(len(issue.options)) for issue in before.issues)):
            assert other.utility(package) == pytest.approx(party.utility(package), abs=1e-12)


def same_answers(before: Domain, after: Domain, order: list[int], *, comparing: bool) -> None:
    """The same packages are in the frontier, and chosen by the solutions; those that compare parties if utilities are
    the same."""
    first, second = DomainQuestion(before).answer(), DomainQuestion(after).answer()
    names = [issue.name for issue in after.issues]

    def packages(answer: dict[str, object]) -> list[tuple[str, ...]]:
        return sorted(tuple(point["package"].values()) for point in answer["frontier"]["points"])  # type: ignore[index]

    assert first["zone"]["count"] == second["zone"]["count"]
    assert packages(first) == packages(second)
    solutions = ["nash", "kalai_smorodinsky", *(["egalitarian", "utilitarian"] if comparing else [])]
    for name in solutions:
        assert tuple(first["solutions"][name]["package"].values()) == tuple(
            second["solutions"][name]["package"].values()
        )
    assert len(names) == len(before.issues)
    assert sorted(order) == list(range(len(order)))


def test_nothing_is_written_over_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("mine")
    with pytest.raises(IrenicError, match=r"interop\.target-exists"):
        Target.of(tmp_path / "out.csv", None)
    with pytest.raises(IrenicError, match=r"interop\.target-unwritable"):
        convert(DOMAIN, Target(tmp_path / "out.csv" / "deeper" / "x.csv", "csv"), DAY, "en")
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_text() == "mine"


def test_a_domain_too_large_for_a_dossier_is_refused_whole(tmp_path: Path) -> None:
    options = tuple(str(k) for k in range(9_000))
    parties = tuple(
        replace(party, weights=(1.0,), evaluations=(tuple(k / 9_000 for k in range(9_000)),))
        for party in DOMAIN.parties * 2
    )
    named = tuple(replace(party, name=f"{party.name} {k}") for k, party in enumerate(parties))
    domain = replace(DOMAIN, issues=(Issue("long", options),), parties=named)
    with pytest.raises(IrenicError, match=r"dossier\.yaml-nodes") as refused:
        convert(domain, Target(tmp_path / "case", "dossier"), DAY, "en")
    assert {problem.file for problem in refused.value.problems} == {str(tmp_path / "case" / "dossier.yaml")}
    assert list(tmp_path.iterdir()) == []


def test_what_reading_lost_is_told_with_the_rest(tmp_path: Path) -> None:
    reading = read(written(tmp_path / "river", GENIUS))
    told = convert(reading.domain, Target(tmp_path / "out", "negolog"), DAY, "en", reading.losses)
    assert [loss.code for loss in told.losses] == [
        "interop.lost-real", "interop.lost-party-letters", "interop.lost-discounts", "interop.lost-unstated",
        "interop.lost-amounts",
    ]  # fmt: skip


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    convert(DOMAIN, Target(tmp_path / "a" / "b.csv", "csv"), DAY, "en")
    assert read(tmp_path / "a" / "b.csv").domain.parties == DOMAIN.parties
