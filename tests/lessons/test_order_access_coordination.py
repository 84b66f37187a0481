"""Lesson 14: what each preset says is what the toy shows, the ways are those of the model, and the tasks know their answers."""

import dataclasses
import re

import numpy as np
import pytest

import toolkit
from toolkit.evidence import finding
from toolkit.explore import Run
from toolkit.lessons.order_access_coordination.lesson import waits_for_nothing
from toolkit.lessons.order_access_coordination.people import KEPT, WAYS, WEEKS, kept, run
from toolkit.model import POINTS, WAITING, Medication, Plan, SteppedCare, Therapy, simulate


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(14).explorer()


def shown(explorer, preset):
    explorer.apply(preset)
    return explorer.result


def share(paths, way, week=WEEKS):
    return paths.responses[way][week]


@pytest.mark.slow
@pytest.mark.parametrize(("step", "accept", "sessions"), [(12, 100, 16), (8, 35, 10)])
def test_a_picked_life_is_the_life_under_the_models_own_stepped_care(explorer, step, accept, sessions):
    explorer.set(people=100, step=step, accept=accept, sessions=sessions)
    paths = explorer.result
    rule, drug, therapy = {"week": step, "accept": accept / 100}, Medication(stop=WEEKS), Therapy(stop=sessions)
    stepped = {
        "medication first": Plan(drug, policy=SteppedCare(**rule, therapy=therapy)),
        "therapy first": Plan(therapy=therapy, policy=SteppedCare(**rule, medication=drug)),
    }
    course = simulate(paths.cohort, stepped, WEEKS, keep=("symptoms",))
    for number, way in enumerate(stepped):
        assert np.allclose(paths.of("ratings", way), course.ratings()[:, number], atol=1e-9)
        assert paths.sessions(way) == pytest.approx(course.sessions_used[number].mean())
        assert paths.drug_weeks(way) == pytest.approx(course.weeks_taken[number].mean())
        assert np.allclose(paths.responses[way][20], 100 * course.response(20)[number])


@pytest.mark.slow
def test_who_gave_up_waiting_and_who_accepts_an_offer_are_other_throws_of_the_dice(explorer):
    paths = run(**explorer.values | {"people": 10_000, "step": 12, "wait": 12, "lose": 20, "accept": 50})
    came = paths.lived["therapy"]["therapy"]
    offered = paths.unwell("therapy", 12)
    assert came.mean() == pytest.approx(0.8**3, abs=0.02)
    assert paths.added("therapy first")[came & offered].mean() == pytest.approx(0.5, abs=0.04)


def test_what_is_lost_each_month_is_lost_each_four_weeks_of_a_wait(explorer):
    """By hand it failed on eight weeks called a month."""
    values = explorer.values | {"wait": 12, "lose": 30}
    paths = dataclasses.replace(explorer.result, values=values)
    assert paths.come(12).mean() == pytest.approx(0.7**3, abs=0.04)
    assert explorer.controls["lose"].label.endswith("each month")


@pytest.mark.parametrize("week", [4, 52])
def test_saving_sessions_is_judged_at_the_years_end_whatever_week_is_read(explorer, week):
    """By hand it failed on both in full in the week that is read."""
    explorer.set(plan="medication first", sessions=0, week=week)
    assert explorer.result.in_full[52] - explorer.result.people("medication first", 52) > 2
    assert explorer.missions[0].state == "open"
    explorer.set(sessions=12, step=22)
    assert explorer.missions[0].state == "reached"


def test_nobody_is_seen_on_the_waiting_list_and_every_way_into_care_beats_it(explorer):
    paths = explorer.result
    for week in (4, 12, 26, 52):
        assert all(share(paths, way, week) > share(paths, WAITING, week) + 2 for way in WAYS if way != WAITING)
    assert share(paths, "medication", 12) > share(paths, WAITING, 12) + 15


def test_therapy_first_gives_medication_to_those_who_gave_up_waiting(explorer):
    explorer.set(plan="therapy first", wait=26, lose=40)
    paths = explorer.result
    assert paths.lived["therapy first"]["medication later"].mean() > 0.2
    assert paths.drug_weeks("therapy first") > 5


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_the_lead_is_largest_around_week_12_and_nearly_gone_by_week_52(explorer, seed):
    """The guess's answer, with other people too."""
    explorer.set(seed=seed)
    gap = explorer.result.behind("medication first")
    assert abs(int(gap.argmax()) - 12) <= 3
    assert gap[12] > 10
    assert gap[3] < 2
    assert 0 < gap[WEEKS] < 3
    assert f"furthest behind both from the start in week {gap.argmax()}: {gap.max():.0f} fewer" in explorer.sentence
    assert f"largest in week {int(gap.argmax())}" in toolkit.lessons.lesson(14).compare_guess(None, explorer.result)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_after_a_wait_week_52_looks_better_and_the_year_was_worse(explorer, seed):
    explorer.set(seed=seed, plan="therapy")
    at_once = explorer.result
    explorer.set(wait=26)
    late = explorer.result
    shares = at_once.responses["therapy"]
    assert np.allclose(late.without_wait, shares), "what it says of no wait is what no wait brings"
    assert f"Without the wait, {shares[WEEKS]:.0f} of 100" in explorer.sentence
    assert f"not yet be better in {at_once.unwell_weeks('therapy'):.0f} weeks" in explorer.sentence
    assert share(late, "therapy") > share(at_once, "therapy") + 2
    assert late.unwell_weeks("therapy") > at_once.unwell_weeks("therapy") + 4
    assert share(late, "therapy", 26) < share(at_once, "therapy", 26) - 15


def test_weeks_not_yet_better_are_counted_person_by_person(explorer):
    """By hand: for each person the weeks in which the measured score is above half of the true start."""
    explorer.set(people=100)
    paths = explorer.result
    lived = paths.of("ratings", "medication first")[1:]
    start = POINTS * paths.cohort.traits.burden
    assert paths.unwell_weeks("medication first") == pytest.approx((lived > start / 2).sum(axis=0).mean())


def test_both_from_the_start_is_best_in_every_week_and_takes_most(explorer):
    paths = shown(explorer, "Both from the start")
    for week in (12, 26, 52):
        assert share(paths, "both", week) == max(share(paths, way, week) for way in WAYS)
    assert paths.sessions("both") == max(paths.sessions(way) for way in WAYS)
    assert paths.unwell_weeks("both") == min(paths.unwell_weeks(way) for way in WAYS)
    assert 0.4 < paths.sessions("medication first") / paths.sessions("both") < 0.6


def test_a_third_accepting_leaves_less_than_half_of_the_second_step(explorer):
    explorer.reset()
    all_accept = explorer.result
    some = shown(explorer, "A third accept")
    gain = [share(paths, "medication first") - share(paths, "medication") for paths in (all_accept, some)]
    assert 0 < gain[1] < 0.5 * gain[0]
    assert some.sessions("medication first") < 0.45 * all_accept.sessions("medication first")
    assert explorer.values["accept"] / 100 == pytest.approx(finding("critschristoph2011_gad").arms[0].value, abs=0.03)


def test_without_a_therapist_three_plans_are_one(explorer):
    paths = shown(explorer, "No therapist far and wide")
    assert np.array_equal(paths.responses["both"], paths.responses["medication"])
    assert np.array_equal(paths.responses["medication first"], paths.responses["medication"])
    assert np.array_equal(paths.responses["therapy"], paths.responses[WAITING])


@pytest.mark.slow
@pytest.mark.parametrize("sessions", [8, 16, 24])
@pytest.mark.parametrize("wait", [8, 13, 26])
def test_no_wait_costs_nothing_and_without_sessions_the_mission_is_not_asked(explorer, wait, sessions):
    explorer.set(plan="therapy", wait=wait, sessions=sessions)
    assert not waits_for_nothing(Run(explorer.values, explorer.result))
    explorer.set(sessions=0)
    assert not waits_for_nothing(Run(explorer.values, explorer.result))


def test_the_sentence_says_the_chosen_plan_and_two_comparisons(explorer):
    for plan in WAYS:
        explorer.set(plan=plan)
        numbers = [int(found) for found in re.findall(r"(\d+) (?:fewer|more)", explorer.sentence)]
        paths = explorer.result
        wanted = {
            abs(paths.people(plan, WEEKS) - paths.people(other, WEEKS)) for other in ("both", WAITING) if other != plan
        } - {0}
        assert wanted <= set(numbers) | {0}, plan
        assert f"{share(paths, plan):.0f} of 100" in explorer.sentence


def test_coordination_keeps_people_on_medication_and_does_little_else(explorer):
    explorer.set(plan="both", leaving=0.11, coordination=0.0)
    silo = explorer.result
    explorer.set(coordination=1.0)
    shared = explorer.result
    assert shared.drug_weeks("both") > silo.drug_weeks("both") + 2
    assert abs(share(shared, "both") - share(silo, "both")) < 5
    assert shared.drug_weeks("medication") == silo.drug_weeks("medication")


@pytest.mark.slow
@pytest.mark.parametrize(
    "moved", [{"step": 5}, {"wait": 9, "lose": 30}, {"until": 20}, {"coordination": 0.0}, {"talk": 0.4}]
)
def test_a_life_that_was_kept_is_the_life_anew(explorer, moved):
    """After any way round, what is shown is what a first look at the same setting shows."""
    explorer.set(sessions=9)
    explorer.set(**moved)
    again = explorer.result
    kept.cache_clear()
    anew = run(**explorer.values)
    for way in WAYS:
        assert np.array_equal(again.responses[way], anew.responses[way]), way
        assert (again.sessions(way), again.drug_weeks(way)) == (anew.sessions(way), anew.drug_weeks(way)), way


@pytest.mark.slow
def test_no_more_lives_are_kept_than_a_few_moves_need(explorer):
    for step in range(2, 27):
        explorer.set(step=step)
    cohort, chosen = explorer.result.cohort, explorer.result.model
    assert len(kept(cohort.size, cohort.seed, chosen)) <= KEPT + 9
