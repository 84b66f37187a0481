"""The companions against their closed forms: missed doses, tapers, exposure, conditions and kinds."""

import numpy as np
import pytest

from toolkit.model import (
    CONDITIONS,
    FOUR_PLANS,
    THERAPY_KINDS,
    Cohort,
    Drug,
    Exposure,
    Medication,
    Model,
    Plan,
    Taper,
    Therapy,
    Visits,
    daily_levels,
    simulate,
)


@pytest.mark.parametrize("half_life", [0.5, 1.1, 5.0])
@pytest.mark.parametrize("taken", [0.6, 0.95])
def test_missed_doses_have_their_mean_and_variance(half_life, taken):
    drug = Drug(half_life_days=half_life)
    levels = daily_levels(taken, days=400, patients=1000, drug=drug)[100:]
    kept = 2 ** (-1 / half_life)
    variance = taken * (1 - taken) * (1 - kept) / (1 + kept)
    assert levels.mean() == pytest.approx(taken, abs=0.01)
    assert levels.var() == pytest.approx(variance, rel=0.03)


def test_a_long_half_life_forgives():
    lowest = [daily_levels(0.8, drug=Drug(half_life_days=days)).min() for days in (0.5, 1.1, 5.0)]
    assert lowest == sorted(lowest)
    assert (daily_levels(1.0) == 1.0).all()


def test_tapers_take_equal_steps_of_dose_or_of_occupancy():
    drug = Drug()
    for shape, largest in (("linear", 1 / 3), ("hyperbolic", 0.1)):
        doses = np.concatenate([[1.0], Taper(shape).doses(1.0), [0.0]])
        steps = -np.diff(drug.occupancy(doses))
        assert steps.max() == pytest.approx(largest, abs=1e-9), shape
        assert len(doses) == 9
    np.testing.assert_allclose(Taper("linear").doses(2.0), np.arange(7, 0, -1) / 4)


def test_a_taper_spreads_the_load_of_withdrawal_and_does_not_shrink_it():
    model = Model.additive().replace({"withdrawal.strength": 1.0, "symptoms.noise": 0.0, "drug.strength": 0.0})
    tapers = {"abrupt": None, "linear": Taper("linear"), "hyperbolic": Taper("hyperbolic")}
    plans = {name: Plan(Medication(stop=20, taper=taper), visits=Visits(stop=60)) for name, taper in tapers.items()}
    course = simulate(Cohort(size=1), {"dummy": Plan(visits=Visits(stop=60)), **plans}, 60, model, steps_per_week=7)
    load = course.symptoms[:, 1:, 0] - course.symptoms[:, :1, 0]
    peaks, totals = load.max(axis=0), load.sum(axis=0)
    assert peaks[0] > 1.1 * peaks[1] > 1.1 * 1.1 * peaks[2]
    np.testing.assert_allclose(totals, totals[0], rtol=0.02)


def test_exposure_has_its_closed_form_and_fear_returns():
    exposure = Exposure()
    fast, slow = exposure.expectations(12)
    assert slow == pytest.approx(0.85**12)
    assert slow == pytest.approx(0.1422, abs=5e-5)
    assert fast == pytest.approx(0.3**12)
    np.testing.assert_allclose(exposure.fear(12, [0, 7, 30, 180]), [0.0142, 0.0646, 0.1272, 0.1422], atol=5e-5)
    weekly = exposure.course(7 * np.arange(12), 7 * np.arange(12))
    assert weekly[0] == 1.0
    assert weekly[-1] == pytest.approx(0.076, abs=5e-4)
    assert exposure.course([], [0, 5]).tolist() == [1.0, 1.0]
    assert Exposure(blunting=0.5).expectations(12)[1] == pytest.approx(0.925**12)
    assert Exposure(engagement=0.4).fear(12, 180) > exposure.fear(12, 180)


@pytest.mark.parametrize("name", CONDITIONS)
def test_every_condition_brings_its_model_and_says_what_to_mind(name):
    condition = CONDITIONS[name]
    assert condition.says
    assert condition.caveat
    cohort = Cohort(size=200, condition=name)
    course = simulate(cohort, FOUR_PLANS, 16)
    assert course.model == Model.for_condition(name) == Model.for_condition(condition)
    for path, value in condition.changes:
        assert course.model.value(path) == value
    assert simulate(cohort, FOUR_PLANS, 16, Model()).model == Model()
    assert (course.mean(16)[3] < course.mean(16)[:3]).all()


def test_in_schizophrenia_therapy_needs_its_foundation():
    course = simulate(Cohort(size=2000, condition="schizophrenia"), FOUR_PLANS, 16)
    dummy, medication, therapy, both = course.mean(16)
    assert dummy - therapy < 1.0 < medication - both
    assert course.skill[16, 3].mean() > 2 * course.skill[16, 2].mean()


def test_kinds_of_therapy_differ_in_what_they_say_they_do():
    plans = {kind: Plan(therapy=Therapy(kind=kind)) for kind in THERAPY_KINDS}
    plans["DBT late"] = Plan(therapy=Therapy(kind="DBT", start=4, stop=20))
    course = simulate(
        Cohort(size=1000), {"waiting list": Plan(), **plans}, 104, Model().replace({"dropout.leaving": 0})
    )
    skill = {kind: course.skill[:, course.arm(kind)].mean(axis=1) for kind in plans}
    assert skill["psychodynamic"][16] < skill["CBT"][16] < skill["DBT"][16]
    kept = {kind: skill[kind][104] / skill[kind][16] for kind in THERAPY_KINDS}
    assert kept["psychodynamic"] > kept["CBT"] == pytest.approx(np.exp(-0.007 * 88), rel=1e-9)
    tilt = {kind: (course.somatic - course.cognitive)[16, course.arm(kind)].mean() for kind in THERAPY_KINDS}
    assert tilt["exposure"] < tilt["CBT"]
    assert np.array_equal(skill["exposure"], skill["EMDR"])
    spread = {kind: course.symptoms[52, course.arm(kind)].std() for kind in THERAPY_KINDS}
    assert spread["interpersonal"] < spread["CBT"]
