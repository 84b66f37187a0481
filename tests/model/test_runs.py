"""Same seed, same people, same luck: whatever else changes."""

import concurrent.futures
import dataclasses

import numpy as np
import pytest

from toolkit.model import (
    EVENTS,
    FOUR_PLANS,
    TRAJECTORIES,
    Cohort,
    Condition,
    Medication,
    Model,
    Plan,
    SteppedCare,
    Therapy,
    Visits,
    simulate,
    simulate_each,
)
from toolkit.model.randomness import PANEL

GUIDED = Plan(Medication(stop=30), policy=SteppedCare(week=3, therapy=Therapy()))
MANY = dict(FOUR_PLANS) | {
    "stepped": GUIDED,
    "exposure": Plan(therapy=Therapy(kind="exposure")),
    "seen early": Plan(therapy=Therapy(start=4), visits=Visits(stop=6)),
    "waiting list": Plan(),
}


def same(first, other, arms=slice(None), others=slice(None), patients=slice(None), weeks=slice(None)):
    """Whether two courses hold the same bits: trajectories and events."""
    return all(
        np.array_equal(getattr(first, name)[weeks, arms, patients], getattr(other, name)[weeks, others, patients])
        for name in first.trajectories
    ) and all(
        np.array_equal(getattr(first, name)[arms, patients], getattr(other, name)[others, patients]) for name in EVENTS
    )


def test_same_seed_gives_the_same_bits_and_another_seed_other_people():
    first, again = (simulate(Cohort(size=50, seed=7), MANY, weeks=30) for _ in range(2))
    other = simulate(Cohort(size=50, seed=8), MANY, weeks=30)
    assert same(first, again)
    assert not np.array_equal(first.symptoms, other.symptoms)


def test_a_small_cohort_and_a_short_run_are_the_beginning_of_larger_ones():
    small = simulate(Cohort(size=10), MANY, weeks=15)
    large = simulate(Cohort(size=PANEL + 30), MANY, weeks=22)
    for name in TRAJECTORIES:
        assert np.array_equal(getattr(small, name), getattr(large, name)[:16, :, :10]), name
    assert np.array_equal(small.ratings(15), large.ratings(15)[:, :10])
    assert np.array_equal(small.responded, large.responded[:, :10])


def test_panels_hold_other_people_with_other_luck():
    course = simulate(Cohort(size=2 * PANEL), Plan(), weeks=1)
    for values in (course.cohort.traits.somatic, course.cohort.traits.relapse_patience, course.ratings(0)[0]):
        assert not np.isin(values[:PANEL], values[PANEL:]).any()
    assert not np.isin(*np.split(np.diff(course.symptoms[:, 0], axis=0)[0], 2)).any()


@pytest.mark.parametrize("size", [1, PANEL - 1, PANEL, PANEL + 1])
def test_sizes_around_a_panel(size):
    course = simulate(Cohort(size=size), MANY, weeks=14)
    assert course.symptoms.shape == (15, 8, size)
    assert course.ratings(2).shape == (8, size)
    assert course.relapse_week.shape == (8, size)
    assert course.cohort.traits.somatic.shape == (size,)


def test_order_and_number_of_arms_do_not_matter():
    cohort = Cohort(size=40)
    forward = simulate(cohort, MANY, weeks=20)
    backward = simulate(cohort, dict(reversed(MANY.items())), weeks=20)
    assert same(forward, backward, others=slice(None, None, -1))
    for number, plan in enumerate(MANY.values()):
        alone = simulate(cohort, plan, weeks=20)
        assert same(forward, alone, arms=slice(number, number + 1))


@pytest.mark.slow
@pytest.mark.parametrize("panels_at_once", [1, 2, 3, 100])
def test_size_of_blocks_does_not_matter(panels_at_once):
    cohort = Cohort(size=3 * PANEL + 7)
    keep = ("symptoms", "skill", "dose")
    once = simulate(cohort, MANY, weeks=20, keep=keep)
    assert same(once, simulate(cohort, MANY, weeks=20, keep=keep, panels_at_once=panels_at_once))


@pytest.mark.slow
def test_number_and_kind_of_workers_do_not_matter():
    cohort, keep = Cohort(size=4 * PANEL + 7), ("symptoms", "dose")
    here = simulate(cohort, MANY, weeks=20, keep=keep)
    for workers in (1, 2):
        with concurrent.futures.ProcessPoolExecutor(workers) as pool:
            there = simulate(cohort, MANY, weeks=20, keep=keep, executor=pool, panels_at_once=workers)
        assert same(here, there)
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        assert same(here, simulate(cohort, MANY, weeks=20, keep=keep, executor=pool, panels_at_once=1))


@pytest.mark.slow
def test_a_dask_cluster_gives_the_same_bits():
    from dask.distributed import Client, LocalCluster

    cohort, keep = Cohort(size=4 * PANEL + 7), ("symptoms", "dose")
    here = simulate(cohort, MANY, weeks=20, keep=keep)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True) as cluster,
        Client(cluster) as client,
    ):
        for executor in (client, client.get_executor()):
            assert same(here, simulate(cohort, MANY, weeks=20, keep=keep, executor=executor, panels_at_once=1))


def test_only_what_is_asked_for_is_kept_also_if_it_can_be_read_once_only():
    cohort = Cohort(size=30)
    all_weeks = simulate(cohort, MANY, weeks=20)
    some = simulate(cohort, MANY, weeks=20, keep=iter(TRAJECTORIES), keep_weeks=iter((20, 0, 12)))
    assert tuple(some.trajectories) == TRAJECTORIES
    assert some.weeks_kept == (0, 12, 20)
    assert np.array_equal(some.symptoms, all_weeks.symptoms[[0, 12, 20]])
    assert np.array_equal(some.response(12), all_weeks.response(12))
    with pytest.raises(ValueError, match="keep_weeks"):
        some.mean(13)


def test_a_policy_that_does_nothing_changes_nothing():
    """The week-by-week way of finding who leaves agrees with the one that knows it beforehand."""
    from toolkit.model import Orders

    idle = dataclasses.replace(FOUR_PLANS["both"], policy=lambda visit: Orders())
    course = simulate(Cohort(size=3000), {"both": FOUR_PLANS["both"], "idle": idle}, weeks=52)
    assert np.array_equal(course.stop_week[0], course.stop_week[1])
    assert np.array_equal(course.dropout_week[0], course.dropout_week[1])
    assert np.array_equal(course.relapse_week[0], course.relapse_week[1])
    np.testing.assert_allclose(course.symptoms[:, 0], course.symptoms[:, 1], atol=1e-9)
    np.testing.assert_allclose(course.side_effects[:, 0], course.side_effects[:, 1], atol=1e-12)
    np.testing.assert_allclose(course.sessions_used[0], course.sessions_used[1])
    np.testing.assert_allclose(course.weeks_taken[0], course.weeks_taken[1])


def test_nothing_given_is_the_same_as_giving_nothing():
    idle = Plan(medication=Medication(dose=0), therapy=Therapy(sessions_per_week=0))
    course = simulate(Cohort(size=30), {"waiting list": Plan(), "idle": idle}, weeks=20)
    assert np.array_equal(course.symptoms[:, 0], course.symptoms[:, 1])


def test_weekly_and_daily_steps_agree_on_what_treatments_do():
    quiet = Model().replace({"symptoms.noise": 0.0, "stress.size": 0.0})
    weekly, daily = (simulate(Cohort(size=2000), FOUR_PLANS, 26, quiet, steps_per_week=n) for n in (1, 7))
    assert np.array_equal(weekly.stop_week, daily.stop_week)
    for week, tolerance in ((4, 0.03), (16, 0.03), (26, 0.03)):
        gains = [course.mean(week)[0] - course.mean(week)[1:] for course in (weekly, daily)]
        np.testing.assert_allclose(*gains, rtol=tolerance)


@pytest.mark.slow
def test_weekly_and_daily_steps_agree_on_outcomes():
    weekly, daily = (
        simulate(Cohort(size=20_000), FOUR_PLANS, 40, steps_per_week=n, keep=("symptoms",)) for n in (1, 7)
    )
    np.testing.assert_allclose(weekly.response(12), daily.response(12), atol=0.015)
    relapsed = [
        np.array([np.isfinite(course.relapse_week[arm][course.responded[arm]]).mean() for arm in range(4)])
        for course in (weekly, daily)
    ]
    np.testing.assert_allclose(*relapsed, atol=0.03)


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


def test_another_alliance_or_spread_is_another_trait_of_the_same_people():
    from toolkit.model import CONDITIONS

    plain = Cohort(size=100).traits
    changed = dataclasses.replace(CONDITIONS["depression"], alliance=0.8, drug_response_spread=0.9, side_effects=1.2)
    other = Cohort(size=100, condition=changed).traits
    assert (other.alliance > plain.alliance).all()
    assert np.array_equal(np.argsort(other.drug_response), np.argsort(plain.drug_response))
    for name in ("somatic", "cognitive", "recovery", "therapy_response", "stop_patience", "relapse_patience"):
        assert np.array_equal(getattr(plain, name), getattr(other, name)), name


def test_traits_have_the_moments_they_should():
    from toolkit.model import Condition

    traits = Cohort(size=100_000, condition=Condition(response_correlation=-0.6)).traits
    for name, mean, deviation in (
        ("somatic", 1.0, 0.2),
        ("drug_response", 1.0, 0.5),
        ("therapy_response", 1.0, 0.5),
        ("alliance", 0.6, np.sqrt(0.24 / 11)),
        ("side_effects", 0.8, 0.4),
        ("stop_patience", 1.0, 1.0),
    ):
        assert getattr(traits, name).mean() == pytest.approx(mean, abs=0.012), name
        assert getattr(traits, name).std() == pytest.approx(deviation, rel=0.03), name
    assert np.corrcoef(traits.somatic, traits.cognitive)[0, 1] == pytest.approx(0.5, abs=0.02)
    rates = np.log(traits.recovery)
    assert np.exp(rates.mean()) == pytest.approx(Condition().natural_recovery, rel=0.02)
    assert rates.std() == pytest.approx(1.4, rel=0.02)
    logs = np.log(traits.drug_response), np.log(traits.therapy_response)
    assert np.corrcoef(*logs)[0, 1] == pytest.approx(-0.6, abs=0.02)


def test_luck_is_drawn_once_and_nobody_can_change_it():
    drawn, cohort = [], Cohort(size=10, seed=77)

    def draw(random, size):
        drawn.append(size)
        return random.random(size)

    first = cohort.draw_numbers(draw, "trust")
    expected = first.copy()
    first[:] = 0.0
    assert np.array_equal(Cohort(size=10, seed=77).draw_numbers(draw, "trust"), expected)
    assert drawn == [PANEL]


def test_people_of_whom_nobody_can_leave_live_as_those_of_whom_nobody_does():
    stay = Model().replace({"adherence.stopping": 0.0, "dropout.leaving": 0.0, "withdrawal.strength": 0.2})
    could = stay.replace({"adherence.stopping": 1e-300, "dropout.leaving": 1e-300})
    cohort, plans = Cohort(size=200), {name: plan for name, plan in MANY.items() if plan is not GUIDED}
    assert same(*(simulate(cohort, plans, 40, model) for model in (stay, could)))


@pytest.mark.slow
@pytest.mark.parametrize("size", [1, 1500])
def test_lives_side_by_side_are_those_of_runs_of_their_own(size):
    def life(event=0.0, **condition):
        changes = {"life_event.week": 9, "life_event.size": event, "symptoms.cognitive_to_somatic": 0.5}
        return Cohort(size, 4, Condition(**condition)), Model().replace(changes)

    lives = [life(), life(severity=0.6), life(alliance=0.8, side_effects=1.5), life(event=1.0)]
    kept = {"keep": TRAJECTORIES, "keep_weeks": (0, 10, 30)}
    apart = [simulate(cohort, MANY, 30, model, **kept) for cohort, model in lives]
    for own, beside in zip(apart, simulate_each(lives, MANY, 30, **kept), strict=True):
        assert same(own, beside)
        assert (beside.cohort, beside.model) == (own.cohort, own.model)


@pytest.mark.parametrize(
    "other",
    [
        (Cohort(5, seed=2), Model()),
        (Cohort(6), Model()),
        (Cohort(5, condition=Condition(environment=0.1)), Model()),
        (Cohort(5, condition=Condition(drug_response_spread=0.1)), Model()),
        (Cohort(5), Model.additive()),
    ],
    ids=["seed", "size", "environment", "drug response", "model"],
)
def test_lives_that_differ_in_more_are_refused(other):
    with pytest.raises(ValueError, match=r"^2 lives: .* differ in condition and life_event alone"):
        simulate_each([(Cohort(5), Model()), other], FOUR_PLANS, 3, keep=(), keep_weeks=())
