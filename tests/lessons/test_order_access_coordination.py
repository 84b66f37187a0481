"""Lesson 14: what each preset says is what the toy shows, the ways are those of the model, and the tasks know their answers."""

import numpy as np
import pytest

import toolkit
from toolkit.evidence import finding
from toolkit.lessons.order_access_coordination.people import WAYS, WEEKS
from toolkit.model import WAITING, Medication, Plan, SteppedCare, Therapy, simulate


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(14).explorer()


def shown(explorer, preset):
    explorer.apply(preset)
    return explorer.result


def share(paths, way, week=WEEKS):
    return paths.responses[way][week]


@pytest.mark.parametrize(("step", "accept", "sessions"), [(12, 100, 16), (8, 35, 10)])
def test_a_picked_life_is_the_life_under_the_models_own_stepped_care(explorer, step, accept, sessions):
    explorer.set(people=100, step=step, accept=accept, sessions=sessions)
    paths = explorer.result
    rule, drug, therapy = {"week": step, "accept": accept / 100}, Medication(stop=WEEKS), Therapy(stop=sessions)
    stepped = {
        "medication first": Plan(drug, policy=SteppedCare(**rule, therapy=therapy)),
        "therapy first": Plan(therapy=therapy, policy=SteppedCare(**rule, medication=drug)),
    }
    course = simulate(paths.course.cohort, stepped, WEEKS, keep=("symptoms",))
    for number, way in enumerate(stepped):
        assert np.allclose(paths.of(paths.course.symptoms, way), course.symptoms[:, number], atol=1e-9)
        assert paths.sessions(way) == pytest.approx(course.sessions_used[number].mean())
        assert paths.drug_weeks(way) == pytest.approx(course.weeks_taken[number].mean())
        assert np.allclose(paths.responses[way][20], 100 * course.response(20)[number])


def test_everything_now_is_best_and_dearest(explorer):
    paths = shown(explorer, "Everything now")
    for week in (12, 26, 52):
        assert share(paths, "both", week) == max(share(paths, way, week) for way in WAYS)
    assert paths.sessions("both") == max(paths.sessions(way) for way in WAYS)
    assert paths.drug_weeks("both") == max(paths.drug_weeks(way) for way in WAYS)


def test_starting_with_one_needs_half_the_sessions_and_nearly_catches_up(explorer):
    paths = shown(explorer, "Start with one")
    assert 0.4 < paths.sessions("medication first") / paths.sessions("both") < 0.6
    gap = [share(paths, "both", week) - share(paths, "medication first", week) for week in (13, 52)]
    assert gap[0] > 10
    assert 0 < gap[1] < 4
    assert share(paths, "medication first") > share(paths, "medication") + 4
    assert paths.drug_weeks("therapy first") < 0.5 * paths.drug_weeks("both")


def test_a_third_accepting_wastes_most_of_the_step(explorer):
    all_accept = shown(explorer, "Start with one")
    some = shown(explorer, "A third accept")
    gain = [share(paths, "medication first") - share(paths, "medication") for paths in (all_accept, some)]
    assert 0 < gain[1] < 0.5 * gain[0]
    assert some.sessions("medication first") < 0.45 * all_accept.sessions("medication first")
    assert explorer.values["accept"] / 100 == pytest.approx(finding("critschristoph2011_gad").arms[0].value, abs=0.03)


def test_waiting_half_a_year_is_medication_alone_until_then(explorer):
    paths = shown(explorer, "Waiting list of half a year")
    assert np.array_equal(paths.responses["both"][:27], paths.responses["medication"][:27])
    lost = 1 - np.isin(paths.lived["both"], [paths.course.arm("both")]).mean()
    assert lost == pytest.approx(1 - 0.9**6.5, abs=0.04)
    assert share(paths, "both") > share(paths, "medication") + 2


def test_who_gave_up_waiting_and_who_accepts_an_offer_are_other_throws_of_the_dice(explorer):
    explorer.set(people=10_000, step=12, wait=12, lose=20, accept=50)
    paths = explorer.result
    came = paths.lived["therapy"] == paths.course.arm("therapy")
    offered = paths.unwell("therapy", 12)
    assert came.mean() == pytest.approx(0.8**3, abs=0.02)
    assert paths.added("therapy first")[came & offered].mean() == pytest.approx(0.5, abs=0.04)


def test_without_a_therapist_three_ways_are_one(explorer):
    paths = shown(explorer, "No therapist in the county")
    assert np.array_equal(paths.responses["both"], paths.responses["medication"])
    assert np.array_equal(paths.responses["medication first"], paths.responses["medication"])
    assert np.array_equal(paths.responses["therapy"], paths.responses[WAITING])


def test_the_visit_that_listens_adds_up_over_the_year(explorer):
    alone = share(shown(explorer, "No therapist in the county"), "medication")
    paths = shown(explorer, "The visit that listens")
    assert round(share(paths, "medication")) - round(alone) == 3, "as the notebook says"
    assert paths.sessions("medication") == 0
    explorer.reset()
    kept = explorer.result
    assert [round(share(kept, way)) for way in ("medication", "therapy")] == [81, 78], (
        "a few more with medication, as the notebook says"
    )


def test_nobody_is_seen_on_the_waiting_list_and_every_way_into_care_beats_it(explorer):
    paths = explorer.result
    assert paths.course.plans[WAITING] == Plan()
    for week in (4, 12, 26, 52):
        assert all(share(paths, way, week) > share(paths, WAITING, week) + 2 for way in WAYS if way != WAITING)
    assert share(paths, "medication", 12) > share(paths, WAITING, 12) + 15


def test_the_answer_nearest_to_the_picture_is_told_so(explorer):
    paths, guess = explorer.result, toolkit.lessons.lesson(14).predict()
    more = share(paths, "both") - share(paths, "medication first")
    nearest = min(guess.guesses, key=lambda option: abs(guess.guesses[option] + more))
    assert guess.replies[nearest].startswith("Nearly")


def test_a_silo_costs_weeks_on_the_medicine_and_little_else(explorer):
    silo = shown(explorer, "Silo")
    explorer.set(coordination=1.0)
    shared = explorer.result
    assert shared.drug_weeks("both") > silo.drug_weeks("both") + 2
    assert 0 <= share(shared, "both") - share(silo, "both") < 5
    assert shared.drug_weeks("medication") == silo.drug_weeks("medication")


def test_therapy_first_gives_medicine_to_those_who_gave_up_waiting(explorer):
    explorer.set(plan="therapy first", wait=26, lose=40)
    paths = explorer.result
    later = paths.lived["therapy first"] == paths.course.arm("medication later")
    assert later.mean() > 0.2
    assert paths.drug_weeks("therapy first") > 5


def test_the_guess_stays_where_it_was_asked():
    lesson = toolkit.lessons.lesson(14)
    guess = lesson.predict()
    explorer = lesson.explorer(guess)

    def names():
        return [trace["name"] for trace in explorer.view["figure"]["data"]]

    guess.answer(list(guess.replies)[1])
    assert names().count("your guess") == 2
    explorer.set(plan="both")
    assert "your guess" not in names()
    explorer.reset()
    guess.answer(None)
    assert "your guess" not in names()


def test_tasks_know_the_right_answer_and_what_went_wrong():
    lesson = toolkit.lessons.lesson(14)
    missing, losses, sessions, wait, code = (lesson.task(n) for n in range(1, 6))
    for task, start in ((missing, "A group that just"), (wait, "No: for half")):
        for option in task.replies:
            task.answer(option)
            assert task.right == option.startswith(start)
    say, visit, enough, all_ = (arm.value for arm in finding("thornicroft2017_gap").arms)
    assert losses.answer(100 * say * visit * enough).startswith("Yes")
    assert all_ == pytest.approx(say * visit * enough, abs=0.001)
    assert len({losses.answer(given) for given in (16.5, 41, 56.3, 40.3, 1)}) == 5
    assert sessions.answer(50 * 0.34 * 16).startswith("Yes")
    assert len({sessions.answer(given) for given in (272, 544, 800, 1)}) == 4
    assert "Well done" in code.check(lambda plans, budget: max(s for n, s in plans if n <= budget))
    assert "Well done" not in code.check(lambda plans, budget: max(s for n, s in plans))


def test_figures_in_the_words_are_the_findings():
    dunlop, frank, nordlots = (
        finding(id) for id in ("dunlop2019_sequential", "frank2000_sequence", "skarphedinsson2015_nordlots")
    )
    assert [round(100 * arm.value) for arm in dunlop.arms[:2]] == [61, 41]
    assert [round(100 * arm.value) for arm in frank.arms] == [66, 79]
    assert [round(100 * arm.value) for arm in nordlots.arms] == [50, 45]
    assert finding("vanbronswijk2019_trd").effect.value == 0.42
    assert [round(100 * arm.value) for arm in finding("unutzer2002_impact").arms if "50" in arm.outcome] == [45, 19]
    fell = [arm.value for arm in finding("marcus_olfson2010_trends").arms if arm.outcome == "psychotherapy"]
    assert [round(100 * value) for value in fell] == [54, 43]
    assert finding("dekker2013_sequence").arms[0].value == 0.4
    assert round(100 * finding("waitzfelder2018_initiation").arms[0].value) == 36
    supply = finding("andrilla2018_supply")
    assert [round(100 * arm.value) for arm in supply.arms[:2]] == [6, 69]
    assert finding("mchugh2013").arms[0].value == 0.75
    assert finding("posternak2007_visits").effect.value == 0.86
    seen = {arm.name: round(100 * arm.value) for arm in finding("mckay2006_psychiatrist").arms}
    assert (seen["psychiatrist, BDI"], seen["medication, BDI"]) == (9, 3)
    assert "17 RCTs" in finding("guidi2021").population
    treated = finding("olfson2016_us_treatment").arm("screen-positive", "any treatment")
    assert round(100 * treated.value) == 29
    assert "were not enough" in finding("pots2_2011").finding
    assert finding("rutherford2012_waitlist").effect.value == pytest.approx(0.5, abs=0.01)
