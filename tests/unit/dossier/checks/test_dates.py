from tests.unit.dossier.river import Tell


def test_a_claim_of_the_day_itself_may_back(told: Tell) -> None:
    used = ('hits both"}', 'hits both", because: N1}')
    unmarked = ('    context: "later than the dossier"\n', "")
    assert told(used, unmarked, ("date: 2031-03-20", "date: 2031-03-10")) == []
    assert told(used, unmarked, ("date: 2031-03-20", "date: 2031-03-11")) == [
        ("dossier.claim-too-late", "correlations.patience.coefficient.because")
    ]


def test_every_use_is_told(told: Tell) -> None:
    unmarked = ('    context: "later than the dossier"\n', "")
    assert told(unmarked, ("because: M1}", "because: [M1, N1]}"), ('says: "No."}', 'says: "No.", because: N1}')) == [
        ("dossier.claim-too-late", "disputes.tone.sides.officer.because.1"),
        ("dossier.claim-too-late", "disputes.tone.sides.envoy.because"),
    ]
