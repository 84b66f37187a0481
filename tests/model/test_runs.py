"""Same seed, same people, same luck: whatever else changes."""

import numpy as np
import pytest

from toolkit.model import FOUR_PLANS, Cohort, Medication, Model, Plan, Therapy, simulate
from toolkit.model.randomness import PANEL


def test_same_seed_gives_the_same_bits_and_another_seed_other_people():
    first, again = (simulate(Cohort(size=50, seed=7), FOUR_PLANS, weeks=10) for _ in range(2))
    other = simulate(Cohort(size=50, seed=8), FOUR_PLANS, weeks=10)
    assert np.array_equal(first.symptoms, again.symptoms)
    assert not np.array_equal(first.symptoms, other.symptoms)


def test_a_small_cohort_and_a_short_run_are_the_beginning_of_larger_ones():
    small = simulate(Cohort(size=10), FOUR_PLANS, weeks=5)
    large = simulate(Cohort(size=PANEL + 30), FOUR_PLANS, weeks=12)
    assert np.array_equal(small.symptoms, large.symptoms[:6, :, :10])
    assert np.array_equal(small.measured(5), large.measured(5)[:, :10])


@pytest.mark.parametrize("size", [1, PANEL - 1, PANEL, PANEL + 1])
def test_sizes_around_a_panel(size):
    course = simulate(Cohort(size=size), FOUR_PLANS, weeks=2)
    assert course.symptoms.shape == (3, 4, size)
    assert course.measured(2).shape == (4, size)
    assert course.cohort.traits.somatic.shape == (size,)


def test_order_and_number_of_arms_do_not_matter():
    cohort = Cohort(size=40)
    forward = simulate(cohort, FOUR_PLANS, weeks=20)
    backward = simulate(cohort, dict(reversed(FOUR_PLANS.items())), weeks=20)
    alone = simulate(cohort, FOUR_PLANS["both"], weeks=20)
    assert np.array_equal(forward.symptoms, backward.symptoms[:, ::-1])
    assert np.array_equal(forward.symptoms[:, 3:], alone.symptoms)


def test_nothing_given_is_the_same_as_giving_nothing():
    idle = Plan(medication=Medication(dose=0), therapy=Therapy(sessions_per_week=0))
    course = simulate(Cohort(size=30), {"nothing": Plan(), "idle": idle}, weeks=20)
    assert np.array_equal(course.symptoms[:, 0], course.symptoms[:, 1])


def test_weekly_and_daily_steps_agree_on_what_treatments_do():
    quiet = Model().replace({"symptoms.noise": 0.0})
    weekly, daily = (simulate(Cohort(size=2000), FOUR_PLANS, 26, quiet, steps_per_week=n) for n in (1, 7))
    for week, tolerance in ((4, 0.04), (16, 0.03), (26, 0.03)):
        gains = [course.mean(week)[0] - course.mean(week)[1:] for course in (weekly, daily)]
        np.testing.assert_allclose(*gains, rtol=tolerance)


def test_shared_luck_makes_the_difference_between_arms_precise():
    """Negative control: with luck of their own the arms differ by far more than the treatment does."""
    plans = {"a": Plan(), "b": Plan()}
    twins = simulate(Cohort(size=200), plans, weeks=20)
    strangers = simulate(Cohort(size=200, seed=2), plans, weeks=20)
    assert np.array_equal(twins.symptoms[:, 0], twins.symptoms[:, 1])
    assert abs(twins.mean(20)[0] - strangers.mean(20)[0]) > 0.05


def test_starting_mid_week_counts_by_the_day():
    half = Plan(therapy=Therapy(start=0, stop=0.5, sessions_per_week=2))
    whole = Plan(therapy=Therapy(start=0, stop=1, sessions_per_week=1))
    course = simulate(Cohort(size=10), {"half": half, "whole": whole}, weeks=1)
    np.testing.assert_allclose(course.skill[1, 0], course.skill[1, 1], rtol=1e-12)
