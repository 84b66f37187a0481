"""Lesson 01: what each preset says is what the toy shows, the tasks know their answers, the words quote the findings."""

import re

import numpy as np
import pytest

import toolkit
from tests.lessons.test_trust_and_staying_on import quoted
from toolkit.lessons import fast_and_lasting
from toolkit.lessons.fast_and_lasting import jobs, people, studies
from toolkit.model import DUMMY


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(1).explorer()


def gain(explorer, tool, week=None):
    year = explorer.result
    return year.gains[tool][year.week if week is None else week]


def test_the_fast_one_leads_in_week_4_and_therapy_passes_some_weeks_later(explorer):
    explorer.apply("Week 4: the fast one leads")
    assert gain(explorer, "medication") > gain(explorer, "therapy") + 0.1
    assert 10 <= explorer.result.passing <= 13  # the third month, as the task has it
    assert f"for the first time in week {explorer.result.passing}" in explorer.sentence


def test_the_slow_one_stayed_and_the_fast_one_is_gone(explorer):
    explorer.apply("Week 52: the slow one stayed")
    assert gain(explorer, "medication") == pytest.approx(0, abs=0.05)
    assert gain(explorer, "therapy") > 0.7 * gain(explorer, "therapy", 26)
    assert gain(explorer, "both") == pytest.approx(gain(explorer, "therapy"), abs=0.05)


def test_therapys_lead_at_week_16_is_what_the_notebook_says(explorer):
    explorer.set(week=16)
    assert [round(gain(explorer, tool), 1) for tool in ("therapy", "medication")] == [3.1, 2.6]
    assert gain(explorer, "therapy") - gain(explorer, "medication") == pytest.approx(0.5, abs=0.05)
    for words in ("ahead, by about half a point in week 16", "therapy 0.5 points ahead (a gain of 3.1 against 2.6)"):
        assert words in quoted(1)


def test_medication_kept_up_keeps_helping(explorer):
    explorer.apply("Medication all year")
    assert gain(explorer, "medication") == pytest.approx(gain(explorer, "medication", 26), rel=0.1)
    assert gain(explorer, "medication") > 2
    below = {name for name, mean in explorer.result.means.items() if mean.min() < 0}
    assert below == {"both"}, "as the notebook says: the average of both alone"
    assert "with *Medication all year* even the average of both does" in quoted(1)


def test_what_stays_depends_on_forgetting_and_what_fades_on_the_delay():
    """The rival: a drug whose effect goes as slowly as skill stays, and skill that goes as fast as the drug fades."""

    def left(changes):
        plans = toolkit.four_plans(toolkit.Medication(stop=26), toolkit.Therapy(stop=16))
        course = toolkit.simulate(toolkit.Cohort(200), plans, 52, toolkit.Model.additive().replace(changes))
        means = course.symptoms.mean(axis=2)
        gains = means[:, :1] - means[:, 1:3]
        return gains[52] / gains.max(axis=0)

    usual, forgetful, lingering = left({}), left({"skill.forgetting": 0.2}), left({"drug.delay_weeks": 12.0})
    assert usual[1] > 0.7 > 0.1 > usual[0]
    assert forgetful[1] < 0.1
    assert lingering[0] > 0.1


def test_one_person_lives_four_bumpy_lives(explorer):
    smooth = np.diff(explorer.result.means[DUMMY], 2)
    explorer.apply("Four lives of one person")
    assert explorer.sentence.startswith("One person")
    bumpy = np.diff(explorer.result.means[DUMMY], 2)
    assert bumpy.std() > 3 * smooth.std()
    jolts = [np.diff(mean)[30:] for mean in explorer.result.means.values()]
    assert all(np.corrcoef(jolts[0], other)[0, 1] > 0.8 for other in jolts[1:])


def test_visits_and_time_heal_part_and_no_tool_anything(explorer):
    explorer.apply("Only visits and time")
    assert all(abs(gain(explorer, tool)) < 1e-9 for tool in people.TOOLS)
    assert explorer.result.means[DUMMY][52] < 0.7 * explorer.result.means[DUMMY][0]
    assert "than medication for" not in explorer.sentence
    waiting = studies.without_treatment(explorer.result.course.cohort, explorer.result.course.model).mean(52)[0]
    assert f"{waiting:.1f} points in week 52, and with visits to {explorer.result.means[DUMMY][52]:.1f}" in said(
        "Only visits and time"
    )


def waiting(explorer, week):
    """Mean score of the same people on a waiting list."""
    course = explorer.result.course
    return studies.without_treatment(course.cohort, course.model).mean(week)[0]


def said(name):
    """What a preset says, on one line."""
    [preset] = [one for one in fast_and_lasting.LESSON.presets if one.name == name]
    return " ".join(preset.says.split())


def test_the_slider_of_the_medication_moves_the_medication_alone(explorer):
    """Who is seen, and for how long, does not hang on it: else therapy would be held against other people each time."""
    usual = explorer.result.means
    explorer.set(stop=0)
    for name in (DUMMY, "therapy"):
        assert explorer.result.means[name] == pytest.approx(usual[name], abs=1e-9)


def test_therapys_size_hangs_on_whom_it_is_held_against(explorer):
    """As the notebook says: points in week 16, over a dummy pill with visits and over a waiting list."""
    over_waiting = waiting(explorer, 16) - explorer.result.means["therapy"][16]
    sizes = f"{gain(explorer, 'therapy', 16):.1f} points better than a dummy pill with visits, and {over_waiting:.1f} points better"
    assert f"{sizes} than a waiting list" in quoted(1)


def test_before_there_were_medicines_therapy_taught_severe_people_little_at_first(explorer):
    explorer.apply("Before there were medicines")
    shut = gain(explorer, "therapy")
    assert gain(explorer, "medication") == pytest.approx(0, abs=1e-9)
    assert "than medication for" not in explorer.sentence
    explorer.set(door=False)
    assert shut < 0.6 * gain(explorer, "therapy")


def test_what_medicines_changed_needs_the_door(explorer):
    explorer.apply("What medicines changed")
    parts = gain(explorer, "medication") + gain(explorer, "therapy")
    assert gain(explorer, "both") > parts + 0.15
    explorer.set(door=False)
    parts = gain(explorer, "medication") + gain(explorer, "therapy")
    assert gain(explorer, "both") == pytest.approx(parts, abs=1e-6)


def test_the_guess_stays_on_the_picture_and_is_compared():
    lesson = toolkit.lessons.lesson(1)
    guess = lesson.predict()
    explorer = lesson.explorer(guess)
    assert "figure" not in explorer.view
    assert guess.answer([24, 15, 9, 9, 9]).count("\n") == 1 + len(guess.replies)
    curve = explorer.view["figure"]["data"][-2]
    assert (curve["name"], curve["line"]["dash"]) == ("your guess", "dash")
    taken = explorer.result.means["medication"]
    assert explorer.view["guess"].endswith(f"in week 52, where you said 9 and the toy says {taken[52]:.1f}.")
    guess.answer(None)
    assert "your guess" not in [trace["name"] for trace in explorer.view["figure"]["data"]]


def test_the_curve_to_draw_comes_back_to_the_one_that_is_shown(explorer):
    guess, means = toolkit.lessons.lesson(1).predict(), explorer.result.means
    (name, known), *others = guess.panel["known"]
    assert not others
    assert known == pytest.approx(means[name][guess.weeks], abs=0.06)
    off = means[DUMMY] - means["medication"]
    assert off[26] > 2.5  # the help, when it stops
    assert 0.2 < off[34] < off[26] / 2  # some weeks later much of it is gone, not all
    assert off[52] == pytest.approx(0, abs=0.05)
    assert means["medication"][52] < means["medication"][0] - 10  # what time has healed stays


def test_tasks_know_the_right_answer_and_what_went_wrong(explorer):
    short, order, strengths, difference, code = (toolkit.lessons.lesson(1).task(n) for n in (1, 2, 3, 4, 5))
    for choice, right in ((short, "Who is still well a year later?"), (strengths, LASTS)):
        for name in choice.replies:
            choice.answer(name)
            assert choice.right == (name == right)
    assert order.answer(["both", "medication", "therapy", DUMMY]).startswith("Yes")
    assert "2 of 4" in order.answer(["both", "therapy", "medication", DUMMY])
    wrong = [difference.answer(number) for number in (45, -59, 107, 3)]
    assert len(set(wrong)) == 4
    assert not difference.right
    assert difference.answer("\u221245").startswith("Yes")
    assert "Well done" in code.check(year_end)
    assert "Well done" not in code.check(lambda stop: year_end(26))


LASTS = "What medication gave goes within weeks of its end; what therapy gave goes slowly"


@pytest.mark.parametrize("strengths", [(0.3, 2.5), (0.3, 0.3), (1.0, 1.0), (2.0, 1.0), (1.0, 2.0), (2.5, 0.3)])
def test_what_the_third_task_calls_true_does_not_hang_on_strengths(explorer, strengths):
    """13 weeks after the end, less than a tenth of medication's gain is left, and most of therapy's."""
    explorer.set(medication=strengths[0], therapy=strengths[1])
    gains, ended = explorer.result.gains, {"medication": 26, "therapy": 16}
    left = {name: gains[name][week + 13] / gains[name][week] for name, week in ended.items()}
    assert left["medication"] < 0.1
    assert left["therapy"] > 0.75


def test_what_the_third_task_calls_untrue_can_be_turned_round(explorer):
    """As the replies say: with one strength at 2, medication is ahead in week 16, and therapy in week 4."""
    explorer.set(medication=2.0)
    strong = explorer.result
    assert strong.passing > 9
    assert strong.gains["medication"][16] > strong.gains["therapy"][16]
    explorer.set(medication=1.0, therapy=2.0)
    assert explorer.result.gains["therapy"][4] > explorer.result.gains["medication"][4]


def test_the_order_of_the_task_is_the_order_in_week_4(explorer):
    explorer.set(week=4)
    means = explorer.result.means
    assert sorted(means, key=lambda name: means[name][4]) == toolkit.lessons.lesson(1).task(2)._right


def year_end(stop):
    plan = toolkit.Plan(medication=toolkit.Medication(stop=stop), visits=toolkit.model.Visits(stop=52))
    course = toolkit.simulate(toolkit.Cohort(100, seed=1), {"fifth": plan}, 52, toolkit.Model.additive())
    return course.mean(52)[0]


def test_published_marks_are_the_findings():
    values, *ends = np.array(studies.relapses()).T
    assert values == pytest.approx([30.8, 76.2, 47.2])
    assert np.round(ends).T.tolist() == [[18, 47], [60, 87], [32, 63]], "Wilson's, with 104 people in three arms"
    assert studies.untreated() == ([13, 26, 52], pytest.approx([23, 32, 53]))
    assert studies.tads("both") == pytest.approx([73, 85, 86])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_toy_beside_its_studies_is_where_the_notebook_says(explorer, seed):
    explorer.set(seed=seed)
    course = explorer.result.course
    ended, stopped, kept = studies.after_treatment(course.cohort, course.model)
    (_, *around), (_, low, _), (published_kept, *_) = studies.relapses()
    assert around[0] < ended < around[1], "after therapy it comes near"
    assert stopped < low, "fewer relapses on medication, stopped or kept, than were seen here"
    assert kept < published_kept
    assert ended == pytest.approx(kept, abs=6), "about level"
    waiting = studies.without_treatment(course.cohort, course.model)
    remitted = [100 * waiting.remission(week)[0] for week in (13, 26, 52)]
    more = np.array(remitted) - studies.untreated()[1]
    assert more == pytest.approx([-4, 4, 0], abs=2.5), "some four of 100 fewer, then four more, then as many"
    assert "some four of 100 fewer after three months, four more after six, and about as many after a year" in quoted(1)


def test_the_gap_of_both_over_therapy_narrows_and_closes_when_medication_stops(explorer):
    def gap(week):
        course = explorer.result.course
        return 100 * (course.response(week)[course.arm("both")] - course.response(week)[course.arm("therapy")])

    published = [both - therapy for both, therapy in zip(studies.tads("both"), studies.tads("therapy"), strict=True)]
    assert gap(12) < published[0]
    assert 5 < gap(24) < gap(12) - 3, "it narrows"
    assert gap(36) < 3, "closes when medication stops"
    explorer.apply("Medication all year")
    assert (
        f"the toy keeps a gap of {gap(36):.0f} points in week 36, near the {published[2]:.0f} that were left"
        in quoted(1)
    )
    assert gap(36) == pytest.approx(published[2], abs=3)


def test_what_the_words_quote_is_what_was_found():
    said = re.sub(r"[ \n]+", " ", " ".join(row["says"] for row in jobs.READ["matrix"]["rows"]))
    geddes, direct, ssri = (toolkit.finding(id) for id in ("geddes2003", "cuijpers2013_direct", "jakobsen2017_ssri"))
    assert f"{100 * geddes.arm('continued antidepressant').value:.0f} % relapsed on it" in said
    assert f"{100 * geddes.arm('switched to placebo').value:.0f} % after it was stopped" in said
    assert f"{direct.effect.value} standard deviations" in said
    assert f"{-ssri.effect.value} points" in said
    assert toolkit.finding("paykel2005_decay").other_effects[0].value == 3.5
    neacsiu = toolkit.finding("neacsiu2010_dbt_skills")
    assert "three times more skills" in said
    assert "three times more skills" in neacsiu.finding
    assert "women with borderline personality disorder" in neacsiu.population
    task = toolkit.lessons.lesson(1).task(4)
    therapy, stopped, _ = (round(share) for share, *_ in studies.relapses())
    assert task._right == therapy - stopped
    assert f"{therapy} %" in task.prompt
    assert f"{stopped} %" in task.prompt


def test_every_cell_of_the_matrix_is_a_known_level_and_comparing_counts():
    matrix = jobs.matrix()
    assert len(matrix.rows) == 6
    for view in matrix.views.values():
        for cells in view.values():
            assert set(cells) <= set(matrix.columns)
            assert set(cells.values()) <= set(matrix.levels)
    assert matrix.views["documents"]["Skills"] == {"medication": "does not", "therapy": "does well"}
    assert "They agree in 12 of 12" not in matrix.answer(matrix.views["documents"])
    assert "11 of 11 with the documents" in matrix.reply["words"]


def test_the_strip_dates_are_in_order_and_each_names_its_source():
    strip = jobs.history()
    starts = [event.start for event in strip.events]
    assert starts[0] == min(starts)
    assert starts[-4:] == sorted(starts[-4:])
    assert all(event.source for event in strip.events)
    for event in jobs.READ["history"]:
        if "finding" in event:
            assert str(event["start"]) in toolkit.finding(event["finding"]).citation
            assert f"[{event['start']}" not in toolkit.finding(event["finding"]).citation
    keller = toolkit.finding("keller2000")
    assert [event.what for event in strip.events if event.dated == "2000"] == [
        "a well-known trial: 48, 48 and 73\u00a0% respond"
    ]
    assert sorted(round(100 * arm.value) for arm in keller.arms if arm.value and "response" in arm.outcome)[:3]
