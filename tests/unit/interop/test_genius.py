"""GENIUS's domains, as GENIUS evaluates them."""

from pathlib import Path

import pytest

from irenic.interop.domain import Domain, Evaluations
from irenic.interop.genius import read_genius
from tests.unit.interop.examples import GENIUS, read, written


@pytest.fixture
def river(tmp_path: Path) -> Path:
    return written(tmp_path / "river", GENIUS)


def test_a_folder(river: Path) -> None:
    reading = read(river, "scaled", steps=3)
    domain = reading.domain
    assert (domain.name, domain.format, domain.evaluations) == ("river", "genius", "scaled")
    assert reading.warnings == ()
    assert [(issue.name, issue.options, issue.amounts) for issue in domain.issues] == [
        ("water", ("shared", "ours", "theirs"), None),
        ("boats", ("2", "3", "4", "5"), (2.0, 3.0, 4.0, 5.0)),
        ("toll", ("0", "5", "10"), (0.0, 5.0, 10.0)),
    ]
    upper, lower = domain.parties
    assert (upper.name, upper.weights, upper.reservation, upper.discount) == ("town2", (0.5, 0.3, 0.2), 0.25, 0.9)
    assert (lower.name, lower.weights, lower.reservation, lower.discount) == ("town10", (0.2, 0.2, 0.6), None, None)
    assert domain.packages == 3 * 4 * 3
    assert [(loss.code, dict(loss.params)) for loss in reading.losses] == [
        ("interop.lost-real", {"issue": "toll", "points": 3})
    ]


def test_parties_stand_in_the_order_of_the_numbers_in_their_files_names(river: Path) -> None:
    assert [party.name for party in read(river).domain.parties] == ["town2", "town10"]


@pytest.mark.parametrize(
    ("evaluations", "water"),
    [("scaled", (0.75, 1.0, 0.0)), ("raw", (6.0, 8.0, 0.0)), ("spread", (0.75, 1.0, 0.0))],
)
def test_readings_of_evaluations(river: Path, evaluations: Evaluations, water: tuple[float, ...]) -> None:
    assert read(river, evaluations).domain.parties[0].evaluations[0] == water


def test_evaluations_count_as_they_stand_and_a_reservation_of_another_scale_is_told(river: Path) -> None:
    reading = read(river)
    assert reading.domain.evaluations == "raw"
    assert [(warning.code, dict(warning.params)) for warning in reading.warnings] == [
        ("interop.genius-scale", {"party": "town2", "reservation": 0.25, "most": 4.5})
    ]


def test_files_that_say_how_they_are_meant_are_read_so(river: Path) -> None:
    for name in ("town2.xml", "town10.xml"):
        text = (river / name).read_text(encoding="utf-8")
        (river / name).write_text(
            text.replace("<utility_space", '<utility_space evaluations="scaled"', 1), encoding="utf-8"
        )
    assert read(river).domain.evaluations == "scaled"
    assert read(river, "raw").domain.evaluations == "raw"


def test_spread_and_scaled_differ_where_nothing_is_worth_nothing(river: Path) -> None:
    assert read(river, "scaled").domain.parties[1].evaluations[0] == (0.75, 0.25, 1.0)
    assert read(river, "spread").domain.parties[1].evaluations[0] == pytest.approx((2 / 3, 0, 1), abs=1e-15)


@pytest.mark.parametrize("evaluations", ["scaled", "raw", "spread"])
def test_functions_are_read_as_they_are(river: Path, evaluations: Evaluations) -> None:
    """Lines are cut off at 0 and 1, a triangle is 0 at its upper end; no reading changes them."""
    upper, lower = read(river, evaluations, steps=5).domain.parties
    assert upper.evaluations[1] == (0.25, 0.5, 0.75, 1.0)
    assert lower.evaluations[1] == (1.0, 0.5, 0.0, 0.0)
    assert upper.evaluations[2] == (1.0, 0.75, 0.5, 0.25, 0.0)
    assert lower.evaluations[2] == (0.0, 0.5, 1.0, 0.5, 0.0)


def test_a_constant_function(river: Path) -> None:
    text = GENIUS["town2.xml"].replace(
        'ftype="linear" parameter0="1.0" parameter1="-0.1"', 'ftype="constant" parameter0="0.4"'
    )
    written(river, {"town2.xml": text})
    assert read(river, steps=2).domain.parties[0].evaluations[2] == (0.4, 0.4)


def test_evaluations_that_are_nothing_stay_nothing(river: Path) -> None:
    text = GENIUS["town2.xml"].replace('evaluation="6"', 'evaluation="0"').replace('evaluation="8"', 'evaluation="0"')
    written(river, {"town2.xml": text})
    assert read(river).domain.parties[0].evaluations[0] == (0.0, 0.0, 0.0)


def test_an_integer_issue_of_very_many_values_is_thinned(river: Path) -> None:
    files = {name: text.replace('upperbound="5"', 'upperbound="100002"') for name, text in GENIUS.items()}
    reading = read(written(river, files), steps=6)
    assert reading.domain.issues[1].options == ("2", "20002", "40002", "60002", "80002", "100002")
    assert [loss.code for loss in reading.losses] == ["interop.lost-integer", "interop.lost-real"]


def test_a_range_of_one_value(river: Path) -> None:
    files = {name: text.replace('upperbound="5"', 'upperbound="2"') for name, text in GENIUS.items()}
    assert read(written(river, files)).domain.issues[1].options == ("2",)


NESTED = """\
<utility_space>
 <objective index="0" name="all">
  <objective index="1" name="land"><issue index="2" name="price"><item index="1" value="low"{0}/></issue>{1}</objective>
  <objective index="3" name="sea"><issue index="4" name="price"><item index="1" value="high"{0}/></issue>{2}</objective>
  {3}
 </objective>
</utility_space>
"""


def nested(folder: Path, objectives: str) -> Domain:
    template = f"<negotiation_template>{NESTED.format('', '', '', '')}</negotiation_template>"
    weights = ['<weight index="2" value="0.3"/>', '<weight index="4" value="0.7"/>']
    space = NESTED.format(' evaluation="1"', *weights, objectives)
    return read(written(folder, {"template.xml": template, "only.xml": space})).domain


def test_objectives_group_issues_and_weigh_nothing(tmp_path: Path) -> None:
    domain = nested(tmp_path, '<weight index="1" value="0.5"/><weight index="3" value="0.5"/>')
    assert [issue.name for issue in domain.issues] == ["land / price", "sea / price"]
    assert domain.parties[0].weights == (0.3, 0.7)
    losses = read(tmp_path).losses
    assert [loss.code for loss in losses] == ["interop.lost-objectives", "interop.lost-objective-weights"]


def test_objectives_of_weight_one_lose_nothing(tmp_path: Path) -> None:
    nested(tmp_path, '<weight index="1" value="1.0"/><weight index="3" value="1.0"/>')
    assert [loss.code for loss in read(tmp_path).losses] == ["interop.lost-objectives"]


def test_a_folder_of_two_domains_is_read_by_the_file_of_one(tmp_path: Path) -> None:
    files = {f"{name}-{kind}.xml": text for kind, text in zip(("domain", "p1", "p2"), GENIUS.values(), strict=True)
             for name in ("river-A", "river-B")}  # fmt: skip
    folder = written(tmp_path / "river", files)
    for name in ("A", "B"):
        domain = read_genius(folder / f"river-{name}-domain.xml", "scaled", 21).domain
        assert [party.name for party in domain.parties] == [f"river-{name}-p1", f"river-{name}-p2"]


def test_files_of_other_kinds_are_left_out(river: Path) -> None:
    written(river, {"pareto.xml": "0.5,0.7\n", "log.xml": "<Tournament/>"})
    reading = read(river, "scaled")
    assert len(reading.domain.parties) == 2
    assert [warning.code for warning in reading.warnings] == ["interop.genius-other"] * 2


def test_without_a_template_the_first_space_says_what_there_is(river: Path) -> None:
    (river / "river.xml").unlink()
    assert [issue.name for issue in read(river).domain.issues] == ["water", "boats", "toll"]


def test_names_are_compared_without_case_and_runs_of_space(river: Path) -> None:
    text = GENIUS["town2.xml"].replace('name="water"', 'name=" Water "').replace('value="shared"', 'value="shared "')
    assert read(written(river, {"town2.xml": text})).domain.parties[0].weights[0] == 0.5
