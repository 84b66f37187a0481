"""Bad input is refused with a sentence that names the thing, the value and what is allowed; good input always runs."""

import dataclasses
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
    Gate,
    Medication,
    Model,
    Plan,
    Therapy,
    parameters,
    simulate,
)

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
    (lambda: Therapy(kind="hypnosis"), "Therapy.kind", "hypnosis", "CBT"),
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
    (lambda: run().response(week=99), "week", "99", "0 to 4"),
    (lambda: run().effect_size("both", "pills", week=4), "arm", "pills", "nothing, medication, therapy, both"),
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


def numbers_of(kind):
    """Hypothesis strategy for a dataclass whose fields declare their ranges."""
    fields = {f.name: st.floats(*f.metadata["range"]) for f in dataclasses.fields(kind) if "range" in f.metadata}
    return st.fixed_dictionaries({}, optional=fields)


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries({}, optional={path: st.floats(*about["range"]) for path, about in parameters().items()}),
    numbers_of(Condition),
    st.integers(0, 2**32 - 1),
    st.floats(0, 4),
    st.floats(0, 7),
    st.integers(1, 30),
)
def test_whatever_is_allowed_runs_and_stays_bounded(changes, condition, seed, dose, sessions, weeks):
    cohort = Cohort(size=3, seed=seed, condition=Condition(**condition))
    plan = Plan(medication=Medication(dose=dose), therapy=Therapy(sessions_per_week=sessions))
    course = simulate(cohort, plan, weeks=weeks, model=Model().replace(changes))
    assert np.isfinite(course.symptoms).all()
    assert np.abs(course.symptoms).max() < 24 * 200
    assert ((course.skill >= 0) & (course.skill <= 1)).all()
    assert ((course.drug_effect >= 0) & (course.drug_effect <= 1)).all()
    assert ((course.drug_level >= 0) & (course.drug_level <= 4)).all()


@pytest.mark.parametrize("end", [0, 1])
@pytest.mark.parametrize("path", parameters())
def test_every_parameter_at_either_end_of_its_range(path, end):
    course = simulate(Cohort(size=20), FOUR_PLANS, model=Model().replace({path: parameters()[path]["range"][end]}))
    assert np.isfinite(course.symptoms).all()


@pytest.mark.parametrize("path", parameters())
def test_every_parameter_says_what_it_is(path):
    about = parameters()[path]
    low, high = about["range"]
    assert low <= about["default"] <= high
    assert about["says"]
    assert about["tag"] == "teaching" or about["source"], "a published or fitted number names its finding"
