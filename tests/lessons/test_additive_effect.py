"""Lesson 03: one trial read with three rulers; the group that sums are counted from; what its missions ask for."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit
from tests.lessons.test_trust_and_staying_on import quoted
from toolkit.evidence import FACTORIAL
from toolkit.evidence.score import scores
from toolkit.explore import Run
from toolkit.lessons.additive_effect.chart import fence
from toolkit.lessons.additive_effect.people import NOBODY, SCALES, WEEKS, FactorialTrial, run
from toolkit.model import BOTH, DUMMY, EXPECTED_FROM_BOTH, MEDICATION, THERAPY, WAITING

LESSON = toolkit.lessons.lesson(3)
GAINS, LEFT, ODDS = SCALES


def at(**values):
    return run(**LESSON.opening | values)


@pytest.fixture
def explorer():
    return LESSON.explorer()


@pytest.mark.parametrize(("people", "seed"), [(1000, 1), (1000, 2), (1000, 3), (1000, 77), (10_000, 1)])
def test_one_trial_has_three_verdicts_as_the_lesson_opens(explorer, people, seed):
    explorer.set(people=people, seed=seed)
    assert explorer.sentence.startswith("One trial, three verdicts.")
    for ruler, seen in (
        ("gains added", r"\d+ fewer"),
        ("those left", r"\d+ more"),
        ("odds multiplied", "about as many"),
    ):
        assert re.search(rf"\d+ with {ruler} \({seen} were seen\)", explorer.sentence), explorer.sentence


def test_points_add_up_exactly_wherever_neither_changes_the_other_and_visits_are_shared(explorer):
    for name in explorer.presets:
        explorer.apply(name)
        if explorer.result.has_fourth:
            exact = explorer.values["interaction"] == "no"
            assert (abs(explorer.result.together_minus_sum) < 1e-9) == exact, name
            assert ("exactly the sum" in explorer.sentence) == exact, name


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_the_opening_is_near_a_published_trial_in_three_groups_and_above_it_in_the_fourth(seed):
    trial, cams = at(seed=seed), FACTORIAL[0]
    assert cams.id == "walkup2008_cams"
    for group, published in zip((DUMMY, MEDICATION, THERAPY), cams.shares, strict=False):
        assert trial.shares[group] == pytest.approx(100 * published, abs=4)
    assert trial.shares[BOTH] > 100 * cams.shares[3] + 2


def test_against_a_waiting_list_the_visits_count_twice():
    """As the notebook says: the sum of two leads over people who wait is too large by what the visits do, in everybody."""
    seen, waits = at(), at(neither=WAITING)
    for group in (MEDICATION, THERAPY, BOTH):
        assert np.array_equal(seen.scores[group], waits.scores[group])
    visits = waits.scores[WAITING][12] - seen.scores[DUMMY][12]
    assert waits.together_minus_sum == pytest.approx(-visits, abs=1e-9)
    assert f"in week 12, the sum is then {visits:.1f} points too large" in quoted(3)


def test_without_a_fourth_group_there_is_no_sum_and_no_verdict(explorer):
    explorer.apply("Three groups only")
    assert "nobody can say whether that is the sum" in explorer.sentence
    assert DUMMY not in explorer.sentence
    assert all(np.isnan(expected) for expected in explorer.result.sums.values())
    assert not any("the two added" in trace["name"] for trace in LESSON.chart(explorer.result)["data"])
    assert not any("two added" in column for column in explorer.table())
    for group, published in ((MEDICATION, 48), (THERAPY, 48), (BOTH, 73)):
        assert explorer.result.people(group) == pytest.approx(published, abs=5)


def test_the_goal_alone_turns_the_verdict_round_and_no_score_moves():
    hard, easy = at(yardstick=80), at(yardstick=30)
    assert hard.beyond(GAINS) > 5
    assert easy.beyond(GAINS) < -10
    assert all(np.array_equal(hard.scores[group], easy.scores[group]) for group in hard.shown)


@pytest.mark.slow
def test_what_people_live_does_not_hang_on_the_goal():
    """The course is kept when the goal moves: asked for anew with that goal, it is the same."""
    trial = at(yardstick=30)
    anew = toolkit.simulate(trial.course.cohort, trial.course.plans, WEEKS, trial.course.model, keep=("symptoms",))
    assert anew.model.assessment.response_share == 0.3
    assert anew.symptoms == pytest.approx(trial.course.symptoms, abs=1e-9)
    assert trial.shares == {group: 100 * anew.response(12)[anew.arm(group)] for group in trial.shown}


def test_at_usual_strength_the_rulers_lie_closer():
    strong, usual = (trial.sums.values() for trial in (at(), at(medication=1.0, therapy=1.0, recovery=1.0)))
    assert max(usual) - min(usual) < (max(strong) - min(strong)) / 3


def test_a_real_interaction_is_small_beside_the_benefit():
    trial = at(interaction="both")
    assert 0.5 < trial.together_minus_sum < 0.2 * trial.gains[BOTH]


@pytest.mark.slow
@given(st.floats(0.0, 0.99), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
@settings(max_examples=300, deadline=None)
def test_added_gains_exceed_those_left_by_the_closed_form_so_the_third_mission_has_no_solution(
    neither, more, still_more
):
    one, other = (neither + share * (0.99 - neither) for share in (more, still_more))
    sums = [float(EXPECTED_FROM_BOTH[scale](neither, one, other)) for scale in (GAINS, LEFT)]
    excess = (one - neither) * (other - neither) / (1 - neither)
    assert sums[0] - sums[1] == pytest.approx(excess, abs=1e-9)
    if min(one, other) - neither >= 0.15:
        assert 100 * excess > 1


def reached(place, **values):
    return LESSON.missions()[place].reached(Run(LESSON.opening | values, at(**values)))


def test_turn_it_round_wants_one_control_and_no_other():
    assert reached(0, yardstick=30)
    assert reached(0, yardstick=30, seed=5), "other people, same question"
    assert not reached(0, yardstick=80)
    assert not reached(0, yardstick=30, medication=2.5), "a treatment was changed"
    assert not reached(0, yardstick=30, week=20)


def test_a_sum_is_too_large_without_an_interaction_only():
    assert reached(1, neither=WAITING)
    assert not reached(1, neither=WAITING, interaction="both")
    assert not reached(1, interaction="both", medication=3.0, therapy=3.0)
    assert not reached(1, neither=NOBODY)


def test_one_answer_for_all_is_not_reached_where_a_treatment_helps_nobody():
    assert not reached(2, medication=0.0)
    assert not reached(2, neither=NOBODY)
    sums = at(medication=0.0).sums.values()
    assert max(sums) - min(sums) < 1e-6, "the rulers do agree there, but nothing is added"


def test_only_a_real_interaction_can_hide():
    assert reached(3, interaction="both", yardstick=30)
    assert not reached(3, yardstick=30)
    assert not reached(3, interaction="both", yardstick=80)
    assert not reached(3, interaction="both", yardstick=30, neither=WAITING), "the visits count twice there"


@given(st.integers(0, 126))
def test_so_many_people_of_a_block_stand_below_a_fence(count):
    x, y = fence(count, 36)
    places = [(36 + place % 10, place // 10) for place in range(130)]
    heights = [y[0] if across < x[len(x) // 2] or len(x) == 2 else y[-1] for across, _ in places]
    assert sum(up < height for (_, up), height in zip(places, heights, strict=True)) == count


def test_the_picture_counts_people_as_the_sentence_does(explorer):
    for preset in explorer.presets:
        explorer.apply(preset)
        trial = explorer.result
        dots = [trace for trace in LESSON.chart(trial)["data"] if trace["mode"] == "markers"]
        filled = [len(trace["x"]) for trace in dots if trace["marker"]["symbol"] == "circle"]
        assert filled == [trial.people(group) for group in trial.shown]
        assert sum(len(trace["x"]) for trace in dots) == 100 * len(trial.shown)
        assert all(f"{count} ({group})" in explorer.sentence for count, group in zip(filled, trial.shown, strict=True))


def test_a_sum_beyond_all_people_is_called_so_and_a_ruler_that_cannot_say_says_so(explorer):
    explorer.set(yardstick=30)
    assert "118 with gains added" in explorer.sentence
    assert "Of 100 people no more than 100 can improve" in explorer.sentence
    trial = at(week=4, recovery=0.0, yardstick=90)
    assert trial.people(DUMMY) == trial.people(THERAPY) == 0
    assert isinstance(trial, FactorialTrial)
    explorer.set(week=4, recovery=0.0, yardstick=90)
    assert "nan" not in explorer.sentence


def test_the_guess_stays_on_the_picture():
    guess = LESSON.predict()
    explorer = LESSON.explorer(guess)
    assert "figure" not in explorer.view
    guess.answer("115: 55 and 60 together")
    explorer.reset()
    [line] = [trace for trace in LESSON.draw_guess(115, explorer.result) if trace["name"] == "your guess"]
    assert max(line["y"]) == 11.5, "five people beyond eleven rows"
    assert "your guess" in [trace["name"] for trace in explorer.view["figure"]["data"]]
    guess.answer(None)
    assert "your guess" not in [trace["name"] for trace in explorer.view["figure"]["data"]]


def test_the_guesses_are_what_the_rulers_give_and_two_groups_added():
    cams = FACTORIAL[0]
    expected = [round(100 * cams.expected(scale)) for scale in SCALES]
    wrong = round(100 * (cams.shares[1] + cams.shares[2]))
    assert list(LESSON.predict().guesses.values()) == [*expected, wrong]


def test_tasks_know_the_right_answer_and_what_went_wrong():
    group, left, ruler, visits, odds, code = (LESSON.task(number) for number in range(1, 7))
    assert "Yes" in group.answer("A group with neither treatment")
    assert left.answer(64) != left.answer(70) != left.answer(73)
    for name in ruler.replies:
        ruler.answer(name)
        assert ruler.right == (name == "those left")
    assert "Yes" in visits.answer("Both leads hold the visits, and the sum counts them twice")
    assert odds.answer(85.7).startswith("Yes")
    assert "Well done" in code.check(toolkit.model.scales.log_odds)
    assert "Well done" not in code.check(toolkit.model.scales.risk_difference)


def test_the_code_task_is_not_counted_before_something_is_written():
    asked = toolkit.explore.asked.ASKED
    kept = asked.records
    try:
        asked.records = {}
        task = LESSON.task(6)
        task.check(lambda neither, one, other: ...)
        assert task.prompt not in asked.records
        task.check(lambda neither, one, other: one)
        assert asked.records[task.prompt].tries == 1
    finally:
        asked.records = kept


def test_what_the_model_says_of_both_is_near_what_was_published_but_for_one():
    """As the notebook says; none of these figures sets a parameter of an effect."""
    asked = {"cuijpers2014_adding", "cuijpers2009_vs_psychotherapy"}
    both = {score.figure.says: score for score in scores(only=asked, size=2048) if "leaving" not in score.figure.says}
    assert "both about 0.3 standard deviations ahead of either alone" in quoted(3)
    for other in ("medication", "therapy"):
        [one] = [score for name, score in both.items() if "effect size" in name and f"both over {other}" in name]
        assert one.predicted == pytest.approx(0.3, abs=0.04), one
        if other == "medication":
            assert one.high < one.figure.published, "less than what was published"
            assert f"it is too little: published are {one.figure.published}" in quoted(3)
        else:
            assert one.inside, one


def test_a_null_is_told_with_the_interval_that_it_has():
    """reynolds2006: both against medication alone, people who stayed well."""
    both, alone = (
        toolkit.finding("reynolds2006").arm(f"paroxetine + {more}") for more in ("psychotherapy", "clinical management")
    )
    gain = toolkit.model.risk_gain(both.value * both.n, both.n, alone.value * alone.n, alone.n)
    points = [round(100 * value) for value in gain]
    assert points == [-2, -24, 21], "of people who fell ill again"
    assert f"({-points[0]} more; fits {points[2]} fewer to {-points[1]} more, our sum)" in quoted(3)
