"""Policies: they see what a clinician sees, and what they order is done."""

import numpy as np
import pytest

from toolkit.model import (
    Cohort,
    Condition,
    DrugSearch,
    MeasuredCare,
    Medication,
    Model,
    Orders,
    Plan,
    SteppedCare,
    Therapy,
    Visits,
    simulate,
)

YEAR = Medication(stop=52)


def follow(policy, plan=Plan(), size=400, weeks=30, model=None, condition="depression", **options):
    plan = Plan(plan.medication, plan.therapy, policy)
    return simulate(Cohort(size=size, condition=condition), {"plan": plan}, weeks, model, **options)


def test_orders_are_followed_and_patients_still_stop_by_themselves():
    def policy(visit):
        return Orders(dose=np.where(visit.week < 4, 0.5, 2.0), sessions=1.0 * (visit.week % 2))

    course = follow(policy)
    taking = np.isinf(course.stop_week[0])
    assert 0.1 < taking.mean() < 0.9
    assert (course.dose[4, 0, taking] == 0.5).all()
    assert (course.dose[5, 0, taking] == 2.0).all()
    assert (course.dose[30, 0, ~taking] == 0.0).all()
    coming = np.isinf(course.dropout_week[0])
    assert (course.sessions_used[0, coming] == 15).all()
    assert (course.weeks_taken[0, taking] == 30).all()


def test_a_visit_shows_a_score_with_error_and_nothing_hidden():
    seen = []

    def policy(visit):
        seen.append((visit.score.copy(), visit.impression.copy(), visit.first_score.copy(), visit.side_effects.copy()))
        return Orders()

    course = follow(policy, Plan(YEAR), size=3000, weeks=12)
    for week in (0, 11):
        score, impression, first, side_effects = seen[week]
        assert np.array_equal(first, seen[0][0])
        assert (score - course.symptoms[week, 0]).std() == pytest.approx(2.4, rel=0.05)
        assert (impression - course.symptoms[week, 0]).std() == pytest.approx(7.2, rel=0.05)
        np.testing.assert_allclose(score, course.ratings(week)[0], atol=1e-9)
        np.testing.assert_allclose(side_effects, course.side_effects[week, 0], atol=1e-12)


def test_an_order_out_of_range_is_told_with_its_values():
    with pytest.raises(ValueError, match=r"Orders\.dose = 0\.5 to 9: must be numbers from 0 to 4"):
        follow(lambda visit: Orders(dose=np.where(visit.score > 14, 9.0, 0.5)))


@pytest.mark.parametrize("orders", [Orders(dose=-1), Orders(dose=9.0), Orders(sessions=np.nan), None])
def test_bad_orders_are_refused(orders):
    with pytest.raises(ValueError, match="Orders"):
        follow(lambda visit: orders)


def test_notes_are_kept_from_visit_to_visit():
    def policy(visit):
        visit.notes["visits"] = visit.notes.get("visits", 0) + 1
        assert visit.notes["visits"] == visit.week + 1
        return Orders()

    follow(policy, size=1100)


def test_stepped_care_adds_for_those_who_need_it():
    course = follow(SteppedCare(week=8, therapy=Therapy(stop=16)), Plan(YEAR), size=3000, weeks=52)
    added = course.sessions[9, 0] > 0
    ill = course.ratings(8)[0] > 0.5 * course.ratings(0)[0]
    assert np.array_equal(added, ill & (course.dropout_week[0] != 8))
    assert (course.sessions[:9] == 0).all()
    assert (course.sessions[25:] == 0).all()
    some = follow(SteppedCare(week=8, therapy=Therapy(stop=16), accept=0.4), Plan(YEAR), size=3000, weeks=12)
    assert (some.sessions[9, 0] > 0).mean() == pytest.approx(0.4 * added.mean(), abs=0.03)


def test_stepped_care_nearly_catches_up_with_fewer_sessions():
    plans = {
        "both": Plan(Medication(stop=39), Therapy()),
        "stepped": Plan(Medication(stop=39), policy=SteppedCare(therapy=Therapy())),
        "medication": Plan(Medication(stop=39)),
    }
    course = simulate(Cohort(size=4000), plans, 24)
    both, stepped, medication = course.response(24)
    assert both > stepped > medication
    assert both - stepped < 0.3 * (both - medication)
    assert course.sessions_used[1].mean() < 0.75 * course.sessions_used[0].mean()


def test_measured_care_raises_lowers_and_stays_within_its_limits():
    course = follow(MeasuredCare(every=2), Plan(YEAR), size=1000, weeks=24)
    taking = np.isinf(course.stop_week[0])
    dose = course.dose[1:, 0, taking]
    assert set(np.unique(dose)) <= {0.5, 1.0, 2.0}
    assert (dose[:2] == 0.5).all()
    changes = np.flatnonzero((np.diff(dose, axis=0) != 0).any(axis=1)) + 1
    assert (changes % 2 == 0).all()
    rare = follow(MeasuredCare(every=12), Plan(YEAR), size=1000, weeks=24).dose[1:, 0]
    assert (np.diff(dose, axis=0) != 0).mean() > (np.diff(rare, axis=0) != 0).mean()


def steps(likeness):
    """Remission at each step of a search through four medications, among those who enter it: people who recover at very
    different rates, so that those who are slow are left over.
    """
    people = Condition(natural_recovery=0.025, natural_recovery_spread=2.0)
    model = Model().replace({"drug.likeness": likeness, "adherence.stopping": 0.0, "relapse.weekly": 0.0})
    medications = []

    class Recorded(DrugSearch):
        def __call__(self, visit):
            orders = super().__call__(visit)
            medications.append(visit.medication if orders.medication is None else orders.medication)
            return orders

    course = follow(
        Recorded(), Plan(YEAR), size=2000, weeks=48, model=model, condition=people, keep_weeks=range(0, 49, 12)
    )
    well = [course.ratings(week)[0] <= 7 for week in (12, 24, 36, 48)]
    return [well[step][medications[12 * step] == step].mean() for step in range(4)]


@pytest.mark.parametrize("likeness", [0.5, 1.0])
def test_success_falls_from_step_to_step_even_with_the_same_medication(likeness):
    success = steps(likeness)
    assert min(success[:2]) > success[2] > success[3]


def test_another_medication_is_alike_as_far_as_said():
    from toolkit.model.cohort import response_to_another

    cohort = Cohort(size=20_000)
    first = cohort.traits.drug_response
    for likeness in (0.0, 0.5, 1.0):
        other = response_to_another(cohort, range(cohort.panels), 2, likeness, first)
        assert other.mean() == pytest.approx(1.0, abs=0.02)
        assert np.corrcoef(np.log(first), np.log(other))[0, 1] == pytest.approx(likeness, abs=0.02)


def test_another_medication_relieves_each_person_as_far_as_they_respond_to_it():
    """Closed form: without chance, relief is the response times what is the same for all with any medication."""
    from toolkit.model.cohort import response_to_another

    cohort, dummy = Cohort(size=200), Plan(visits=Visits(stop=20))
    calm = Model.additive().replace({"symptoms.noise": 0.0, "stress.size": 0.0})
    first, second = (Plan(YEAR, policy=lambda visit, n=n: Orders(medication=n), visits=Visits(stop=20)) for n in (0, 1))
    course = simulate(cohort, {"dummy": dummy, "first": first, "second": second}, 20, calm)
    none, one, other = course.symptoms[20]
    response = cohort.traits.drug_response
    another = response_to_another(cohort, range(cohort.panels), 1, calm.drug.likeness, response)
    np.testing.assert_allclose((none - other) / (none - one), another / response, rtol=1e-9)
    assert np.abs(another / response - 1).max() > 0.3, "else the test could not tell"
