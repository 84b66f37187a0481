"""Lesson 03: what each preset says is what the toy shows, and the tasks know their answers."""

import pytest

import toolkit
from tests.lessons.test_trust_and_staying_on import quoted
from toolkit.evidence import FACTORIAL
from toolkit.evidence.score import scores
from toolkit.lessons import additive_effect
from toolkit.lessons.additive_effect import people
from toolkit.model import DUMMY, WAITING


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(3).explorer()


def shares(explorer):
    return {name: round(share) for name, share in explorer.result.shares.items()}


def gap(explorer, scale="risk difference"):
    """Percentage points by which what is seen with both exceeds just adding."""
    return explorer.result.shares["both"] - explorer.result.expected(scale)


def test_scores_add_up_exactly_wherever_no_interaction_is_on(explorer):
    for name in explorer.presets:
        explorer.apply(name)
        exact = explorer.values["interaction"] == "none"
        assert (abs(explorer.result.together_minus_sum) < 1e-9) == exact
        assert ("in score: 0.0 points" in explorer.sentence) == (exact and explorer.values["dummy_arm"])


def test_one_person_lives_four_lives(explorer):
    explorer.apply("Four lives of one person")
    assert explorer.result.course.cohort.size == 1
    assert "Four lives of one person" in explorer.sentence


def test_three_arms_that_look_like_synergy(explorer):
    """keller2000: 48, 48 and 73 %."""
    explorer.apply("Looks like synergy, is not")
    seen = shares(explorer)
    assert seen["medication"] == pytest.approx(48, abs=4)
    assert seen["therapy"] == pytest.approx(48, abs=4)
    assert seen["both"] == pytest.approx(73, abs=4)
    assert DUMMY not in explorer.sentence
    assert "nobody can say" in explorer.sentence
    explorer.set(dummy_arm=True)
    assert "in score: 0.0 points" in explorer.sentence


@pytest.mark.parametrize(("people", "seed"), [(1000, 1), (10_000, 1), (10_000, 2)])
def test_one_trial_has_three_verdicts(explorer, people, seed):
    explorer.apply("One trial, three verdicts")
    explorer.set(people=people, seed=seed)
    assert explorer.sentence.count("just as seen") == 1
    assert "by percentage points (just as seen)" in explorer.sentence
    assert "by independence (seen: more, synergy)" in explorer.sentence
    assert "by log-odds (seen: less, antagonism)" in explorer.sentence
    explorer.set(yardstick=explorer.values["yardstick"] + 5)
    assert "by percentage points (seen: more, synergy)" in explorer.sentence
    explorer.set(yardstick=explorer.values["yardstick"] - 10)
    assert "by percentage points (seen: less, antagonism)" in explorer.sentence


def test_the_yardstick_alone_turns_antagonism_into_synergy(explorer):
    explorer.apply("A ceiling eats the sum")
    lenient = explorer.values
    assert gap(explorer) < -5
    explorer.apply("A strict yardstick")
    assert gap(explorer) > 5
    assert {name for name, value in explorer.values.items() if value != lenient[name]} == {"yardstick"}


def test_a_real_interaction_is_there_and_small(explorer):
    explorer.apply("A real interaction, small")
    assert 0.1 < explorer.result.together_minus_sum < 0.2 * explorer.result.gains["both"]


def test_like_cams_but_the_toy_gives_more_for_both(explorer):
    """walkup2008_cams: 24, 55, 60 and 81 %."""
    explorer.apply("Like the CAMS trial")
    seen = shares(explorer)
    for name, published in ((DUMMY, 24), ("medication", 55), ("therapy", 60)):
        assert seen[name] == pytest.approx(published, abs=4)
    assert seen["both"] > 81


def test_the_guess_stays_on_the_picture():
    lesson = toolkit.lessons.lesson(3)
    guess = lesson.predict()
    explorer = lesson.explorer(guess)
    assert "figure" not in explorer.view
    guess.answer("91\u00a0%: the gains in percentage points, added")
    explorer.reset()
    assert explorer.view["figure"]["data"][-2]["name"] == "your guess"
    guess.answer(None)
    assert "your guess" not in [trace["name"] for trace in explorer.view["figure"]["data"]]


def test_the_guesses_are_what_the_scales_give_for_cams():
    cams = FACTORIAL[0]
    expected = [round(100 * cams.expected(scale)) for scale in people.SCALES]
    wrong = round(100 * (cams.shares[1] + cams.shares[2]))
    assert list(additive_effect.LESSON.predict().guesses.values()) == [*expected, wrong]


def test_tasks_know_the_right_answer_and_what_went_wrong():
    lesson = toolkit.lessons.lesson(3)
    arm, number, scale, code = (lesson.task(n) for n in (1, 2, 3, 4))
    assert "Yes" in arm.answer("An arm with neither")
    assert number.answer(64) != number.answer(70) != number.answer(73)
    assert number.answer("64").startswith("Yes")
    for name in scale.replies:
        scale.answer(name)
        assert scale.right == (name == "independence")
    assert "Well done" in code.check(toolkit.model.scales.log_odds)
    assert "Well done" not in code.check(toolkit.model.scales.risk_difference)


def test_the_figure_counts_what_the_factorial_table_holds():
    """evidence/factorial: 11 comparisons, above and below the sum as each scale reads them."""
    above = {scale: sum(real.shares[3] > real.expected(scale) for real in FACTORIAL) for scale in people.SCALES}
    assert above == {"risk difference": 4, "independence": 7, "log-odds": 4}
    said = toolkit.lessons.lesson(3).studies(toolkit.lessons.lesson(3).explorer()).sentence
    assert (
        "percentage points: more than the sum in 4, less in 7; by independence: more than the sum in 7, less in 4"
        in said
    )


def test_the_network_in_the_words_is_the_finding():
    network = toolkit.finding("cuijpers2020_nma")
    assert (network.effect.value, network.other_effects[0].value) == (1.25, 1.27)
    assert "101 studies" in network.population


def test_against_a_waiting_list_the_visits_count_twice(explorer):
    """As the notebook says: the sum of the gains over a waiting list is too large by what the visits do, in every person."""
    course = explorer.result.course
    alone = toolkit.simulate(course.cohort, {WAITING: toolkit.Plan()}, 26, course.model, keep=("symptoms",))
    waiting = alone.symptoms[12, 0]
    dummy, medication, therapy, both = course.symptoms[12]
    too_large = (waiting - medication) + (waiting - therapy) - (waiting - both)
    assert too_large == pytest.approx(waiting - dummy, abs=1e-9)
    assert f"in week 12 the toy's sum would then be {too_large.mean():.1f} points too large" in quoted(3)


def test_what_the_toy_says_of_both_is_near_what_was_published_but_for_one():
    """As the notebook says; none of these figures sets a parameter of an effect."""
    asked = {"cuijpers2014_adding", "cuijpers2009_vs_psychotherapy", "cuijpers2020_nma"}
    both = {score.figure.says: score for score in scores(only=asked, size=2048) if "leaving" not in score.figure.says}
    assert "both about 0.3 ahead of either alone" in quoted(3)
    assert "Response to both is about 1.2 times as frequent, near what was published" in quoted(3)
    for says, about in (("effect size", 0.3), ("response", 1.2)):
        for other in ("medication", "therapy"):
            [one] = [score for name, score in both.items() if says in name and f"both over {other}" in name]
            assert one.predicted == pytest.approx(about, abs=0.04), one
            if (says, other) == ("effect size", "medication"):
                assert one.high < one.figure.published, "less than what was published"
                assert f"less than the {one.figure.published} over medication" in quoted(3)
            else:
                assert one.inside, one


def test_where_a_scale_cannot_say_the_picture_says_so(explorer):
    explorer.set(week=1, recovery=0.0, yardstick=90)
    assert "no number by log-odds (it cannot say" in explorer.sentence


def test_a_null_is_told_with_the_interval_that_it_has():
    """reynolds2006: both against medication alone."""
    both, alone = (
        toolkit.finding("reynolds2006").arm(f"paroxetine + {more}") for more in ("psychotherapy", "clinical management")
    )
    gain = toolkit.model.risk_gain(both.value * both.n, both.n, alone.value * alone.n, alone.n)
    points = [round(100 * value) for value in gain]
    assert points == [-2, -24, 21]
    said = quoted(3)
    assert f"That is {-points[0]} points, and with {both.n} and {alone.n} people" in said
    assert f"anything from {-points[1]} points fewer to {points[2]} more" in said
