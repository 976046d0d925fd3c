from typing import cast

from irenic.report.case_data import Case
from irenic.report.mechanism_data import Demonstrated, MechanismEntry
from irenic.report.mechanisms import change_words, mechanism_views
from irenic.report.wording import Wording


def shown(case: Case, **changed: object) -> Demonstrated:
    """A demonstration that goes as the dossier says, with some fields changed."""
    found = {
        "measure": "no-deal",
        "of": case["parties"][0]["id"],
        "package": {},
        "month": 0,
        "moves": "up",
        "so": 0.75,
        "against": 0.125,
        "change": {"low": -0.5, "median": 1.25, "high": 4.0},
    }
    return cast(Demonstrated, found | changed)


def entry(demonstrated: Demonstrated | None, why: str | None = None) -> MechanismEntry:
    return {
        "id": "drought",
        "cause": {"en": "A dry year", "zh": "旱年"},
        "effect": {"en": "Haste", "zh": "急切"},
        "executed_by": [] if why else ["clocks.sowing"],
        "declared_only": {"en": why, "zh": why} if why else None,
        "shown": demonstrated,
    }


def test_what_is_seen_is_told_with_its_share_and_range(case: Case) -> None:
    wording = Wording(case, "en")
    view = mechanism_views([entry(shown(case))], wording)[0]
    party = wording.party(case["parties"][0]["id"])
    assert (view.cause, view.effect, view.executed_by) == ("A dry year", "Haste", ("clocks.sowing",))
    assert view.seen_in == f"what going on with the war is worth to {party}, in points"
    assert view.outcome == "higher in 75\u00a0% of draws, lower in 12\u00a0%; change +1.2 (−0.5 to +4.0)"
    assert not view.contradicted


def test_what_goes_the_other_way_is_flagged(case: Case) -> None:
    view = mechanism_views([entry(shown(case, moves="down", so=0.1, against=0.9))], Wording(case, "en"))[0]
    assert view.outcome.startswith("lower in 10\u00a0% of draws, higher in 90\u00a0%")
    assert view.contradicted


def test_what_is_only_declared_says_why(case: Case) -> None:
    view = mechanism_views([entry(None, "Lives outside the model")], Wording(case, "en"))[0]
    assert (view.executed_by, view.seen_in, view.outcome) == ((), "", "Only declared: Lives outside the model.")


def test_what_cannot_be_measured_is_told(case: Case) -> None:
    assert "how to switch its cause" in mechanism_views([entry(None)], Wording(case, "en"))[0].outcome


def test_every_measure_has_words_in_both_languages(case: Case) -> None:
    issue = case["issues"][0]
    package = {issue["id"]: issue["options"][-1]["id"]}
    for language in ("en", "zh"):
        wording = Wording(case, language)
        seen = {
            measure: mechanism_views([entry(shown(case, measure=measure, package=package, month=3))], wording)[
                0
            ].seen_in
            for measure in ("no-deal", "front", "breaks", "number", "vote", "utility", "borne")
        }
        assert len(set(seen.values())) == len(seen)
        assert "3" in seen["front"]
        assert "3" in seen["number"]
        assert wording.option(issue["id"], issue["options"][-1]["id"]) in seen["utility"]


def test_small_changes_keep_three_decimals(case: Case) -> None:
    wording = Wording(case, "en")
    assert change_words({"low": -0.0004, "median": 0.012, "high": 0.03}, wording) == "+0.012 (0 to +0.030)"
