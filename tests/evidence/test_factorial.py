"""The factorial comparisons against the shares in the findings and an independent interval."""

import pytest
from statsmodels.stats.proportion import proportion_confint

from toolkit.evidence import FACTORIAL
from toolkit.evidence.factorial import wilson


@pytest.mark.parametrize(("share", "n"), [(0.807, 140), (0.04, 25), (0.5, 7), (1.0, 12), (0.0, 12)])
def test_wilson_interval_agrees_with_statsmodels(share, n):
    low, high = proportion_confint(share * n, n, method="wilson")
    assert wilson(share, n) == pytest.approx((max(low, 0), high), abs=1e-6)


@pytest.mark.parametrize("trial", FACTORIAL, ids=lambda trial: trial.label)
def test_every_comparison_can_be_read_and_makes_sense(trial):
    assert trial.finding.numbers == "yes"
    assert all(0 < share < 1 for share in trial.shares)
    if trial.interval:
        assert trial.interval[0] < trial.shares[3] < trial.interval[1]
    assert trial.label.startswith("▼" if trial.finding.counter_evidence else "▲")


def test_bad_outcomes_are_turned_into_good_ones():
    """reynolds1999: recurrence 90, 43, 64 and 20 %, interval of the last 4 to 36 %."""
    reynolds = next(trial for trial in FACTORIAL if trial.id == "reynolds1999")
    assert reynolds.shares == pytest.approx((0.10, 0.57, 0.36, 0.80))
    assert reynolds.interval == pytest.approx((0.64, 0.96))


def test_shares_of_days_get_no_interval_of_people():
    combine = next(trial for trial in FACTORIAL if trial.id == "combine2006")
    assert combine.interval is None
