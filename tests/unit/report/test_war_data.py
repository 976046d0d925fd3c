import pytest

from irenic.report.case_data import Case
from irenic.report.summary_data import Summary
from irenic.report.war_data import QUANTITIES
from tests.unit.report.shape import faults


@pytest.mark.usefixtures("at_war")
def test_the_example_at_war_has_the_declared_shape(case: Case, summary: Summary) -> None:
    assert list(faults(case, Case)) == []
    assert list(faults(summary, Summary)) == []


@pytest.mark.usefixtures("at_war")
def test_everything_by_month_has_a_value_for_each_month_from_0_to_the_horizon(summary: Summary) -> None:
    war = summary["war"]
    assert war is not None
    for scenario in war["scenarios"]:
        for shares in zip(*scenario["front"].values(), strict=True):
            assert sum(shares) == pytest.approx(1)
        fans = [fan for side in war["sides"] for fan in scenario["fans"][side].values()]
        assert len(fans) == len(war["sides"]) * len(QUANTITIES)
        lengths = {len(fan[level]) for fan in fans for level in ("p5", "p25", "p50", "p75", "p95")}
        assert lengths == {war["months"] + 1}
