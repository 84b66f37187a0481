"""The model against closed forms and against other ways to solve the same equations."""

import dataclasses

import numpy as np
import pytest
from scipy.integrate import solve_ivp
from scipy.linalg import expm

from toolkit.model import (
    FOUR_PLANS,
    POINTS,
    Adherence,
    Cohort,
    Condition,
    Drug,
    Gate,
    Loop,
    Medication,
    Model,
    NaturalCourse,
    Plan,
    Plasticity,
    Relapse,
    Skill,
    Stress,
    Symptoms,
    Therapy,
    Visits,
    simulate,
)

ALIKE = Condition(severity_spread=0.0)
UNTREATED_STAYS = NaturalCourse(amount=0.0)
NOBODY_LEAVES = {"adherence.stopping": 0.0, "dropout.leaving": 0.0}
CALM = {"symptoms.noise": 0.0, "stress.size": 0.0, "relapse.weekly": 0.0, **NOBODY_LEAVES}


@pytest.mark.parametrize("coupling", [(0.0, 0.0), (0.3, 0.3), (0.6, 0.2), (0.9, 0.9)])
def test_superposition_holds_for_every_patient_at_any_coupling(coupling):
    symptoms = Symptoms(cognitive_to_somatic=coupling[0], somatic_to_cognitive=coupling[1])
    model = dataclasses.replace(Model.additive(), symptoms=symptoms)
    course = simulate(Cohort(size=1500), FOUR_PLANS, weeks=40, model=model)
    left_over = np.stack([course.together_minus_sum(week) for week in range(41)]) / POINTS
    assert np.abs(left_over).max() < 1e-12


@pytest.mark.parametrize(
    "interaction",
    [{"gate": Gate()}, {"plasticity": Plasticity()}, {"adherence": Adherence()}, {"loop": Loop(strength=0.2)}],
)
def test_superposition_breaks_when_an_interaction_is_on(interaction):
    model = dataclasses.replace(Model.additive(), **interaction)
    course = simulate(Cohort(size=2000), FOUR_PLANS, weeks=16, model=model)
    assert abs(course.together_minus_sum(16).mean()) > 0.05


def test_stress_its_buffer_withdrawal_and_counted_relapses_add_up():
    model = Model.additive().replace({"withdrawal.strength": 0.5, "stress.size": 0.5})
    course = simulate(Cohort(size=500), FOUR_PLANS, weeks=52, model=model)
    assert np.abs(course.together_minus_sum(40)).max() / POINTS < 1e-12
    assert np.isfinite(course.relapse_week).any()


def test_untreated_mean_stays_at_baseline():
    course = simulate(Cohort(size=20_000), Plan(), weeks=30, model=Model(natural_course=UNTREATED_STAYS))
    standard_error = course.symptoms[30].std() / np.sqrt(20_000)
    assert abs(course.mean(30)[0] - course.mean(0)[0]) < 4 * standard_error


@pytest.mark.slow
@pytest.mark.parametrize("kappa", [0.0, 0.3, 0.6])
def test_variance_of_an_untreated_patient_in_time(kappa):
    symptoms = Symptoms(cognitive_to_somatic=kappa, somatic_to_cognitive=kappa)
    model = Model(symptoms=symptoms, natural_course=UNTREATED_STAYS, stress=Stress(size=0.0))
    course = simulate(Cohort(size=50_000, condition=ALIKE), Plan(), weeks=30, model=model)
    slow, fast = ((1 - kappa) / symptoms.relaxation_weeks, (1 + kappa) / symptoms.relaxation_weeks)

    def mode(rate):
        return symptoms.noise**2 * -np.expm1(-2 * rate * 30) / (2 * rate)

    assert course.symptoms[30].var() / POINTS**2 == pytest.approx(mode(slow) / 2, rel=0.03)
    assert course.somatic[30].var() / POINTS**2 == pytest.approx((mode(slow) + mode(fast)) / 2, rel=0.03)


@pytest.mark.parametrize(("kappa", "tau"), [(0.0, 1.0), (0.3, 2.0), (0.8, 5.0)])
def test_step_forcing_on_the_somatic_level(kappa, tau):
    symptoms = Symptoms(relaxation_weeks=tau, cognitive_to_somatic=kappa, somatic_to_cognitive=kappa)
    decay, response, _ = symptoms.exact_step(1.0)
    force, levels = np.array([0.1, 0.0]), np.zeros(2)

    def settled(rate, week):
        return -np.expm1(-rate * week / tau) / rate

    for week in range(1, 31):
        levels = decay @ levels + response @ force
        both = settled(1 - kappa, week), settled(1 + kappa, week)
        expected = 0.05 * np.array([both[0] + both[1], both[0] - both[1]])
        np.testing.assert_allclose(levels, expected, atol=1e-14)


def test_exact_step_agrees_with_the_matrix_exponential():
    symptoms = Symptoms(relaxation_weeks=3.0, cognitive_to_somatic=0.5, somatic_to_cognitive=0.1)
    decay, _, _ = symptoms.exact_step(0.5)
    np.testing.assert_allclose(decay, expm(-(np.eye(2) - symptoms.coupling()) / 3.0 * 0.5), atol=1e-14)


def test_noise_of_one_long_step_is_that_of_many_short_ones():
    symptoms = Symptoms(cognitive_to_somatic=0.5, somatic_to_cognitive=0.1)
    decay, _, short = symptoms.exact_step(0.25)
    covariance = np.zeros((2, 2))
    for _ in range(4):
        covariance = decay @ covariance @ decay.T + short @ short.T
    _, _, long = symptoms.exact_step(1.0)
    np.testing.assert_allclose(long @ long.T, covariance, atol=1e-15)


def test_long_run_drug_effect():
    condition = Condition(severity_spread=0.0, drug_response_spread=0.05)
    plans = {"dummy": Plan(visits=Visits(stop=80)), "medication": Plan(medication=Medication(stop=80))}
    cohort = Cohort(size=400, condition=condition)
    course = simulate(cohort, plans, weeks=80, model=Model.additive(), keep=("symptoms",))
    drug = Drug()
    expected = drug.strength * drug.occupancy(1.0) / (2 * (1 - Symptoms().somatic_to_cognitive))
    lowered = (course.symptoms[80, 0] - course.symptoms[80, 1]) / POINTS
    np.testing.assert_allclose(lowered, expected * cohort.traits.drug_response, rtol=1e-9)
    assert expected == pytest.approx(0.109714, abs=1e-6)


@pytest.mark.parametrize(("dose", "occupancy"), [(0.1, 0.286), (0.5, 0.667), (1.0, 0.8), (2.0, 0.889)])
def test_drug_effect_follows_occupancy_with_a_delay(dose, occupancy):
    quick = Drug(half_life_days=0.1)
    plan = Plan(medication=Medication(dose=dose, stop=30))
    course = simulate(Cohort(size=1), plan, weeks=30, model=Model(drug=quick).replace(NOBODY_LEAVES), steps_per_week=7)
    weeks = np.arange(31)
    expected = quick.occupancy(dose) * -np.expm1(-weeks / quick.delay_weeks)
    assert quick.occupancy(dose) == pytest.approx(occupancy, abs=5e-4)
    # The level needs about a fifth of a day to build up, hence the tolerance.
    np.testing.assert_allclose(course.drug_effect[:, 0, 0], expected, atol=0.012)


def test_skill_rises_and_fades_as_its_closed_form():
    cohort = Cohort(size=300)
    course = simulate(cohort, Plan(therapy=Therapy(stop=16)), weeks=40, model=Model.additive())
    skill = Skill()
    rate = skill.learning_rate * cohort.traits.alliance
    total = rate + skill.forgetting
    learnt = rate / total * -np.expm1(-total * 16)
    np.testing.assert_allclose(course.skill[16, 0], learnt, rtol=1e-12)
    np.testing.assert_allclose(course.skill[40, 0], learnt * np.exp(-skill.forgetting * 24), rtol=1e-12)


@pytest.mark.slow
def test_constant_hazards_give_an_exponential_course_and_multiply():
    """Relapse by week T is 1 - exp(-h T), and protection by drug and by skill multiply on the hazard."""
    relapse = Relapse(weekly=0.03, residual=0.0, skill=0.0, drug=0.0, restart=0.0)
    model = dataclasses.replace(Model.additive(), relapse=relapse).replace({"assessment.week": 1})
    course = simulate(Cohort(size=200_000), Plan(), 53, model, keep=(), panels_at_once=8)
    share = np.isfinite(course.relapse_week[course.responded]).mean()
    assert share == pytest.approx(-np.expm1(-0.03 * 52), abs=4 * np.sqrt(0.25 / course.responded.sum()))
    hazard = {
        (k, e): Relapse().hazard(np.ones((1, 1)), np.array(k), slice(0, 1), np.array(e), slice(0, 1)).item()
        for k in (0.0, 1.0)
        for e in (0.0, 1.0)
    }
    assert hazard[1, 1] * hazard[0, 0] == pytest.approx(hazard[1, 0] * hazard[0, 1], rel=1e-6)
    assert hazard[1, 0] / hazard[0, 0] == pytest.approx(np.exp(-Relapse().skill), rel=1e-6)
    nobody = np.zeros((0, 1)), slice(0, 0)
    well, better = (Relapse().hazard(np.full((1, 1), burden), *nobody, *nobody).item() for burden in (0.0, -0.2))
    assert well == better, "nobody is better than well"
    half, more = (Relapse().hazard(np.full((1, 1), burden), *nobody, *nobody).item() for burden in (0.5, 0.7))
    assert half == pytest.approx(Relapse().weekly, rel=1e-6)
    assert more == pytest.approx(Relapse().weekly * np.exp(0.2 * Relapse().residual), rel=1e-6)


HEALING = 0.35
"""How fast burden follows its drive where both levels are alike, per week: (1 - kappa) / tau."""


def naturally(start, rate, weeks, amount=None):
    """Burden some weeks into an episode: the solution of y' = HEALING (drive - y), its integral summed by Gauss and Legendre."""
    amount = NaturalCourse().amount if amount is None else amount
    nodes, weights = np.polynomial.legendre.leggauss(60)
    time = weeks * (1 + nodes) / 2
    drive = 1 - amount + amount * np.exp(-((np.asarray(rate)[:, None] * time) ** 2))
    pushed = (weights * HEALING * np.exp(-HEALING * (weeks - time)) * drive).sum(axis=1) * weeks / 2
    return start * np.exp(-HEALING * weeks) + pushed


@pytest.mark.slow
@pytest.mark.parametrize(("amount", "pace"), [(1.0, 1.0), (0.6, 3.0), (0.0, 1.0), (1.0, 0.0)])
def test_time_heals_at_a_rate_of_each_patients_own(amount, pace):
    model = Model().replace(CALM | {"natural_course.amount": amount, "natural_course.pace": pace})
    cohort = Cohort(size=300, condition=ALIKE)
    course = simulate(cohort, Plan(), 120, model, steps_per_week=7, keep=("symptoms",))
    for week in (1, 8, 52, 120):
        expected = naturally(1.0, pace * cohort.traits.recovery, week, amount)
        np.testing.assert_allclose(course.symptoms[week, 0] / POINTS, expected, atol=2e-3)
    if amount * pace == 0:
        np.testing.assert_allclose(course.symptoms[:, 0], POINTS, atol=1e-6)


def test_a_relapse_starts_the_natural_course_anew():
    model = Model().replace(CALM | {"relapse.weekly": 0.3, "assessment.error": 0.0, "assessment.response_share": 0.1})
    course = simulate(Cohort(size=300, condition=ALIKE), Plan(), 60, model, steps_per_week=7)
    who = np.flatnonzero(course.relapse_week[0] <= 40)
    assert who.size > 100
    begin, rate = course.relapse_week[0, who].astype(int), course.cohort.traits.recovery[who]
    burden = course.symptoms[:, 0, who] / POINTS
    at_relapse = burden[begin, np.arange(who.size)]
    for later in (4, 12, 20):
        expected = naturally(at_relapse, rate, later)
        np.testing.assert_allclose(burden[begin + later, np.arange(who.size)], expected, atol=2e-3)


@pytest.mark.slow
def test_habit_lowers_the_hazard_of_stopping():
    changes = {"adherence.stopping": 0.1, "adherence.habit": 0.2, "adherence.habit_weeks": 3.0}
    model = Model().replace({**changes, "adherence.side_effects": 0.0})
    course = simulate(Cohort(size=50_000), Plan(Medication()), 26, model, keep=(), panels_at_once=8)
    hazard = 0.1 * (0.2 + 0.8 * np.exp(-np.arange(26) / 3))
    for week in (2, 10, 26):
        expected = -np.expm1(-hazard[:week].sum())
        assert (course.stop_week[0] < week).mean() == pytest.approx(expected, abs=0.008)


def test_side_effects_beyond_the_tolerable_bring_stopping_forward():
    model = Model().replace({"adherence.stopping": 0.03, "adherence.habit": 1.0, "adherence.side_effects": 2.0})
    cohort = Cohort(size=2000, condition=Condition(side_effects=1.2))
    course = simulate(cohort, Plan(Medication()), 26, model)
    week = np.arange(26)[:, None]
    level = simulate(Cohort(size=1), Plan(Medication()), 26, Model().replace(NOBODY_LEAVES)).drug_level[:26, 0]
    felt = cohort.traits.side_effects * level * (0.35 + 0.65 * np.exp(-week / 3))
    spent = np.cumsum(0.03 * np.exp(2 * np.maximum(felt - 1, 0)), axis=0)
    expected = np.where(
        spent[-1] < cohort.traits.stop_patience, np.inf, (spent < cohort.traits.stop_patience).sum(axis=0)
    )
    assert np.array_equal(course.stop_week[0], expected)
    np.testing.assert_allclose(course.side_effects[0, 0], 0.0)


@pytest.mark.slow
def test_constant_hazard_of_stopping_and_of_leaving():
    changes = {"adherence.stopping": 0.02, "adherence.habit": 1.0, "adherence.alliance": 0.0, "dropout.leaving": 0.05}
    model = Model().replace({**changes, "adherence.side_effects": 0.0, "dropout.alliance": 0.0})
    course = simulate(Cohort(size=100_000), FOUR_PLANS, 30, model, keep=(), panels_at_once=8)
    for arm in (1, 3):
        assert (course.stop_week[arm] < 26).mean() == pytest.approx(-np.expm1(-0.02 * 26), abs=0.006)
    for arm in (2, 3):
        assert (course.dropout_week[arm] < 16).mean() == pytest.approx(-np.expm1(-0.05 * 16), abs=0.006)


def test_a_good_alliance_keeps_each_patient_in_therapy_for_as_long_as_their_hazard_says():
    model, cohort = Model().replace({"dropout.leaving": 0.05, "dropout.alliance": 2.0}), Cohort(size=2000)
    course = simulate(cohort, Plan(therapy=Therapy(stop=26)), 26, model, keep=())
    hazard = 0.05 * np.exp(2.0 * (0.6 - cohort.traits.alliance))
    spent = hazard * np.arange(1, 27)[:, None]
    patience = cohort.traits.dropout_patience
    expected = np.where(spent[-1] < patience, np.inf, (spent < patience).sum(axis=0))
    assert np.array_equal(course.dropout_week[0], expected)


@pytest.mark.slow
def test_stress_has_its_mean_and_variance():
    """Shot noise in continuous time: variance = blows per week * size^2 * fading weeks (2 size^2 per blow, halved)."""
    stress = Stress(size=0.4, blows_per_week=0.2)
    model = Model(stress=stress)
    course = simulate(Cohort(size=50_000), Plan(), 30, model, keep=("stress",), keep_weeks=(30,), steps_per_week=7)
    deviations = course.stress[0, 0] / POINTS
    variance = stress.blows_per_week * stress.size**2 * stress.fading_weeks
    assert abs(deviations.mean()) < 4 * np.sqrt(variance / deviations.size)
    assert deviations.var() == pytest.approx(variance, rel=0.05)


def test_stress_moves_complaints_in_the_week_in_which_it_is_shown():
    changes = {"symptoms.noise": 0.0, "natural_course.amount": 0.0, "stress.size": 0.5}
    model = Model().replace(changes)
    course = simulate(Cohort(size=50, condition=ALIKE), Plan(), 20, model)
    kept = np.exp(-0.7 / 2)
    away = course.symptoms[:, 0] - POINTS
    np.testing.assert_allclose(away[1:], kept * away[:-1] + (1 - kept) / 0.7 * course.stress[1:, 0], atol=1e-10)


EVERYTHING = {
    "loop.strength": 0.2,
    "loop.width": 0.3,
    "withdrawal.strength": 0.3,
    "plasticity.undirected": 0.6,
    "plasticity.gain": 0.8,
}


@pytest.mark.slow
@pytest.mark.parametrize("changes", [{}, EVERYTHING, {"state_dependence.strength": 0.7, "contact.overlap": 0.4}])
def test_whole_noiseless_run_agrees_with_an_ordinary_differential_equation(changes):
    """scipy integrates the equations patient by patient, with every mechanism that needs no chance."""
    model = Model().replace(CALM | {"symptoms.cognitive_to_somatic": 0.4} | changes)
    cohort = Cohort(size=4, condition=Condition(environment=0.1))
    plan = Plan(Medication(stop=12), Therapy(stop=9))
    daily = simulate(cohort, plan, weeks=24, model=model, steps_per_week=7).symptoms[:, 0] / POINTS
    weekly = simulate(cohort, plan, weeks=24, model=model).symptoms[:, 0] / POINTS
    for patient in range(cohort.size):
        exact = ordinary(model, cohort, patient, plan, np.arange(25))
        np.testing.assert_allclose(daily[:, patient], exact, atol=0.004)
        np.testing.assert_allclose(weekly[:, patient], exact, atol=0.035)


def ordinary(model, cohort, patient, plan, weeks):
    traits = cohort.traits
    somatic0, cognitive0 = traits.somatic[patient], traits.cognitive[patient]
    burden0 = (somatic0 + cognitive0) / 2
    sy, dr, sk, loop = model.symptoms, model.drug, model.skill, model.loop

    def on(burden):
        return 1 / (1 + np.exp(-(burden - loop.middle) / loop.width))

    def slope(week, state):
        somatic, cognitive, level, effect, skill, tagged, from_visits, from_sessions = state
        dose = plan.medication.dose if plan.medication.start <= week < plan.medication.stop else 0.0
        sessions = plan.therapy.sessions_per_week if plan.therapy.start <= week < plan.therapy.stop else 0.0
        gate = 1 / (1 + np.exp((somatic - model.gate.threshold) / model.gate.width))
        rate = sk.learning_rate * traits.alliance[patient] * gate * (1 + model.plasticity.gain * effect) * sessions
        amount = model.natural_course.amount
        drive = 1 - amount + amount * np.exp(-((traits.recovery[patient] * week) ** 2))
        met = max(from_visits, from_sessions) + (1 - model.contact.overlap) * min(from_visits, from_sessions)
        trust = np.exp(model.contact.alliance * (traits.alliance[patient] - 0.6))
        learnt_at = tagged / skill if skill > 1e-9 else 0.0
        usable = skill * (1 - model.state_dependence.strength * abs(effect - learnt_at))
        alike = loop.strength * (on((somatic + cognitive) / 2) - on(burden0) * drive)
        alike -= model.contact.strength * trust * burden0 * met
        alike += model.plasticity.undirected * model.plasticity.gain * effect * cohort.condition.environment
        occupancy = level / (level + dr.half_occupancy_level)
        f_s = (somatic0 - sy.cognitive_to_somatic * cognitive0) * drive + alike
        f_c = (cognitive0 - sy.somatic_to_cognitive * somatic0) * drive + alike
        f_s += model.withdrawal.strength * max(effect - occupancy, 0)
        f_s -= dr.strength * traits.drug_response[patient] * burden0 * effect
        f_c -= sk.strength * traits.therapy_response[patient] * burden0 * usable
        return [
            -(somatic - sy.cognitive_to_somatic * cognitive - f_s) / sy.relaxation_weeks,
            -(cognitive - sy.somatic_to_cognitive * somatic - f_c) / sy.relaxation_weeks,
            (dose - level) * np.log(2) * 7 / dr.half_life_days,
            (occupancy - effect) / dr.delay_weeks,
            rate * (1 - skill) - sk.forgetting * skill,
            rate * (1 - skill) * effect - sk.forgetting * tagged,
            *(
                (1 - state) / model.contact.building_weeks if meeting else -state / model.contact.fading_weeks
                for state, meeting in ((from_visits, dose > 0), (from_sessions, sessions > 0))
            ),
        ]

    start = [somatic0, cognitive0, *np.zeros(6)]
    solution = solve_ivp(slope, (0, weeks[-1]), start, t_eval=weeks, max_step=0.1, rtol=1e-8)
    return solution.y[:2].mean(axis=0)
