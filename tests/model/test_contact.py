"""Being seen: closed forms of contact, what it adds to arms that are seen and to those that are not, and to nobody else."""

import numpy as np
import pytest

from toolkit.model import (
    FOUR_PLANS,
    POINTS,
    Cohort,
    Condition,
    Contact,
    Medication,
    Model,
    Orders,
    Plan,
    Therapy,
    Visits,
    simulate,
)
from toolkit.model.arms import Arms
from toolkit.model.plan import DUMMY, WAITING
from toolkit.model.treatment import Treatment

CALM = {
    **dict.fromkeys(("symptoms.noise", "stress.size", "relapse.weekly", "natural_course.amount"), 0.0),
    **dict.fromkeys(("adherence.stopping", "dropout.leaving"), 0.0),
}
NOT_TREATED = {"skill.learning_rate": 0.0, "drug.strength": 0.0, "relapse.weekly": 0.0}
AGAINST_WAITING = {
    WAITING: Plan(),
    "medication": Plan(Medication()),
    "therapy": Plan(therapy=Therapy()),
    "both": Plan(Medication(), Therapy()),
}


def met(weeks, spans, contact):
    """v or s at some times in weeks, meetings going on in `spans`: the closed form, stretch by stretch."""
    state, now, found = 0.0, 0.0, np.zeros_like(weeks)
    for start, stop in (*spans, (np.inf, np.inf)):
        alone = (now <= weeks) & (weeks <= start)
        found[alone] = state * np.exp(-(weeks[alone] - now) / contact.fading_weeks)
        if start == np.inf:
            return found
        state *= np.exp(-(start - now) / contact.fading_weeks)
        going = (start <= weeks) & (weeks <= stop)
        found[going] = 1 - (1 - state) * np.exp(-(weeks[going] - start) / contact.building_weeks)
        state, now = 1 - (1 - state) * np.exp(-(stop - start) / contact.building_weeks), stop


def averages(spans, contact, weeks, steps_per_week, fine=400):
    """Mean of that in each step."""
    steps = weeks * steps_per_week
    middles = (np.arange(steps * fine) + 0.5) / fine / steps_per_week
    return met(middles, spans, contact).reshape(steps, fine).mean(axis=1)


@pytest.mark.parametrize("steps_per_week", [1, 7])
@pytest.mark.parametrize("overlap", [1.0, 0.3, 0.0])
def test_contact_has_its_closed_form_over_a_course_with_a_break(steps_per_week, overlap):
    contact, weeks = Contact(overlap=overlap, building_weeks=2.0, fading_weeks=20.0), 30
    spans = {"visits": [(3, 12)], "sessions": [(1, 6), (14, 20)]}
    course = {name: averages(span, contact, weeks, steps_per_week) for name, span in spans.items()}
    expected = np.maximum(*course.values()) + (1 - overlap) * np.minimum(*course.values())
    now, found = np.zeros(2), []
    for number in range(weeks * steps_per_week):
        week = number / steps_per_week
        meeting = np.array([any(start <= week < stop for start, stop in span) for span in spans.values()])
        now, mean = contact.step(now, meeting, 1 / steps_per_week)
        found.append(contact.together(*mean))
    np.testing.assert_allclose(found, expected, atol=2e-6)


@pytest.mark.parametrize("steps_per_week", [1, 7])
@pytest.mark.parametrize("overlap", [1.0, 0.0])
def test_contact_of_each_person_follows_the_week_in_which_they_left(steps_per_week, overlap):
    model, weeks = Model(contact=Contact(overlap=overlap)).replace({"dropout.leaving": 0.1}), 30
    plan, cohort = Plan(therapy=Therapy(start=2, stop=20), visits=Visits(start=5, stop=9)), Cohort(size=60)
    arms = Arms.order(model, [plan, Plan()], weeks, steps_per_week)
    treatment = Treatment(arms, cohort, range(1), cohort.traits)
    found = []
    for week in range(weeks):
        treatment.follow_plan(week)
        treatment.leave(week)
        for number in range(week * steps_per_week, (week + 1) * steps_per_week):
            treatment.step(number)
            found.append(np.array(np.broadcast_to(treatment.contact(number), (2, cohort.size))))
    with_plan, waiting = np.array(found).transpose(1, 2, 0)
    assert not waiting.any()
    visits = averages([(5, 9)], model.contact, weeks, steps_per_week)
    left = np.minimum(treatment.dropout_week[0], 20)
    assert len(set(left.tolist())) > 10
    for person, leaving in enumerate(left):
        sessions = averages([(2, leaving)] if leaving > 2 else [], model.contact, weeks, steps_per_week)
        expected = np.maximum(visits, sessions) + (1 - overlap) * np.minimum(visits, sessions)
        np.testing.assert_allclose(with_plan[person], expected, atol=2e-6)


def test_burden_under_contact_alone_has_its_closed_form():
    """Where both levels are alike, tau y' = -(1 - kappa) (y - 1) - strength exp(alliance (A - 0.6)) (1 - exp(-t / building))."""
    cohort = Cohort(size=200, condition=Condition(severity_spread=0.0))
    model = Model().replace(CALM)
    course = simulate(cohort, Plan(visits=Visits(stop=40)), 40, model, steps_per_week=7)
    follow, build = 0.7 / 2, 1 / model.contact.building_weeks
    push = model.contact.strength * np.exp(model.contact.alliance * (cohort.traits.alliance - 0.6)) / 2
    for week in (1, 4, 12, 40):
        settled = (1 - np.exp(-follow * week)) / follow
        lag = (np.exp(-build * week) - np.exp(-follow * week)) / (follow - build)
        np.testing.assert_allclose(course.symptoms[week, 0] / POINTS, 1 - push * (settled - lag), atol=1e-3)
    assert np.array_equal(course.somatic[40] > course.cognitive[40], np.zeros((1, 200), dtype=bool))


def test_who_starts_sicker_is_moved_as_far_as_the_exponent_says():
    fallen = {}
    for exponent in (0.0, 1.0, 2.0):
        model, cohort = Model().replace(CALM | {"symptoms.severity_exponent": exponent}), Cohort(size=300)
        course = simulate(cohort, {"seen": Plan(visits=Visits()), WAITING: Plan()}, 12, model)
        fallen[exponent] = course.symptoms[12, 1] - course.symptoms[12, 0]
    burden = cohort.traits.burden
    np.testing.assert_allclose(fallen[1.0], fallen[0.0] * burden, rtol=1e-9)
    np.testing.assert_allclose(fallen[2.0], fallen[0.0] * burden**2, rtol=1e-9)


def test_visits_go_with_the_doses_taper_and_all_where_none_are_planned():
    from toolkit.model import Taper

    edges = np.arange(13.0)
    tapered = Medication(start=2, stop=4, taper=Taper(steps=3, weeks_per_step=2.0))
    assert np.flatnonzero(Plan(tapered).has_visits(edges)).tolist() == [2, 3, 4, 5, 6, 7]
    assert np.flatnonzero(Plan(tapered, visits=Visits(1, 3)).has_visits(edges)).tolist() == [1, 2]
    assert not Plan(therapy=Therapy()).has_visits(edges).any()
    assert Plan(visits=Visits(stop=12)).has_visits(edges).all()


def test_visits_go_on_for_those_who_have_stopped_the_drug():
    """Without a drug effect nothing tells who takes it from who does not."""
    model = Model().replace({"drug.strength": 0.0, "relapse.drug": 0.0, "adherence.stopping": 0.3})
    plans = {"medication": Plan(Medication()), DUMMY: Plan(visits=Visits())}
    course = simulate(Cohort(size=500), plans, 40, model)
    assert np.isfinite(course.stop_week[0]).mean() > 0.5
    assert np.array_equal(course.symptoms[:, 0], course.symptoms[:, 1])


def test_waiting_is_worse_than_a_dummy_pill_is_worse_than_either_treatment():
    course = simulate(Cohort(size=4000), {WAITING: Plan(), **FOUR_PLANS}, 26, keep=("symptoms",))
    for week in (8, 16, 26):
        waiting, dummy, medication, therapy, both = course.mean(week)
        assert waiting > dummy + 1 > max(medication, therapy) + 1 > both + 2


@pytest.mark.parametrize(
    ("visits", "differ_from"), [(Visits(stop=26), 17), (Visits(stop=16), None), (Visits(stop=6), None)]
)
def test_therapy_with_a_dummy_pill_differs_only_while_there_is_more_of_visits_than_of_sessions(visits, differ_from):
    plans = {"therapy": Plan(therapy=Therapy()), "with a dummy pill": Plan(therapy=Therapy(), visits=visits)}
    course = simulate(Cohort(size=300), plans, 30, Model().replace({"dropout.leaving": 0.0}))
    same = (course.symptoms[:, 0] == course.symptoms[:, 1]).all(axis=1)
    assert same[:differ_from].all()
    if differ_from:
        assert not same[differ_from:].any()


def test_what_a_drug_does_over_its_dummy_does_not_depend_on_contact():
    over = []
    for strength in (0.0, Contact().strength, 0.2):
        course = simulate(Cohort(size=4000), FOUR_PLANS, 8, Model().replace({"contact.strength": strength}))
        over.append(course.gains(8)["medication"])
    assert over[0] == pytest.approx(over[1], abs=0.15)
    assert over[2] == pytest.approx(over[1], abs=0.15)


def together_minus_sum(changes):
    model = Model.additive().replace(changes)
    course = simulate(Cohort(size=1500), AGAINST_WAITING, 40, model, keep=("symptoms",))
    return course.together_minus_sum(16, WAITING) / POINTS


def test_against_a_waiting_list_the_sum_fails_by_exactly_what_is_shared():
    """Burden falls by its push times the part of v and of s that is had only once, min(v, s), which here is either."""
    short = together_minus_sum({})
    assert short.max() < -0.005
    assert short.mean() * POINTS == pytest.approx(-4.1, abs=0.4)
    dummy = simulate(Cohort(size=1500), {WAITING: Plan(), DUMMY: Plan(visits=Visits())}, 16, Model.additive())
    shared = (dummy.symptoms[16, 1] - dummy.symptoms[16, 0]) / POINTS
    np.testing.assert_allclose(short, shared, atol=1e-12)


def test_against_a_waiting_list_the_sum_holds_if_hope_can_be_had_twice():
    assert np.abs(together_minus_sum({"contact.overlap": 0.0})).max() < 1e-12
    assert np.abs(together_minus_sum({"contact.strength": 0.0})).max() < 1e-12


@pytest.mark.parametrize("leaving", [0.0, 0.1])
@pytest.mark.parametrize("overlap", [1.0, 0.2])
def test_contact_under_a_policy_that_gives_the_plan_is_that_of_the_plan(leaving, overlap):
    plans = {
        "therapy": Plan(therapy=Therapy(start=2, stop=14)),
        "seen early": Plan(therapy=Therapy(), visits=Visits(stop=5)),
        "medication": Plan(Medication(start=3, stop=9)),
        "seen briefly": Plan(Medication(stop=20), Therapy(), visits=Visits(start=2, stop=8)),
    }
    model = Model().replace({"dropout.leaving": leaving, "contact.overlap": overlap})
    for plan in plans.values():
        idle = Plan(plan.medication, plan.therapy, lambda visit: Orders(), plan.visits)
        course = simulate(Cohort(size=400), {"plan": plan, "idle": idle}, 26, model, keep=("symptoms",))
        np.testing.assert_allclose(course.symptoms[:, 0], course.symptoms[:, 1], atol=1e-9)


def test_a_dose_that_is_ordered_beyond_the_plan_brings_visits_along_and_ordered_sessions_contact():
    model = Model().replace(NOT_TREATED)
    later = lambda name: lambda visit: Orders(**{name: np.where(visit.week < 5, 0.0, 1.0)})  # noqa: E731
    plans = {
        "ordered": Plan(policy=later("dose")),
        "planned": Plan(visits=Visits(start=5)),
        "ordered sessions": Plan(policy=later("sessions")),
        "planned sessions": Plan(therapy=Therapy(start=5, stop=26)),
    }
    course = simulate(Cohort(size=300), plans, 20, model, keep=("symptoms",))
    np.testing.assert_allclose(course.symptoms[:, 0], course.symptoms[:, 1], atol=1e-9)
    np.testing.assert_allclose(course.symptoms[:, 2], course.symptoms[:, 3], atol=1e-9)
    assert (course.symptoms[20, 0] < simulate(Cohort(size=300), Plan(), 20, model).symptoms[20, 0]).all()


def test_four_plans_are_seen_alike_from_the_first_dose_to_the_last():
    from toolkit.model import four_plans

    edges = np.arange(31.0)
    seen = [plan.has_visits(edges) for plan in four_plans(Medication(start=2, stop=20), Therapy(stop=30)).values()]
    assert all(np.array_equal(one, seen[0]) for one in seen)
    assert np.flatnonzero(seen[0]).tolist() == list(range(2, 20))
