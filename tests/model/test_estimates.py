"""Estimates and survival curves against independent libraries: scipy, statsmodels and lifelines.

Each test imports its own: together they take seconds, in every worker that only looks what tests there are.
"""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model import (
    EXPECTED_FROM_BOTH,
    FOUR_PLANS,
    Cohort,
    hazard_ratio,
    hedges_g,
    kaplan_meier,
    number_needed_to_treat,
    patients_per_arm,
    proportion,
    risk_gain,
    simulate,
)


def trial(random, size):
    """Times in whole weeks, so with many ties, some censored."""
    treated = random.random(size) < 0.5
    weeks = np.minimum(np.ceil(random.exponential(np.where(treated, 30, 15))), random.integers(10, 53, size))
    return weeks, random.random(size) < 0.8, treated


@pytest.mark.slow
@pytest.mark.parametrize("size", [12, 80, 600])
@pytest.mark.parametrize("seed", [0, 1])
def test_kaplan_meier_agrees_with_lifelines(size, seed):
    from lifelines import KaplanMeierFitter

    weeks, happened, _ = trial(np.random.default_rng(seed), size)
    curve, theirs = kaplan_meier(weeks, happened), KaplanMeierFitter().fit(weeks, happened)
    np.testing.assert_allclose(curve.share, theirs.survival_function_.iloc[:, 0], atol=1e-12)
    np.testing.assert_array_equal(curve.weeks, theirs.survival_function_.index)
    np.testing.assert_array_equal(curve.at_risk, theirs.event_table["at_risk"])
    np.testing.assert_array_equal(curve.events, theirs.event_table["observed"])
    inside = (curve.share > 0) & (curve.share < 1)
    interval = theirs.confidence_interval_.to_numpy()[inside]
    np.testing.assert_allclose(np.stack([curve.low, curve.high], axis=1)[inside], interval, atol=1e-9)
    assert curve.at(-0.0) == 1.0
    assert curve.at(20.5) == pytest.approx(theirs.predict(20.5))


@pytest.mark.slow
@pytest.mark.parametrize("size", [40, 300])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_hazard_ratio_agrees_with_lifelines(size, seed):
    import pandas as pd
    from lifelines import CoxPHFitter

    weeks, happened, treated = trial(np.random.default_rng(seed), size)
    table = pd.DataFrame({"weeks": weeks, "happened": happened, "treated": treated.astype(float)})
    theirs = CoxPHFitter().fit(table, "weeks", "happened").summary.loc["treated"]
    expected = theirs[["exp(coef)", "exp(coef) lower 95%", "exp(coef) upper 95%"]]
    np.testing.assert_allclose(hazard_ratio(weeks, happened, treated), expected.astype(float), rtol=1e-5)


def test_hazard_ratio_without_events_on_one_side_is_unknown():
    assert math.isnan(hazard_ratio([1, 2, 3], [True, True, False], [True, True, False]).value)


@pytest.mark.slow
def test_hedges_g_agrees_with_statsmodels():
    from statsmodels.stats.meta_analysis import effectsize_smd

    random = np.random.default_rng(3)
    better, worse = random.normal(10, 7, 40), random.normal(14, 8, 55)
    scores = [worse.mean(), worse.std(ddof=1), 55, better.mean(), better.std(ddof=1), 40]
    value, variance = effectsize_smd(*scores)
    ours = hedges_g(better, worse)
    assert ours.value == pytest.approx(value, rel=1e-4)
    # statsmodels divides by the free numbers where Hedges and Olkin divide by the patients: a hair's breadth.
    assert (ours.high - ours.low) / 2 == pytest.approx(1.959964 * math.sqrt(variance), rel=2e-3)


@pytest.mark.slow
@settings(max_examples=50)
@given(st.integers(1, 80), st.integers(1, 80), st.floats(0, 1), st.floats(0, 1))
def test_shares_and_their_gain_agree_with_statsmodels(size, other_size, share, other_share):
    from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

    events, others = round(share * size), round(other_share * other_size)
    ours = proportion(events, size)
    np.testing.assert_allclose(ours[1:], proportion_confint(events, size, method="wilson"), atol=1e-9)
    gain = risk_gain(events, size, others, other_size)
    expected = confint_proportions_2indep(events, size, others, other_size, method="newcomb", compare="diff")
    np.testing.assert_allclose(gain[1:], expected, atol=1e-9)


def test_number_needed_to_treat():
    plain = number_needed_to_treat(60, 100, 40, 100)
    gain = risk_gain(60, 100, 40, 100)
    assert plain.value == pytest.approx(5)
    assert plain[1:] == pytest.approx((1 / gain.high, 1 / gain.low))
    unsure = number_needed_to_treat(45, 100, 40, 100)
    assert unsure.value == pytest.approx(20)
    assert unsure.high == math.inf
    assert number_needed_to_treat(40, 100, 40, 100).value == math.inf
    assert number_needed_to_treat(40, 100, 60, 100).value == pytest.approx(-5)


@pytest.mark.slow
@pytest.mark.parametrize("effect", [0.05, 0.2, 0.43, 1.0])
@pytest.mark.parametrize("power", [0.8, 0.9])
def test_patients_per_arm_agree_with_statsmodels(effect, power):
    from statsmodels.stats.power import NormalIndPower

    theirs = NormalIndPower().solve_power(effect, power=power, alpha=0.05)
    assert patients_per_arm(effect * 7, 7, power) == pytest.approx(math.ceil(theirs), abs=1)


def test_power_to_see_an_interaction_is_what_was_asked_for():
    """Negative control by simulated trials: with the number per arm for 80 %, eight in ten trials see it."""
    random, size = np.random.default_rng(4), patients_per_arm(0.5, 1.0, arms=4)
    arms = random.standard_normal((4, 4000, size)).mean(axis=2)
    found = np.abs(arms[3] - arms[1] - arms[2] + arms[0] + 0.5) > 1.959964 * math.sqrt(4 / size)
    assert found.mean() == pytest.approx(0.8, abs=0.03)
    assert patients_per_arm(0.0, 1.0) == math.inf


@pytest.mark.slow
@given(*[st.floats(0.01, 0.99)] * 3)
def test_probit_is_what_it_says(neither, one, other):
    from scipy.special import ndtr, ndtri

    expected = ndtr(ndtri(one) + ndtri(other) - ndtri(neither))
    assert EXPECTED_FROM_BOTH["probit"](neither, one, other) == pytest.approx(expected, abs=1e-9)


def test_probit_takes_arrays_and_edges():
    probit = EXPECTED_FROM_BOTH["probit"]
    np.testing.assert_allclose(probit(np.array([0.2, 0.2]), np.array([1.0, 0.0]), np.array([0.5, 0.5])), [1.0, 0.0])
    assert np.isnan(probit(0.0, 0.0, 0.5))


def test_a_course_reads_its_outcomes_off_the_same_estimates():
    course = simulate(Cohort(size=3000), FOUR_PLANS, 52)
    curve = course.relapse_curve("therapy")
    responders = course.responded[2]
    assert curve.at_risk[0] == responders.sum()
    relapses = np.isfinite(course.relapse_week[2][responders])
    assert 1 - curve.share[-1] == pytest.approx(relapses.mean())
    assert curve.at(20) == pytest.approx(1 - (course.relapse_week[2][responders] <= 32).mean())
    stayed = np.isinf(course.stop_week[1])
    assert course.relapse_curve("medication", among=stayed).at_risk[0] == (course.responded[1] & stayed).sum()
    scores = course.ratings(12)
    effect = hedges_g(scores[3], scores[1])
    assert effect.value == pytest.approx(course.effect_size("both", "medication", 12), rel=1e-3)
    assert effect.low < effect.value < effect.high
    shares = course.response(12)
    for scale in EXPECTED_FROM_BOTH:
        assert course.interaction(12, scale) == pytest.approx(shares[3] - course.expected_response(12, scale))


def test_responders_of_the_run_are_those_of_the_course():
    course = simulate(Cohort(size=2000), FOUR_PLANS, 20)
    assert np.array_equal(course.responded.mean(axis=1), course.response(12))
    assert not np.isfinite(course.relapse_week[~course.responded]).any()
    assert (course.relapse_week > 12).all()
