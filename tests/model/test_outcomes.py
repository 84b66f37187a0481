"""Outcomes against counting by hand, and the scales against their definitions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

from toolkit.model import EXPECTED_FROM_BOTH, FOUR_PLANS, Cohort, Model, simulate
from toolkit.model.plan import DUMMY

shares = st.floats(0.01, 0.99)


@pytest.fixture(scope="module")
def course():
    return simulate(Cohort(size=4000), FOUR_PLANS, weeks=20)


def test_response_and_remission_are_counted_on_the_measured_score(course):
    scores, start = course.ratings(12), course.symptoms[0]
    assert course.response(12)[2] == np.mean(scores[2] <= start[2] / 2)
    assert course.remission(12)[2] == np.mean(scores[2] <= 7)
    assert course.mean(12)[2] == course.symptoms[12, 2].mean()
    assert np.array_equal(course.responders(12), scores <= start / 2)


def test_what_is_measured_in_all_weeks_is_what_is_measured_in_each(course):
    assert np.array_equal(course.ratings(), [course.ratings(week) for week in range(21)])
    assert np.array_equal(course.responders()[12], course.responders(12))


def test_gains_are_held_against_the_dummy_pill_wherever_it_stands_or_against_what_is_asked_for():
    course = simulate(Cohort(size=50), dict(reversed(FOUR_PLANS.items())), weeks=12)
    gains = course.gains(12)
    assert list(gains) == ["both", "therapy", "medication"]
    assert gains["both"] == pytest.approx((course.symptoms[12, 3] - course.symptoms[12, 0]).mean())
    over_medication = course.gains(12, "medication")
    assert list(over_medication) == ["both", "therapy", DUMMY]
    assert over_medication["both"] == pytest.approx(gains["both"] - gains["medication"])


def test_rating_error_has_its_spread_and_is_shared_by_the_arms(course):
    errors = course.ratings(12) - course.symptoms[12]
    assert errors.std() == pytest.approx(2.4, rel=0.05)
    np.testing.assert_allclose(errors, np.broadcast_to(errors[:1], errors.shape), atol=1e-12)
    assert abs(np.corrcoef(errors[0], (course.ratings(13) - course.symptoms[13])[0])[0, 1]) < 0.06


def test_signs_each_tool_helps_and_both_help_most(course):
    dummy, medication, therapy, both = course.response(12)
    assert dummy < min(medication, therapy) < both
    assert course.effect_size("both", DUMMY, 12) > course.effect_size("medication", DUMMY, 12) > 0
    assert course.effect_size(DUMMY, "both", 12) == -course.effect_size("both", DUMMY, 12)


def test_no_effect_of_treatments_without_strength():
    model = Model().replace({"drug.strength": 0.0, "skill.strength": 0.0, "stress.buffer": 0.0})
    course = simulate(Cohort(size=100), FOUR_PLANS, weeks=12, model=model)
    np.testing.assert_allclose(course.symptoms, np.broadcast_to(course.symptoms[:, :1], course.symptoms.shape))


@pytest.mark.slow
@given(shares, shares, shares)
def test_scales_are_what_they_say(neither, one, other):
    expected = {name: scale(neither, one, other) for name, scale in EXPECTED_FROM_BOTH.items()}
    assert expected["risk difference"] - neither == pytest.approx((one - neither) + (other - neither))
    assert (1 - expected["independence"]) * (1 - neither) == pytest.approx((1 - one) * (1 - other))
    assert expected["log-odds"] == pytest.approx(expit(logit(one) + logit(other) - logit(neither)))


@given(shares, shares)
def test_a_treatment_that_does_nothing_adds_nothing_on_any_scale(neither, one):
    for scale in EXPECTED_FROM_BOTH.values():
        assert scale(neither, one, neither) == pytest.approx(one)


def test_scales_at_the_edges():
    assert EXPECTED_FROM_BOTH["log-odds"](0.2, 1.0, 0.5) == 1.0
    assert EXPECTED_FROM_BOTH["log-odds"](0.2, 0.0, 0.5) == 0.0
    assert np.isnan(EXPECTED_FROM_BOTH["independence"](1.0, 1.0, 1.0))
    assert np.isnan(EXPECTED_FROM_BOTH["log-odds"](0.0, 0.0, 1.0))
    assert EXPECTED_FROM_BOTH["risk difference"](0.2, 0.7, 0.8) == pytest.approx(1.3)


def test_scales_on_a_real_trial():
    """CAMS: .237 / .549 / .597, from walkup2008_cams."""
    expected = [scale(0.237, 0.549, 0.597) for scale in EXPECTED_FROM_BOTH.values()]
    np.testing.assert_allclose(expected, [0.909, 0.762, 0.853, 0.861], atol=5e-4)
