"""Courses of the war that somebody asks for."""

import pytest

from irenic.acts.course import Happening
from irenic.acts.rules import compile_acts
from irenic.dossier.load import load_dossier
from irenic.dossier.schema.root import Dossier
from irenic.engine.progress import Cancelled, CancelToken
from irenic.errors.problem import IrenicError, Problem
from irenic.runs.cases import find_case
from irenic.runs.question import Question, question
from irenic.runs.settings import Settings
from irenic.runs.war import Wished, read_events, war_answer, wished_variants


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load_dossier(find_case("ukraine-2025-12"))


@pytest.fixture(scope="module")
def warring(dossier: Dossier) -> Question:
    return question(dossier, Settings(draws=16, seed=3, chunk=8))


def codes(error: IrenicError) -> list[str]:
    return [problem.code for problem in error.problems]


def test_nothing_asked_for_is_no_course(dossier: Dossier) -> None:
    assert wished_variants(Wished(), compile_acts(dossier), dossier) == ()


def test_levers_are_named_with_or_without_their_path(dossier: Dossier) -> None:
    acts = compile_acts(dossier)
    wished = Wished(without=["us-aid", "clocks.midterms", "aid-act"], pulled=["levers.offensive"])
    [variant] = wished_variants(wished, acts, dossier)
    assert variant.id == "asked"
    assert variant.without == ("levers.us-aid", "clocks.midterms", "clocks.aid-act")
    assert variant.pulled == ("levers.offensive",)


def test_events_are_read(dossier: Dossier) -> None:
    problems: list[Problem] = []
    texts = ["talks-fail@2", "offer-refused: ukraine@1.5", "body-decides:congress=no@10", "lever-ends:eu-loan"]
    course = read_events(texts, compile_acts(dossier), dossier, problems)
    assert problems == []
    assert course == (
        Happening("talks-fail", 2),
        Happening("offer-refused", 1.5, by="ukraine"),
        Happening("body-decides", 10, body="congress", decision="no"),
        Happening("lever-ends", 0, lever="eu-loan"),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("deal-signed", "wartime.event-unknown"),
        ("", "wartime.event-unknown"),
        ("talks-fail@soon", "wartime.event-unknown"),
        ("talks-fail@-1", "wartime.event-unknown"),
        ("talks-fail@inf", "wartime.event-unknown"),
        ("talks-fail@36", "wartime.event-beyond"),
        ("talks-fail:ukraine", "wartime.event-who"),
        ("offer-refused", "wartime.event-who"),
        ("offer-refused:nobody", "wartime.event-who"),
        ("body-decides:ukraine", "wartime.event-who"),
        ("body-decides:congress=maybe", "wartime.event-who"),
        ("body-decides:congress=", "wartime.event-who"),
        ("lever-ends:nothing", "wartime.event-who"),
    ],
)
def test_events_that_cannot_be_read(dossier: Dossier, text: str, code: str) -> None:
    problems: list[Problem] = []
    assert read_events([text], compile_acts(dossier), dossier, problems) == ()
    assert [problem.code for problem in problems] == [code]


def test_everything_unknown_is_told_at_once(dossier: Dossier) -> None:
    with pytest.raises(IrenicError) as caught:
        wished_variants(Wished(None, ["none"], ["us-aid"], ["never"]), compile_acts(dossier), dossier)
    assert sorted(codes(caught.value)) == [
        "wartime.event-unknown",
        "wartime.lever-not-free",
        "wartime.lever-unknown",
    ]


def test_a_lever_is_not_switched_off_and_pulled_at_once(dossier: Dossier) -> None:
    with pytest.raises(IrenicError) as caught:
        wished_variants(Wished(None, ["offensive"], ["levers.offensive"]), compile_acts(dossier), dossier)
    assert codes(caught.value) == ["wartime.lever-off-and-pulled"]


def test_paths_in_all_are_shared_out_over_the_draws(warring: Question) -> None:
    assert war_answer(warring, Wished(runs=40))[0]["runs"] == 48
    assert war_answer(warring, Wished(runs=1))[0]["runs"] == 16


def test_what_is_asked_for_changes_the_war_and_nothing_else(warring: Question) -> None:
    war, no_deal = war_answer(warring, Wished(runs=64, without=["eu-loan"]))
    by_id = {scenario["id"]: scenario for scenario in war["scenarios"]}
    assert by_id["asked"]["front"] == by_id["without:eu-loan"]["front"], "the same course under another name"
    assert by_id["asked"]["values"] == by_id["without:eu-loan"]["values"]
    plain, same = war_answer(warring, Wished(runs=64))
    assert plain["scenarios"] == war["scenarios"][:-1]
    assert same == no_deal


def test_an_event_sets_off_what_waits_for_it(warring: Question) -> None:
    war, _ = war_answer(warring, Wished(runs=64, events=["offer-made:russia@0"]))
    by_id = {scenario["id"]: scenario for scenario in war["scenarios"]}
    without = by_id["without:shadow-fleet"]
    assert by_id["asked"]["fans"] == without["fans"], "an offer in the same month defers the sanctions"


def test_what_a_body_is_said_to_decide_counts_for_all_that_need_its_yes(warring: Question) -> None:
    """Congress votes on the aid each year: its yes or no moves what the war is worth, as the chance of a yes does."""
    found = []
    for events in (["body-decides:congress=no@1"], ["body-decides:congress=yes@1"], []):
        war, _ = war_answer(warring, Wished(runs=16, events=events))
        by_id = {scenario["id"]: scenario for scenario in war["scenarios"]}
        found.append(by_id["asked" if events else "as-written"]["values"]["ukraine"]["median"])
    assert len(set(found)) == 3


def test_a_dossier_without_a_theatre(asked: Question) -> None:
    with pytest.raises(IrenicError) as caught:
        war_answer(asked, Wished())
    assert codes(caught.value) == ["wartime.no-theatre"]


def test_it_stops_when_told(warring: Question) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        war_answer(warring, Wished(runs=16), cancel=token)
