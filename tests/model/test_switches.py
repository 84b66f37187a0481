"""Mechanisms that are off by default, each against a closed form or an invariant, and each shown to do nothing when off."""

import dataclasses

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from toolkit.model import (
    FOUR_PLANS,
    MEDICATION_KINDS,
    POINTS,
    TRUST_WORLDS,
    Cohort,
    Condition,
    Functioning,
    LifeEvent,
    Medication,
    Model,
    Orders,
    Plan,
    Preference,
    Skill,
    Therapy,
    Visits,
    four_plans,
    simulate,
)

ALIKE = Condition(severity_spread=0.0)
STILL = {"symptoms.noise": 0.0, "stress.size": 0.0, "natural_course.amount": 0.0, "contact.strength": 0.0}
NOBODY_LEAVES = {"adherence.stopping": 0.0, "dropout.leaving": 0.0}


def as_planned(visit):
    """A policy that orders what the plan says."""
    return Orders()


def test_under_a_steady_burden_skill_fades_as_fast_as_that_burden_says():
    changes = STILL | NOBODY_LEAVES | {"skill.strength": 0.0, "skill.burden_forgetting": 4.0}
    cohort, skill = Cohort(size=200), Skill()
    course = simulate(cohort, Plan(therapy=Therapy(stop=16)), 40, Model.additive().replace(changes))
    forgetting = skill.forgetting * (1 + 4.0 * cohort.traits.burden)
    rate = skill.learning_rate * cohort.traits.alliance
    learnt = rate / (rate + forgetting) * -np.expm1(-(rate + forgetting) * 16)
    np.testing.assert_allclose(course.skill[16, 0], learnt, rtol=1e-12)
    np.testing.assert_allclose(course.skill[40, 0], learnt * np.exp(-forgetting * 24), rtol=1e-12)


@pytest.mark.slow
def test_what_was_learnt_is_kept_better_by_those_who_are_well():
    """The interaction of the claim: with stability asked for, medication keeps skill; without it, it does not."""
    kept = {}
    for strength in (0.0, 6.0):
        changes = NOBODY_LEAVES | {"gate.strength": 0.0, "plasticity.gain": 0.0, "skill.burden_forgetting": strength}
        course = simulate(Cohort(size=3000), four_plans(Medication(stop=78)), 78, Model().replace(changes))
        _, _, therapy, both = course.skill[78].mean(axis=1)
        kept[strength] = both - therapy
    assert kept[0.0] == pytest.approx(0.0, abs=1e-12)
    assert kept[6.0] > 0.02


@pytest.mark.parametrize("steps_per_week", [1, 7])
def test_a_life_event_is_one_blow_that_fades(steps_per_week):
    model = Model().replace(STILL).replace({"life_event.week": 10, "life_event.size": 0.4})
    course = simulate(Cohort(size=5, condition=ALIKE), Plan(), 40, model, steps_per_week=steps_per_week)
    assert not course.stress[:11].any()
    np.testing.assert_allclose(course.symptoms[10], POINTS, rtol=1e-12)
    fading, step = model.stress.fading_weeks, 1 / steps_per_week
    # What is kept of stress for a week is its mean over the last step of that week.
    mean = fading / step * -np.expm1(-step / fading)
    since = np.arange(1, 31) - step
    np.testing.assert_allclose(course.stress[11:, 0, 0], 0.4 * POINTS * mean * np.exp(-since / fading), rtol=1e-12)


def test_scores_after_a_life_event_follow_the_ordinary_differential_equation():
    model = Model().replace(STILL).replace({"life_event.week": 10, "life_event.size": 0.4})
    course = simulate(Cohort(size=1, condition=ALIKE), Plan(), 40, model, steps_per_week=7)
    healing, fading = (1 - 0.3) / model.symptoms.relaxation_weeks, model.stress.fading_weeks

    def slope(week, state):
        away, felt = state
        return [-healing * away + felt / model.symptoms.relaxation_weeks, -felt / fading]

    exact = solve_ivp(slope, (0, 30), [0, 0.4], t_eval=np.arange(31), rtol=1e-9, atol=1e-12).y[0]
    np.testing.assert_allclose(course.symptoms[10:, 0, 0] / POINTS - 1, exact, atol=2e-3)
    assert exact.max() > 0.1


def test_skill_keeps_part_of_a_life_event_away_and_it_moves_nobody_before():
    plans, model = {"untreated": Plan(), "therapy": Plan(therapy=Therapy(stop=16))}, Model().replace(NOBODY_LEAVES)
    calm = simulate(Cohort(size=500), plans, 60, model)
    hit = simulate(Cohort(size=500), plans, 60, model.replace({"life_event.week": 30, "life_event.size": 0.6}))
    assert np.array_equal(calm.symptoms[:31], hit.symptoms[:31])
    untreated, therapy = (hit.symptoms[33] - calm.symptoms[33]).mean(axis=1)
    assert 0 < therapy < untreated


def test_a_life_event_befalls_people_under_a_policy_as_well():
    model = Model().replace({"life_event.week": 5, "life_event.size": 0.6})
    planned, guided = Plan(Medication()), Plan(Medication(), policy=as_planned)
    course = simulate(Cohort(size=300), {"planned": planned, "guided": guided}, 26, model)
    np.testing.assert_allclose(course.symptoms[:, 0], course.symptoms[:, 1], atol=1e-9)


@pytest.mark.slow
@pytest.mark.parametrize("wish", ["not asked", "met", "not met"])
def test_a_wish_multiplies_the_hazards_of_stopping_and_of_leaving(wish):
    changes = {"adherence.stopping": 0.02, "adherence.habit": 1.0, "adherence.alliance": 0.0, "dropout.leaving": 0.05}
    model = Model().replace({**changes, "adherence.side_effects": 0.0, "dropout.alliance": 0.0})
    plan = Plan(Medication(stop=26), Therapy(stop=16), wish=wish)
    guided = dataclasses.replace(plan, policy=as_planned)
    course = simulate(Cohort(size=50_000), {"planned": plan, "guided": guided}, 26, model, keep=(), panels_at_once=8)
    factor = {"not asked": 1.0, "met": 0.75, "not met": 1.3}[wish]
    assert (course.stop_week[0] < 26).mean() == pytest.approx(-np.expm1(-0.02 * factor * 26), abs=0.008)
    assert (course.dropout_week[0] < 16).mean() == pytest.approx(-np.expm1(-0.05 * factor * 16), abs=0.008)
    assert np.array_equal(course.stop_week[0], course.stop_week[1])
    assert np.array_equal(course.dropout_week[0], course.dropout_week[1])


def test_getting_ones_wish_changes_who_stays_and_hardly_the_outcome():
    plans = {wish: Plan(Medication(stop=26), Therapy(stop=16), wish=wish) for wish in ("met", "not met")}
    course = simulate(Cohort(size=20_000), plans, 26, keep=("symptoms",), keep_weeks=(0, 26))
    still = (course.stop_week == np.inf).mean(axis=1)
    met, unmet = course.response(26)
    assert still[0] - still[1] > 0.05
    assert 0 < met - unmet < 0.05
    # What the wish multiplies is drawn from the same luck: whoever stays without it stays with it.
    assert (course.stop_week[0] >= course.stop_week[1]).all()
    assert Preference().factor("not asked") == 1.0


def test_hope_that_is_lost_takes_its_share_of_what_visits_do():
    model = Model.additive()
    hopes = (0.0, 0.3, 1.0)
    plans = {"waiting list": Plan()} | {str(hope): Plan(visits=Visits(stop=26, hope=hope)) for hope in hopes}
    course = simulate(Cohort(size=400), plans, 26, model)
    waiting, none, some, full = course.symptoms.transpose(1, 0, 2)
    np.testing.assert_allclose(none, waiting, atol=1e-10)
    np.testing.assert_allclose(waiting - some, 0.3 * (waiting - full), atol=1e-10)
    guided = Plan(visits=Visits(stop=26, hope=0.3), policy=as_planned)
    again = simulate(Cohort(size=400), guided, 26, model)
    np.testing.assert_allclose(again.symptoms[:, 0], some, atol=1e-9)


def test_everyday_life_follows_scores_that_change_evenly_within_each_week():
    functioning, scores = Functioning(lag_weeks=6.0), np.array([24.0, 20, 19, 12, 14, 9, 9, 9, 9, 9])

    def slope(week, impairment):
        return (np.interp(week, np.arange(10), scores) - impairment) / 6.0

    exact = solve_ivp(slope, (0, 9), [24.0], t_eval=np.arange(10), max_step=0.01, rtol=1e-10)
    np.testing.assert_allclose(functioning.impairment(scores), exact.y[0], atol=1e-6)
    np.testing.assert_allclose(functioning.impairment(np.full((5, 2), 7.0)), 7.0, rtol=1e-15)


def test_everyday_life_comes_back_later_than_the_symptoms_go():
    course = simulate(Cohort(size=2000), FOUR_PLANS, 52)
    lost, symptoms = course.impairment.mean(axis=2), course.symptoms.mean(axis=2)
    assert course.impairment.shape == course.symptoms.shape
    assert (lost[1:20] > symptoms[1:20]).all()
    assert (lost[52] < lost[8]).all()


@pytest.mark.slow
def test_every_kind_of_medication_is_a_setting_of_the_one_equation():
    courses = {}
    for name, kind in MEDICATION_KINDS.items():
        model = Model().replace(dict(kind.changes) | NOBODY_LEAVES)
        courses[name] = simulate(Cohort(size=4000), four_plans(Medication(stop=60)), 60, model)
    early = {name: course.drug_effect[1, 1].mean() for name, course in courses.items()}
    assert early["stimulant"] > 0.7
    assert early["calming drug"] > 0.7
    assert early["antidepressant"] < 0.45
    # Prevention only: nothing is lifted up to the assessment, and fewer fall ill again after it.
    stable = courses["mood stabiliser"]
    np.testing.assert_allclose(stable.symptoms[:13, 0], stable.symptoms[:13, 1], atol=1e-10)
    fallen = np.isfinite(stable.relapse_week[:2]).sum(axis=1) / stable.responded[:2].sum(axis=1)
    assert fallen[1] < 0.6 * fallen[0]
    # Learning is slower under the calming drug, and quicker under the antidepressant.
    learnt = {name: np.diff(course.skill[10, 2:].mean(axis=1)).item() for name, course in courses.items()}
    assert learnt["calming drug"] < 0 < learnt["antidepressant"]


@pytest.fixture(scope="module")
def worlds():
    """Therapy in each world, with more trust than usual, and as usual: {world: (usual course, course with more)}."""
    more = Condition(alliance=0.75)
    courses = {}
    for name, world in TRUST_WORLDS.items():
        model = Model().replace(dict(world.changes))
        plan = {"therapy": Plan(therapy=Therapy())}
        keep = {"keep": ("symptoms",), "keep_weeks": (0, 4, 16)}
        cohorts = Cohort(size=20_000), Cohort(size=20_000, condition=more)
        courses[name] = tuple(simulate(cohort, plan, 16, model, **keep) for cohort in cohorts)
    return courses


@pytest.mark.slow
def test_in_all_three_worlds_trust_and_recovery_are_linked_as_in_the_studies(worlds):
    for name, (usual, _) in worlds.items():
        fall = POINTS * usual.cohort.traits.burden - usual.ratings(16)[0]
        correlation = np.corrcoef(TRUST_WORLDS[name].ratings(usual, "therapy"), fall)[0, 1]
        assert correlation == pytest.approx(0.278, abs=0.02), name


@pytest.mark.slow
def test_only_where_trust_causes_something_does_contact_do_more_for_people_with_more_of_it(worlds):
    gained = {name: (usual.mean(16) - more.mean(16)).item() for name, (usual, more) in worlds.items()}
    assert gained["causes"] > gained["both"] > gained["follows"]
    assert gained["causes"] > 2 * gained["follows"]


def test_what_is_off_changes_no_bit():
    usual = simulate(Cohort(size=600), FOUR_PLANS, 40)
    same = Model().replace({"life_event.week": 3, "preference.met": 0.4, "functioning.lag_weeks": 3.0})
    again = simulate(Cohort(size=600), FOUR_PLANS, 40, same)
    assert np.array_equal(usual.symptoms, again.symptoms)
    assert np.array_equal(usual.stop_week, again.stop_week)
    assert LifeEvent().size == Skill().burden_forgetting == 0.0
