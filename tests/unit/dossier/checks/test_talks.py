from tests.unit.dossier.river import Tell


def test_other_protocols_need_no_legs(told: Tell) -> None:
    legs = "    legs: [[aldova, coria], [brenland, coria]]\n"
    assert told((legs, ""), ("protocol: shuttle", "protocol: single-text")) == []


def test_meetings_in_a_circle_are_told_once(told: Tell) -> None:
    assert told(("people: minister}", "people: minister, after: second}")) == [
        ("dossier.circle", "channels.bridge.meetings.first.after")
    ]


def test_a_meeting_after_itself_is_a_circle(told: Tell) -> None:
    assert told(("second: {after: first}", "second: {after: second}")) == [
        ("dossier.circle", "channels.bridge.meetings.second.after")
    ]


def test_what_follows_a_circle_is_not_in_it(told: Tell) -> None:
    circle = ("survey: {by: coria}", "survey: {by: coria, after: pipes}")
    later = ("implementation:\n", "implementation:\n  opening: {after: pipes}\n")
    assert told(circle, later) == [("dossier.circle", "implementation.survey.after")]
