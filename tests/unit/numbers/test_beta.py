import pytest
from scipy.special import betainc, betaincinv

from irenic.numbers.beta import beta_percentile, beta_share

SHAPES = [(1.0, 5.0), (2.6, 3.4), (0.5, 0.5), (0.01, 0.02), (20.0, 3.0), (1e3, 2e3), (1e6, 1e6), (1.0, 1.0)]


@pytest.mark.parametrize(("a", "b"), SHAPES)
def test_the_share_is_scipys(a: float, b: float) -> None:
    for x in (1e-9, 0.01, 0.3, 0.4999, 0.5, 0.7, 0.99):
        # lgamma of 2e6 is about 3e7: its last bit is worth 4e-9 of the factor in front
        assert beta_share(a, b, x) == pytest.approx(float(betainc(a, b, x)), rel=1e-8, abs=1e-12)


@pytest.mark.parametrize(("a", "b"), SHAPES)
def test_the_percentile_is_scipys(a: float, b: float) -> None:
    for u in (0.01, 0.05, 0.5, 0.95):
        # the same lgamma, seen through the slope of the quantile function
        assert beta_percentile(a, b, u) == pytest.approx(float(betaincinv(a, b, u)), rel=1e-9, abs=1e-300)


def test_beyond_the_ends() -> None:
    assert (beta_share(2, 3, -1), beta_share(2, 3, 0), beta_share(2, 3, 1), beta_share(2, 3, 2)) == (0, 0, 1, 1)


def test_closed_forms() -> None:
    # 1e-15: a handful of roundings
    assert beta_share(1, 1, 0.3) == pytest.approx(0.3, abs=1e-15)
    assert beta_share(2, 1, 0.3) == pytest.approx(0.09, abs=1e-15)
    assert beta_percentile(1, 3, 0.271) == pytest.approx(0.1, abs=1e-15)
