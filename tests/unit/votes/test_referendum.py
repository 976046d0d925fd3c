import numpy as np
import pytest
from scipy.stats import norm

from irenic.votes.questions import Question, number_of
from irenic.votes.referendum import movement, referendum_chance, support
from tests.unit.votes.examples import council_of, stakes_of

BODY = {
    "rule": "referendum",
    "decides": {"party": "aldova"},
    "support": "0.4",
    "poll_package": {"dam": "shared"},
}


def test_support_moves_with_what_the_party_gains() -> None:
    council, example = council_of(**BODY)
    stakes = stakes_of(example)
    polled = support(council, Question(package={"dam": "shared"}), stakes)
    assert polled == pytest.approx(0.4, abs=1e-12)
    # Open is worth 32 points more to Aldova: 0.2 · 32 log-odds.
    more = support(council, Question(package={"dam": "open"}), stakes)
    assert more == pytest.approx(1 / (1 + np.exp(-(np.log(0.4 / 0.6) + 6.4))), abs=1e-12)
    assert movement(council, Question(package={"dam": "open"}), stakes) == pytest.approx(6.4, abs=1e-12)


def test_support_in_polls_where_there_is_nothing_to_compare() -> None:
    council, example = council_of(**BODY)
    assert support(council, Question(levers=("credit",)), stakes_of(example)).tolist() == [0.4] * 4
    council, example = council_of(**{**BODY, "poll_package": {}})
    assert support(council, Question(package={"dam": "open"}), stakes_of(example)).tolist() == [0.4] * 4


def test_without_a_shock_support_decides() -> None:
    supported = np.array([0.4, 0.5, 0.6])
    assert referendum_chance(supported, np.full(3, 0.5), np.zeros(3)).tolist() == [0.0, 0.0, 1.0]


def test_a_shock_leaves_a_doubt() -> None:
    """Λ(x + σz) > ½ has the chance Φ(x/σ)."""
    found = referendum_chance(np.array([0.4, 0.5, 0.6]), np.full(3, 0.5), np.full(3, np.log(1.5)))
    assert found == pytest.approx([0.158655, 0.5, 0.841345], abs=1e-6)


def test_support_never_falls_with_what_the_party_gains() -> None:
    """Every package of the example, ordered by its utility to the party: support is ordered alike."""
    council, example = council_of(**BODY, shock="0.4")
    stakes = stakes_of(example)
    found = []
    for dam in ("closed", "shared", "open"):
        for fish in ("none", "some"):
            package = {"dam": dam, "fish": fish}
            points = stakes.utilities(number_of(stakes.model, package))[0, 0]
            supported = support(council, Question(package=package), stakes)
            chance = referendum_chance(supported, np.full(4, 0.5), np.full(4, 0.4))
            found.append((points, supported[0], chance[0]))
    found.sort()
    assert len({points for points, _, _ in found}) == 6
    assert [row[1] for row in found] == sorted({row[1] for row in found})
    assert [row[2] for row in found] == sorted(row[2] for row in found)


@pytest.mark.parametrize("shock", [0.1, 0.5, 2.0])
def test_the_chance_is_that_of_the_shock(shock: float) -> None:
    """Against the definition: the normal measure of the shocks by which support exceeds what is needed."""
    z = np.linspace(-9, 9, 2_000_001)
    supported, needed = 0.42, 0.55
    carried = 1 / (1 + np.exp(-(np.log(supported / (1 - supported)) + shock * z))) > needed
    expected = (norm.pdf(z) * carried).sum() * (z[1] - z[0])
    found = referendum_chance(np.array([supported]), np.array([needed]), np.array([shock]))[0]
    # A step of 9·10⁻⁶ in the shock.
    assert found == pytest.approx(expected, abs=1e-5)
