"""Bad input is refused with a sentence that names the thing, the value and what is allowed; good input always runs."""

import dataclasses
import importlib.resources
import json
import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model import (
    FOUR_PLANS,
    Assessment,
    Cohort,
    Condition,
    Contact,
    DrugSearch,
    Exposure,
    Functioning,
    Gate,
    LifeEvent,
    MeasuredCare,
    Medication,
    Model,
    Plan,
    Preference,
    Skill,
    SteppedCare,
    Taper,
    Therapy,
    Visits,
    daily_levels,
    hedges_g,
    parameters,
    patients_per_arm,
    simulate,
)

FINDINGS = importlib.resources.files("toolkit.evidence") / "findings.json"

REFUSED = [
    (lambda: Cohort(size=0), "Cohort.size", "0", "1 to 10,000,000"),
    (lambda: Cohort(size=2.5), "Cohort.size", "2.5", "whole number"),
    (lambda: Cohort(size=True), "Cohort.size", "True", "whole number"),
    (lambda: Cohort(seed=-1), "Cohort.seed", "-1", "0 to 4,294,967,295"),
    (lambda: Cohort(condition="lumbago"), "Cohort.condition", "lumbago", "depression"),
    (lambda: Condition(severity=math.nan), "Condition.severity", "nan", "0.4 to 1.8"),
    (lambda: Plan(medication=Medication(dose=-1)), "Medication.dose", "-1", "0 to 4 (standard doses)"),
    (lambda: Medication(dose=math.nan), "Medication.dose", "nan", "0 to 4"),
    (lambda: Medication(dose="1"), "Medication.dose", "'1'", "0 to 4"),
    (lambda: Medication(start=10, stop=5), "Medication.stop", "5", "10"),
    (lambda: Visits(start=10, stop=5), "Visits.stop", "5", "start = 10 weeks"),
    (lambda: Visits(start=-1), "Visits.start", "-1", "0 to 520 (weeks)"),
    (lambda: Plan(visits=26), "Plan.visits", "26", "Visits or None"),
    (lambda: Contact(overlap=1.5), "Contact.overlap", "1.5", "0 to 1"),
    (lambda: Condition(natural_recovery=0.5), "Condition.natural_recovery", "0.5", "0 to 0.1 (per week)"),
    (lambda: run().gains(4, "nothing"), "arm", "nothing", "dummy pill with visits"),
    (lambda: Therapy(kind="hypnosis"), "Therapy.kind", "hypnosis", "CBT"),
    (lambda: Visits(start=8, stop=4), "Visits.stop", "4", "8"),
    (lambda: Visits(hope=1.5), "Visits.hope", "1.5", "0 to 1"),
    (lambda: Plan(visits=12), "Plan.visits", "12", "Visits"),
    (lambda: Plan(wish="granted"), "Plan.wish", "granted", "not asked, met, not met"),
    (lambda: Preference(met=0.0), "Preference.met", "0.0", "0.2 to 1"),
    (lambda: LifeEvent(week=-1), "LifeEvent.week", "-1", "0 to 520"),
    (lambda: LifeEvent(size=3), "LifeEvent.size", "3", "0 to 2"),
    (
        lambda: simulate(Cohort(size=2), Plan(), 12, Model(life_event=LifeEvent(12, 0.5))),
        "LifeEvent.week",
        "12",
        "0 to 11",
    ),
    (lambda: simulate(Cohort(size=2), Plan(), 4, keep_weeks=(0, 4)).impairment, "keep_weeks", "(0, 4)", "0 to 4"),
    (lambda: Functioning(lag_weeks=0), "Functioning.lag_weeks", "0", "0.5 to 52"),
    (lambda: Skill(burden_forgetting=-1), "Skill.burden_forgetting", "-1", "0 to 10"),
    (lambda: Therapy(sessions_per_week=math.inf), "Therapy.sessions_per_week", "inf", "0 to 7"),
    (lambda: Plan(medication=1.0), "Plan.medication", "1.0", "Medication"),
    (lambda: Model(gate=0), "Model.gate", "0", "Gate"),
    (lambda: Gate(strength=1.5), "Gate.strength", "1.5", "0 to 1"),
    (lambda: Assessment(error=-0.1), "Assessment.error", "-0.1", "0 to 8"),
    (lambda: Model().replace({"gate.strength": 2}), "Gate.strength", "2", "0 to 1"),
    (lambda: Model().replace({"gate.colour": 2}), "gate.colour", "", "gate.strength"),
    (lambda: simulate(Cohort(size=2), FOUR_PLANS, weeks=0), "weeks", "0", "1 to 520"),
    (lambda: simulate(Cohort(size=2), FOUR_PLANS, weeks=math.nan), "weeks", "nan", "1 to 520"),
    (lambda: simulate(Cohort(size=2), FOUR_PLANS, weeks=2.5), "weeks", "2.5", "whole number"),
    (lambda: simulate(Cohort(size=2), {}), "plans", "{}", "at least one"),
    (lambda: simulate(Cohort(size=2), {"a": 3}), "plans['a']", "3", "Plan"),
    (lambda: simulate(Cohort(size=2), 7), "plans", "7", "{name: Plan}"),
    (lambda: simulate(Cohort(size=2), FOUR_PLANS, keep=("mood",)), "keep", "mood", "symptoms"),
    (lambda: simulate(Cohort(size=2), FOUR_PLANS, steps_per_week=0), "steps_per_week", "0", "1 to 7"),
    (lambda: simulate(Cohort(size=2), FOUR_PLANS, keep_weeks=(0, 60)), "keep_weeks", "60", "0 to 52"),
    (lambda: simulate(Cohort(size=2), FOUR_PLANS, model="best"), "model", "best", "Model"),
    (lambda: simulate(Cohort(size=2), FOUR_PLANS, panels_at_once=0), "panels_at_once", "0", "1 to 10,000"),
    (lambda: Model.for_condition("lumbago"), "condition", "lumbago", "depression"),
    (lambda: Plan(policy=3), "Plan.policy", "3", "callable"),
    (lambda: Medication(taper="slow"), "Medication.taper", "slow", "Taper"),
    (lambda: Taper("wavy"), "Taper.shape", "wavy", "linear, hyperbolic"),
    (lambda: Taper(steps=2.5), "Taper.steps", "2.5", "whole number"),
    (lambda: daily_levels(1.5), "taken", "1.5", "0 to 1"),
    (lambda: patients_per_arm(1, 1, power=2), "power", "2", "0.05 to 0.999"),
    (lambda: hedges_g([1.0], [1.0, 2.0]), "hedges_g", "1", "at least 2"),
    (lambda: run().response(week=99), "week", "99", "0 to 4"),
    (
        lambda: run().effect_size("both", "pills", week=4),
        "arm",
        "pills",
        "dummy pill with visits, medication, therapy, both",
    ),
    (lambda: run().expected_response(4, "cubits"), "scale", "cubits", "risk difference"),
]


def run():
    return simulate(Cohort(size=3), FOUR_PLANS, weeks=4)


@pytest.mark.parametrize(("make", "thing", "value", "allowed"), REFUSED)
def test_bad_input_is_named_with_its_value_and_range(make, thing, value, allowed):
    with pytest.raises(ValueError, match=re.escape(thing)) as refused:
        make()
    assert value in str(refused.value)
    assert allowed in str(refused.value)


def test_asking_for_a_trajectory_that_was_not_kept_says_how_to_get_it():
    course = simulate(Cohort(size=2), FOUR_PLANS, weeks=2, keep=("symptoms",))
    with pytest.raises(AttributeError, match=r"skill was not kept.*keep="):
        course.skill  # noqa: B018


def within(ends):
    """Numbers of a range; whole ones if its ends are whole."""
    return st.integers(*ends) if isinstance(ends[0], int) else st.floats(*ends)


def numbers_of(kind):
    """Hypothesis strategy for a dataclass whose fields declare their ranges."""
    fields = {f.name: within(f.metadata["range"]) for f in dataclasses.fields(kind) if "range" in f.metadata}
    return st.fixed_dictionaries({}, optional=fields)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries({}, optional={path: within(about["range"]) for path, about in parameters().items()}),
    numbers_of(Condition),
    st.integers(0, 2**32 - 1),
    st.floats(0, 4),
    st.floats(0, 7),
    st.integers(1, 30),
)
def test_whatever_is_allowed_runs_and_stays_bounded(changes, condition, seed, dose, sessions, weeks):
    cohort = Cohort(size=3, seed=seed, condition=Condition(**condition))
    plan = Plan(medication=Medication(dose=dose), therapy=Therapy(sessions_per_week=sessions))
    changes["life_event.week"] = changes.get("life_event.week", 0) % weeks  # an event after the run is refused
    course = simulate(cohort, plan, weeks=weeks, model=Model().replace(changes))
    check_bounded(course)


def test_a_hazard_next_to_nothing_lets_nobody_leave():
    tiny = Model().replace({"dropout.leaving": 1e-311, "adherence.stopping": 1e-311})
    course = simulate(Cohort(size=3), FOUR_PLANS, weeks=20, model=tiny)
    assert np.isinf(course.dropout_week).all()
    assert np.isinf(course.stop_week).all()


def check_bounded(course):
    assert all(np.isfinite(getattr(course, name)).all() for name in course.trajectories)
    assert np.abs(course.symptoms).max() < 24 * 200
    assert ((course.skill >= 0) & (course.skill <= 1)).all()
    assert ((course.drug_effect >= 0) & (course.drug_effect <= 1)).all()
    assert ((course.drug_level >= 0) & (course.drug_level <= 4)).all()


EVERYTHING = {
    "loop.strength": 0.3,
    "withdrawal.strength": 0.5,
    "plasticity.undirected": 0.5,
    "state_dependence.strength": 0.5,
    "adherence.stopping": 0.2,
}


@pytest.mark.slow
@pytest.mark.parametrize("others", [{}, EVERYTHING])
def test_every_parameter_at_either_end_of_its_range(others):
    wrong = []
    for path, value in ((path, end) for path, about in parameters().items() for end in about["range"]):
        try:
            check_bounded(simulate(Cohort(size=20), FOUR_PLANS, model=Model().replace({**others, path: value})))
        except (AssertionError, ValueError, ArithmeticError, Warning) as error:
            wrong.append(f"{path} = {value}: {type(error).__name__} {error}")
    assert wrong == []


@pytest.mark.parametrize("end", [0, 1])
@pytest.mark.parametrize("field", [field for field in dataclasses.fields(Condition) if "range" in field.metadata])
def test_every_number_of_a_condition_at_either_end_of_its_range(field, end):
    condition = Condition(**{field.name: field.metadata["range"][end]})
    check_bounded(simulate(Cohort(size=20, condition=condition), FOUR_PLANS, 20))


@settings(max_examples=40, deadline=None)
@given(numbers_of(Exposure))
def test_whatever_is_allowed_in_the_companion_stays_bounded(exposure):
    assert 0 <= Exposure(**exposure).fear(7, 30.0) <= 1


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(numbers_of(SteppedCare), numbers_of(MeasuredCare), numbers_of(DrugSearch), st.integers(0, 2**32 - 1))
def test_whatever_policy_is_allowed_runs(stepped, measured, search, seed):
    medication, therapy = Medication(taper=Taper()), Therapy(kind="DBT")
    plans = {
        "stepped": Plan(medication, policy=SteppedCare(**stepped, therapy=therapy)),
        "measured": Plan(medication, therapy, MeasuredCare(**measured)),
        "search": Plan(medication, policy=DrugSearch(**search)),
    }
    check_bounded(simulate(Cohort(size=3, seed=seed), plans, 30))


def test_every_parameter_says_what_it_is():
    ids = {finding["id"] for finding in json.loads(FINDINGS.read_text())}
    wrong = []
    for path, about in parameters().items():
        low, high = about["range"]
        if not low <= about["default"] <= high:
            wrong.append(f"{path}: {about['default']} is not within its range, {low} to {high}")
        if not about["says"]:
            wrong.append(f"{path} has no words")
        source = about["source"]
        if (about["tag"] != "teaching" and source not in ids) or (source and source.split()[-1] not in ids):
            wrong.append(f"{path}, {about['tag']}: no finding is called {source!r}")
    assert wrong == []
