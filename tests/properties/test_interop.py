"""Random domains: written in any format and read again they are the same, and whatever is broken is told."""

import random
from datetime import date
from math import nextafter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from irenic.dossier.load import load_dossier
from irenic.errors.problem import IrenicError, Problem
from irenic.interop.convert import Target, convert
from irenic.interop.domain import Domain, Format, Issue, Party
from irenic.interop.from_dossier import export_dossier
from irenic.interop.names import name_in
from irenic.interop.read import find_domain, read_domain
from irenic.language.messages import LANGUAGES, problem_line
from tests.unit.interop.examples import GENIUS, NEGOLOG, TABLE, written

DAY = date(2030, 1, 1)
NAMES = st.text(max_size=12).map(lambda text: name_in(text) or "x")
NUMBERS = st.floats(0, 1e6).map(lambda x: 0.0 if x < 1e-9 else x)
TABLES: tuple[Format, ...] = ("csv", "xlsx")


@st.composite
def domains(draw: st.DrawFn) -> Domain:
    """Names with every kind of character; numbers of every size that a utility has."""
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    options = [tuple(draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))) for _ in names]
    quantity = draw(st.booleans())
    issues = tuple(
        Issue(name, of, tuple(float(k) for k in range(len(of))) if quantity else None)
        for name, of in zip(names, options, strict=True)
    )
    parties = tuple(
        Party(
            name=name,
            weights=tuple(draw(NUMBERS) for _ in issues),
            evaluations=tuple(tuple(draw(NUMBERS) for _ in issue.options) for issue in issues),
            reservation=draw(st.none() | NUMBERS),
            discount=draw(st.none() | st.floats(0, 1)),
        )
        for name in draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    )
    return Domain("random", issues, parties, "csv", "raw")


def through(domain: Domain, form: Format, folder: Path) -> Domain:
    target = Target(folder / f"out.{form}" if form in TABLES else folder / "out", form)
    convert(domain, target, DAY, "en")
    if form == "dossier":
        return export_dossier(load_dossier(target.path), "en", with_no_deal=True).domain
    found = find_domain(target.path)
    assert found is not None
    return read_domain(found).domain


def near(first: float | None, second: float | None) -> bool:
    """Equal within a handful of roundings: weights are multiplied and divided, workbooks keep 16 digits."""
    x, y = first or 0.0, second or 0.0
    return abs(x - y) <= 1e-12 * max(abs(x), abs(y)) or x == pytest.approx(y, abs=nextafter(0, 1))


@settings(max_examples=60)
@given(domains())
def test_csv_keeps_everything(domain: Domain) -> None:
    with TemporaryDirectory() as folder:
        found = through(domain, "csv", Path(folder))
    assert (found.issues, found.parties) == (domain.issues, domain.parties)


@pytest.mark.parametrize("form", ["genius", "negolog", "xlsx"])
@settings(max_examples=40)
@given(domain=domains())
def test_every_option_is_worth_the_same(form: Format, domain: Domain) -> None:
    with TemporaryDirectory() as folder:
        found = through(domain, form, Path(folder))
    assert [(issue.name, issue.options) for issue in found.issues] == [(i.name, i.options) for i in domain.issues]
    by_name = {party.name: party for party in found.parties}
    for k, party in enumerate(domain.parties):
        other = found.parties[k] if form == "negolog" else by_name.get(party.name)
        if other is None:
            # A name that no file can have.
            assert form == "genius"
            continue
        assert near(other.reservation, party.reservation)
        for values, others in zip(party.points, other.points, strict=True):
            assert all(near(x, y) for x, y in zip(values, others, strict=True))


@settings(max_examples=40)
@given(domains())
def test_a_dossier_keeps_utilities_up_to_scale_and_origin(domain: Domain) -> None:
    """Distances between options as shares of the party's range, and where no deal lies in it."""
    if all(len(issue.options) == 1 for issue in domain.issues):
        return
    with TemporaryDirectory() as folder:
        found = through(domain, "dossier", Path(folder))
    kept = [i for i, issue in enumerate(domain.issues) if len(issue.options) > 1]
    for party, other in zip(domain.parties, found.parties, strict=True):
        points = [party.points[i] for i in kept]
        swing = sum(max(values) - min(values) for values in points)
        swings = sum(max(values) - min(values) for values in other.points)
        if swing < 1e-6 or swings < 1e-6:
            # Next to nothing matters to the party, compared with what no deal is worth to it.
            continue
        for values, others in zip(points, other.points, strict=True):
            shares = [(value - values[0]) / swing for value in values]
            assert [(value - others[0]) / swings for value in others] == pytest.approx(shares, abs=1e-9)


INPUTS = {
    "genius": GENIUS,
    "negolog": NEGOLOG,
    "csv": {"river.csv": TABLE},
}


@settings(max_examples=150)
@given(st.sampled_from(sorted(INPUTS)), st.integers(0, 2**32))
def test_whatever_is_spoiled_is_told(kind: str, seed: int) -> None:
    """Bytes are changed, doubled and left out; reading gives a domain or problems that can be said, nothing else."""
    chance = random.Random(seed)
    with TemporaryDirectory() as name:
        folder = written(Path(name), INPUTS[kind])
        path = chance.choice(sorted(folder.iterdir()))
        data = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 4)):
            start = chance.randrange(len(data) + 1)
            piece = data[start : start + chance.randint(0, 40)]
            noise = bytes(chance.randrange(256) for _ in range(3))
            spoiled = [b"", piece * 2, noise, b'"', b"<", b"1e999", b"-", b"NaN", b";"]
            data[start : start + len(piece)] = chance.choice(spoiled)
        path.write_bytes(data)
        found = find_domain(folder / "river.csv" if kind == "csv" else folder)
        assert found is not None
        try:
            read_domain(found)
            problems: tuple[Problem, ...] = ()
        except IrenicError as error:
            problems = error.problems
    assert all(problem_line(problem, language) for problem in problems for language in LANGUAGES)
