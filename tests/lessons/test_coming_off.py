"""Lesson 11: what a step takes, two ideas that meet one trial and part where the way is slow; who is counted; its missions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit
from toolkit.explore import Run
from toolkit.lessons.coming_off.people import DAYS, FELT, KEPT, PEOPLE, SLOPE, STEPS, TIPPING, YEAR, descend, run
from toolkit.model import Drug, Model

LESSON = toolkit.lessons.lesson(11)
WAYS = ("abrupt", "linear", "hyperbolic")


def at(**values):
    return run(**LESSON.opening | values)


@pytest.fixture
def explorer():
    return LESSON.explorer()


def test_the_last_of_eight_equal_steps_takes_a_third_of_the_target():
    """Closed form: (1/8) / (1/8 + 1/4), where the first takes 1/1.25 − (7/8) / (7/8 + 1/4)."""
    assert at().largest == pytest.approx(100 / 3)
    assert at(way="hyperbolic").largest == pytest.approx(80 / STEPS)
    assert at(way="abrupt").largest == pytest.approx(80)
    first = 80 - 100 * 0.875 / 1.125
    assert round(first) == 2


def test_the_guess_is_half_the_dose():
    assert 100 * Drug().occupancy(0.5) == pytest.approx(66.7, abs=0.05)
    guess = LESSON.predict()
    played = LESSON.explorer(guess)
    guess.answer("About 40. Half the dose, half the places.")
    assert guess.traces(played.result)[0]["y"][0] == 40
    assert (
        guess.compare(played.result) == "As it is set now, half of the dose fills 67 places; the usual dose fills 80."
    )


def test_half_the_target_at_another_dose_moves_the_guess_too():
    for half in (0.05, 0.4, 1.0):
        said = LESSON.compare_guess(None, at(half=half))
        assert f"fills {100 * 0.5 / (0.5 + half):.0f} places; the usual dose fills {100 / (1 + half):.0f}" in said


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_both_ideas_meet_the_trial_after_a_stop_in_one_day(seed):
    published = {arm.name: 100 * arm.value for arm in toolkit.finding("lewis2021_antler").arms}
    seen = at(way="abrupt", seed=seed).ill
    assert seen[KEPT] == pytest.approx(published["maintenance"], abs=0.2)
    assert seen[SLOPE] == pytest.approx(published["discontinuation"], abs=0.2)
    assert seen[TIPPING] == pytest.approx(published["discontinuation"], abs=1.5)


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_where_the_way_is_slow_the_two_ideas_part(seed):
    seen = at(way="hyperbolic", step_weeks=4, count="last", seed=seed).ill
    assert seen[SLOPE] > 55
    assert seen[TIPPING] < 42


def test_withdrawal_is_as_often_felt_as_in_the_record():
    shares = {arm.name: arm.value for arm in toolkit.finding("henssler2024_withdrawal").arms if "any" in arm.outcome}
    assert shares["stopping antidepressant"] - shares["stopping placebo"] == pytest.approx(FELT)
    assert 100 * at(way="abrupt").feels.mean() == pytest.approx(100 * FELT)


@given(way=st.sampled_from(WAYS), weeks=st.integers(1, 8), count=st.sampled_from(["first", "last"]))
@settings(max_examples=20, deadline=None)
def test_nobody_is_counted_twice_and_everybody_is_somewhere(way, weeks, count):
    seen = at(way=way, step_weeks=weeks, count=count, taken=100)
    for group in seen.days:
        there, ill = seen.among(group)
        assert not (ill & ~there).any()
        assert seen.early[group] == pytest.approx(100 * (~there).sum() / PEOPLE)
        assert seen.ill[group] <= seen.counted[group] <= 100
    assert (seen.days[TIPPING] <= seen.days[KEPT]).all(), "a jolt only adds"
    assert at(way=way, step_weeks=weeks, count=count, taken=0).counted == seen.ill


@given(weeks=st.integers(1, 7))
@settings(max_examples=7, deadline=None)
def test_more_time_between_steps_means_less_missed(weeks):
    for way in WAYS[1:]:
        assert at(way=way, step_weeks=weeks + 1).missed < at(way=way, step_weeks=weeks).missed
    assert at(way="abrupt", step_weeks=weeks).ill == at(way="abrupt").ill


def test_what_is_filled_comes_to_rest_at_each_step_and_what_is_used_to_follows():
    way = descend("linear", 8, Drug())
    for step in range(STEPS):
        day = int(np.searchsorted(way.weeks, 8 * (step + 1))) - 1
        left = 1 - (step + 1) / STEPS
        assert way.filled[day] == pytest.approx(Drug().occupancy(left), abs=0.01)
    assert way.used_to[0] == pytest.approx(Drug().occupancy(1.0))
    assert (way.missed >= 0).all()
    assert (np.diff(way.used_to) <= 1e-12).all()


def test_the_picture_counts_people_as_the_sentence_does(explorer):
    for preset in explorer.presets:
        explorer.apply(preset)
        seen = explorer.result
        dots = [trace for trace in LESSON.chart(seen)["data"] if trace["xaxis"] == "x2"]
        assert sum(len(trace["x"]) for trace in dots) == 300
        ill = [len(trace["x"]) for trace in dots if trace["marker"]["symbol"] == "circle-open"]
        assert ill == [round(people) for people in seen.ill.values()]
        for people in seen.ill.values():
            assert f"{100 - round(people)} still well, {round(people)} ill again" in explorer.sentence


def test_the_table_ends_where_the_count_ends(explorer):
    for count in ("first", "last"):
        explorer.set(count=count)
        columns, seen = explorer.table(), explorer.result
        still = columns["slope (of 100 well)"]
        assert 100 * (1 - still[seen.start + YEAR] / still[seen.start]) == pytest.approx(seen.ill[SLOPE])
        assert len(still) == seen.start + YEAR + 1
        assert columns["filled (places of 100)"][0] == pytest.approx(100 * seen.descent.filled[DAYS * 2])


@pytest.mark.parametrize(
    ("values", "begins"),
    [
        ({}, "The largest of the eight steps takes 33 of the 80 places"),
        ({"way": "hyperbolic"}, "The largest of the eight steps takes 10 of the 80 places"),
        ({"way": "abrupt"}, "The only step takes all 80 places"),
    ],
)
def test_the_sentence_begins_with_what_matters(explorer, values, begins):
    explorer.set(**values)
    assert explorer.sentence.startswith(begins)
    assert "still well" in explorer.sentence


def test_who_fell_ill_on_the_way_is_told_where_it_is_not_counted(explorer):
    explorer.set(count="last")
    assert "Left out are those who fell ill before that, in 14 weeks" in explorer.sentence
    explorer.set(way="abrupt")
    assert "Left out" not in explorer.sentence


def reached(place, **values):
    values = LESSON.opening | values
    return LESSON.missions()[place].reached(Run(values, run(**values)))


@pytest.mark.parametrize("weeks", range(1, 9))
def test_however_long_equal_steps_of_dose_are_the_last_one_is_missed(weeks):
    seen = at(step_weeks=weeks)
    assert not reached(0, step_weeks=weeks)
    assert seen.missed > 20
    assert seen.largest == pytest.approx(100 / 3), "places that the last step takes"


def test_other_ways_down_are_not_what_the_mission_about_time_asks_for():
    assert at(way="hyperbolic", step_weeks=8).missed < 20
    assert not reached(0, way="hyperbolic", step_weeks=8), "no mission rewards the search for a gentle way"
    assert at(half=1.0, step_weeks=8).missed < 20
    assert not reached(0, half=1.0, step_weeks=8), "what stands under More was moved"


def test_no_way_is_slow_enough_on_a_slope():
    for way in WAYS:
        for weeks in (1, 4, 8):
            assert not reached(2, way=way, step_weeks=weeks, count="last")
    assert at(way="hyperbolic", step_weeks=8, count="last").ill[TIPPING] < 50
    assert not reached(2, step_weeks=8), "counted from the first step"
    assert at(way="hyperbolic", step_weeks=8, count="last").ill[SLOPE] < 60, "more than 40 of 100 stay well"


def test_long_steps_look_safe_while_the_year_begins_with_the_first():
    assert reached(1, step_weeks=8)
    assert not reached(1, step_weeks=6)
    assert not reached(1, step_weeks=8, count="last")
    assert at(step_weeks=8).descent.last == 56


def test_a_trial_is_fooled_only_where_many_feel_withdrawal():
    assert reached(3, way="abrupt", taken=100)
    assert not reached(3, taken=100)
    assert not reached(3, way="abrupt", taken=50)
    seen = at(way="abrupt", taken=100)
    assert all(round(seen.counted[idea] - seen.ill[idea]) == 6 for idea in (SLOPE, TIPPING))


def test_kept_medication_is_the_model_at_rest():
    assert Model().drug.occupancy(1.0) == pytest.approx(0.8)
    days = at().days[KEPT]
    assert 100 * (days <= DAYS * YEAR).mean() == pytest.approx(39)
