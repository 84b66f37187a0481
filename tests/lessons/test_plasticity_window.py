"""Lesson 06: when a window counts, how far a lead can grow, what is learned and what is lifted, and what its missions ask for."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit
from toolkit.explore import Run
from toolkit.lessons.plasticity_window.lesson import LATE, STILL
from toolkit.lessons.plasticity_window.people import ADDING, HARSH, KIND, WEEKS, effects, run
from toolkit.model import BOTH, MEDICATION, THERAPY, Model

LESSON = toolkit.lessons.lesson(6)
CONDITIONS = dict(zip(("late", "twice", "learned", "overtaken"), LESSON.conditions.values(), strict=True))


def at(**values):
    return run(**LESSON.opening | values)


def reached(which, **values):
    values = LESSON.opening | values
    return CONDITIONS[which](Run(values, run(**values)))


@pytest.fixture
def explorer():
    return LESSON.explorer()


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_the_surprise_holds_with_other_people_too(seed):
    """In the window many more things are learned, after it hardly any more; and what that is worth in points is little."""
    used, missed = at(seed=seed), at(seed=seed, start=16, week=28)
    assert used.more >= 13
    assert 0 <= missed.more <= 1
    assert missed.taught[1] == used.taught[1]
    assert 0.4 < used.extra < 0.8
    assert abs(missed.extra) < 0.1
    assert max(used.taught) < 92


def test_the_sentence_begins_with_what_was_taught_and_how_many_more(explorer):
    assert explorer.sentence.startswith("With medication, 12 sessions from week 0 taught 89 of 100 things")
    assert "with a dummy pill they taught 75. That is 14 more." in explorer.sentence
    assert "So together they gain 0.6 points more than the sum." in explorer.sentence
    explorer.apply("A calming medication")
    assert "That is 13 fewer." in explorer.sentence
    assert "points less than the sum" in explorer.sentence
    explorer.set(gain=0)
    assert "they taught 75: as many." in explorer.sentence
    assert "So together they gain just the sum." in explorer.sentence


@pytest.mark.slow
@given(
    gain=st.integers(-50, 150),
    until=st.integers(4, 40),
    start=st.integers(0, 20),
    sessions=st.integers(4, 20),
    seed=st.integers(1, 9),
)
@settings(max_examples=25, deadline=None)
def test_the_curve_by_start_is_what_whole_lives_learn(start, **values):
    """The quick way of the third chart gives to the last digit what the model's people have learned in the second."""
    window = at(start=start, **values)
    lived = [window.learned[group][window.last] for group in (BOTH, THERAPY)]
    assert window.by_start[start] == pytest.approx(lived, abs=1e-9)


@pytest.mark.slow
@given(
    gain=st.integers(1, 150),
    until=st.integers(4, 40),
    start=st.integers(0, 20),
    sessions=st.integers(4, 20),
)
@settings(max_examples=25, deadline=None)
def test_learning_some_times_as_fast_is_never_so_many_times_as_much(**values):
    """The lead is always smaller than the speed, and nobody learns more than there is to learn."""
    window = at(**values)
    with_medication, without = (window.learned[group] for group in (BOTH, THERAPY))
    fastest = window.course.model.plasticity.speed(effects(window.until, window.course.model.drug)).max()
    started = without > 0
    assert (with_medication[started] < fastest * without[started] + 1e-9).all()
    assert (with_medication >= without - 1e-9).all()
    assert with_medication.max() < 100


def test_without_a_gain_the_two_just_add_whatever_else_is_set():
    for changes in ({}, {"undirected": True, "surroundings": 5, "show": "places"}, {"until": 20, "start": 4}):
        window = at(gain=0, **changes)
        assert abs(window.extra) < 1e-9
        assert window.more == 0


def test_a_lead_in_a_closed_form():
    """With a window that is open all the time and nothing forgotten, what is left shrinks by the speed as a power."""
    window = at(until=40, start=20, sessions=4)
    speed, rate = window.speed[20], Model().skill.learning_rate
    alliance = window.course.cohort.traits.alliance
    for group, times in ((BOTH, speed), (THERAPY, 1.0)):
        left = np.exp(-rate * alliance * times * 4).mean()
        assert window.learned[group][24] == pytest.approx(100 * (1 - left), abs=1.2)
    assert speed == pytest.approx(1 + 0.8, abs=0.01)


def test_the_window_opens_and_closes_with_the_medication():
    window = at()
    assert window.speed[0] == 1
    assert window.speed[12] > 1.75
    assert window.speed[16:].max() < 1.2
    assert window.speed[24:].max() < 1.01
    later = at(until=30)
    assert later.speed[24] > 1.75


def test_early_sessions_count_most_and_a_month_costs_next_to_nothing():
    learned = [at().by_start[start][0] for start in (0, 4, 8, 12, 16)]
    assert learned[1] == pytest.approx(learned[0], abs=1)
    assert learned == sorted(learned, reverse=True)
    assert learned[2] - learned[4] > 8
    lead = at().learned[BOTH] - at().learned[THERAPY]
    assert lead.argmax() == 8


def test_learned_and_lifted_are_told_apart_in_two_ways_and_agree():
    """Half a point was learned: without the medication's own effect, or once it has gone."""
    now, without, later = at(), at(medication=0.0), at(week=30)
    assert now.here[BOTH] - now.here[THERAPY] > 3
    assert without.here[MEDICATION] == pytest.approx(0, abs=1e-9)
    for window in (without, later):
        assert 0.4 < window.here[BOTH] - window.here[THERAPY] < 0.7
    assert without.learned[BOTH] == pytest.approx(now.learned[BOTH])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_calming_medication_leads_while_taken_and_lags_once_stopped(seed):
    during, after = at(gain=-50, seed=seed), at(gain=-50, seed=seed, week=26)
    assert during.here[BOTH] > max(during.here[THERAPY], during.here[MEDICATION]) + 1
    assert during.more < -10
    assert after.here[THERAPY] - after.here[BOTH] > 0.3


def test_if_everything_sinks_in_medication_tilts_and_nothing_else_does(explorer):
    explorer.apply("Open to everything")
    window = explorer.result
    kind, harsh = window.gains(KIND), window.gains(HARSH)
    for group in (MEDICATION, BOTH):
        assert kind[group] - harsh[group] > 2
    assert kind[THERAPY] == pytest.approx(harsh[THERAPY], abs=1e-9)
    assert window.course.model.plasticity.gain == Model().plasticity.gain
    assert min(harsh.values()) > 0, "as it is pressed, nobody is worse off than with a dummy pill"
    assert "no trial in people has shown it" in explorer.sentence
    assert "Below 0" not in explorer.sentence
    explorer.set(gain=100)
    assert explorer.result.gains(HARSH)[MEDICATION] < 0
    assert "it is no reason to stop a medication" in explorer.sentence


def test_surroundings_pull_evenly_so_two_places_tell_all():
    told = at(undirected=True, show="places", surroundings=5).gains(-2)
    assert at(undirected=True, show="places", surroundings=-2).here == pytest.approx(told, abs=1e-9)


def test_surroundings_touch_nobody_while_only_sessions_are_learned_faster():
    assert at(surroundings=5, show="places").here == at(show="places").here


def test_the_third_chart_changes_nobodys_life():
    assert at(show="places").here == at().here
    assert at(show="places").by_start == at().by_start


def test_the_opening_is_four_times_the_models_own():
    assert LESSON.opening["gain"] / 100 == 4 * Model().plasticity.gain


def test_points_are_differences_of_the_scores_and_both_beyond_the_sum_is_what_the_model_says(explorer):
    window = explorer.result
    assert window.here[ADDING] == pytest.approx(window.here[MEDICATION] + window.here[THERAPY])
    assert window.extra == pytest.approx(float(window.course.together_minus_sum(12).mean()))
    table = explorer.table()
    assert table["better than with a dummy pill, both (points)"][12] == pytest.approx(window.here[BOTH])


@pytest.mark.parametrize("show", ["timing", "places"])
@pytest.mark.parametrize("gain", [-50, 150])
def test_every_line_stays_on_its_chart(show, gain):
    for more in (
        {},
        {"undirected": True, "medication": 3.0, "until": 40, "week": 20},
        {"undirected": True, "medication": 0.0},
    ):
        figure = LESSON.chart(at(show=show, gain=gain, **more))
        for trace in figure["data"]:
            up = figure["layout"][f"yaxis{trace['yaxis'][1:]}"]["range"]
            heights = np.asarray(trace["y"], float)
            assert up[0] <= np.nanmin(heights), trace["name"]
            assert np.nanmax(heights) <= up[1], trace["name"]


def test_faster_learning_alone_leads_by_what_the_notebook_says():
    """The model beside D-cycloserine: the same as a run of a medication that does nothing else, and far below the trials."""
    window, booster = at(), at(medication=0.0)
    assert window.effect(0) == pytest.approx(0.06, abs=0.006)
    assert window.effect(12) == pytest.approx(0.05, abs=0.006)
    assert booster.course.effect_size(BOTH, THERAPY, 12) == pytest.approx(window.effect(0), abs=0.01)
    assert window.effect(-6) < window.effect(0)
    published = abs(toolkit.finding("mataixcols2017").effect.value)
    assert window.effect(0) < published / 3
    assert at(start=20, sessions=20, until=40).effect(12) > 0, "read in the last week there is"


def test_the_study_rows_open_with_the_empty_one_and_tell_species_apart():
    rows = [row for panel in LESSON.study_panels for row in panel["rows"]]
    assert (rows[0]["label"][0], rows[0]["said"]) == ("●", "no trial found")
    for row in rows[1:]:
        if "finding" in row:
            animals = any(word in toolkit.finding(row["finding"]).population.lower() for word in ("mice", "rats"))
            assert row["about"].startswith("■" if animals else "●"), row["about"]
            assert not (animals and "figures" in row), "no size was read of what was seen in animals"


def test_the_guess_is_drawn_where_it_is_about_and_nowhere_else():
    guess = LESSON.predict()
    explorer = LESSON.explorer(guess)
    for option in guess.replies:
        guess.answer(option)
        drawn = [trace for trace in explorer.view["figure"]["data"] if trace["name"] == "your guess"]
        assert len(drawn) == 1
    explorer.set(show="places")
    assert "your guess" not in [trace["name"] for trace in explorer.view["figure"]["data"]]
    best = min(guess.guesses, key=lambda option: math.dist(guess.guesses[option], [89, 76]))
    assert guess.replies[best].startswith("So it is in the model")


@pytest.mark.slow
def test_missions_ask_for_what_they_say():
    assert (LATE, STILL) == (7, 10)
    assert reached("late", start=7)
    assert not reached("late", start=6)
    assert not reached("late", start=12)
    assert not reached("late", start=12, until=26)
    assert reached("learned", medication=0.0)
    assert reached("learned", week=30)
    assert not reached("learned", week=14)
    assert not reached("learned", medication=0.0, gain=50)
    assert reached("overtaken", gain=-50, week=26)
    assert not reached("overtaken", gain=-50, week=12)
    assert not reached("overtaken", gain=50, week=26)
    closest = at(gain=150, sessions=4, start=8)
    assert [round(closest.learned[group][closest.last]) for group in (BOTH, THERAPY)] == [66, 40]
    assert closest.pace > 2
    assert not reached("twice", gain=150, sessions=4, start=8)


def test_tasks_know_the_right_answer_and_what_went_wrong():
    feels, sums, read, mice, shown = (LESSON.task(number) for number in range(1, 6))
    rights = (
        (feels, "What they can do, tested after the drug has left the body"),
        (mice, "Both with each alone, and neither alone did it"),
        (shown, "D-cycloserine added a little to exposure by the end of treatment"),
    )
    for task, right in rights:
        for option in task.replies:
            task.answer(option)
            assert task.right == (option == right)
    slow, quick = (100 * (1 - share**12) for share in (0.8, 0.6))
    assert sums.answer(quick - slow).startswith("Yes")
    early = 100 * (0.8**4 - 0.6**4)
    assert [sums.answer(wrong) for wrong in (early, 3 * 28, slow, quick)] == list(sums.hints.values())
    assert read.answer(at(start=12).more).startswith("Yes")
    assert [read.answer(wrong) for wrong in (at().more, at(start=12).taught[0], 0)] == list(read.hints.values())


def test_weeks_hold_the_latest_sessions():
    assert at(start=20, sessions=20).last == WEEKS
