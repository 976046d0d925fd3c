from tests.unit.dossier.river import Tell


def test_a_last_day_needs_a_first(told: Tell) -> None:
    assert told(("date: 2031-03-20", "until: 2031-03-20")) == [("dossier.days-reversed", "claims.N1.until")]
    assert told(("date: 2031-03-20", "date: 2031-03-20\n    until: 2031-03-20")) == []


def test_an_anchor_and_a_reason_exclude_each_other(told: Tell) -> None:
    assert told(("    date: 2031-03-02\n", '    date: 2031-03-02\n    unanchored: "lost"\n')) == [
        ("dossier.anchor-or-reason", "claims.A1")
    ]


def test_a_hash_or_a_name_is_enough_to_find_a_document(told: Tell) -> None:
    assert told(("    file: river.txt\n", "")) == []
    assert told(("    held: false\n", "    file: bulletin.txt\n")) == []


def test_segments_may_touch(told: Tell) -> None:
    assert told(("span: [0, 158]", "span: [0, 159]")) == [
        ("dossier.segments-overlap", "sources.river.segments.gossip.span")
    ]
    assert told(("span: [0, 158]", "span: [0, 157]")) == []


def test_a_quote_that_has_the_hash_is_fine(told: Tell) -> None:
    assert told(("end: 97, sha256", "end: 97, quote: the dam stays in Aldovan hands, sha256")) == []
