from tests.unit.dossier.river import Tell


def test_weights_that_overlap_do_not_contradict_a_ranking(told: Tell) -> None:
    close = ("      weight: 100\n      values: {aldovan", "      weight: 50\n      values: {aldovan")
    assert told(("issues: [dam, water], because", "issues: [water, dam], because"), close) == []


def test_a_party_without_positions_has_no_weights(told: Tell) -> None:
    assert told(("holder: aldova, issues", "holder: coria, issues")) == [
        ("dossier.order-without-weight", "order.0.issues.0"),
        ("dossier.order-without-weight", "order.0.issues.1"),
    ]
