"""What the shipped case promises: sizes, backing, silence, and that nothing rests on motives alone."""

from collections import Counter
from itertools import product
from math import prod
from pathlib import Path

import pytest

from irenic.dossier.backing import claims_used, numbers_of
from irenic.dossier.check import check_dossier
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.ids import Pattern
from irenic.dossier.schema.root import Dossier

CASE = "ukraine-2025-12"
PACKAGES, FEASIBLE = 2_239_488, 760_320


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "src" / "irenic" / "cases" / CASE


@pytest.fixture(scope="module")
def dossier(folder: Path) -> Dossier:
    return load_dossier(folder)


def test_packages_before_and_after_the_rules(dossier: Dossier) -> None:
    issues, rules = dossier.file.issues, dossier.file.rules.values()
    assert len(issues) == 14
    assert prod(len(issue.option_ids) for issue in issues.values()) == PACKAGES
    tied = {i for rule in rules for i in (*(rule.same or ()), *(rule.forbid or {}), *(rule.require or {}), *rule.when)}
    free = prod(len(issue.option_ids) for name, issue in issues.items() if name not in tied)
    names = [name for name in issues if name in tied]
    packages = (dict(zip(names, x, strict=True)) for x in product(*(issues[name].option_ids for name in names)))
    assert free * sum(all(_kept(package, rule) for rule in rules) for package in packages) == FEASIBLE


def _kept(package: dict[str, str], rule: object) -> bool:
    same, forbid, require, when = (getattr(rule, key) for key in ("same", "forbid", "require", "when"))
    if not _matches(package, when):
        return True
    if same is not None:
        return len({package[issue] for issue in same}) == 1
    return not _matches(package, forbid) if forbid is not None else _matches(package, require)


def _matches(package: dict[str, str], pattern: Pattern) -> bool:
    return all(package[issue] in options for issue, options in pattern.items())


def test_the_status_quo_stands_first_and_breaks_no_rule(dossier: Dossier) -> None:
    package = {name: issue.status_quo for name, issue in dossier.file.issues.items()}
    assert package == {name: issue.option_ids[0] for name, issue in dossier.file.issues.items()}
    assert all(_kept(package, rule) for rule in dossier.file.rules.values())


def test_every_number_is_backed_and_no_reason_is_given_twice(dossier: Dossier) -> None:
    numbers = numbers_of(dossier)
    assert not [number.path for number in numbers if number.backing == "bare"]
    reasons = Counter(text for text in _reasons(dossier.file.model_dump()) if text)
    assert not [text for text, times in reasons.items() if times > 1]


def _reasons(part: object) -> list[str]:
    if isinstance(part, dict):
        own = [part["assumed"]] if isinstance(part.get("assumed"), str) else []
        return own + [text for value in part.values() for text in _reasons(value)]
    if isinstance(part, list | tuple):
        return [text for value in part for text in _reasons(value)]
    return []


def test_every_claim_is_used_or_kept_with_a_reason(dossier: Dossier) -> None:
    used = claims_used(dossier)
    assert [name for name, claim in dossier.claims.items() if name not in used and claim.context is None] == []
    outside = [name for name, claim in dossier.claims.items() if claim.unanchored is not None]
    assert len(outside) == 8
    in_disputes = {c for d in dossier.file.disputes.values() for side in d.sides.values() for c in side.because}
    assert set(outside) <= in_disputes


def test_cells_that_speak_and_cells_that_are_silent(folder: Path, dossier: Dossier) -> None:
    cells = {(p, i): cell for p, positions in dossier.file.positions.items() for i, cell in positions.cells.items()}
    inferred_only = [key for key, cell in cells.items() if cell.inferred and not cell.declared]
    assert (len(cells), len(inferred_only)) == (21, 5)
    assert len(check_dossier(folder, None).silent_cells) == 4 * 14 - 21


def test_every_anchor_holds(folder: Path, shared: Path) -> None:
    report = check_dossier(folder, shared / "seed")
    assert report.problems == ()
    assert report.claims.verified == 158
